"""Reads the tables of letters beside this file: whole letters, cut into named parts, and planted sentences.

A letter begins with `=== name`; `@channel network` gives its channel; each line begins with the parts it carries
(`@who+found ...`), a line without parts belongs to the one above. A blank line ends a paragraph.
The files whose names hold "aside" were written before their letters were shown to the checker, to see how well it knows
wordings it was not made for; they have been read since.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
GOOD = ("good_dev.txt", "good_aside.txt", "good_aside2.txt", "good_aside3.txt", "good_aside4.txt",
        "good_aside6.txt", "good_aside7.txt", "good_aside8.txt", "good_aside9.txt", "good_aside10.txt", "good_aside11.txt", "good_aside12.txt")  # fmt: skip


MISSING = {
    "who": "L-01", "found": "L-02", "why": "L-03", "long": "L-04", "nojob": "L-05", "ask": "L-06", "flex": "L-07",
    "promise": "L-08", "no": "L-09", "sign": "L-10", "hi": "L-11",
}  # fmt: skip
NOT_ASKED_OF_A_NETWORK_MESSAGE = {"hi", "ask", "sign", "no", "flex"}


@dataclass(frozen=True)
class Line:
    parts: frozenset[str]
    text: str
    joint: str


@dataclass(frozen=True)
class Letter:
    name: str
    channel: str
    paragraphs: tuple[tuple[Line, ...], ...]

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(part for paragraph in self.paragraphs for line in paragraph for part in line.parts)

    def lines_with(self, part: str) -> list[Line]:
        return [line for paragraph in self.paragraphs for line in paragraph if part in line.parts]

    def text(self, *, without: str = "", instead: Mapping[str, str] | None = None) -> str:
        """The letter as it is sent, without every line that carries a part, or with other words in its place."""
        found, replaced = [], dict(instead or {})
        for paragraph in self.paragraphs:
            whole = ""
            for line in paragraph:
                if without and without in line.parts:
                    continue
                for part in line.parts & (instead or {}).keys():
                    line = Line(line.parts, replaced.pop(part, ""), line.joint)
                if not line.text:
                    continue
                whole += (line.joint if whole and not whole.endswith("\n\n") else "") + line.text
                if line.parts & {"subject", "hi"} and self.channel != "network":
                    whole += "\n\n"
            if whole.strip():
                found.append(whole.strip())
        return (" " if self.channel == "network" else "\n\n").join(found)


def leaves_out(letter: Letter) -> list[str]:
    """The parts that can be taken out of a letter so that their rule has something to say."""
    found = []
    for part in MISSING:
        if part not in letter.parts or (
            letter.channel == "network" and part in NOT_ASKED_OF_A_NETWORK_MESSAGE
        ):
            continue
        if part == "flex" and any({"ask", "long"} & line.parts for line in letter.lines_with(part)):
            continue
        found.append(part)
    return found


def letters(file: str) -> list[Letter]:
    found: list[tuple[str, list[str], list[list[Line]]]] = []
    for row in (FOLDER / file).read_text(encoding="utf-8").split("\n"):
        if row.startswith("=== "):
            found.append((row[4:], [""], [[]]))
        elif not found:
            continue
        elif row.startswith("@channel "):
            found[-1][1][0] = row[9:]
        elif not row.strip():
            found[-1][2].append([])
        else:
            _add(found[-1][2], row)
    return [
        Letter(name, channel[0], tuple(tuple(lines) for lines in paragraphs if lines))
        for name, channel, paragraphs in found
    ]


def _add(paragraphs: list[list[Line]], row: str) -> None:
    tagged = re.match(r"@([\w+]+) (.*)", row)
    if tagged:
        paragraphs[-1].append(Line(frozenset(tagged[1].split("+")), tagged[2], " "))
    else:
        above = next(lines[-1] for lines in reversed(paragraphs) if lines)
        paragraphs[-1].append(Line(above.parts, row, "\n"))


def planted(file: str) -> list[tuple[str, str]]:
    """(rule, sentence) for each row; a row of innocent sentences has no rule."""
    rows = [row for row in (FOLDER / file).read_text(encoding="utf-8").split("\n") if row.strip()]
    split = [row.split("|", 1) if "|" in row else ["", row] for row in rows]
    return [(rule, sentence.replace("\\n", "\n")) for rule, sentence in split]


def with_sentence(letter: str, sentence: str) -> tuple[str, int]:
    """The letter with one more paragraph in its second half, and where that begins."""
    paragraphs = letter.split("\n\n")
    at = min(len(paragraphs) // 2 + 1, len(paragraphs) - 2)
    before = "\n\n".join(paragraphs[:at]) + "\n\n"
    return before + "\n\n".join([sentence, *paragraphs[at:]]), len(before)
