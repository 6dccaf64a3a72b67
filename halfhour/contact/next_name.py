"""The next name on the list: a refusal or silence always leads to one, with a letter ready."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import texts
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Channel
from halfhour.contact.promising import first_promise_day
from halfhour.contact.reach import reach_of
from halfhour.contact.rules.approach import ApproachFacts
from halfhour.contact.rules.draft import Draft as Text
from halfhour.contact.rules.standing import Standing
from halfhour.contact.rules.states import where_it_stands
from halfhour.contact.rules.ways import Way, first_way
from halfhour.contact.standings import standing_of
from halfhour.find import actions as find
from halfhour.find.models import Person, Referral
from halfhour.find.rules.ranking import Ranked, Role

CHANNELS = {Way.NETWORK: Channel.NETWORK, Way.LETTER: Channel.LETTER}


@dataclass(frozen=True)
class NextName:
    """Someone to ask, why them, and a first letter; `left`: how many further names the list holds."""

    person: Person
    reasons: tuple[str, ...]
    letter: Text
    channel: str
    left: int


def ranked_people(user: User, candidate: Candidate) -> list[Ranked]:
    """Whom to ask about one occupation, best first; who has been asked already is left out."""
    return find.ranked(user, candidate)


def next_after(approach: Approach) -> NextName | None:
    """The next name for the occupation of this approach, with its first letter; None when the list is empty.

    Whom somebody named comes before the ranked list: a fresh name is warm.
    """
    user = approach.owner
    names = [r for r in ranked_people(user, approach.candidate) if r.role <= Role.MAY_DO_IT]
    fresh = _named_and_not_asked(approach)
    if fresh is not None:
        person, by = fresh
        reasons: tuple[str, ...] = (_("%(name)s named them") % {"name": by},)
        left = sum(r.person_id != person.pk for r in names)
    elif names:
        people = Person.objects.visible_to(user).select_related("organisation", "source")
        person, reasons, left = people.get(pk=names[0].person_id), names[0].reasons, len(names) - 1
    else:
        return None
    person.owner = user
    way = first_way(reach_of(person, ()))
    preview = Approach(
        owner=user,
        person=person,
        candidate=approach.candidate,
        channel=CHANNELS.get(way, Channel.EMAIL) if way else Channel.EMAIL,
        minutes=user.seeker.minutes,
        promise_on=first_promise_day(user, user.today),
        opened_at=clock.now(),
    )
    return NextName(person, reasons, texts.proposal(preview), preview.channel, left)


def _named_and_not_asked(approach: Approach) -> tuple[Person, str] | None:
    """The latest person somebody named for this occupation whom nobody has asked yet, and who named them."""
    open_names = Referral.objects.visible_to(approach.owner).filter(
        candidate=approach.candidate_id,
        to__approaches=None,
        to__do_not_contact_at=None,
        to__removed_at=None,
        to__merged_into=None,
    )
    latest = open_names.select_related("to__organisation", "to__source", "by").order_by("-on", "-pk").first()
    return (latest.to, latest.by.name) if latest else None


def standing_with(person: Person, today: date) -> Standing:
    """Where asking one person stands: their latest approach, or merely listed."""
    latest = (
        Approach.objects.filter(owner=person.owner, person=person)
        .select_related("person__organisation", "person__source", "candidate", "owner__seeker")
        .order_by("opened_at")
        .last()
    )
    if latest is not None:
        return standing_of(latest, today)
    calendar = working_days_of(person.owner.seeker, today)
    return where_it_stands(
        ApproachFacts(do_not_contact_on=today if person.do_not_contact_at else None),
        today=today,
        working_days=calendar,
    )
