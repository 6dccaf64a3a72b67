"""Transcripts as running text: "Name: words", a name and a time on a line of their own, a chat log, Markdown."""

import re
from collections import Counter

from halfhour.integrations.transcripts.turns import Turn, is_name, plain_text, split_prefix

_TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?(?:\s?[APap][Mm])?"
_ON = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?"
_BOX = rf"[\[(]?\s*{_ON}{_TIME}\s*(?:(?:-->|-|–)\s*{_TIME}\s*)?[\])]?"
_FRONT_TIME = re.compile(rf"^\s*(?:[-*•]\s+)?(?P<time>{_BOX})\s*[-–|:]?\s+(?P<rest>\S.*)$")
_ONLY_TIME = re.compile(rf"^\s*{_BOX}\s*$")
_NAME_TIME = re.compile(
    rf"^\s*(?:#+\s*)?(?:\*\*)?(?P<name>[^\W\d_][^:：\[\]()|]{{0,47}}?)(?:\*\*)?\s*[-–|,•·]?\s+(?:\*\*)?(?P<time>{_BOX})\s*(?:\*\*)?\s*(?P<colon>[:：])?\s*(?P<rest>.*)$"
)
_CHAT = re.compile(
    rf"^\s*(?:\d{{4}}-\d{{2}}-\d{{2}}\s+)?(?P<time>{_TIME})\s+(?:From|Von|De|Da|Van)\s+(?P<name>.+?)(?:\s+(?:to|To|an|à|a|naar)\s+[^:]+?)?\s*:\s*(?P<rest>.*)$"
)
_TEAMS_TIME = re.compile(r"^\s*(?:\d+\s*(?:hours?|minutes?|seconds?)\s*)+(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*$")
_TEAMS_NAME_TIME = re.compile(
    r"^\s*(?P<name>[^\W\d_][^\d:]{0,47}?)\s+(?:\d+\s*(?:hours?|minutes?|seconds?)\s*)+$"
)
_CREDIT = re.compile(
    r"^\s*(?:(?:transcribed (?:by|with)|transcript (?:by|from)|recorded with|transcription ended|meeting ended after)\b.{0,60}"
    r"|[^.?!:]{1,48} (?:started|stopped) (?:the )?(?:transcription|transcript|recording)\.?)$",
    re.I,
)
_BOXED_NAME_TIME = re.compile(rf"^\s*\[(?P<name>[^\[\]]{{1,48}})\]\s*(?P<time>{_BOX})\s*$")
_COLUMNS = re.compile(rf"^\s*(?P<time>{_BOX})\s*\t+\s*(?P<name>[^\t]{{1,48}}?)\s*\t+(?P<rest>.*)$")
_SMALL_NAME = re.compile(r"^\s*(?P<name>[a-z][a-z0-9 .'_-]{0,30}?)\s*:\s+(?P<rest>\S.*)$")
_HEADING_NAME = re.compile(r"^\s*(?:#{1,4}\s+|\*\*)(?P<name>[^*#:]{1,48}?)(?:\*\*)?\s*[:：]?\s*$")


def read_speech(lines: list[str]) -> list[Turn]:
    """Turns of a text with speakers; a text without any gives one turn a paragraph, with nobody named."""
    turns = _by_layout(lines)
    if any(t.speaker for t in turns):
        return turns
    lowered = _with_small_names(lines)
    if lowered:
        return lowered
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return [Turn(None, text) for text in map(plain_text, paragraphs) if text]


def _with_small_names(lines: list[str]) -> list[Turn]:
    """Names typed without a capital: they count when two of them come back and stand before most of what is said."""
    said = [line for line in lines if line.strip()]
    heads = [found for line in said if (found := _SMALL_NAME.match(line))]
    times = Counter(found["name"] for found in heads)
    names = {name for name, n in times.items() if n > 1}
    if len(names) < 2 or 2 * sum(times[name] for name in names) < len(said):
        return []
    turns: list[tuple[str | None, list[str]]] = []
    for line in said:
        head = _SMALL_NAME.match(line)
        if head and head["name"] in times and (head["name"] in names or not turns):
            turns.append((head["name"], [head["rest"]]))
        elif turns:
            turns[-1][1].append(line)
    return [Turn(name, text) for name, words in turns if (text := plain_text(" ".join(words)))]


