"""Sending through the seeker's own mailbox: the letter, a few words, the thanks for a no. Each can be taken back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.contact import actions, mail
from halfhour.contact.facts_of import facts_of
from halfhour.contact.forms import SendingForm
from halfhour.contact.rules.refusal_thanks import draft_refusal_thanks
from halfhour.contact.views.found import SignedIn, approach_of
from halfhour.contact.views.writing import kept_text, show
from halfhour.refused import Refused


@require_POST
def posting(request: SignedIn, approach_id: int) -> HttpResponse:
    """ "Send it": the letter goes out in a few seconds, or in their working hours."""
    asked = approach_of(request, approach_id)
    form = SendingForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    kept = kept_text(request, asked)
    if isinstance(kept, HttpResponse):
        return kept
    told = form.cleaned_data
    try:
        mail.send(asked, key=told["key"], subject=told["subject"], body=told["body"], because=told["because"])
    except actions.NotYetRight as held_back:
        asking = actions.asking_of(asked)
        return show(
            request, asking, write=True, status=409, held_back=str(held_back), because=told["because"]
        )
    except Refused as why:
        messages.error(request, str(why))
    return redirect("contact:approach", asked.pk)


@require_POST
def posting_line(request: SignedIn, approach_id: int) -> HttpResponse:
    asked = approach_of(request, approach_id)
    try:
        mail.send_line(
            asked, key=request.POST.get("key", "")[:40], body=request.POST.get("body", "")[:20_000]
        )
    except Refused as why:
        messages.error(request, str(why))
    return redirect("contact:approach", asked.pk)


@require_POST
def posting_thanks(request: SignedIn, approach_id: int) -> HttpResponse:
    """The thanks for a no, as the page shows them."""
    asked = approach_of(request, approach_id)
    text = draft_refusal_thanks(
        facts_of(asked, asking=actions.asking_of(asked), earlier=False), seed=f"{asked.owner_id}-{asked.pk}"
    )
    try:
        mail.send_thanks(asked, subject=text.subject, body=text.body)
    except Refused as why:
        messages.error(request, str(why))
    else:
        messages.success(request, _("Your thanks are on their way."))
    return redirect("contact:approach", asked.pk)
