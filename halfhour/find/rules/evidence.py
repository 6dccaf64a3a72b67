"""How much each thing that two records share, or differ in, says about their being one person.

A default of ours, after Fellegi and Sunter (1969): each agreement adds the logarithm of how much likelier it is for one
person than for two, so a rare name says much and a common one little; each difference takes away. The shares below (how
often one person's two records differ) are rounded from made-up worlds and from what address books look like.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from halfhour.find.rules.common_names import family_share, given_share
from halfhour.find.rules.facts import Facts, organisation_key, phone_key
from halfhour.find.rules.names import fold_name

_FREE_MAIL_NAMES = """gmail googlemail yahoo ymail hotmail outlook live msn icloud me mac aol gmx web mail proton protonmail pm
    zoho qq 163 126 naver daum orange free laposte wanadoo t-online libero yandex rambler comcast verizon att sbcglobal"""
FREE_MAIL = frozenset(_FREE_MAIL_NAMES.split())
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
_NONE: frozenset[str] = frozenset()
_BACKGROUND_ROWS = 300  # how many records a guess about a name's share is worth beside the counts at hand

EMAIL = 12.0
PHONE = 9.0
PAGE = 16.0
INITIAL = 2.2
MIDDLE_SAME = 4.5
CLASH = {"email": -2.0, "phone": -2.0, "page": -9.0, "middle": -4.0, "generation": -4.0, "given": -5.5, "family": -3.4,
         "organisation": -0.8, "title": -0.6, "place": -0.8, "school": -1.0, "year": -3.0}  # fmt: skip


@dataclass(slots=True)
class Record:
    """One person's facts, folded for comparing. Empty text or an empty tuple: not known."""

    given: str
    roots: frozenset[str]
    middle: str
    family: str
    other_families: tuple[str, ...]
    generation: str
    emails: frozenset[str]
    phones: frozenset[str]
    page: str
    organisation: str
    title: str
    domain: str
    place: str
    school: str
    year: int


_title_words = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "eng": "engineer", "engr": "engineer", "ofcr": "officer", "dir": "director",
    "asst": "assistant", "assoc": "associate", "vp": "vicepresident", "svp": "seniorvicepresident", "dev": "developer", "admin": "administrator",
    "exec": "executive", "coord": "coordinator", "spec": "specialist", "tech": "technician", "mfg": "manufacturing", "mktg": "marketing",
    "i": "", "ii": "", "iii": "", "iv": "", "1": "", "2": "", "3": "",
}  # fmt: skip


def record_of(facts: Facts, nicknames: Mapping[str, frozenset[str]]) -> Record:
    """Facts folded for comparing."""
    given_words = facts.given.split()
    given = fold_name(given_words[0]) if given_words else ""
    middle = (
        fold_name(facts.middle.split()[0])
        if facts.middle
        else fold_name(given_words[1])
        if len(given_words) > 1
        else ""
    )
    family = fold_name(facts.family)
    others: tuple[str, ...] = ()
    if facts.earlier_family:
        others = (fold_name(facts.earlier_family),)
    if "-" in facts.family or " " in facts.family:
        others += tuple(fold_name(p) for p in facts.family.replace("-", " ").split() if len(p) > 3)
    suffix = facts.suffix.lower().replace(".", "").split(",")[0].strip() if facts.suffix else ""
    emails = frozenset(e.lower() for e in facts.emails) if facts.emails else _NONE
    return Record(
        given=given,
        roots=nicknames.get(given) or frozenset((given,)),
        middle=middle,
        family=family,
        other_families=others,
        generation=suffix if suffix in _GENERATIONS else "",
        emails=emails,
        phones=frozenset(map(phone_key, facts.phones)) if facts.phones else _NONE,
        page=page_key(facts.url) if facts.url else "",
        organisation=organisation_key(facts.organisation) if facts.organisation else "",
        title=title_key(facts.title) if facts.title else "",
        domain=_work_domain(emails) if emails else "",
        place=place_key(facts.address) if facts.address else "",
        school=fold_name(facts.school) if facts.school else "",
        year=facts.grad_year or 0,
    )


def page_key(url: str) -> str:
    """Who a LinkedIn page belongs to; "" for other addresses, which several people may share."""
    low = url.lower()
    at = low.find("linkedin.com/")
    if at < 0:
        return ""
    path = low[at + 13 :].split("?")[0].split("#")[0].strip("/")
    kind, _, rest = path.partition("/")
    return rest.split("/")[0] if kind in ("in", "pub") else ""


