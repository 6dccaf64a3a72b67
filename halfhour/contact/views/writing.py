"""The page about asking one person, and its letter: edit, check, choose the day, hand over, say that it is sent."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour.contact import actions, texts
from halfhour.contact.eml import as_eml
from halfhour.contact.forms import LetterForm, SendingForm
from halfhour.contact.models import Approach, Draft
from halfhour.contact.next_name import next_after
from halfhour.contact.page import check_part, letter_part, page_of
from halfhour.contact.rules.standing import State
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import Asking, asking_of
from halfhour.contact.views.found import SignedIn, approach_of
from halfhour.refused import Refused

ENDS = {State.REFUSED, State.CLOSED, State.CLOSED_NO_CONTACT}


@require_GET
def approach(request: SignedIn, approach_id: int) -> HttpResponse:
    asking = asking_of(approach_of(request, approach_id))
    return show(request, asking, write="write" in request.GET)


def show(
    request: SignedIn, asking: Asking, *, write: bool = False, status: int = 200, **more: Any
) -> HttpResponse:
    """The page about one person; `more` overrides what the rows alone would give."""
    context = page_of(asking, write=write)
    if asking.standing.state in ENDS and asking.approach.recorded_at is None:
        context["next"] = next_after(asking.approach)
    return render(request, "contact/approach.html", context | more, status=status)


@require_POST
def draft(request: SignedIn, approach_id: int) -> HttpResponse:
    """Keep the text and look at it again: the way without scripts."""
    asked = approach_of(request, approach_id)
    kept = kept_text(request, asked)
    if isinstance(kept, HttpResponse):
        return kept
    return redirect(_letter_url(asked))


@require_POST
def check(request: SignedIn, approach_id: int) -> HttpResponse:
    """While typing: what the text has and lacks. It keeps the text, too, so that a closed window loses nothing."""
    asked = approach_of(request, approach_id)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    told = form.cleaned_data
    conflict, asking = False, asking_of(asked)
    try:
        actions.save_draft(asked, **_text(told), version=told["version"], page=told["page"], asking=asking)
    except actions.Conflict:
        conflict = True
    facts = texts.letter_facts(asked, asking)
    part = check_part(asked, told["subject"], told["body"], facts)
    network = texts.kind_of(asked) == Draft.Kind.NETWORK
    context = part | {"approach": asked, "person": asked.person, "network": network, "live": True}
    return render(request, "contact/_checks.html", context | {"conflict": conflict})


@require_POST
def promise(request: SignedIn, approach_id: int) -> HttpResponse:
    """Another day for the call: the letter and the coming task change together."""
    asked = approach_of(request, approach_id)
    kept = kept_text(request, asked)
    if isinstance(kept, HttpResponse):
        return kept
    day = kept["promise_on"]
    if day is not None:
        try:
            actions.set_promise_day(asked, day)
        except Refused as why:
            messages.error(request, str(why))
    if request.htmx:
        return render(request, "contact/_letter.html", _letter_context(asked))
    return redirect(_letter_url(asked))


@require_POST
def renewing(request: SignedIn, approach_id: int) -> HttpResponse:
    """Take the text made from today's facts."""
    asked = approach_of(request, approach_id)
    actions.take_new_draft(asked)
    return redirect(_letter_url(asked))


@require_POST
def keeping(request: SignedIn, approach_id: int) -> HttpResponse:
    """The facts changed, the seeker's own wording stays."""
    asked = approach_of(request, approach_id)
    actions.keep_my_wording(asked)
    return redirect(_letter_url(asked))


@require_POST
def deciding(request: SignedIn, approach_id: int) -> HttpResponse:
    """Two windows changed one text: this is the one that stays."""
    asked = approach_of(request, approach_id)
    form = LetterForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        actions.save_draft(asked, **_text(told), version=told["version"], page=told["page"], anyway=True)
        messages.success(request, _("Kept. The other wording is gone."))
    return redirect(_letter_url(asked))


@require_http_methods(["GET", "POST"])
def eml(request: SignedIn, approach_id: int) -> HttpResponse:
    """The letter as a file that opens in a mail program, ready to be sent from there."""
    asked = approach_of(request, approach_id)
    if request.method == "POST":
        kept = kept_text(request, asked)
        if isinstance(kept, HttpResponse):
            return kept
    text = actions.draft_of(asked)
    data = as_eml(asked, text.subject, text.body)
    response = HttpResponse(data, content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="letter-{asked.pk}.eml"'
    return response


@require_http_methods(["GET", "POST"])
def letter(request: SignedIn, approach_id: int) -> HttpResponse:
    """The letter on paper, with the address block."""
    asked = approach_of(request, approach_id)
    if request.method == "POST":
        kept = kept_text(request, asked)
        return kept if isinstance(kept, HttpResponse) else redirect("contact:letter", asked.pk)
    text = actions.draft_of(asked)
    paper = asked.channel == "letter"
    context = {"approach": asked, "person": asked.person, "draft": text, "own_head": paper}
    return render(request, "contact/letter.html", context)


@require_POST
def sending(request: SignedIn, approach_id: int) -> HttpResponse:
    """ "I sent it": from now on the day it names is a promise."""
    asked = approach_of(request, approach_id)
    form = SendingForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    told = form.cleaned_data
    if asked.attempts.filter(key=told["key"]).exists():
        return redirect("contact:approach", asked.pk)
    kept = kept_text(request, asked)
    if isinstance(kept, HttpResponse):
        return kept
    try:
        attempt = actions.record_sent(
            asked, key=told["key"], on=told["sent_on"], because=told["because"], **_text(told)
        )
    except actions.NotYetRight as held_back:
        asking = asking_of(asked)
        return show(
            request, asking, write=True, status=409, held_back=str(held_back), because=told["because"]
        )
    except Refused as why:
        messages.error(request, str(why))
        return redirect("contact:approach", asked.pk)
    promise_row = attempt.promises.first()
    said = _("Noted as sent on %(day)s.") % {"day": in_words(attempt.on)}
    if promise_row is not None:
        then = (
            _("On %(day)s Today will have the call ready.")
            if promise_row.kind == "call"
            else _("On %(day)s Today will remind you to write again.")
        )
        said = f"{said} {then % {'day': in_words(promise_row.on)}}"
    messages.success(request, said)
    return redirect("contact:approach", asked.pk)


def kept_text(request: SignedIn, asked: Approach) -> dict[str, Any] | HttpResponse:
    """Save what was typed; the page that lets one choose when another window was faster."""
    form = LetterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The text is too long to be kept. Nothing was changed."))
        return redirect(_letter_url(asked))
    told = form.cleaned_data
    try:
        actions.save_draft(asked, **_text(told), version=told["version"], page=told["page"])
    except actions.Conflict as conflict:
        context = {
            "approach": asked,
            "theirs": conflict.theirs,
            "mine": conflict.mine,
            "page_key": told["page"],
        }
        return render(request, "contact/conflict.html", context, status=409)
    return told


def _text(told: dict[str, Any]) -> dict[str, Any]:
    return {"subject": told["subject"], "body": told["body"]}


def _letter_context(asked: Approach) -> dict[str, Any]:
    asking = asking_of(asked)
    return letter_part(asking) | {"approach": asked, "person": asked.person, "asking": asking}


def _letter_url(asked: Approach) -> str:
    return f"{reverse('contact:approach', args=[asked.pk])}?write=1#letter"
