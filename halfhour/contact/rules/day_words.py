"""Which day a text means: "Tuesday 14 May", "Tue, May 14th", "the 14th of May (Tuesday)", "next Thursday, 3 December".

Source: a default of ours for British and American ways of writing a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY = r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\.?(?![\w'])"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_ORDINAL = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_ORDINALS = "|".join(sorted(_ORDINAL, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINALS})"
_YEAR = r"(?:,? ?(?P<{0}>20\d\d)(?!\d))?"


def _a_date(tag: str) -> str:
    return (
        rf"(?:(?P<d{tag}1>{_NUMBER})(?: day)?(?: of)? ?-?(?P<m{tag}1>{_MONTH})\.?(?![\w']){_YEAR.format('y' + tag + '1')}"
        rf"|(?P<m{tag}2>{_MONTH})\.? (?:the )?(?P<d{tag}2>{_NUMBER})(?![\d:]|[ ]?(?:a\.?m|p\.?m|o'clock)){_YEAR.format('y' + tag + '2')}"
        rf"|(?P<iso{tag}>20\d\d-\d\d-\d\d)|(?P<a{tag}>\d{{1,2}})(?:/(?P<b{tag}>\d{{1,2}})(?:/(?P<c{tag}>20\d\d|\d\d))?|\.(?P<p{tag}>\d{{1,2}})\.(?P<q{tag}>20\d\d|\d\d)?)(?![\d/])"
        rf"|the (?P<o{tag}>\d{{1,2}}(?:st|nd|rd|th)))"
    )


_EXPRESSION = re.compile(
    rf"(?<![\w'])(?:(?:next |this |coming )*{_DAY}(?: (?:week|next|morning|afternoon|evening|coming))?[,. (-]{{0,3}}(?:the |on )?(?:the )?{_a_date('A')}"
    rf"|{_a_date('B')}[,. (-]{{1,3}}(?:which is |that is |i\.e\. )?(?:a |on a |next |on )?{_DAY.replace('weekday', 'weekday2')})"
)
_ONLY_WEEKDAY = re.compile(rf"(?<![\w']){_DAY.replace('weekday', 'weekday3')}")
_ONLY_DATE = re.compile(rf"(?<![\w']){_a_date('C')}")


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day as a text gives it. weekday: 0 is Monday; None: not said. on: None when only a weekday is said.

    start, end: offsets into the searched text.
    """

    weekday: int | None
    on: date | None
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        return self.weekday is not None and self.on is not None

    @property
    def agrees(self) -> bool:
        return self.on is None or self.weekday is None or self.on.weekday() == self.weekday


def said_days(low: str, today: date) -> Iterator[SaidDay]:
    """Give each day named in a text in lower case, in order; a date without a year is the likeliest around today."""
    taken: list[tuple[int, int]] = []
    days: list[SaidDay] = []
    for expression in (_EXPRESSION, _ONLY_DATE, _ONLY_WEEKDAY):
        for found in expression.finditer(low):
            if any(found.start() < b and a < found.end() for a, b in taken):
                continue
            day = _read(found, today)
            if day:
                taken.append((found.start(), found.end()))
                days.append(day)
    yield from sorted(days, key=lambda one: one.start)


def _read(found: re.Match[str], today: date) -> SaidDay | None:
    group = {key: value for key, value in found.groupdict().items() if value}
    word = next((value for key, value in group.items() if key.startswith("weekday")), None)
    weekday = next(n for n, name in enumerate(_DAYS) if name.startswith(word[:3])) if word else None
    parts = {key.rstrip("12")[:-1]: value for key, value in group.items() if not key.startswith("weekday")}
    if not parts:
        return SaidDay(weekday, None, found.start(), found.end())
    on = _as_date(parts, weekday, today)
    return SaidDay(weekday, on, found.start(), found.end()) if on else None


def _as_date(parts: dict[str, str], weekday: int | None, today: date) -> date | None:
    if "iso" in parts:
        return _safe(int(parts["iso"][:4]), int(parts["iso"][5:7]), int(parts["iso"][8:]))
    if "o" in parts:
        return _nearest_of_month(int(parts["o"][:-2]), weekday, today)
    if "a" in parts:
        first, second = int(parts["a"]), int(parts.get("b") or parts["p"])
        said_year = parts.get("c") or parts.get("q")
        year = int(said_year) % 100 + 2000 if said_year else None
        choices = [(first, second), (second, first)]
        days = [day for month, number in choices for day in _years(year, month, number, weekday, today)]
        return next((day for day in days if day.weekday() == weekday), days[0] if days else None)
    month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(parts["m"][:3]))
    text = parts["d"]
    number = _ORDINAL.index(text) + 1 if text in _ORDINAL else int(re.sub(r"\D", "", text))
    year = int(parts["y"]) if "y" in parts else None
    return next(iter(_years(year, month, number, weekday, today)), None)


def _years(year: int | None, month: int, number: int, weekday: int | None, today: date) -> list[date]:
    """Return the likeliest reading of a day and month, in a list that may be empty.

    Without a year: the next one to come, unless one that is past by less than half a year fits the weekday better.
    """
    if year is not None:
        day = _safe(year, month, number)
        return [day] if day else []
    coming = [day for add in (0, 1) if (day := _safe(today.year + add, month, number)) and day >= today][:1]
    past = [day for add in (0, -1) if (day := _safe(today.year + add, month, number)) and day < today][:1]
    if past and (today - past[0]).days <= 183:
        fits_past = weekday is None or past[0].weekday() == weekday
        fits_coming = bool(coming) and (weekday is None or coming[0].weekday() == weekday)
        nearer = (today - past[0]).days <= 60
        if (fits_past and not fits_coming) or (nearer and (fits_past or not fits_coming)):
            return past
    return coming or past


def _nearest_of_month(number: int, weekday: int | None, today: date) -> date | None:
    first = today.replace(day=1)
    next_month = (first + timedelta(days=32)).replace(day=1)
    days = [
        day
        for start in (first, next_month)
        if (day := _safe(start.year, start.month, number)) and day >= today
    ]
    return next((day for day in days if day.weekday() == weekday), days[0] if days else None)


def _safe(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
