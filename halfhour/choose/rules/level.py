"""How much responsibility a job title tells: trainee, working, senior, manages people, heads the organisation.

The seed of the method asks for people "at the same level of responsibility you would have if you entered".
Words of the title decide first, then the nature of the occupation code. A default of ours; it sorts people and
never hides one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from halfhour.choose.rules import level_words as w
from halfhour.choose.rules.cleaning import opened, plain_words
from halfhour.choose.rules.level_words import names_a_role
from halfhour.choose.rules.not_occupations import NOT_AN_OCCUPATION


class Level(StrEnum):
    TRAINEE = "trainee"
    WORKING = "working"
    SENIOR = "senior"
    MANAGES = "manages"
    HEADS = "heads"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LevelFound:
    level: Level
    reason: str


_RETIRED = re.compile(r"\b(?:retired|unemployed|seeking|looking for|homemaker|n a|not applicable)\b")
_PARTNER = re.compile(r"^(?:(?:managing|founding|senior|equity|general|named?|founder and|owner) )*partner\b")


def level_of(title: str, code: str | None = None, *, sure: bool = False) -> LevelFound:
    """Say the level a title tells, with the reason in words.

    code: the occupation code found for it, with or without the O*NET suffix; used where the words are silent,
    and only when sure. Titles that tell nothing ("Technical Support", an employer's name) give UNKNOWN.
    """
    words = _words(title)
    if not words:
        return LevelFound(Level.UNKNOWN, "The title is empty.")
    text = " ".join(words)
    for decide in (_helps, _heads, _manages, _learns, _is_senior, _tells_nothing):
        found = decide(words, text)
        if found:
            return found
    if code and sure and _directs_by_code(code):
        return LevelFound(Level.MANAGES, "The occupation itself directs other people.")
    return LevelFound(Level.WORKING, "The plain title, without a word for a rank.")


def _words(title: str) -> list[str]:
    """The words of the title with short forms opened, without what follows "at" or "@"."""
    employer_cut = re.split(r"\s+@|\s+(?:at|bei|chez)\s+(?=[A-Z])", title.strip(), maxsplit=1)[0]
    return [_mended(word) for word in opened(plain_words(employer_cut or title))]


def _mended(word: str) -> str:
    """A telling word with one slip of the fingers in it ("ownwer", "mangaer") is read as meant."""
    if len(word) < 5 or word in w.TELLING or word in w.DIRECTS or word in w.OWNS:
        return word
    return next((telling for telling in w.TELLING if OSA.distance(word, telling, score_cutoff=1) == 1), word)


def _helps(words: list[str], text: str) -> LevelFound | None:
    helper = next((phrase for phrase in w.HELPERS if re.search(rf"\b{phrase}\b", text)), None)
    if helper and not {"manager", "director", "supervisor"} & set(text.split(helper, 1)[0].split()):
        if set(words) & {"senior", "lead"}:
            return LevelFound(Level.SENIOR, f"“{helper}” helps others; “senior” says experienced.")
        return LevelFound(Level.WORKING, f"“{helper}” helps somebody who manages.")
    return None


def _heads(words: list[str], text: str) -> LevelFound | None:
    if "vice president" in text or "vicepresident" in text:
        if "assistant vice president" in text or set(words) & w.FINANCE:
            return LevelFound(Level.SENIOR, "In finance a vice president is an experienced professional.")
        return LevelFound(Level.HEADS, "“Vice president” is among those who head an organisation.")
    if _PARTNER.match(text) and not set(words) & {"business", "channel"}:
        return LevelFound(Level.HEADS, "A partner owns a share of the firm.")
    if "managing director" in text or "managing partner" in text or text == "executive director":
        return LevelFound(Level.HEADS, "This title heads an organisation.")
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        after = words[place + 1 :]
        if word in {"owner", "owners"} and before in w.OWNED_THINGS:
            continue
        if word in w.OWNS and not (word == "president" and before in {"past", "former", "class", "vice"}):
            return LevelFound(Level.HEADS, f"“{word}” heads or owns an organisation.")
        if word == "chief" and after and after[0] not in {"of", "in"} and not set(after) & w.CHIEF_TRADES:
            return LevelFound(Level.HEADS, "A chief of the whole organisation.")
        if word == "chief" and (
            before in {"fire", "police"} or after[:2] in (["of", "police"], ["of", "fire"])
        ):
            return LevelFound(Level.HEADS, "A chief of the whole organisation.")
        if word == "chair" and before in {"board", "vice", "co"} and not after:
            return LevelFound(Level.HEADS, "A chair leads the board.")
    if text.startswith(("board member", "member board of", "board of directors", "member of the board")):
        return LevelFound(Level.HEADS, "The board heads the organisation.")
    return None


def _manages(words: list[str], text: str) -> LevelFound | None:
    for place, word in enumerate(words):
        if word not in w.DIRECTS:
            if word in {"lead", "leader"} and _leads_people(words, place):
                return LevelFound(Level.MANAGES, "A lead of a team or a shift directs people.")
            continue
        before = words[place - 1] if place else ""
        if _is_exception(word, before, words, place):
            continue
        return LevelFound(Level.MANAGES, f"“{word}” directs other people.")
    if "principal" in words and (
        set(words) & {"school", "elementary", "middle", "college"}
        or text in {"assistant principal", "vice principal"}
    ):
        return LevelFound(Level.MANAGES, "A school principal directs the staff.")
    if any(
        phrase in text for phrase in ("charge nurse", "executive chef", "chef de cuisine", "editor in chief")
    ):
        return LevelFound(Level.MANAGES, "This title directs a team.")
    return None


def _is_exception(word: str, before: str, words: list[str], place: int) -> bool:
    """Whether a word of DIRECTS directs a thing here, or is part of another name."""
    if word in {"manager", "managers"}:
        between = words[max(0, place - 2) : place]
        named = (
            before in w.MANAGED_THINGS
            or (before == "marketing" and "product" in between)
            or between == ["social", "media"]
        )
        return named and "senior director" not in " ".join(words)
    if word == "controller":
        return before in w.CONTROLLED_THINGS or "traffic" in words
    if word in {"director", "directors"}:
        return before in w.DIRECTED_WORKS or (place + 2 < len(words) and words[place + 2] == "photography")
    if word == "captain":
        return bool(set(words) & w.PLAIN_CAPTAINS)
    if word == "general":
        return len(words) > 1
    if word in {"major", "superior"}:
        return place > 0 or len(words) > 1
    if word == "chief":
        # A section chief directs; in "assistant to the chief" and "chief clerk" others decide.
        return place > 0 and (place + 1 < len(words) or before not in w.PARTS_WITH_A_CHIEF)
    if word == "head":
        return (
            place > 0
            and place + 1 < len(words)
            and words[place + 1] not in {"of", "for"}
            and before not in {"assistant", "deputy"}
        )
    if word == "managing":
        return not (
            place + 1 < len(words) and words[place + 1] in {"editor", "attorney", "broker", "principal"}
        )
    if word == "leader":
        return not _leads_people(words, place)
    return False


def _leads_people(words: list[str], place: int) -> bool:
    """Team lead, warehouse lead: the word stands last and a group of people before it."""
    rest = [
        later for later in words[place + 1 :] if later not in w.TRAINEE_GRADES | w.SENIOR_GRADES | {"ii", "2"}
    ]
    if not place:
        return False
    if words[place - 1] in {
        "technical",
        "tech",
        "software",
        "development",
        "engineering",
        "design",
        "data",
        "product",
        "project",
        "assurance",
        "test",
    }:
        return False
    return not rest or words[place - 1] in w.LEADS_PEOPLE


def _learns(words: list[str], text: str) -> LevelFound | None:
    for word in words:
        if word in w.TRAINEES:
            if word in {"student", "summer"} and words[-1] not in {
                "assistant",
                "worker",
                "teacher",
                "nurse",
                "associate",
                "engineer",
                "student",
                "analyst",
            }:
                continue
            return LevelFound(Level.TRAINEE, f"“{word}” says learning or starting.")
    if (
        words[0] == "graduate"
        and len(words) > 1
        and words[1] not in {"professor", "faculty", "school", "program"}
    ):
        return LevelFound(Level.TRAINEE, "“Graduate” says starting.")
    if "in training" in text or "in residence" in text:
        return LevelFound(Level.TRAINEE, "“In training” says learning.")
    if words[-1] in w.TRAINEE_GRADES and len(words) > 1:
        return LevelFound(Level.TRAINEE, "The first grade of its kind.")
    if words[0] == "resident" and words[-1] in {"physician", "doctor", "surgeon"}:
        return LevelFound(Level.TRAINEE, "A resident is in training.")
    if words[-1] == "resident" and ({"medical", "surgery", "medicine", "physician", "pharmacy"} & set(words)):
        return LevelFound(Level.TRAINEE, "A resident is in training.")
    if words[-1] == "associate" and {"audit", "tax", "assurance", "accounting", "consulting"} & set(words):
        return LevelFound(Level.TRAINEE, "An associate in a firm of this kind is starting.")
    if words[0] == "associate" and words[-1] in {
        "engineer",
        "developer",
        "analyst",
        "consultant",
        "designer",
        "scientist",
    }:
        return LevelFound(Level.TRAINEE, "An associate of this kind is starting.")
    return None


def _is_senior(words: list[str], text: str) -> LevelFound | None:
    for place, word in enumerate(words):
        if word not in w.SENIORS:
            continue
        if word == "staff" and (words[-1] in w.STAFF_IS_PLAIN or words[-1] == "staff"):
            continue
        if word == "partner" and place:
            continue
        if word == "professor" and "assistant" in words:
            continue
        if word == "master" and "scrum" in words:
            continue
        if word == "lead" and words[place + 1 : place + 2] in (["generation"], ["gen"]):
            continue
        if word == "fellow" and {"research", "postdoctoral", "teaching", "clinical"} & set(words):
            continue
        return LevelFound(Level.SENIOR, f"“{word}” says experienced.")
    if any(
        word in w.SENIOR_GRADES and words[place] not in w.NUMBERED for place, word in enumerate(words[1:])
    ):
        return LevelFound(Level.SENIOR, "A third or higher grade.")
    return None


def _tells_nothing(words: list[str], text: str) -> LevelFound | None:
    if _RETIRED.search(text):
        return LevelFound(Level.UNKNOWN, "The title says no present work.")
    if words[-1] in w.FUNCTIONS and not any(names_a_role(word) for word in words):
        return LevelFound(Level.UNKNOWN, "The title names a field, not a role in it.")
    if text in NOT_AN_OCCUPATION:
        return LevelFound(Level.UNKNOWN, "The title names no occupation.")
    return None


def _directs_by_code(code: str) -> bool:
    """11-xxxx are managers; xx-1xxx codes of the other groups from 33 on are first-line supervisors."""
    group, rest = code[:2], code[3:]
    return group == "11" or (group >= "33" and rest.startswith("1") and code[:7] in w.FIRST_LINE)
