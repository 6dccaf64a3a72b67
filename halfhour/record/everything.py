"""All the small rows of one talk in one query: the debrief's page shows nine kinds of them at once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, DateField, DateTimeField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

from halfhour.interview.models import Interview, Mark
from halfhour.prepare.models import Resume
from halfhour.record.models import Advice, Finding, Noted, Opportunity, PathStep, Quality, WantMet, WayIn

TEXT = CharField()
# PostgreSQL takes a bare NULL for text, and a union needs one type in each column.
NO_DAY = Cast(Value(None), DateField())
NO_MOMENT = Cast(Value(None), DateTimeField())
NO_NUMBER = Cast(Value(None), IntegerField())
YES_OR_NO = {"follow_up", "quote", "strength", "met"}  # "1" or "0" on every database


@dataclass(frozen=True)
class Small:
    """One row: up to four texts, two numbers, a day and a moment; what they mean depends on the kind."""

    pk: int
    texts: tuple[str, ...]
    order: int
    number: int | None
    day: date | None
    moment: datetime | None


def everything(talk: Interview) -> dict[str, list[Small]]:
    """The rows by kind: mark, noted, statement, path, ways_in, opportunities, qualities, advice, want, resume."""
    mine = {"interview": talk}
    parts = [
        _part(
            "mark", Mark.objects.filter(**mine), ["kind", "text", "question"], number="plan_line", moment="at"
        ),
        _part(
            "noted",
            Noted.objects.filter(debrief__interview=talk),
            ["kind", "text", "follow_up"],
            order="position",
        ),
        _part(
            "statement",
            Finding.objects.filter(**mine, answer=None),
            ["text", "criterion", "quote", "stance"],
            order="position",
            number="confidence",
        ),
        _part(
            "path", PathStep.objects.filter(**mine), ["job", "organisation", "years", "how"], order="position"
        ),
        _part("ways_in", WayIn.objects.filter(**mine), ["text", "kind"]),
        _part("opportunities", Opportunity.objects.filter(**mine), ["text", "kind", "organisation", "when"]),
        _part("qualities", Quality.objects.filter(**mine), ["text", "evidence", "strength"]),
        _part("advice", Advice.objects.filter(**mine), ["text", "kind"], day="by"),
        _part("want", WantMet.objects.filter(**mine), ["met"], number="want_id"),
        _part("resume", Resume.objects.visible_to(talk.owner), ["name"]),
    ]
    found: dict[str, list[Small]] = defaultdict(list)
    for kind, pk, one, two, three, four, order, number, day, moment in parts[0].union(*parts[1:], all=True):
        found[kind].append(Small(pk, (one, two, three, four), order, number, day, moment))
    for kind, rows in found.items():
        rows.sort(key=lambda r: (r.moment.timestamp() if kind == "mark" and r.moment else r.order, r.pk))
    return found


def _part(
    kind: str,
    rows: QuerySet[Any],
    texts: list[str],
    *,
    order: str = "",
    number: str = "",
    day: str = "",
    moment: str = "",
) -> QuerySet[Any]:
    columns = [Cast(Cast(n, IntegerField()) if n in YES_OR_NO else n, TEXT) for n in texts]
    columns += [Cast(Value(""), TEXT)] * (4 - len(texts))
    return rows.order_by().values_list(
        Cast(Value(kind), TEXT),
        "pk",
        *columns,
        Cast(order, IntegerField()) if order else Value(0, IntegerField()),
        Cast(number, IntegerField()) if number else NO_NUMBER,
        Cast(day, DateField()) if day else NO_DAY,
        Cast(moment, DateTimeField()) if moment else NO_MOMENT,
    )
