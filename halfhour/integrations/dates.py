"""Days as exports write them, in several languages and orders."""

import re
import unicodedata
from datetime import date

_MONTH_STEMS: dict[str, int] = {}
for _number, _stems in enumerate(
    (
        "jan january januar janvier janv enero ene janeiro gennaio gen januari januar sty stycznia styczen led ledna oca ocak ian янв января tammi tammikuuta",
        "feb february februar fevrier fevr fev febrero fevereiro febbraio februari lut lutego luty uno unora sub subat фев февраля helmi helmikuuta",
        "mar march marz mrz mars marzo marco maart mrt marca marzec bre brezna mart мар марта maalis maaliskuuta",
        "apr april avril avr abril abr aprile kwi kwietnia kwiecien dub dubna nis nisan апр апреля huhti huhtikuuta",
        "may mai mayo maio maggio mag maj mei maja kve kvetna mayis мая май touko toukokuuta",
        "jun june juni juin junio junho giugno giu cze czerwca czerwiec cvn cervna haz haziran iun июн июня kesa kesakuuta",
        "jul july juli juillet juil julio julho luglio lug lip lipca lipiec cvc cervence tem temmuz iul июл июля heina heinakuuta",
        "aug august aout agosto ago augustus augusti sie sierpnia sierpien srp srpna agu agustos авг августа elo elokuuta",
        "sep sept september septembre septiembre set setembro settembre wrz wrzesnia wrzesien zar zari eyl eylul сен сент сентября syys syyskuuta",
        "oct october okt oktober octobre octubre outubro out ottobre ott paz pazdziernika pazdziernik rij rijna eki ekim окт октября loka lokakuuta",
        "nov november novembre noviembre novembro lis listopada listopad kas kasim ноя нояб ноября marras marraskuuta",
        "dec december dez dezember decembre diciembre dic dezembro dicembre desember gru grudnia grudzien pro prosince ara aralik дек декабря joulu joulukuuta",
    ),
    1,
):
    for _stem in _stems.split():
        _MONTH_STEMS.setdefault(_stem, _number)

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T.*)?$")
_EAST = re.compile(r"^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NUMBERS = re.compile(r"^(\d{1,2})([/.-])\s?(\d{1,2})[/.-]\s?(\d{2}|\d{4})(?:[, T].*)?$")
_DAY_MONTH = re.compile(
    r"^(\d{1,2})\.?(?:er|º|o|st|nd|rd|th)?\s*(?:de |d')?[-\s]?([^\W\d_]+)\.?,?\s*(?:de |del )?[-\s]?(\d{4}|\d{2})\b"
)
_MONTH_DAY = re.compile(r"^([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_YEAR = re.compile(r"(?<!\d)(?:19[2-9]\d|20[0-6]\d)(?!\d)")


def parse_day(text: str, *, day_first: bool = False) -> date | None:
    """A day, or None when the text is none. day_first settles 03/04/2024, which Americans read the other way."""
    clean = text.strip()
    if not clean:
        return None
    plain = _DAY_MONTH.match(clean)
    if plain is None:
        flat = "".join(
            c for c in unicodedata.normalize("NFKD", clean.casefold()) if not unicodedata.combining(c)
        )
        plain = _DAY_MONTH.match(flat)
    else:
        flat = clean.casefold()
    if plain:
        month = _month(plain[2])
        return _made(_full_year(plain[3]), month, int(plain[1])) if month else None
    for pattern in (_ISO, _COMPACT, _EAST):
        found = pattern.match(clean)
        if found:
            return _made(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.match(clean)
    if found:
        first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
        if first > 12 or (second <= 12 and (day_first or found[2] == ".")):
            return _made(year, second, first)
        return _made(year, first, second)
    found = _MONTH_DAY.match(flat)
    if found:
        month = _month(found[1])
        return _made(int(found[3]), month, int(found[2])) if month else None
    return None


def find_year(text: str) -> int | None:
    """The last year between 1920 and 2069 in a text such as "2016-09-16", "Class of 1998" or "May 2025"; also '98."""
    found = _YEAR.findall(text)
    if found:
        return int(found[-1])
    short = re.fullmatch(r"\s*[’'](\d{2})\s*", text)
    if short:
        return _full_year(short[1])
    return None


def _month(word: str) -> int:
    flat = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return _MONTH_STEMS.get(flat) or _MONTH_STEMS.get(flat[:3], 0)


def _full_year(text: str) -> int:
    year = int(text)
    if year >= 100:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
