"""The facts of the map as one picture and one table: talks, introductions, names given, and what is still owed."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from halfhour.accounts.models import User
from halfhour.contact.models import Approach, ApproachQuerySet, Introduction
from halfhour.find.models import Person, Referral
from halfhour.thank.actions import advice_owed, held_talks, owed
from halfhour.thank.rules.tree import Link, places

COLUMN_WIDTH = 250
ROW_HEIGHT, ROW_HEIGHT_OF_MANY, MANY = 44, 27, 25
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

    @property
    def line(self) -> str:
        """From whoever led here, as an even curve."""
        bend = (self.x - self.from_x) / 2
        return f"M{self.from_x:.1f} {self.from_y:.1f}c{bend:.1f} 0 {bend:.1f} {self.y - self.from_y:.1f} {self.x - self.from_x:.1f} {self.y - self.from_y:.1f}"


@dataclass(frozen=True)
class Map:
    dots: list[Dot]
    width: int
    height: int
    me_y: float

    @property
    def owing(self) -> int:
        return sum(dot.owes for dot in self.dots)


def with_introducer(approaches: ApproachQuerySet) -> ApproachQuerySet:
    """Each approach with whoever introduced the seeker: introducer_id, introducer_name, introduced_on; None without."""
    made = Introduction.objects.filter(approach=OuterRef("pk"), introduced_on__isnull=False).order_by(
        "introduced_on"
    )
    return approaches.annotate(
        introducer_id=Subquery(made.values("introducer")[:1]),
        introducer_name=Subquery(made.values("introducer__name")[:1]),
        introduced_on=Subquery(made.values("introduced_on")[:1]),
    )


def drawn(user: User) -> Map:
    """Everyone who was asked, talked, introduced or named; in a fixed number of queries."""
    links: list[Link] = []
    how: dict[int, str] = {}
    names: dict[int, str] = {}

    def led(by: Person | tuple[int, str] | None, to: Person, words: str) -> None:
        names[to.pk] = to.name
        if isinstance(by, Person):
            by = (by.pk, by.name)
        if by is not None:
            names.setdefault(*by)
        links.append(Link(by[0] if by else None, to.pk, order=len(links)))
        how.setdefault(to.pk, words)

    asked = list(
        with_introducer(Approach.objects.visible_to(user)).select_related("person").order_by("opened_at")
    )
    for approach in sorted((a for a in asked if a.introduced_on), key=lambda a: a.introduced_on):
        introducer = (approach.introducer_id, approach.introducer_name)
        led(introducer, approach.person, f"introduced by {approach.introducer_name}")
    for referral in Referral.objects.visible_to(user).select_related("by", "to").order_by("on", "pk"):
        led(referral.by, referral.to, f"named by {referral.by.name}")
    for approach in asked:
        led(None, approach.person, "found by you")
    talks = held_talks(user)
    talked = set()
    for talk in talks:
        talked.add(talk.person_id)
        led(None, talk.person, "found by you")
    without_thanks, news = owed(user, talks)
    owes = {t.person_id for t in without_thanks} | {helper_id for _, _, helper_id, _ in news}
    owes |= {advice.interview.person_id for advice in advice_owed(user)}
    put = places(links)
    height = ROW_HEIGHT if len(put) <= MANY else ROW_HEIGHT_OF_MANY
    me_y = TOP + height * (sum(p.row for p in put if p.column == 1) / max(1, sum(p.column == 1 for p in put)))
    where = {p.person_id: (LEFT + COLUMN_WIDTH * (p.column - 1) + 60, TOP + height * p.row) for p in put}
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
    return Map(dots, LEFT + COLUMN_WIDTH * columns + 40, int(TOP * 2 + height * rows), me_y)
