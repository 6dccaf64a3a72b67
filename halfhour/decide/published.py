"""The published facts of an occupation as short statements with their source, to stand beside what people said."""

from typing import Any

from django.utils.translation import gettext as _

from halfhour.choose.models import Occupation
from halfhour.choose.published import sources
from halfhour.choose.rules.criteria import CRITERIA
from halfhour.decide.rules.comparison import Published

NAMED_AT_MOST = 3


def published_of(occupation: Occupation, column: str) -> list[Published]:
    """What is published on each criterion; nothing for a criterion without figures."""
    told, where = occupation.facts, sources()
    made = []
    for criterion in CRITERIA:
        words, source = words_for(criterion.published, occupation, told)
        if words:
            made.append(Published(column, criterion.code, words, where[source]))
    return made


def words_for(key: str, occupation: Occupation, told: dict[str, Any]) -> tuple[str, str]:
    """The statement for one key of published facts, and the key of its source; ("", "") when there is none."""
    pay, outlook = told.get("pay") or {}, told.get("outlook") or {}
    if key == "pay" and pay.get("median"):
        low, high = pay.get("p10"), pay.get("p90")
        middle = _("median %(median)s a year") % {"median": dollars(pay["median"])}
        spread = (
            _(", most between %(low)s and %(high)s") % {"low": dollars(low), "high": dollars(high)}
            if low and high
            else ""
        )
        return middle + spread, "pay"
    if key == "outlook" and outlook.get("change") is not None:
        return _("%(change)+.1f %% jobs by 2034") % {"change": outlook["change"]}, "outlook"
    if key == "training" and outlook.get("training"):
        return _("on the job: %(training)s") % {"training": outlook["training"].lower()}, "outlook"
    if key == "education" and outlook.get("entry"):
        return _("typical at the start: %(entry)s") % {"entry": outlook["entry"].lower()}, "outlook"
    if key in {"interests", "skills", "styles", "values"}:
        names = highest(told.get(key) or [])
        return names, "onet"
    if key == "tasks" and occupation.tasks:
        return "; ".join(occupation.tasks[:NAMED_AT_MOST]), "onet"
    return "", ""


def highest(pairs: list[list[Any]]) -> str:
    best = sorted(pairs, key=lambda pair: -pair[1])[:NAMED_AT_MOST]
    return ", ".join(str(name).lower() for name, _value in best)


def dollars(amount: int) -> str:
    return f"${amount:,}"
