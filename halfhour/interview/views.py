"""Agreeing on a talk, what is agreed, and logging a chat."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour import clock
from halfhour.contact.models import Approach, Reply
from halfhour.contact.views.found import SignedIn
from halfhour.find.actions import describe_person
from halfhour.interview import actions, chats, words
from halfhour.interview.calendar import entry
from halfhour.interview.forms import ArrangeForm, BeforeForm, ChatForm, PlaceForm, TimeForm
from halfhour.interview.home import home_of
from halfhour.interview.models import Interview
from halfhour.interview.offered import offered_by
from halfhour.interview.other_calendar import free_times
from halfhour.interview.page import describe_talk, neighbours, sheet_of
from halfhour.refused import Refused

HELD_SHOWN = 10


def index(request: SignedIn) -> HttpResponse:
    now = clock.now()
    mine = Interview.objects.visible_to(request.user).with_people()
    open_talks = list(mine.standing().filter(ended_at=None).order_by("starts_at"))
    for talk in open_talks:
        talk.owner = request.user
    running = [t for t in open_talks if t.started_at]
    unsaid = [t for t in open_talks if not t.started_at and _is_over(t, now)]
    coming = [t for t in open_talks if t not in running and t not in unsaid]
    held = list(mine.held().order_by("-ended_at")[:HELD_SHOWN])
    waiting = (
        Approach.objects.visible_to(request.user)
        .open()
        .filter(
            replies__kind__in=[Reply.Kind.YES, Reply.Kind.OTHER_TIME, Reply.Kind.PHONE_INSTEAD],
            arranged_at=None,
        )
    )
    return render(
        request,
        "interview/index.html",
        {
            "running": running,
            "unsaid": unsaid,
            "coming": [(t, words.local_start(t), words.where(t)) for t in coming],
            "held": held,
            "agreed_without_time": list(waiting.select_related("person", "candidate").distinct()),
            "home": home_of(request.user),
            "chat_url": reverse("interview:chat"),
        },
    )


def _is_over(talk: Interview, now: object) -> bool:
    return now > talk.starts_at + timedelta(minutes=talk.minutes)  # type: ignore[operator]  # both are instants


def arrange(request: SignedIn, approach_id: int) -> HttpResponse:
    """Agree on a day and time. With ?now=1: they said "let's talk now"."""
    approach = get_object_or_404(
        Approach.objects.visible_to(request.user).select_related("person__organisation", "candidate"),
        pk=approach_id,
    )
    approach.owner = request.user
    at_once = request.GET.get("now") == "1"
    if at_once and request.method == "POST":
        return redirect("interview:live", actions.talk_now(approach).pk)
    coming = actions.coming_for(approach)
    if coming is not None and not at_once:
        return redirect("interview:interview", coming.pk)
    if at_once:
        return render(request, "interview/talk_now.html", {"approach": approach})
    offered = offered_by(approach)
    form = ArrangeForm(
        request.POST or None, initial=_proposal(approach) | (offered.initial() if offered else {})
    )
    if request.method == "POST" and form.is_valid():
        try:
            talk = _arranged(approach, form)
        except Refused as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _agreed(talk))
            return redirect("interview:interview", talk.pk)
    page = {"form": form, "approach": approach, "calendar": getattr(request.user, "other_calendar", None)}
    page["offered"] = offered
    page["slots"] = free_times(request.user, approach.minutes, approach.person.timezone)
    return render(request, "interview/arrange.html", page)


def _arranged(approach: Approach, form: ArrangeForm) -> Interview:
    """The talk, and where their clock is, when that was said."""
    talk = actions.arrange(approach, **form.told(approach.owner.seeker.timezone))
    zone = form.cleaned_data["their_zone"]
    if zone and zone != approach.person.timezone:
        describe_person(approach.person, timezone=zone)
    return talk


def _proposal(approach: Approach) -> dict[str, object]:
    """In person, at their organisation; by telephone when that is what they asked for."""
    person = approach.person
    latest = approach.replies.order_by("-at").first()
    phone = latest is not None and latest.kind == Reply.Kind.PHONE_INSTEAD
    address = person.postal_address or (person.organisation.name if person.organisation else "")
    return {
        "minutes": approach.minutes,
        "format": Interview.Format.PHONE if phone else Interview.Format.VISIT,
        "place": "" if phone else " ".join(address.split()),
        "link_or_number": person.phone,
        "their_zone": person.timezone,
    }


def _agreed(talk: Interview) -> str:
    start = words.local_start(talk)
    day = words.day_in_words(start.date(), talk.owner.today)
    said = _("Agreed: %(name)s, %(day)s at %(at)s. A first set of questions is ready.") % {
        "name": talk.person.name,
        "day": day,
        "at": start.strftime("%H:%M"),
    }
    close = neighbours(talk)
    return f"{said} {close}" if close else said


def _talk(request: SignedIn, interview_id: int) -> Interview:
    talk = get_object_or_404(
        Interview.objects.visible_to(request.user)
        .with_people()
        .select_related("person__organisation__brief", "approach__plan", "approach__resume_choice"),
        pk=interview_id,
    )
    talk.owner = request.user
    if talk.approach is not None:
        talk.approach.owner, talk.approach.person = talk.owner, talk.person
        talk.approach.candidate = talk.candidate
    return talk


def interview(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    forms = {
        "time_form": TimeForm(initial={"on": talk.on, "at": talk.local_time}),
        "place_form": PlaceForm(
            initial={
                "format": talk.format,
                "minutes": talk.minutes,
                "place": talk.place,
                "link_or_number": talk.link_or_number,
            }
        ),
        "before_form": BeforeForm(
            initial={"confidence": talk.confidence_before, "expected": talk.expected_to_learn}
        ),
    }
    return _interview_page(request, talk, forms)


def _interview_page(
    request: SignedIn, talk: Interview, forms: Mapping[str, object], status: int = 200
) -> HttpResponse:
    return render(request, "interview/interview.html", {**describe_talk(talk), **forms}, status=status)


@require_POST
def rescheduling(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    form = TimeForm(request.POST)
    if not form.is_valid():
        return _with_errors(request, talk, "time_form", form)
    talk = actions.reschedule(talk, **form.cleaned_data)
    messages.success(request, _agreed_again(talk))
    return redirect("interview:interview", talk.pk)


def _agreed_again(talk: Interview) -> str:
    start = words.local_start(talk)
    said = _("The talk is now %(day)s at %(at)s. Tell them, and replace the calendar entry.") % {
        "day": words.day_in_words(start.date(), talk.owner.today),
        "at": start.strftime("%H:%M"),
    }
    close = neighbours(talk)
    return f"{said} {close}" if close else said


@require_POST
def describing(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    form = PlaceForm(request.POST, initial={"minutes": talk.minutes})
    if not form.is_valid():
        return _with_errors(request, talk, "place_form", form)
    actions.describe(talk, **form.cleaned_data)
    messages.success(request, _("Noted: %(where)s.") % {"where": words.where(talk)})
    return redirect("interview:interview", talk.pk)


@require_POST
def before(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    form = BeforeForm(request.POST)
    if not form.is_valid():
        return _with_errors(request, talk, "before_form", form)
    actions.say_before(talk, **form.cleaned_data)
    messages.success(request, _("Kept. You will see after the talk how it compares."))
    return redirect("interview:interview", talk.pk)


def _with_errors(request: SignedIn, talk: Interview, name: str, form: object) -> HttpResponse:
    others = {
        "time_form": TimeForm(initial={"on": talk.on, "at": talk.local_time}),
        "place_form": PlaceForm(initial={"format": talk.format, "minutes": talk.minutes}),
        "before_form": BeforeForm(),
    }
    return _interview_page(request, talk, {**others, name: form, "open_form": name}, status=422)


@require_POST
def confirming(request: SignedIn, interview_id: int) -> HttpResponse:
    actions.confirm(_talk(request, interview_id))
    messages.success(request, _("The talk is confirmed."))
    return redirect("interview:interview", interview_id)


@require_POST
def cancelling(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = actions.cancel(_talk(request, interview_id))
    messages.success(request, _("The talk is off the calendar. You can agree on another time."))
    return _after_falling_through(talk)


@require_POST
def missing(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = actions.miss(_talk(request, interview_id))
    messages.success(
        request, _("Noted: it did not take place. A friendly line and two other times keep the door open.")
    )
    return _after_falling_through(talk)


def _after_falling_through(talk: Interview) -> HttpResponse:
    if talk.approach_id is None:
        return redirect("interview:index")
    return redirect("contact:approach", talk.approach_id)


def calendar(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    answer = HttpResponse(entry(talk), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="talk-{talk.pk}.ics"'
    return answer


def sheet(request: SignedIn, interview_id: int) -> HttpResponse:
    """The printed sheet of this talk: with its time, its place, and what to bring."""
    return render(request, "prepare/sheet.html", sheet_of(_talk(request, interview_id)))


def chat(request: SignedIn) -> HttpResponse:
    """Log an informal chat: whom, about what, how long, one line."""
    form = ChatForm(request.POST or None, user=request.user, initial=_chat_proposal(request))
    if request.method == "POST" and form.is_valid():
        try:
            talk = chats.log(request.user, form)
        except Refused as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept: your talk with %(name)s.") % {"name": talk.person.name})
            practice = talk.kind == Interview.Kind.PRACTICE
            return redirect("interview:index") if practice else redirect("record:debrief", talk.pk)
    return render(request, "interview/chat.html", {"form": form})


def _chat_proposal(request: SignedIn) -> dict[str, object]:
    proposal: dict[str, object] = {"key": secrets.token_urlsafe(12)}
    for name in ("candidate", "person"):
        if request.GET.get(name):
            proposal[name] = request.GET[name]
    return proposal
