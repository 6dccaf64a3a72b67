"""An introduction: the note to someone we both know, what they answer, and the call that follows."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from halfhour.contact import actions
from halfhour.contact.eml import message_file
from halfhour.contact.facts_of import facts_of, recipient_of
from halfhour.contact.forms import IntroducerForm
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Introduction
from halfhour.contact.reach import introducers_for
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.finding import Severity
from halfhour.contact.rules.handover import mailto_url
from halfhour.contact.rules.introduction import draft_hand_back, draft_introduction
from halfhour.contact.rules.states import REMIND_INTRODUCER_WORKING_DAYS
from halfhour.contact.views.found import SignedIn, approach_of
from halfhour.find import actions as find
from halfhour.find.models import Person
from halfhour.refused import Refused

SAID = {
    "agreed": lazy("Noted: they will ask. Give them a few days."),
    "introduced": lazy("Noted. Now it is yours to call, within two working days."),
    "declined": lazy("Noted. That is fine; there are other ways."),
}
MOST_TYPED = 20_000
MAY_MENTION = {"yes": True, "no": False}


@require_http_methods(["GET", "POST"])
def introductions(request: SignedIn, approach_id: int) -> HttpResponse:
    """Whom to ask, and the note for them; POST: it has gone out."""
    asked = approach_of(request, approach_id)
    likely = introducers_for(request.user, asked.person, [asked.candidate])
    people = Person.objects.visible_to(request.user).current().filter(pk__in=[p.pk for p in likely])
    data = request.POST or (request.GET if "introducer" in request.GET or "name" in request.GET else None)
    form = IntroducerForm(data, people=people, initial={"introducer": likely[0].pk if likely else None})
    chosen = _chosen(request, form, likely)
    note = _note(asked, chosen) if chosen is not None else None
    if request.method == "POST" and form.is_valid():
        body = request.POST.get("body", "").replace("\r\n", "\n")
        try:
            actions.ask_introducer(asked, _person(request, form), body=body)
        except Refused as why:
            messages.error(request, str(why))
        else:
            messages.success(
                request, _("Noted as asked. It is no attempt on %(name)s.") % {"name": asked.person.name}
            )
            return redirect("contact:introductions", asked.pk)
    rows = list(asked.introductions.select_related("introducer").order_by("asked_on", "pk"))
    stalled = next((r for r in reversed(rows) if _stalled(r, asked)), None)
    context = {
        "approach": asked,
        "person": asked.person,
        "form": form,
        "likely": likely,
        "chosen": chosen,
        "note": note,
        "rows": rows,
        "stalled": stalled,
        "hand_back": _hand_back(asked, stalled.introducer) if stalled is not None else None,
        "open_row": next((r for r in reversed(rows) if not (r.introduced_on or r.declined_on)), None),
    }
    return render(request, "contact/introductions.html", context)


def _stalled(row: Introduction, asked: Approach) -> bool:
    """Reminded once, five working days gone, and not a word."""
    if row.reminded_on is None or row.agreed_on or row.introduced_on or row.declined_on:
        return False
    calendar = working_days_of(asked.owner.seeker, row.reminded_on)
    return asked.owner.today >= calendar.add(row.reminded_on, REMIND_INTRODUCER_WORKING_DAYS)


def _hand_back(asked: Approach, introducer: Person) -> dict[str, Any]:
    text = draft_hand_back(
        facts_of(asked, earlier=False),
        introducer=recipient_of(introducer),
        seed=f"{asked.pk}-{introducer.pk}",
    )
    to = introducer.email
    return {
        "subject": text.subject,
        "body": text.body,
        "mailto": mailto_url(to, text.subject, text.body) if to else None,
    }


@require_POST
def note_file(request: SignedIn, approach_id: int) -> HttpResponse:
    """The note as it stands in the window, as a file that opens in a mail program."""
    asked = approach_of(request, approach_id)
    likely = introducers_for(request.user, asked.person, [asked.candidate])
    people = Person.objects.visible_to(request.user).current().filter(pk__in=[p.pk for p in likely])
    form = IntroducerForm(request.POST, people=people)
    chosen = _chosen(request, form, likely)
    if chosen is None:
        return redirect("contact:introductions", asked.pk)
    subject, body = request.POST.get("subject", "")[:200], request.POST.get("body", "")[:MOST_TYPED]
    response = HttpResponse(
        message_file(request.user.seeker, name=chosen.name, email=chosen.email, subject=subject, body=body),
        content_type="message/rfc822",
    )
    response["Content-Disposition"] = f'attachment; filename="introduction-{asked.pk}.eml"'
    return response


@require_POST
def outcome(request: SignedIn, introduction_id: int) -> HttpResponse:
    """What the introducer answered or did."""
    row = _introduction(request, introduction_id)
    what = request.POST.get("outcome", "")
    try:
        actions.record_introduction(
            row, outcome=what, may_mention=MAY_MENTION.get(request.POST.get("may_mention", ""))
        )
    except Refused as why:
        messages.error(request, str(why))
    else:
        messages.success(request, SAID[what])
    if what == "introduced":
        return redirect("contact:call", row.approach_id)
    return redirect("contact:introductions", row.approach_id)


@require_POST
def reminding(request: SignedIn, introduction_id: int) -> HttpResponse:
    row = _introduction(request, introduction_id)
    actions.remind_introducer(row)
    messages.success(request, _("Noted: reminded once. There is no second reminder."))
    return redirect("contact:introductions", row.approach_id)


def _introduction(request: SignedIn, introduction_id: int) -> Introduction:
    rows = Introduction.objects.visible_to(request.user).select_related("introducer")
    row = get_object_or_404(rows, pk=introduction_id)
    row.approach, row.owner = approach_of(request, row.approach_id), request.user
    return row


def _chosen(request: SignedIn, form: IntroducerForm, likely: list[Person]) -> Person | None:
    """Whom the note on the page is for; a name that is not on the list yet makes a note, too."""
    if not form.is_bound:
        return likely[0] if likely else None
    if not form.is_valid():
        return None
    told = form.cleaned_data
    if told["introducer"] is not None:
        return told["introducer"]
    name = told["name"].strip()
    return Person(owner=request.user, name=name, given=name.split(" ")[0], email=told["email"].strip())


def _person(request: SignedIn, form: IntroducerForm) -> Person:
    told = form.cleaned_data
    if told["introducer"] is not None:
        return told["introducer"]
    return find.add_person(
        request.user, name=told["name"], email=told["email"], relationship=Person.Relationship.ACQUAINTANCE
    )


def _note(asked: Approach, introducer: Person) -> dict[str, Any]:
    facts = facts_of(asked, earlier=False)
    seed = f"{asked.pk}-{introducer.pk or introducer.name}"
    text = draft_introduction(facts, introducer=recipient_of(introducer), seed=seed)
    whole = text.text
    body = whole.split("\n\n", 1)[1] if whole.startswith("Subject:") else whole
    result = check("introduction", whole, facts, today=asked.owner.today)
    return {
        "subject": text.note.subject,
        "body": body,
        "to": introducer.email,
        "mailto": mailto_url(introducer.email, text.note.subject, body) if introducer.email else None,
        "musts": [f.message for f in result.findings if f.severity is Severity.MUST],
    }
