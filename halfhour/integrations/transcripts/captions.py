"""Subtitles as meeting programs write them: WebVTT (W3C), SubRip (.srt) and YouTube's .sbv."""

import re
from dataclasses import dataclass

from halfhour.integrations.transcripts.turns import Turn, plain_text, split_prefix

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
ARROW = re.compile(rf"^\s*{_CLOCK}\s*-->\s*(?:\d{{1,4}}:)?\d{{1,2}}:\d{{1,2}}(?:[.,]\d{{1,3}})?(?:\s+\S.*)?$")
COMMA = re.compile(rf"^\s*{_CLOCK}\s*,\s*\d{{1,4}}:\d{{1,2}}:\d{{1,2}}\.\d{{1,3}}\s*$")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^>\n]+)>")
_NUMBER = re.compile(r"^\s*\d+\s*$")
_OUTSIDE = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """The lines shown at one time. line: of the time, 1-based."""

    line: int
    starts_seconds: float
    lines: tuple[str, ...]


def read_cues(lines: list[str], timing: re.Pattern[str]) -> tuple[list[Cue], list[tuple[int, str]]]:
    """Every cue with words, and what is wrong with the others."""
    cues: list[Cue] = []
    problems: list[tuple[int, str]] = []
    number = 0
    while number < len(lines):
        found = timing.match(lines[number])
        if found is None:
            if "-->" in lines[number] and not lines[number].lstrip().startswith("NOTE"):
                problems.append(
                    (
                        number + 1,
                        f"“{lines[number].strip()[:40]}” is no time that can be read; its words were left out",
                    )
                )
            number += 1
            continue
        at = number
        number += 1
        words: list[str] = []
        while (
            number < len(lines)
            and lines[number].strip()
            and "-->" not in lines[number]
            and not timing.match(lines[number])
        ):
            words.append(lines[number])
            number += 1
        following_is_time = number < len(lines) and bool(lines[number].strip())
        if following_is_time and words and _NUMBER.match(words[-1]):
            words.pop()
        if words:
            cues.append(Cue(at + 1, _seconds(found), tuple(words)))
        else:
            problems.append((at + 1, "nothing was said here"))
    return cues, problems


def without_blocks(lines: list[str]) -> list[str]:
    """A WebVTT file's lines with the notes, styles, regions and the head made blank, so that line numbers stay."""
    kept = list(lines)
    number = 0
    while number < len(kept) and kept[number].strip() and "-->" not in kept[number]:
        kept[number] = ""
        number += 1
    while number < len(kept):
        word = kept[number].strip()
        begins = (
            not kept[number - 1].strip()
            and word.startswith(_OUTSIDE)
            and (word in _OUTSIDE or word[len(word.split()[0]) :].startswith((" ", "\t")))
        )
        if begins and "-->" not in word:
            while number < len(kept) and kept[number].strip():
                kept[number] = ""
                number += 1
        number += 1
    return kept


def turns_of(cues: list[Cue]) -> list[Turn]:
    """One turn a cue, or one a voice where a cue has several; speakers from voice tags or "Name:" before the words."""
    turns: list[Turn] = []
    for cue in cues:
        raw = "\n".join(cue.lines)
        if _VOICE.search(raw):
            turns.extend(_voices(raw, cue.starts_seconds))
        else:
            turns.extend(Turn(None, text, cue.starts_seconds) for text in (plain_text(raw),) if text)
    if any(t.speaker for t in turns):
        return turns
    return _named(cues, turns)


def _voices(raw: str, starts: float) -> list[Turn]:
    pieces = _VOICE.split(raw)
    before = plain_text(pieces[0])
    turns = [Turn(None, before, starts)] if before else []
    for name, words in zip(pieces[1::2], pieces[2::2], strict=True):
        text = plain_text(words)
        if text:
            turns.append(Turn(_voice_name(name), text, starts))
    return turns


def _voice_name(raw: str) -> str | None:
    """The name in a voice tag; None when what stands there has no letter or figure, such as a stray quote."""
    name = plain_text(raw).strip("<>\"' ")
    return name if any(c.isalnum() for c in name) else None


def _named(cues: list[Cue], turns: list[Turn]) -> list[Turn]:
    """Speakers written before the words. They count only when names come back or most cues have one."""
    split = [[split_prefix(plain_text(line)) for line in cue.lines] for cue in cues]
    names = [name for lines in split for name, _ in lines if name]
    with_name = sum(any(name for name, _ in lines) for lines in split)
    if not names or not (len(set(names)) < len(names) or with_name >= len(cues) / 2):
        return turns
    found: list[Turn] = []
    current: str | None = None
    for cue, lines in zip(cues, split, strict=True):
        if _two_speak(cue) and not any(name for name, _ in lines):
            current = None
            found += [
                Turn(None, said, cue.starts_seconds) for _, text in lines if (said := text.lstrip("-–— "))
            ]
            continue
        words: list[str] = []
        for name, text in lines:
            if name:
                if words:
                    found.append(Turn(current, " ".join(words), cue.starts_seconds))
                    words = []
                current = name
            if text:
                words.append(text)
        if words:
            found.append(Turn(current, " ".join(words), cue.starts_seconds))
    return found


def _two_speak(cue: Cue) -> bool:
    """Subtitles put a dash before each line when two people speak at one time; which of them, they do not say."""
    return len(cue.lines) > 1 and all(re.match(r"\s*[-–—]\s*\S", plain_text(line)) for line in cue.lines)


def _seconds(found: re.Match[str]) -> float:
    hours, minutes, seconds, parts = found[1], found[2], found[3], found[4]
    return (
        int(hours or 0) * 3600
        + int(minutes) * 60
        + int(seconds)
        + (int(parts.ljust(3, "0")) / 1000 if parts else 0.0)
    )
