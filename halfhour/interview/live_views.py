"""The live screen and what it sends: start, marks, end. Everything works as plain forms too."""

import secrets
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour import clock
from halfhour.contact.views.found import SignedIn
from halfhour.interview import actions
from halfhour.interview.forms import MarkForm, told_instant
from halfhour.interview.home import home_of
from halfhour.interview.live import TURN_BACK, live_screen, next_after, questions_of
from halfhour.interview.models import Interview, Mark


def _talk(request: SignedIn, interview_id: int) -> Interview:
    found = Interview.objects.visible_to(request.user).with_people().select_related("approach__plan")
    talk = get_object_or_404(found, pk=interview_id)
    talk.owner = request.user
    return talk


def live(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    if talk.ended_at or talk.cancelled_at or talk.missed_at:
        return redirect("interview:interview", talk.pk)
    asked_for = _number(request.GET.get("question"))
    page = {
        "talk": talk,
        "screen": live_screen(talk, now=clock.now(), shown=asked_for),
        "shown": asked_for or "",
        "key": secrets.token_urlsafe(12),
        "said": _said(request.GET.get("kept", "")),
        "home": home_of(request.user),
    }
    return render(request, "interview/live.html", page)


def _said(kind: str) -> str:
    """What a plain form's mark did; the script says the same by itself."""
    said = {
        "star": _("Remembered."),
        "name": _("A name. You can write it down afterwards."),
        "note": _("Noted."),
    }
    return TURN_BACK[0] if kind == Mark.Kind.TURNED_BACK else said.get(kind, "")


@require_POST
def starting(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = actions.start_interview(_talk(request, interview_id), at=told_instant(request.POST.get("at", "")))
    if _from_script(request):
        return JsonResponse({"kept": request.POST.get("key", ""), "started": talk.started_at})
    return redirect("interview:live", talk.pk)


@require_POST
def marks(request: SignedIn, interview_id: int) -> HttpResponse:
    """One mark. A script gets its key back and then forgets it; a plain form gets the next question."""
    talk = _talk(request, interview_id)
    form = MarkForm(request.POST)
    if not form.is_valid():
        if _from_script(request):
            return JsonResponse({"wrong": form.errors}, status=400)
        return redirect("interview:live", talk.pk)
    told: dict[str, Any] = form.cleaned_data
    if told["kind"] == Mark.Kind.NOTE and not told["text"].strip():
        return _answer(request, talk, told["key"], told["plan_line"])
    made = actions.mark(talk, **told)
    line = made.plan_line
    if made.kind == Mark.Kind.ANSWERED:
        line = next_after(questions_of(talk), made.plan_line)
    return _answer(request, talk, made.key, line, made)


def _answer(
    request: SignedIn, talk: Interview, key: str, line: int | None, made: Mark | None = None
) -> HttpResponse:
    if _from_script(request):
        return JsonResponse({"kept": key})
    query = f"?question={line}" if line else "?question=0"
    kept = f"&kept={made.kind}" if made else ""
    return redirect(reverse("interview:live", args=[talk.pk]) + query + kept)


@require_POST
def ending(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = actions.end_interview(_talk(request, interview_id), at=told_instant(request.POST.get("at", "")))
    if _from_script(request):
        return JsonResponse({"kept": request.POST.get("key", ""), "ended": talk.ended_at})
    return redirect("record:debrief", talk.pk)


@require_POST
def going_on(request: SignedIn, interview_id: int) -> HttpResponse:
    actions.go_on(_talk(request, interview_id))
    return redirect("interview:live", interview_id)


def _from_script(request: SignedIn) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
