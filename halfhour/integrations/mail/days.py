"""The days and hours a text names, in the languages mail is written in.

Nothing is guessed: 4/5 without another hint is no day, a year is only added when the day lies close ahead, and
"next month" is no day at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from halfhour.integrations.mail.folding import Folded, fold

_MONTH_NAMES = (
    "january jan januar jaenner janvier janv enero ene gennaio gen janeiro januari stycznia sty ledna tammikuuta tammikuu januar января янв січня ocak ocak ianuarie",
    "february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari lutego lut unora helmikuuta helmikuu февраля фев лютого subat februarie",
    "march mar marz maerz mrz mars marzo março maart marca brezna maaliskuuta maaliskuu марта мар березня mart martie",
    "april apr avril avr abril abr aprile kwietnia kwi dubna huhtikuuta huhtikuu апреля апр квітня nisan aprilie",
    "may mai mayo maggio mag maio mei maj maja kvetna toukokuuta toukokuu мая травня mayis",
    "june jun juni juin junio giugno giu junho czerwca cze cervna kesakuuta kesakuu июня июн червня haziran iunie",
    "july jul juli juillet juil julio luglio lug julho lipca cervence heinakuuta heinakuu июля июл липня temmuz iulie",
    "august aug aout agosto ago augustus augusti sierpnia sie srpna elokuuta elokuu августа авг серпня agustos",
    "september sept sep septembre septiembre settembre set setembro septembri wrzesnia wrz zari syyskuuta syyskuu сентября сен вересня eylul septembrie",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika paz rijna lokakuuta lokakuu октября окт жовтня ekim octombrie",
    "november nov novembre noviembre novembro listopada lis listopadu marraskuuta marraskuu ноября ноя листопада kasim noiembrie",
    "december dec dezember dez decembre diciembre dic dicembre dezembro desember grudnia gru prosince joulukuuta joulukuu декабря дек грудня aralik decembrie",
)
_MONTHS = {fold(name).text: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "monday mon mondays montag lundi lunes lunedi segunda maandag mandag maanantai maanantaina poniedzialek pondeli понедельник",
    "tuesday tue tues dienstag mardi martes martedi terca dinsdag tirsdag tisdag tiistai tiistaina wtorek utery вторник",
    "wednesday wed weds mittwoch mercredi miercoles mercoledi quarta woensdag onsdag keskiviikko keskiviikkona sroda srode streda среда среду",
    "thursday thu thur thurs donnerstag jeudi jueves giovedi quinta donderdag torsdag torstai torstaina czwartek ctvrtek четверг",
    "friday fri freitag vendredi viernes venerdi sexta vrijdag fredag perjantai perjantaina piatek patek пятница пятницу",
    "saturday samstag sonnabend samedi sabado sabato zaterdag lordag lauantai lauantaina sobota суббота субботу",
    "sunday sonntag dimanche domingo domenica zondag sondag sunnuntai sunnuntaina niedziela nedele воскресенье",
)
_WEEKDAYS = {fold(name).text: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?:[\s,.]{1,2}(?:de |del |of )?(?:the year )?(?P<y>20\d\d))?(?!\d)"
_WRITTEN = re.compile(
    rf"(?<![\w:.])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|-?го)?[ \u00a0-]{{0,2}}(?:of |de |d')?(?:the )?(?P<m>{_MONTH})\b\.?{_YEAR}"
)
_AMERICAN = re.compile(
    rf"(?<!\w)(?P<m>{_MONTH})\.?[ -](?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?! ?(?:[ap]\.?m\b|h\b|uhr)){_YEAR}"
)
_ISO = re.compile(r"(?<![\d-])(?P<y>20\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})(?!\d)")
_DOTTED = re.compile(
    r"(?<![\d.])(?P<d>\d{1,2})\.[ ]?(?P<m>\d{1,2})\.(?:[ ]?(?P<y>20\d\d|\d\d(?!\d|:)))?(?!\d)"
)
_SLASHED = re.compile(
    r"(?<![\d/-])(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})(?:(?P=sep)(?P<y>20\d\d|\d\d))?(?![\d/-])"
)
_JAPANESE = re.compile(r"(?<!\d)(?P<m>\d{1,2})月 ?(?P<d>\d{1,2})日")
_NTH = re.compile(
    r"\b(?:the|on|am|den|dem|le|el) (?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th|\.(?= |$))(?! ?\w*(?: of)? (?:floor|time|year|week|grade|street|avenue))"
)
_WEEKDAY_RE = re.compile(
    rf"\b(?P<next>next |nachsten |kommenden |prochain |proximo )?(?P<w>{_WEEKDAY})\b(?P<after> (?:next week|week|nachste woche|prochain|que viene))?"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<today>today|tonight|heute|aujourd'hui|hoy|oggi|hoje|vandaag)|(?P<two>day after tomorrow|ubermorgen|uebermorgen|apres-demain|pasado manana)|(?P<one>tomorrow|tommorr?ow|tomorow|(?<!guten )(?<!am )morgen(?! (?:frau|herr|zusammen))|demain|domani|amanha|mañana))\b"
)
_HOUR = re.compile(
    r"(?<![\d.:/-])(?P<h>\d{1,2})(?:[:.h](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\b|(?<![\d.:/-])(?P<h2>[01]?\d|2[0-3])(?::| ?h ?)(?P<m2>[0-5]\d)(?![\d:])|(?<![\d.:/-])(?P<h3>[01]?\d|2[0-3])(?:[.:](?P<m3>[0-5]\d))? ?(?:(?:uhr|h(?:eures?)?|o'?clock)\b|時)|\b(?P<noon>noon|midday|midi|mediodia)\b"
    r"|\b(?:at|around|about|um|gegen|vers|kl\.?|klo|om|alle|a las?|godz\.?) (?P<h4>[01]?\d|2[0-3])(?:[.](?P<m4>[0-5]\d))?(?![\d:%/]|\.\d| ?(?:[ap]\.?m\b|h\b|uhr|o'?clock|st\b|nd\b|rd\b|th\b|min|hours?\b|days?\b|weeks?\b|years?\b|people\b|percent|euros?\b)| ?(?:or|to|-|and|oder|ou|bis) ?\d| \w+ (?:street|st|avenue|ave|road|rd|lane|drive|floor)\b)"
)
LAST_HOUR_MEANT_FOR_THE_AFTERNOON = 6  # "at 3" between people at work is 15:00; "03:00" is not


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as a text names it. start, end: offsets in the folded text. complete: day and month were said."""

    day: date
    start: int
    end: int
    complete: bool


