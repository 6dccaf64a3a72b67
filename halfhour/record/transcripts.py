"""What a user does with a transcript: keep one that was agreed to, say whose voice is whose, take lines out of it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.history.actions import note
from halfhour.integrations.transcripts.reader import read_transcript
from halfhour.interview.models import Interview
from halfhour.record import gaps, keeping
from halfhour.record.actions import debrief_of, refuse_unless_held
from halfhour.record.models import Debrief, Finding, Transcript
from halfhour.record.rules import transcript as rule
from halfhour.record.rules.transcript import Line, Spoken, Who
from halfhour.record.starting_point import asked_in_order
from halfhour.refused import Refused

PASTED = "What you pasted"
STATEMENT, THANKS = "statement", "thanks"


@transaction.atomic
def keep_transcript(
    interview: Interview, *, name: str, data: bytes, agreed: str, agreed_who: str
) -> Transcript:
    """Read it and keep what was said; the file itself is not kept. The same again is the same one.

    Refused without the other person's agreement, when nothing can be read, and when there is another one already.
    """
    refuse_unless_held(interview)
    if agreed not in Transcript.Agreed.values:
        raise Refused(_("A transcript is kept only when the other person agreed to it."))
    read = read_transcript(name or PASTED, data)
    turns = rule.joined([Spoken(t.speaker or "", t.text, t.starts_seconds) for t in read.turns])
    if not turns:
        raise Refused(_("There are no words in it."))
    stored = [[t.speaker, t.text, t.starts_seconds] for t in turns]
    known = Transcript.objects.filter(interview=interview).first()
    if known is not None:
        if known.turns == stored:
            return known
        raise Refused(_("This talk has a transcript already. Take that one out first."))
    speakers = list(dict.fromkeys(t.speaker for t in turns if t.speaker))
    kept = Transcript.objects.create(
        owner=interview.owner,
        interview=interview,
        agreed=agreed,
        agreed_who=" ".join(agreed_who.split())[:200] or interview.person.name,
        layout=read.layout,
        turns=stored,
        who=rule.who_is_who(speakers, my_name=interview.owner.seeker.name, their_name=interview.person.name),
        kept_at=clock.now(),
    )
    note(interview.owner, "record.transcript_kept", interview, turns=len(turns), agreed=agreed)
    return kept


@transaction.atomic
def say_who(transcript: Transcript, who: Mapping[str, str]) -> Transcript:
    """Whose voice is whose; a voice left out stays as it was, an empty answer makes it unknown."""
    for speaker in speakers_of(transcript):
        said = who.get(speaker)
        if said in set(Who):
            transcript.who[speaker] = said
        elif said == "":
            transcript.who.pop(speaker, None)
    transcript.save(update_fields=["who"])
    note(transcript.owner, "record.transcript_voices", transcript.interview)
    return transcript


@transaction.atomic
def take_out(transcript: Transcript) -> None:
    """The transcript goes; what was taken from it into the record stays."""
    interview = transcript.interview
    transcript.delete()
    note(interview.owner, "record.transcript_removed", interview)


@transaction.atomic
def take_line(transcript: Transcript, *, number: int, into: str) -> str:
    """Make one line a statement in their own words, or the thing the thank-you is built on; says what it became.

    The same line again changes nothing. A line the other person did not say is refused.
    """
    lines = rule.lines_of(spoken_of(transcript))
    if into not in {STATEMENT, THANKS} or not 0 <= number < len(lines):
        raise Refused(_("That line is not in the transcript any more. Load the page again."))
    line = lines[number]
    if transcript.who.get(line.speaker) in {Who.ME, Who.OTHER}:
        raise Refused(_("That was not said by the person you talked to."))
    debrief = debrief_of(transcript.interview)
    said = _into_statement(transcript, line, lines) if into == STATEMENT else _into_thanks(debrief, line)
    debrief.version, debrief.saved_at = debrief.version + 1, clock.now()
    debrief.save()
    used = transcript.used.setdefault(into, [])
    if into == THANKS:
        used.clear()
    if number not in used:
        used.append(number)
    transcript.save(update_fields=["used"])
    note(transcript.owner, f"record.line_{into}", transcript.interview, line=number)
    return said


def _into_statement(transcript: Transcript, line: Line, lines: list[Line]) -> str:
    talk = transcript.interview
    if talk.findings.filter(text=line.text).exists():
        return _("Already kept as a statement.")
    planned = asked_in_order(talk)
    question = rule.asked_before(line, lines, _who(transcript), [p.text for p in planned])
    criterion = next((p.criterion for p in planned if p.text == question), "")
    finding: Finding = keeping.new_finding(talk)
    finding.text, finding.criterion, finding.quote, finding.confidence = line.text, criterion, True, 90
    finding.position = 100 + talk.findings.count()
    finding.save()
    gaps.tell_prepare(talk)
    return _("Kept as a statement, in their own words.")


def _into_thanks(debrief: Debrief, line: Line) -> str:
    """Another line that stood there becomes a statement, so that no words are lost."""
    before = str((debrief.typed.get("quote") or [debrief.quote])[-1]).strip()
    talk = debrief.interview
    if before and before != line.text and not talk.findings.filter(text=before).exists():
        finding = keeping.new_finding(talk)
        finding.text, finding.quote, finding.position = before, True, 100 + talk.findings.count()
        finding.save()
    debrief.quote = line.text
    if "quote" in debrief.typed:
        debrief.typed["quote"] = [line.text]
    return _("The thank-you is built on this line.")


def spoken_of(transcript: Transcript) -> list[Spoken]:
    return [Spoken(*turn) for turn in transcript.turns]


def speakers_of(transcript: Transcript) -> list[str]:
    """Every voice, in order of its first word; "" when some turns name nobody."""
    return list(dict.fromkeys(turn[0] for turn in transcript.turns))


def _who(transcript: Transcript) -> dict[str, Who]:
    return {speaker: Who(who) for speaker, who in transcript.who.items()}


def share_counted(transcript: Transcript) -> int | None:
    """The other person's share of the words in percent; None while it is not clear who is who."""
    return rule.share_of(spoken_of(transcript), _who(transcript)).them_percent


def shown(transcript: Transcript) -> dict[str, Any]:
    """What the page of a transcript shows, beside its lines: the voices, the share, the lines worth keeping."""
    turns, who = spoken_of(transcript), _who(transcript)
    lines = rule.lines_of(turns)
    words = {s: sum(len(t.text.split()) for t in turns if t.speaker == s) for s in speakers_of(transcript)}
    return {
        "lines": lines,
        "voices": [
            {
                "speaker": speaker,
                "who": who.get(speaker, ""),
                "words": n,
                "says": next(t.text for t in turns if t.speaker == speaker)[:120],
            }
            for speaker, n in words.items()
        ],
        "unclear": [speaker for speaker in words if speaker not in who],
        "share": rule.share_of(turns, who),
        "quotable": rule.quotable(lines, who),
        "who": who,
    }