@lru_cache(maxsize=100_000)
def title_key(title: str) -> str:
    """A job title without case, level numbers, remarks after a dash or in brackets, and with usual short forms written out."""
    plain = title.split(" (")[0].split(" - ")[0].split(", ")[0].lower().replace(".", "").replace("-", " ")
    words = [_title_words.get(w, w) for w in plain.split()]
    return fold_name("".join(words))


@lru_cache(maxsize=100_000)
def place_key(address: str) -> str:
    """The town in a one-line address: the last part that is not a country, a state or a number."""
    parts = [p.strip() for p in address.split(",")]
    for part in reversed(parts):
        if part and not any(c.isdigit() for c in part) and len(part) > 3 and part.lower() not in _COUNTRIES:
            return fold_name(part)
    return ""


_COUNTRY_NAMES = """united states;united states of america;canada;germany;deutschland;france;spain;italy;schweiz;united kingdom;
    england;switzerland;austria;netherlands;sweden;poland;australia;india"""
_COUNTRIES = frozenset(c.strip() for c in _COUNTRY_NAMES.split(";"))


def _work_domain(emails: frozenset[str]) -> str:
    for email in emails:
        name = email.rpartition("@")[2].split(".")
        if len(name) > 1 and name[-2] not in FREE_MAIL and name[0] not in FREE_MAIL:
            return fold_name(name[-2] if len(name[-2]) > 3 or len(name) < 3 else name[-3])
    return ""


class _Counted:
    """How often each value stands among the people at hand, and what agreeing on it weighs.

    usual: the share of a value before anything is counted; worth: how many records that guess counts for.
    """

    def __init__(self, usual: Callable[[str], float], worth: int) -> None:
        self._usual = usual
        self._worth = worth
        self._counts: dict[str, int] = {}
        self._total = 0
        self._weights: dict[str, float] = {}

    def add(self, value: str) -> None:
        self._counts[value] = self._counts.get(value, 0) + 1
        self._total += 1
        if self._weights:
            self._weights = {}

    def weight(self, value: str) -> float:
        known = self._weights.get(value)
        if known is None:
            seen = self._counts.get(value, 0) + self._worth * self._usual(value)
            known = self._weights[value] = -log(seen / (self._total + self._worth))
        return known


class Shares:
    """How common names, organisations, titles and towns are among the people at hand."""

    def __init__(self) -> None:
        self.given = _Counted(given_share, _BACKGROUND_ROWS)
        self.family = _Counted(family_share, _BACKGROUND_ROWS)
        self.organisation = _Counted(lambda _: 1 / 300, 300)
        self.title = _Counted(lambda _: 1 / 150, 150)
        self.place = _Counted(lambda _: 1 / 60, 60)

    def add(self, record: Record) -> None:
        if record.given:
            self.given.add(record.given)
        if record.family:
            self.family.add(record.family)
        if record.organisation:
            self.organisation.add(record.organisation)
        if record.title:
            self.title.add(record.title)
        if record.place:
            self.place.add(record.place)


def one_edit(first: str, second: str) -> bool:
    """Whether one typing slip (a letter more, less, other, or two swapped) turns one word into the other."""
    if abs(len(first) - len(second)) > 1 or len(first) < 4 or len(second) < 4:
        return False
    return OSA.distance(first, second, score_cutoff=1) <= 1


def weigh(a: Record, b: Record, shares: Shares) -> float:
    """The sum of what two records share and differ in; higher is likelier one person. Logarithms, base e."""
    given = _given(a, b, shares)
    total = given + _family(a, b, shares)
    strangers = given < 0
    if a.page and b.page:
        total += PAGE if a.page == b.page else CLASH["page"]
    if a.emails and b.emails:
        if not a.emails.isdisjoint(b.emails):
            total += EMAIL / 3 if strangers else EMAIL
        else:
            total += CLASH["email"]
    if a.phones and b.phones:
        if not a.phones.isdisjoint(b.phones):
            total += PHONE / 4 if strangers else PHONE
        else:
            total += CLASH["phone"]
    if a.middle and b.middle:
        total += _middle(a.middle, b.middle, shares)
    if a.generation and b.generation and a.generation != b.generation:
        total += CLASH["generation"]
    total += _work(a, b, shares)
    if a.place and b.place:
        total += shares.place.weight(a.place) - 0.4 if a.place == b.place else CLASH["place"]
    if a.year and b.year:
        total += 2.5 if a.year == b.year else CLASH["year"]
    if a.school and b.school:
        total += 1.5 if a.school == b.school else CLASH["school"]
    return total


