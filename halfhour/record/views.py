"""Writing down what was learned, and what follows from it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.contact.views.found import SignedIn
from halfhour.interview.home import home_of
from halfhour.interview.models import Answer, Interview, Mark
from halfhour.interview.rules import clock as talk_clock
from halfhour.record import actions
from halfhour.record.actions import Conflict
from halfhour.record.everything import Small, everything
from halfhour.record.models import Advice, Debrief, Noted
from halfhour.record.parts import parts_of
from halfhour.record.rules.debrief import ListKind, asks_environment, share_note
from halfhour.record.rules.prompts import SHORT
from halfhour.record.sheet import Sheet, digest_of, shown, typed_of
from halfhour.record.starting_point import is_true
from halfhour.record.transcripts import share_counted

SHOWN = 40


def index(request: SignedIn) -> HttpResponse:
    held = (
        Interview.objects.visible_to(request.user)
        .evidence()
        .select_related("person", "candidate", "debrief")
        .order_by("-ended_at")[:SHOWN]
    )
    recorded: list[tuple[Interview, Debrief]] = []
    waiting: list[tuple[Interview, Debrief | None]] = []
    for talk in held:
        kept = getattr(talk, "debrief", None)
        if kept and kept.recorded_at:
            recorded.append((talk, kept))
        else:
            waiting.append((talk, kept))
    page = {
        "waiting": waiting,
        "recorded": recorded,
        "practice": Interview.objects.visible_to(request.user).filter(kind=Interview.Kind.PRACTICE).count(),
        "advice": list(
            Advice.objects.visible_to(request.user)
            .filter(done_at=None)
            .select_related("interview__person")
            .order_by("by", "pk")[:SHOWN]
        ),
        "follow_ups": list(
            Noted.objects.visible_to(request.user)
            .filter(follow_up=True, followed_up_at=None)
            .select_related("debrief__interview__person")
            .order_by("pk")[:SHOWN]
        ),
    }
    return render(request, "record/index.html", page)


def _talk(request: SignedIn, interview_id: int) -> Interview:
    mine = (
        Interview.objects.visible_to(request.user)
        .with_people()
        .select_related("approach__plan", "debrief", "transcript")
    )
    talk = get_object_or_404(mine, pk=interview_id)
    talk.owner = request.user
    return talk


def debrief(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    if talk.ended_at is None:
        messages.info(request, _("The talk is not over yet. Write it down when it is."))
        return redirect("interview:interview", talk.pk)
    if talk.kind == Interview.Kind.PRACTICE:
        messages.info(request, _("This was practice. It is kept as practice and needs no record."))
        return redirect("interview:interview", talk.pk)
    kept = getattr(talk, "debrief", None)
    rows = everything(talk)
    if request.method != "POST":
        return _page(request, talk, kept, shown(talk, kept, rows), rows)
    sheet = Sheet(talk, rows, data=request.POST)
    if not sheet.is_valid():
        return _page(request, talk, kept, sheet, rows, status=422)
    version = sheet.main.cleaned_data["version"]
    try:
        saved = actions.save_debrief(talk, version=version, digest=digest_of(request.POST), **sheet.told())
    except Conflict as conflict:
        return _conflict(request, talk, conflict.theirs)
    messages.success(request, _what_is_left(talk, saved))
    return redirect("record:debrief", talk.pk)


def _what_is_left(talk: Interview, saved: Debrief) -> str:
    left = actions.missing_of(talk, saved)
    if not left:
        return _("Kept, and complete. Next: thank %(name)s.") % {"name": talk.person.name}
    return _("Kept. Still missing: %(first)s") % {"first": left[0].words}


def _page(
    request: SignedIn,
    talk: Interview,
    kept: Debrief | None,
    sheet: Sheet,
    rows: dict[str, list[Small]],
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    marks = [_marked(talk, row) for row in rows["mark"]]
    answers = _answers(sheet, marks)
    entries = Counter(row.texts[0] for row in rows["noted"])
    page = {
        "talk": talk,
        "debrief": kept,
        "prompts": [words for _key, words in SHORT],
        "sheet": sheet,
        "form": sheet.main,
        "lists": [(k.value, sheet.main[f"list_{k}"], sheet.main[f"empty_{k}"]) for k in ListKind],
        "asked": [a for a in answers if a["asked"]] or answers,
        "parts": parts_of(sheet, answers, all_open=bool(more.get("conflict"))),
        "not_asked": [a for a in answers if not a["asked"]] if any(a["asked"] for a in answers) else [],
        "missing": actions.missing_of(talk, kept, entries),
        "run": talk_clock.actual_run(
            started_at=talk.started_at or talk.starts_at,
            ended_at=talk.ended_at or talk.starts_at,
            agreed_minutes=talk.minutes,
            extended_at=talk.extended_at,
        ),
        "asks_environment": asks_environment(talk.format),
        "names": [m for m in marks if m.kind == Mark.Kind.NAME],
        "share_note": share_note(kept.they_spoke_percent) if kept else None,
        "discovered": [c for c in sheet.shortlist if c.discovered_by_person == talk.person_id],
        "follow_ups": [_entry(row) for row in rows["noted"]],
        "home": home_of(request.user),
        "has_transcript": hasattr(talk, "transcript"),
        "counted": share_counted(talk.transcript) if hasattr(talk, "transcript") else None,
        **more,
    }
    return render(request, "record/debrief.html", page, status=status)


@dataclass(frozen=True)
class Marked:
    """A mark of the live screen: what it was, in which minute of the talk, during which question."""

    kind: str
    text: str
    question: str
    minute: int


def _marked(talk: Interview, row: Small) -> Marked:
    started = talk.started_at or talk.starts_at
    seconds = (row.moment - started).total_seconds() if row.moment else 0
    kind, text, question, _rest = row.texts
    return Marked(kind, text, question, max(0, int(seconds // 60)) + 1)


def _entry(row: Small) -> dict[str, Any]:
    kind, text, follow_up, _rest = row.texts
    return {"pk": row.pk, "kind": Noted.Kind(kind).label, "text": text, "follow_up": is_true(follow_up)}


def _answers(sheet: Sheet, marks: list[Marked]) -> list[dict[str, Any]]:
    """Each planned question's form, with the stars that were set while it was asked."""
    stars: dict[str, list[int]] = {}
    for mark in marks:
        if mark.kind == Mark.Kind.STAR and mark.question:
            stars.setdefault(mark.question, []).append(mark.minute)
    return [
        {
            "form": form,
            "question": form["question"].value(),
            "about": sheet.labels.get(form["criterion"].value() or "", ""),
            "asks_criterion": not form["criterion"].is_hidden,
            "stars": stars.get(form["question"].value() or "", []),
            "asked": (form["state"].value() or "not_asked") != Answer.State.NOT_ASKED
            or bool(form["words"].value()),
        }
        for form in sheet.rows["answers"]
    ]


