"""An introduction: the note to someone we both know, what they answer, the call that follows, and how it ended."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from halfhour.contact import actions, introduced
from halfhour.contact.eml import message_file
from halfhour.contact.forms import IntroducerForm
from halfhour.contact.models import Approach, Introduction
from halfhour.contact.reach import introducers_for
from halfhour.contact.rules.finding import Result, Severity
from halfhour.contact.rules.handover import mailto_url
from halfhour.contact.rules.standing import Action
from halfhour.contact.standings import Asking, asking_of, news_owed
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
    asking = asking_of(asked)
    already = {row.introducer_id for row in asking.introductions}
    likely = [
        p for p in introducers_for(request.user, asked.person, [asked.candidate]) if p.pk not in already
    ]
    people = Person.objects.visible_to(request.user).current().filter(pk__in=[p.pk for p in likely])
    data = request.POST or (request.GET if "introducer" in request.GET or "name" in request.GET else None)
    form = IntroducerForm(data, people=people, initial={"introducer": likely[0].pk if likely else None})
    chosen = _chosen(request, form, likely)
    note, held_back = _note(asked, chosen) if chosen is not None else None, ""
    if request.method == "POST" and form.is_valid():
        subject, body, because = _typed(request)
        try:
            with transaction.atomic():
                whom = _person(request, form)
                actions.ask_introducer(asked, whom, subject=subject, body=body, because=because)
        except actions.NotYetRight as wrong:
            held_back = str(wrong)
            note = (note or {}) | {"subject": subject, "body": body, "musts": musts_of(wrong.result)}
        except Refused as why:
            messages.error(request, str(why))
        else:
            messages.success(
                request, _("Noted as asked. It is no attempt on %(name)s.") % {"name": asked.person.name}
            )
            return redirect("contact:introductions", asked.pk)
    rows = introduced.rows_of(asking)
    over = asked.closed_at is not None or asked.arranged_at is not None
    context = {
        "approach": asked,
        "person": asked.person,
        "form": form,
        "likely": likely,
        "chosen": chosen,
        "note": note,
        "held_back": held_back,
        "because": request.POST.get("because", ""),
        "rows": rows,
        "over": over,
        "may_ask": not over and not any(r.open or r.row.introduced_on for r in rows),
        "reminding": _reminder_is_due(asking),
        "open_row": next((r for r in reversed(rows) if r.open), None),
    }
    return render(request, "contact/introductions.html", context, status=422 if held_back else 200)


def _reminder_is_due(asking: Asking) -> bool:
    move = asking.standing.next
    return (
        move is not None
        and move.action is Action.REMIND_INTRODUCER
        and move.due_on <= asking.approach.owner.today
    )


def _typed(request: SignedIn) -> tuple[str, str, str]:
    """Subject, text and the reason why it may go, as they were typed."""
    told = request.POST
    body = told.get("body", "")[:MOST_TYPED].replace("\r\n", "\n")
    return told.get("subject", "")[:200], body, told.get("because", "")[:300]


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


@require_http_methods(["GET", "POST"])
def news(request: SignedIn, introduction_id: int) -> HttpResponse:
    """Thanks and how it ended, for whoever asked for me when no talk came of it; POST: they have heard."""
    row = _introduction(request, introduction_id)
    asking = asking_of(row.approach)
    if row.told_how_it_went_on is None and row.pk not in {one.pk for one, _day in news_owed(asking)}:
        return redirect("contact:introductions", row.approach_id)
    text = introduced.news_of(asking, row)
    subject, body, because, held_back = text.subject, text.body, "", ""
    result = actions.news_checked(row, subject, body)
    if request.method == "POST":
        subject, body, because = _typed(request)
        try:
            actions.tell_introducer(row, subject=subject, body=body, because=because)
        except actions.NotYetRight as wrong:
            held_back, result = str(wrong), wrong.result
        else:
            messages.success(
                request, _("Noted: %(name)s has heard how it ended.") % {"name": row.introducer.name}
            )
            return redirect("contact:introductions", row.approach_id)
    to = row.introducer.email
    context = {
        "approach": row.approach,
        "row": row,
        "subject": subject,
        "body": body,
        "because": because,
        "held_back": held_back,
        "result": result,
        "mailto": mailto_url(to, subject, body) if to else None,
    }
    return render(request, "contact/introducer_news.html", context, status=422 if held_back else 200)


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
    return _on_my_list(request, told) or Person(
        owner=request.user, name=name, given=name.split(" ")[0], email=told["email"].strip()
    )


def _person(request: SignedIn, form: IntroducerForm) -> Person:
    told = form.cleaned_data
    if told["introducer"] is not None:
        return told["introducer"]
    return _on_my_list(request, told) or find.add_person(
        request.user, name=told["name"], email=told["email"], relationship=Person.Relationship.ACQUAINTANCE
    )


def _on_my_list(request: SignedIn, told: dict[str, Any]) -> Person | None:
    """Somebody typed by name who is on the list already, when there is exactly one of that name."""
    people = Person.objects.visible_to(request.user).current().filter(name__iexact=told["name"].strip())
    if told["email"].strip():
        people = people.filter(email__in=("", told["email"].strip()))
    found = list(people[:2])
    return found[0] if len(found) == 1 else None


def _note(asked: Approach, introducer: Person) -> dict[str, Any]:
    text = introduced.note_for(asked, introducer)
    subject, body = text.note.subject, text.note.body
    return {
        "subject": subject,
        "body": body,
        "forwardable": text.forwardable,
        "mailto": mailto_url(introducer.email, subject, body) if introducer.email else None,
        "musts": musts_of(actions.note_checked(asked, subject, body)),
    }


def musts_of(result: Result) -> list[str]:
    return [f.message for f in result.findings if f.severity is Severity.MUST]