@dataclass(frozen=True, slots=True)
class NamedHour:
    """An hour as a text names it. start, end: offsets in the folded text."""

    at: time
    start: int
    end: int


def named_days(folded: Folded, *, today: date | None, day_first: bool | None = None) -> list[NamedDay]:
    """Return the days a text names, in its order; the ones that cannot be known for certain are left out.

    today: the day the text was written on, to complete "Thursday" and "12 August"; None leaves those out.
    day_first: how 4/5 is meant; None leaves such dates out unless one number is above twelve.
    """
    found = [*_complete(folded.text, today, day_first)]
    if today:
        found += [
            d
            for d in _from_today(folded.text, today)
            if not any(_same_mention(folded.text, c, d) for c in found)
        ]
    found.sort(key=lambda d: d.start)
    return found


def _same_mention(text: str, whole: NamedDay, part: NamedDay) -> bool:
    """Say whether "Monday" or "the 7th" only repeats a date beside it; "and back on the 7th" is another day."""
    if not whole.start - 12 <= part.start < whole.end + 12:
        return False
    between = text[whole.end : part.end]
    return not re.search(
        r"\b(?:and|und|et|y|e|en|och|og)\b.*\b(?:back|return\w*|zuruck|wieder|retour|terug)\b", between
    )


def first_day(folded: Folded, *, today: date | None) -> date | None:
    """Return the one day named; with several different ones None, a person must choose."""
    days = {d.day for d in named_days(folded, today=today)}
    return days.pop() if len(days) == 1 else None


