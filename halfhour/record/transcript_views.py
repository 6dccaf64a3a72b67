"""The transcript of one talk: bringing it, saying who is who, taking lines out of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.contact.views.found import SignedIn
from halfhour.interview.models import Interview
from halfhour.record import transcripts
from halfhour.record.forms import TranscriptForm
from halfhour.record.models import Transcript
from halfhour.record.rules.debrief import SPEAKS_AT_LEAST_PERCENT
from halfhour.record.rules.transcript import Who
from halfhour.refused import Refused

LINES_A_PAGE = 150


def _talk(request: SignedIn, interview_id: int) -> Interview:
    mine = (
        Interview.objects.visible_to(request.user)
        .with_people()
        .select_related("approach__plan", "debrief", "transcript")
    )
    talk = get_object_or_404(mine, pk=interview_id)
    talk.owner = request.user
    return talk


def _transcript(request: SignedIn, interview_id: int) -> Transcript:
    talk = _talk(request, interview_id)
    kept = get_object_or_404(Transcript.objects.visible_to(request.user), interview=talk)
    kept.interview, kept.owner = talk, request.user
    return kept


def transcript(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    kept = getattr(talk, "transcript", None)
    if talk.ended_at is None or talk.kind == Interview.Kind.PRACTICE:
        return redirect("interview:interview", talk.pk)
    if kept is not None and request.method != "POST":
        return _lines(request, talk, kept)
    form = TranscriptForm(request.POST or None, request.FILES or None, name=talk.person.name)
    if request.method == "POST" and form.is_valid():
        name, data = form.content()
        try:
            made = transcripts.keep_transcript(
                talk,
                name=name,
                data=data,
                agreed=form.cleaned_data["agreed"],
                agreed_who=form.cleaned_data["agreed_who"],
            )
        except Refused as why:
            form.add_error("file" if name else "text", str(why))
        else:
            messages.success(request, _kept(made))
            return redirect("record:transcript", talk.pk)
    page = {"talk": talk, "form": form}
    return render(request, "record/transcript_new.html", page, status=422 if form.errors else 200)


def _kept(made: Transcript) -> str:
    if [s for s in transcripts.speakers_of(made) if s and s not in made.who]:
        return _("Read. Say whose voice is whose, then it can count.")
    return _("Read, and kept with this talk.")


def _lines(request: SignedIn, talk: Interview, kept: Transcript) -> HttpResponse:
    shown = transcripts.shown(kept)
    page = Paginator(shown["lines"], LINES_A_PAGE).get_page(request.GET.get("page"))
    debrief = getattr(talk, "debrief", None)
    named = [s for s in shown["unclear"] if s]
    sides = {Who.ME: "mine", Who.OTHER: "other"}
    rows = [
        {
            "line": line,
            "side": sides.get(shown["who"].get(line.speaker), "theirs"),
            "begins": not n or page.object_list[n - 1].turn != line.turn,
            "at": _minute(line.starts_seconds),
        }
        for n, line in enumerate(page.object_list)
    ]
    return render(
        request,
        "record/transcript.html",
        {
            **shown,
            "talk": talk,
            "transcript": kept,
            "page": page,
            "rows": rows,
            "guess": debrief.they_spoke_percent if debrief else None,
            "aim": SPEAKS_AT_LEAST_PERCENT,
            "ask_who": bool(named),
            "nobody_named": all(not v["speaker"] for v in shown["voices"]),
            "statements": set(kept.used.get(transcripts.STATEMENT, [])),
            "thanks": set(kept.used.get(transcripts.THANKS, [])),
        },
    )


def _minute(seconds: float | None) -> str:
    """4:07, from the beginning of the talk."""
    return "" if seconds is None else f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


@require_POST
def voices(request: SignedIn, interview_id: int) -> HttpResponse:
    """Whose voice is whose; the form numbers the voices, since a name may be anything."""
    kept = _transcript(request, interview_id)
    speakers = transcripts.speakers_of(kept)
    told = {
        speaker: request.POST[f"voice-{n}"]
        for n, speaker in enumerate(speakers)
        if f"voice-{n}" in request.POST
    }
    transcripts.say_who(kept, told)
    messages.success(request, _("Counted anew."))
    return redirect("record:transcript", interview_id)


@require_POST
def lines(request: SignedIn, interview_id: int) -> HttpResponse:
    """Take one line into the record. A script gets a sentence back, a plain form the page at that line."""
    kept = _transcript(request, interview_id)
    number = _number(request)
    try:
        said = transcripts.take_line(kept, number=number, into=request.POST.get("into", ""))
    except Refused as why:
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"why": str(why)}, status=409)
        raise
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"said": said})
    messages.success(request, said)
    page = number // LINES_A_PAGE + 1
    return redirect(f"{reverse('record:transcript', args=[interview_id])}?page={page}#line-{number}")


def _number(request: HttpRequest) -> int:
    line = request.POST.get("line", "")
    return int(line) if line.isascii() and line.isdecimal() and len(line) < 7 else -1


@require_POST
def transcript_removal(request: SignedIn, interview_id: int) -> HttpResponse:
    transcripts.take_out(_transcript(request, interview_id))
    messages.success(request, _("The transcript is gone. What you took from it into the record stays."))
    return redirect("record:debrief", interview_id)
