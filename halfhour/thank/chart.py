"""The facts of the map as one picture and one table: talks, introductions, names given, and what is still owed."""

from dataclasses import dataclass

from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Introduction
from halfhour.find.models import Person, Referral
from halfhour.interview.models import Interview
from halfhour.thank.actions import owed
from halfhour.thank.rules.tree import Link, places

COLUMN_WIDTH = 210
ROW_HEIGHT = 46
LEFT = 90
TOP = 30
NAME_LONGEST = 24


@dataclass(frozen=True)
class Dot:
    """One person in the picture; x and y in its own units."""

    person_id: int
    name: str
    short: str
    x: float
    y: float
    from_x: float
    from_y: float
    talked: bool
    owes: bool
    how: str


@dataclass(frozen=True)
class Map:
    dots: list[Dot]
    width: int
    height: int
    me_y: float


def drawn(user: User) -> Map:
    """Everyone who was asked, talked, introduced or named; in a fixed number of queries."""
    links: list[Link] = []
    how: dict[int, str] = {}

    def led(by: int | None, to: int, day: object, words: str) -> None:
        links.append(Link(by, to, order=len(links)))
        how.setdefault(to, words)

    introductions = Introduction.objects.visible_to(user).filter(introduced_on__isnull=False)
    for made in introductions.select_related("introducer", "approach").order_by("introduced_on"):
        led(
            made.introducer_id,
            made.approach.person_id,
            made.introduced_on,
            f"introduced by {made.introducer.name}",
        )
    for referral in Referral.objects.visible_to(user).select_related("by").order_by("on", "pk"):
        led(referral.by_id, referral.to_id, referral.on, f"named by {referral.by.name}")
    for approach in Approach.objects.visible_to(user).order_by("opened_at").only("person_id", "opened_at"):
        led(None, approach.person_id, approach.opened_at, "found by you")
    talks = (
        Interview.objects.visible_to(user)
        .filter(ended_at__isnull=False)
        .exclude(kind=Interview.Kind.PRACTICE)
    )
    talked = set()
    for talk in talks.only("person_id", "ended_at"):
        talked.add(talk.person_id)
        led(None, talk.person_id, talk.ended_at, "found by you")
    without_thanks, news = owed(user)
    owes = {t.person_id for t in without_thanks} | {helper_id for _, _, helper_id, _ in news}
    put = places(links)
    names = dict(
        Person.objects.visible_to(user).filter(pk__in=[p.person_id for p in put]).values_list("pk", "name")
    )
    me_y = TOP + ROW_HEIGHT * (
        sum(p.row for p in put if p.column == 1) / max(1, sum(p.column == 1 for p in put))
    )
    where = {p.person_id: (LEFT + COLUMN_WIDTH * (p.column - 1) + 60, TOP + ROW_HEIGHT * p.row) for p in put}
    dots = []
    for place in put:
        x, y = where[place.person_id]
        from_x, from_y = where[place.parent] if place.parent is not None else (LEFT - 30, me_y)
        name = names.get(place.person_id, "")
        dots.append(
            Dot(
                person_id=place.person_id,
                name=name,
                short=name if len(name) <= NAME_LONGEST else name[: NAME_LONGEST - 1] + "…",
                x=x,
                y=y,
                from_x=from_x,
                from_y=from_y,
                talked=place.person_id in talked,
                owes=place.person_id in owes,
                how=how.get(place.person_id, "found by you"),
            )
        )
    columns = max((p.column for p in put), default=1)
    rows = max((p.row for p in put), default=0)
    return Map(dots, LEFT + COLUMN_WIDTH * columns + 40, int(TOP * 2 + ROW_HEIGHT * rows), me_y)