def first_time(folded: Folded) -> time | None:
    """Return the one hour named ("3pm", "15:30", "15 Uhr", "noon", "at 3"); None when none or several."""
    hours = {named.at for named in named_hours(folded)}
    return hours.pop() if len(hours) == 1 else None


def named_hours(folded: Folded) -> list[NamedHour]:
    """Return the hours a text names, in its order. Up to six without "am" means the afternoon."""
    hours = ((_hour_of(m), m) for m in _HOUR.finditer(folded.text))
    return [NamedHour(at, m.start(), m.end()) for at, m in hours if at is not None]


def _hour_of(found: re.Match[str]) -> time | None:
    if found["noon"]:
        return time(12)
    written = found["h"] or found["h2"] or found["h3"] or found["h4"]
    hour, minute = int(written), int(found["m"] or found["m2"] or found["m3"] or found["m4"] or 0)
    if found["half"]:
        return time(hour % 12 + (12 if found["half"] == "p" else 0), minute) if 1 <= hour <= 12 else None
    if 1 <= hour <= LAST_HOUR_MEANT_FOR_THE_AFTERNOON and not written.startswith("0"):
        hour += 12
    return time(hour, minute)


def _complete(text: str, today: date | None, day_first: bool | None) -> Iterator[NamedDay]:
    taken: list[tuple[int, int]] = []
    for pattern in (_ISO, _WRITTEN, _AMERICAN, _DOTTED, _SLASHED, _JAPANESE):
        for found in pattern.finditer(text):
            if any(a < found.end() and found.start() < b for a, b in taken):
                continue
            day = _day_of(found, today, day_first)
            taken.append(found.span())
            if day:
                yield NamedDay(day, found.start(), found.end(), complete=True)


def _day_of(found: re.Match[str], today: date | None, day_first: bool | None) -> date | None:
    parts = found.groupdict()
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if first > 12 or (day_first and second <= 12):
            number, month = first, second
        elif second > 12 or day_first is False or first == second:
            number, month = second, first
        else:
            return None
        if parts["sep"] == "-" and not parts["y"]:
            return None  # 3-4 is a span
    else:
        number = int(parts["d"])
        month = _MONTHS.get(parts["m"]) or (int(parts["m"]) if parts["m"].isdigit() else 0)
    year = parts.get("y")
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, number)
    return _near(month, number, today) if today else None


def _near(month: int, number: int, today: date) -> date | None:
    """The day of that name from two months back to ten ahead."""
    for year in (today.year - 1, today.year, today.year + 1):
        day = _date(year, month, number)
        if day and -60 <= (day - today).days <= 300:
            return day
    return None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _from_today(text: str, today: date) -> Iterator[NamedDay]:
    for found in _WEEKDAY_RE.finditer(text):
        ahead = (_WEEKDAYS[found["w"]] - today.weekday() - 1) % 7 + 1
        # "next Thursday" said on Monday may be this week's or next week's: not certain, so no day.
        if (found["next"] or found["after"]) and ahead + today.weekday() < 7:
            continue
        yield NamedDay(today + timedelta(days=ahead), found.start(), found.end(), complete=False)
    for found in _RELATIVE.finditer(text):
        ahead = 0 if found["today"] else 2 if found["two"] else 1
        yield NamedDay(today + timedelta(days=ahead), found.start(), found.end(), complete=False)
    for found in _NTH.finditer(text):
        day = _next_numbered(int(found["d"]), today)
        if day:
            yield NamedDay(day, found.start(), found.end(), complete=False)


def _next_numbered(number: int, today: date) -> date | None:
    for months in range(13):
        month = today.month - 1 + months
        day = _date(today.year + month // 12, month % 12 + 1, number)
        if day and day > today:
            return day
    return None