def _by_layout(lines: list[str]) -> list[Turn]:
    alone = _names_alone(lines)
    found: list[tuple[str | None, list[str], float | None]] = []
    waiting: float | None = None
    for number, line in enumerate(lines):
        if not line.strip() or _CREDIT.match(line):
            continue
        if _ONLY_TIME.match(line) or _TEAMS_TIME.match(line):
            waiting = _seconds(line)
            if found and not found[-1][1]:
                found[-1] = (found[-1][0], [], waiting)
            continue
        if found and not found[-1][1] and _says_again(line, found[-1][0]):
            continue
        name, words, starts = _head(line)
        if name is None and number in alone:
            name, words, starts = line.strip().strip("*# :：").strip(), "", None
        if name is not None:
            found.append((name, [words] if words else [], starts if starts is not None else waiting))
        elif found:
            if starts is not None and found[-1][1] and found[-1][2] != starts:
                found.append((found[-1][0], [words], starts))
            else:
                found[-1][1].append(words)
        waiting = None
    return [Turn(n, text, s) for n, w, s in found if (text := plain_text(" ".join(w)))]


def _says_again(line: str, name: str | None) -> bool:
    """Copied out of Teams, a turn has its name a second time, with the time in words."""
    again = _TEAMS_NAME_TIME.match(line)
    return again is not None and name is not None and again["name"].casefold() == name.casefold()


def _head(line: str) -> tuple[str | None, str, float | None]:
    """(name, words, seconds) of a line that begins a turn; name None when it goes on."""
    boxed = _BOXED_NAME_TIME.match(line)
    if boxed and is_name(boxed["name"].strip()):
        return boxed["name"].strip(), "", _seconds(boxed["time"])
    columns = _COLUMNS.match(line)
    if columns and is_name(columns["name"]):
        return columns["name"], columns["rest"], _seconds(columns["time"])
    chat = _CHAT.match(line)
    if chat:
        return chat["name"].strip(), chat["rest"], _seconds(chat["time"])
    front = _FRONT_TIME.match(line)
    if front:
        name, words = split_prefix(front["rest"])
        if name is None and is_name(front["rest"].strip("*# ")) and len(front["rest"].split()) <= 4:
            return front["rest"].strip("*# "), "", _seconds(front["time"])
        return name, words, _seconds(front["time"])
    timed = _NAME_TIME.match(line)
    if timed and is_name(timed["name"].strip()) and (timed["colon"] or not timed["rest"]):
        return timed["name"].strip(), timed["rest"], _seconds(timed["time"])
    name, words = split_prefix(re.sub(r"^\s*[-*•]\s+(?=\S)", "", line))
    return name, words, None


def _names_alone(lines: list[str]) -> frozenset[int]:
    """Lines that hold only a name, with words below: they count when the same names come back, or a time follows."""
    places: dict[str, list[int]] = {}
    marked: set[int] = set()
    for number, line in enumerate(lines):
        text = line.strip()
        heading = _HEADING_NAME.match(line)
        bare = heading["name"].strip() if heading else text.rstrip(":：").strip()
        following = next((x for x in lines[number + 1 : number + 3] if x.strip()), "")
        if not text or not following or not is_name(bare) or len(bare.split()) > 4:
            continue
        if _ONLY_TIME.match(following) or _TEAMS_TIME.match(following) or heading:
            marked.add(number)
        elif text.endswith((":", "：")) or (
            number == 0 or not lines[number - 1].strip() or _ONLY_TIME.match(lines[number - 1])
        ):
            places.setdefault(bare, []).append(number)
    repeated = [name for name, at in places.items() if len(at) > 1]
    shapes = {_shape(name) for name in repeated}
    for name, at in places.items():
        if len(at) > 1 or _shape(name) in shapes:
            marked.update(at)
    return frozenset(marked)


def _shape(name: str) -> tuple[bool, bool]:
    """Capitals throughout; one or two words. Names standing alone in one file look alike."""
    return name.isupper(), len(name.split()) <= 2


def _seconds(text: str) -> float | None:
    found = re.search(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?", text)
    if found is None:
        return None
    return (
        int(found[1] or 0) * 3600
        + int(found[2]) * 60
        + int(found[3])
        + (int(found[4].ljust(3, "0")) / 1000 if found[4] else 0.0)
    )
