"""The debrief in parts: how far each is, in words, and which stands open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.record.rules.debrief import ListKind
from halfhour.record.sheet import Sheet

FIELDS: dict[str, tuple[str, ...]] = {
    "first": ("quote", "use"),
    "work": ("day_to_day", "environment", "surprised_me", "as_expected", "otherwise", "pay_told"),
    "lists": tuple(f"{word}_{kind}" for kind in ListKind for word in ("list", "empty")),
    "people": ("referral_asked",),
    "fit": ("fit_interests", "fit_skills", "fit_personality"),
    "lean": ("leaning_before", "leaning", "leaning_because", "confidence", "they_spoke_percent"),
}
ROWS = {"answers": ("answers",), "told": ("statements",), "people": ("people",)}
ORDER = ("first", "answers", "told", "work", "lists", "people", "fit", "lean")
NEEDED = ("first", "answers", "lists", "people", "lean")  # the first of these that is not done stands open


@dataclass(frozen=True)
class Part:
    """state: how far it is, in words. done: nothing of it is needed any more."""

    name: str
    state: str
    done: bool
    open: bool


def parts_of(sheet: Sheet, answers: Iterable[dict[str, Any]], *, all_open: bool) -> dict[str, Part]:
    """Every part by its name. all_open: somebody has to see the whole page, as after a conflict."""
    states = {
        "first": _first(sheet),
        "answers": _answers([a for a in answers if a["asked"]]),
        "told": _counted(sheet, "statements", "text"),
        "work": _filled(sheet, FIELDS["work"]),
        "lists": _lists(sheet),
        "people": _people(sheet),
        "fit": _filled(sheet, FIELDS["fit"], of=3),
        "lean": _lean(sheet),
    }
    at = next((name for name in NEEDED if not states[name][1]), None)
    return {
        name: Part(name, *states[name], open=all_open or name == at or _has_errors(sheet, name))
        for name in ORDER
    }


def _value(sheet: Sheet, name: str) -> str:
    value = sheet.main[name].value()
    return "" if value is None else str(value).strip()


def _first(sheet: Sheet) -> tuple[str, bool]:
    said = _value(sheet, "quote")
    return (_shortened(said), True) if said else ("", False)


def _shortened(words: str, longest: int = 44) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def _answers(asked: list[dict[str, Any]]) -> tuple[str, bool]:
    if not asked:
        return _("none marked"), True
    told = sum(bool(str(a["form"]["words"].value() or "").strip()) for a in asked)
    return _("%(told)d of %(asked)d in words") % {"told": told, "asked": len(asked)}, told > 0


def _counted(sheet: Sheet, kind: str, main: str) -> tuple[str, bool]:
    n = sum(bool(str(row[main].value() or "").strip()) for row in sheet.rows[kind])
    return (ngettext("%d statement", "%d statements", n) % n if n else ""), True


def _filled(sheet: Sheet, names: Iterable[str], of: int = 0) -> tuple[str, bool]:
    n = sum(bool(_value(sheet, name)) for name in names)
    if not n:
        return "", True
    return (_("%(n)d of %(of)d") % {"n": n, "of": of} if of else _("begun")), True


def _lists(sheet: Sheet) -> tuple[str, bool]:
    said = sum(bool(_value(sheet, f"list_{kind}") or _value(sheet, f"empty_{kind}")) for kind in ListKind)
    return _("%(n)d of %(of)d") % {"n": said, "of": len(ListKind)}, said == len(ListKind)


def _people(sheet: Sheet) -> tuple[str, bool]:
    names = sum(bool(str(row["name"].value() or "").strip()) for row in sheet.rows["people"])
    asked = _value(sheet, "referral_asked")
    words = (
        ngettext("%d name", "%d names", names) % names if names else (_("asked") if asked == "yes" else "")
    )
    return words or (_("not asked") if asked == "no" else ""), bool(asked)


def _lean(sheet: Sheet) -> tuple[str, bool]:
    leaning = _value(sheet, "leaning")
    labels = {str(value): str(label) for value, label in sheet.main.fields["leaning"].choices}
    return labels.get(leaning, ""), bool(leaning)


def _has_errors(sheet: Sheet, name: str) -> bool:
    if any(sheet.main[field].errors for field in FIELDS.get(name, ())):
        return True
    kinds = ROWS.get(name, ())
    return any(sheet.rows[kind].is_bound and any(sheet.rows[kind].errors) for kind in kinds)