def _conflict(request: SignedIn, talk: Interview, theirs: Debrief) -> HttpResponse:
    """Both texts on one page: what was typed here in the form, what the other window saved beside it."""
    mine: QueryDict = request.POST.copy()
    mine["version"] = str(theirs.version)
    rows = everything(talk)
    sheet = Sheet(talk, rows, data=mine)
    sheet.is_valid()
    other = shown(talk, theirs, rows)
    differs = [
        (field.label, theirs_text)
        for field in other.main
        if (theirs_text := str(field.value() or "").strip())
        and not field.is_hidden
        and theirs_text != str(sheet.main[field.name].value() or "").strip()
    ]
    typed_here = {
        form["question"].value(): str(form["words"].value() or "") for form in sheet.rows["answers"]
    }
    for form in other.rows["answers"]:
        question, words = form["question"].value(), str(form["words"].value() or "").strip()
        if words and words != typed_here.get(question, "").strip():
            differs.append((question, words))
    return _page(request, talk, theirs, sheet, rows, status=409, differs=differs, conflict=True)


@require_POST
def autosave(request: SignedIn, interview_id: int) -> HttpResponse:
    """The form as it is while the typing pauses; answers with the version to send next."""
    talk = _talk(request, interview_id)
    try:
        version = int(request.POST.get("version", ""))
    except ValueError:
        return JsonResponse({"why": _("This page is too old. Load it again.")}, status=400)
    try:
        kept = actions.keep_typing(talk, version=version, typed=typed_of(request.POST))
    except Conflict as conflict:
        return JsonResponse({"why": str(conflict)}, status=409)
    return JsonResponse({"version": kept.version})


@require_POST
def following_up(request: SignedIn, noted_id: int) -> HttpResponse:
    entry = get_object_or_404(Noted.objects.visible_to(request.user).select_related("debrief"), pk=noted_id)
    if request.POST.get("done") == "yes":
        actions.mark_followed_up(entry, done=True)
        messages.success(request, _("Done: %(text)s") % {"text": entry.text})
        return redirect("record:index")
    actions.mark_followed_up(entry, wanted=request.POST.get("wanted") == "yes")
    return redirect("record:debrief", entry.debrief.interview_id)


@require_POST
def advice_done(request: SignedIn, advice_id: int) -> HttpResponse:
    advice = get_object_or_404(Advice.objects.visible_to(request.user), pk=advice_id)
    actions.do_advice(advice)
    messages.success(request, _("Done: %(text)s") % {"text": advice.text})
    return redirect("record:index")