def _given(a: Record, b: Record, shares: Shares) -> float:
    one, two = a.given, b.given
    if one == two:
        return shares.given.weight(one) if len(one) > 1 else INITIAL if one else 0.0
    if not one or not two:
        return 0.0
    if len(one) == 1 or len(two) == 1:
        return INITIAL if one[0] == two[0] else CLASH["given"]
    if not a.roots.isdisjoint(b.roots):
        return min(shares.given.weight(one), shares.given.weight(two)) - 2.0
    if one_edit(one, two):
        return max(0.5, min(shares.given.weight(one), shares.given.weight(two)) - 4.0)
    if one in two or two in one:
        return 0.0
    return CLASH["given"]


def _family(a: Record, b: Record, shares: Shares) -> float:
    one, two = a.family, b.family
    if one == two:
        return shares.family.weight(one) if one else 0.0
    if not one or not two:
        return 0.0
    if a.other_families or b.other_families:
        shared = ({one, *a.other_families}) & ({two, *b.other_families})
        if shared:
            return shares.family.weight(min(shared)) - 1.5
    if len(one) == 1 or len(two) == 1:
        return INITIAL if one[0] == two[0] else CLASH["family"]
    if one_edit(one, two):
        return max(0.5, min(shares.family.weight(one), shares.family.weight(two)) - 4.0)
    return CLASH["family"]


def _middle(one: str, two: str, shares: Shares) -> float:
    if one == two:
        return MIDDLE_SAME if len(one) > 1 else INITIAL
    if one[0] == two[0] and (len(one) == 1 or len(two) == 1):
        return INITIAL
    return CLASH["middle"] if not one_edit(one, two) else 2.0


def same_place_of_work(a: Record, b: Record) -> bool:
    """Equal organisations, one slip apart, or one named by the domain of the other's work address."""
    one, two = a.organisation, b.organisation
    if one and two and (one == two or (len(one) > 7 and one_edit(one, two))):
        return True
    return _in_domain(a.domain, two) or _in_domain(b.domain, one)


def _in_domain(domain: str, organisation: str) -> bool:
    return (
        len(domain) > 3
        and len(organisation) > 3
        and (organisation.startswith(domain) or domain.startswith(organisation))
    )


def _work(a: Record, b: Record, shares: Shares) -> float:
    total = 0.0
    together = False
    if (a.organisation or a.domain) and (b.organisation or b.domain) and (a.organisation or b.organisation):
        together = same_place_of_work(a, b)
        if together:
            total += shares.organisation.weight(a.organisation or b.organisation) - 0.6
        elif a.organisation and b.organisation:
            total += CLASH["organisation"]
    if a.title and b.title:
        if a.title == b.title:
            weight = shares.title.weight(a.title)
            total += weight * 0.8 if together else max(0.0, weight - 3.5)
        else:
            total += CLASH["title"] * (0.5 if together else 1.0)
    return total


def reasons_for(a: Record, b: Record) -> tuple[str, ...]:
    """The agreement and the differences of two records in words, strongest first."""
    said = []
    if a.page and a.page == b.page:
        said.append("same LinkedIn page")
    if not a.emails.isdisjoint(b.emails):
        said.append("same e-mail address")
    if not a.phones.isdisjoint(b.phones):
        said.append("same telephone")
    said.extend(_name_reasons(a, b))
    if same_place_of_work(a, b):
        said.append("same organisation")
    if a.title and a.title == b.title:
        said.append("same job title")
    if a.place and a.place == b.place:
        said.append("same town")
    for name, one, two in (("e-mail address", a.emails, b.emails), ("telephone", a.phones, b.phones)):
        if one and two and one.isdisjoint(two):
            said.append(f"another {name}")
    if a.page and b.page and a.page != b.page:
        said.append("another LinkedIn page")
    if a.organisation and b.organisation and not same_place_of_work(a, b):
        said.append("another organisation")
    return tuple(said)


def _name_reasons(a: Record, b: Record) -> list[str]:
    if a.given == b.given and a.family == b.family:
        return ["same name"] if a.given or a.family else []
    said = []
    if a.family != b.family and a.family and b.family:
        if {a.family, *a.other_families} & {b.family, *b.other_families}:
            said.append("an earlier or double family name agrees")
        elif one_edit(a.family, b.family):
            said.append("family name one letter apart")
        else:
            said.append("another family name")
    if a.given != b.given and a.given and b.given:
        if len(a.given) == 1 or len(b.given) == 1:
            said.append("the initial fits" if a.given[0] == b.given[0] else "another given name")
        elif not a.roots.isdisjoint(b.roots):
            said.append("one given name is short for the other")
        elif one_edit(a.given, b.given):
            said.append("given name one letter apart")
        else:
            said.append("another given name")
    return said
