"""Read a transcript: WebVTT, SubRip, YouTube's .sbv, running text with speakers, or JSON segments. Content decides."""

import json
import re
import unicodedata
from typing import Any

from halfhour.integrations.refused import Refused
from halfhour.integrations.text import decode
from halfhour.integrations.transcripts.captions import ARROW, COMMA, read_cues, turns_of, without_blocks
from halfhour.integrations.transcripts.speech import read_speech
from halfhour.integrations.transcripts.turns import Transcript, Turn, plain_text

MAX_STRANGE = 20  # characters in the beginning that no text has
MAX_BYTES = 10 * 1024 * 1024
_CAPTION_ENDINGS = (".vtt", ".srt", ".sbv")
_BROKEN_TIME = re.compile(r"^\s*\d[\w:.,]*\s*-->")
_TEXT_KEYS = ("text", "transcript", "content", "sentence", "body", "utterance", "words_text")
_SPEAKER_KEYS = ("speaker", "speaker_name", "speakername", "name", "participant", "author", "user", "from")
_START_KEYS = ("start", "start_time", "starttime", "begin", "offset", "from_time", "start_timestamp")


def read_transcript(name: str, data: bytes) -> Transcript:
    """Who said what. Refused when the file is empty, no text, or subtitles without a single readable time.

    name: what the person calls the file; a name of subtitles with no times in it is refused rather than read as prose.
    """
    if len(data) > MAX_BYTES:
        raise Refused(
            f"it is {len(data) // 2**20} MB; the limit for a transcript is {MAX_BYTES // 2**20} MB", file=name
        )
    if data[:2] == b"PK":
        raise Refused(
            "this is a ZIP or an Office document; please save the transcript as text or .vtt", file=name
        )
    text = decode(data, file=name)
    whole = text.whole()
    if (
        sum(unicodedata.category(c) in {"Cc", "Cn", "Co"} and c not in "\n\r\t\f\v" for c in whole[:2000])
        > MAX_STRANGE
    ):
        raise Refused("this is no text", file=name)
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    notes = list(text.notes)
    if whole.lstrip()[:1] in ("{", "["):
        turns = _from_json(whole)
        if turns:
            return Transcript("json", turns, notes=notes)
        if turns is not None:
            raise Refused("it is JSON, but no list of things said", file=name)
    first = lines[0].strip()
    if first == "WEBVTT" or first.startswith(("WEBVTT ", "WEBVTT\t")):
        cues, problems = read_cues(without_blocks(lines), ARROW)
        if not cues and problems:
            raise Refused("none of its times can be read", file=name, line=problems[0][0])
        return Transcript("vtt", turns_of(cues), problems, notes)
    layout, timing = _timing(lines, name)
    if timing is None:
        if name.casefold().endswith(_CAPTION_ENDINGS):
            raise Refused("it is named as subtitles, but there are no times in it", file=name)
        turns = read_speech(lines)
        if not turns:
            raise Refused("there are no words in it", file=name)
        return Transcript("text", turns, notes=notes)
    cues, problems = read_cues(lines, timing)
    if not cues:
        raise Refused("there are times in it, but no words", file=name)
    return Transcript(layout, turns_of(cues), problems, notes)


def _timing(lines: list[str], name: str) -> tuple[str, Any]:
    """Which kind of times the lines hold, ("", None) for none. Refused for WebVTT that lost its first line."""
    arrows = [i for i, line in enumerate(lines) if ARROW.match(line)]
    if arrows:
        numbered = any(i and lines[i - 1].strip().isdigit() for i in arrows)
        comma = any("," in lines[i].split("-->")[0] for i in arrows)
        if not (numbered or comma):
            raise Refused(
                "its times are WebVTT's, but it does not begin with “WEBVTT”; the beginning seems to be lost",
                file=name,
                line=1,
            )
        return "srt", ARROW
    if any(COMMA.match(line) for line in lines):
        return "sbv", COMMA
    if any(_BROKEN_TIME.match(line) for line in lines):
        raise Refused("none of its times can be read", file=name)
    return "", None


def _from_json(whole: str) -> list[Turn] | None:
    """Turns of JSON segments; [] when it is JSON of another kind, None when it is no JSON."""
    try:
        value = json.loads(whole)
    except (ValueError, RecursionError):
        return None
    found = _segments(value, 0)
    turns = []
    for item in found or []:
        low = {str(k).casefold(): v for k, v in item.items()}
        text = next((low[k] for k in _TEXT_KEYS if isinstance(low.get(k), str)), "")
        speaker = next((low[k] for k in _SPEAKER_KEYS if isinstance(low.get(k), str | int)), None)
        if isinstance(low.get("speaker"), dict):
            speaker = low["speaker"].get("name")
        starts = next((low[k] for k in _START_KEYS if isinstance(low.get(k), int | float)), None)
        if plain_text(text):
            turns.append(
                Turn(
                    plain_text(str(speaker)) if speaker not in (None, "") else None, plain_text(text), starts
                )
            )
    return turns


def _segments(value: Any, depth: int) -> list[dict[str, Any]] | None:
    if depth > 6:
        return None
    if isinstance(value, list):
        if (
            value
            and all(isinstance(v, dict) for v in value)
            and any(str(k).casefold() in _TEXT_KEYS for k in value[0])
        ):
            return value
        children: list[Any] = value[:50]
    elif isinstance(value, dict):
        children = list(value.values())
    else:
        return None
    return next((found for child in children if (found := _segments(child, depth + 1))), None)
