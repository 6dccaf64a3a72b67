"""What a transcript tells: which voice is whose, how much each spoke, and which lines are worth keeping.

Source: the first seed (let them talk; you need not interject) and Designing Your Life (turn it back to their story); they
speak seventy percent or more, counting words and choosing lines as done here are defaults of ours. Consent first: Yale,
Lawrence (never record without it).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LINE_WORDS = 45
QUOTE_WORDS = (7, 45)
QUOTES = 8
ALIKE = 0.55


class Who(StrEnum):
    THEM = "them"
    ME = "me"
    OTHER = "other"


@dataclass(frozen=True)
class Spoken:
    """Something said without a break. speaker: as the transcript names them, "" when it does not."""

    speaker: str
    text: str
    starts_seconds: float | None = None


@dataclass(frozen=True)
class Line:
    """A part of a turn short enough to keep. turn: index of its turn; number: its own index in the whole talk."""

    number: int
    turn: int
    speaker: str
    text: str
    starts_seconds: float | None


@dataclass(frozen=True)
class Share:
    """Words by whom. them_percent: of the words of the two, None while nothing of either is known."""

    them: int
    me: int
    others: int
    unknown: int

    @property
    def them_percent(self) -> int | None:
        both = self.them + self.me
        return round(100 * self.them / both) if both else None


def joined(turns: Sequence[Spoken]) -> list[Spoken]:
    """One entry a turn: what the same voice says in a row is one, and captions that repeat as they roll say it once."""
    found: list[Spoken] = []
    for turn in turns:
        last = found[-1] if found else None
        if last is None or last.speaker != turn.speaker:
            found.append(turn)
            continue
        new = _without_overlap(last.text, turn.text)
        if new:
            found[-1] = Spoken(last.speaker, f"{last.text} {new}", last.starts_seconds)
    return found


def _without_overlap(before: str, text: str) -> str:
    """The words of text that before does not end with already, two or more in a row."""
    said, new = before.split(), text.split()
    for n in range(min(len(said), len(new)), 1, -1):
        if said[-n:] == new[:n]:
            return " ".join(new[n:])
    return text


def who_is_who(speakers: Sequence[str], *, my_name: str, their_name: str) -> dict[str, Who]:
    """Whose voice is whose, as far as the names tell; a voice that is left out has to be asked about.

    speakers: as the transcript names them. Of two voices one name is enough. A word that both names share tells nothing.
    """
    known: dict[str, Who] = {}
    for speaker in speakers:
        mine, theirs = _likeness(speaker, my_name, ME_WORDS), _likeness(speaker, their_name, THEM_WORDS)
        if mine > theirs:
            known[speaker] = Who.ME
        elif theirs > mine:
            known[speaker] = Who.THEM
    if len(speakers) == 2 and len(known) == 1:
        (first, who) = next(iter(known.items()))
        other = next(s for s in speakers if s != first)
        known[other] = Who.THEM if who is Who.ME else Who.ME
    return known


ME_WORDS = frozenset({"interviewer", "q", "question", "me", "i", "moderator", "asker", "student", "you"})
THEM_WORDS = frozenset({"interviewee", "a", "answer", "guest", "respondent", "participant"})
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "professor", "the"})


def _likeness(speaker: str, name: str, roles: frozenset[str]) -> int:
    """0 for no sign; a role or initials 1; a word of the name 2; two words 4."""
    said, own = _words(speaker), _words(name)
    if not said:
        return 0
    if len(said) == 1 and said[0] in roles and not any(c.isdigit() for c in speaker):
        return 1
    shared = sum(w in own for w in set(said))
    if shared:
        return 2 * shared
    compact = speaker.replace(".", "").replace(" ", "")
    return int(len(own) > 1 and compact.casefold() == "".join(w[0] for w in own))


def _words(name: str) -> list[str]:
    low = re.sub(r"[’']s\b", "", name.casefold())
    return [w for w in re.findall(r"[^\W\d_]+", low) if w not in _TITLES]


def _plain(name: str) -> str:
    return " ".join(_words(name))


def share_of(turns: Sequence[Spoken], who: Mapping[str, Who]) -> Share:
    """Count the words of each side. Silence and speed are not known, so it is a share of words, not of minutes."""
    counts = {Who.THEM: 0, Who.ME: 0, Who.OTHER: 0, None: 0}
    for turn in turns:
        counts[who.get(turn.speaker)] += len(turn.text.split())
    return Share(counts[Who.THEM], counts[Who.ME], counts[Who.OTHER], counts[None])


def lines_of(turns: Sequence[Spoken]) -> list[Line]:
    """The talk in lines of whole sentences, at most 45 words unless one sentence is longer."""
    lines: list[Line] = []
    for at, turn in enumerate(turns):
        piece: list[str] = []
        for sentence in re.split(r"(?<=[.!?…])\s+(?=\S)", turn.text):
            if piece and len(" ".join([*piece, sentence]).split()) > LINE_WORDS:
                lines.append(Line(len(lines), at, turn.speaker, " ".join(piece), turn.starts_seconds))
                piece = []
            piece.append(sentence)
        lines.append(Line(len(lines), at, turn.speaker, " ".join(piece), turn.starts_seconds))
    return lines


_TELLING = re.compile(
    r"\b(?:because|surpris\w*|hardest|easiest|best|worst|wish|regret|nobody|never|always|most people|people think|honestly"
    r"|actually|really|love|hate|afraid|proud|boring|learned|learnt|mistake|advice|would tell|the thing is|what matters"
    r"|instead|first year|at first|when i started|i had to|half|most of|hours?|years?|money|percent|nights?|weekends?)\b",
    re.I,
)
_SMALL_TALK = re.compile(
    r"^(?:yes|yeah|no|okay|ok|hi|hello|hey|thanks?|thank you|sure|right|of course|good morning|you're welcome|bye)\b.{0,60}$"
    r"|\b(?:can you hear|you're muted|on mute|my (?:camera|screen|connection))\b",
    re.I,
)


def quotable(lines: Sequence[Line], who: Mapping[str, Who], *, at_most: int = QUOTES) -> list[Line]:
    """Lines of theirs that say something particular, in the order of the talk: reasons, numbers, firsts, feelings."""
    scored = []
    for line in lines:
        words = len(line.text.split())
        if who.get(line.speaker) is not Who.THEM or _SMALL_TALK.search(line.text):
            continue
        if not QUOTE_WORDS[0] <= words <= QUOTE_WORDS[1]:
            continue
        telling = len(set(map(str.casefold, _TELLING.findall(line.text)))) + len(
            re.findall(r"\b\d+\b", line.text)
        )
        own = bool(re.search(r"\b(?:I|my|me|we)\b", line.text))
        if telling:
            scored.append((telling + own - line.text.endswith("?"), line))
    best = sorted(scored, key=lambda pair: (-pair[0], pair[1].number))[:at_most]
    return sorted((line for _score, line in best), key=lambda line: line.number)


def asked_before(
    line: Line, lines: Sequence[Line], who: Mapping[str, Who], questions: Sequence[str]
) -> str | None:
    """The planned question this line answers: the one most like what the seeker last said before it; None when unsure."""
    mine = [other for other in lines[: line.number] if who.get(other.speaker) is Who.ME]
    if not mine:
        return None
    turn = mine[-1].turn
    said = " ".join(other.text for other in mine if other.turn == turn)
    best = max(questions, key=lambda q: _alike(q, said), default=None)
    return best if best is not None and _alike(best, said) >= ALIKE else None


def _alike(question: str, said: str) -> float:
    """How much of the question's words come in what was said, in that order, 0 to 1."""
    wanted, words = _words(question), _words(said)
    if not wanted or not words:
        return 0.0
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks) / len(wanted)
