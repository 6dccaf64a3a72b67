"""Beginning to ask someone: which occupation, which way, how long, why this person."""

from datetime import date

from django.db import transaction
from django.db.models import Min, Q
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.actions.drafting import keep_drafts_true
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Attempt
from halfhour.contact.promising import first_promise_day
from halfhour.contact.rules.attempts import may_attempt
from halfhour.contact.rules.promises import second_name_on
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import asking_of
from halfhour.due import actions as due
from halfhour.find.actions import survivor_of
from halfhour.find.models import Person
from halfhour.history.actions import note
from halfhour.refused import Refused


@transaction.atomic
def open_approach(
    user: User,
    person: Person,
    candidate: Candidate,
    *,
    channel: str = "",
    minutes: int | None = None,
    focus: str = "",
    why_person: str = "",
    anyway: bool = False,
) -> Approach:
    """Begin to ask one person about one occupation; the open approach when there is one already.

    anyway: ask although someone else at the same organisation was asked less than three working days ago.
    Refused for someone who wants to be left alone, said no, or was tried as often as is courteous.
    """
    person = survivor_of(person)  # a window from before two entries were joined
    already = Approach.objects.open().filter(owner=user, person=person).first()
    if already is not None:
        return already
    if person.do_not_contact_at is not None:
        raise Refused(_("%(name)s asked to be left alone. Nothing goes to them.") % {"name": person.name})
    today = user.today
    approach = Approach(
        owner=user,
        person=person,
        candidate=candidate,
        channel=channel,
        minutes=minutes or user.seeker.minutes,
        focus=focus,
        why_person=why_person.strip(),
        promise_on=first_promise_day(user, today),
        opened_at=clock.now(),
    )
    _refuse_what_is_over(approach, today)
    if not anyway and (warning := organisation_warning(user, person, today)):
        raise Refused(warning)
    approach.save()
    if person.candidate_id is None:
        person.candidate = candidate
        person.save(update_fields=["candidate"])
    note(user, "contact.opened", approach, person=person.pk, candidate=candidate.pk, channel=channel)
    _taken_up(approach, today)
    keep_drafts_true(approach)
    due.refresh(approach)
    return approach


@transaction.atomic
def change_ask(
    approach: Approach,
    *,
    channel: str | None = None,
    minutes: int | None = None,
    focus: str | None = None,
    why_person: str | None = None,
) -> Approach:
    """Change what is asked and how; texts nobody has edited follow."""
    wanted = {"channel": channel, "minutes": minutes, "focus": focus, "why_person": why_person}
    changed = [name for name, value in wanted.items() if value is not None]
    for name in changed:
        setattr(approach, name, wanted[name])
    approach.save(update_fields=changed)
    note(approach.owner, "contact.ask_changed", approach)
    keep_drafts_true(approach)
    due.refresh(approach)
    return approach


def organisation_warning(user: User, person: Person, today: date) -> str:
    """Why it is early to ask a second person at the same organisation, or nothing.

    The three working days count from the first message or call there; a later one to the same person does not begin them anew.
    """
    if person.organisation_id is None:
        return ""
    calendar = working_days_of(user.seeker, today)
    there = Approach.objects.open().filter(owner=user, arranged_at=None, replies=None)
    there = there.filter(person__organisation=person.organisation_id).exclude(person=person)
    reached = ~Q(attempts__result__in=(Attempt.Result.BOUNCED, Attempt.Result.WRONG_NUMBER))
    first = there.annotate(first_on=Min("attempts__on", filter=reached)).exclude(first_on=None)
    other = first.select_related("person__organisation").order_by("-first_on").first()
    if other is None:
        return ""
    free_on = second_name_on(other.first_on, calendar)
    if today >= free_on:
        return ""
    return _(
        "You asked %(other)s at %(organisation)s on %(day)s. Two people there would compare notes: "
        "wait for an answer until %(free)s, or ask anyway."
    ) % {
        "other": other.person.name,
        "organisation": person.organisation.name if person.organisation else "",
        "day": in_words(other.first_on),
        "free": in_words(free_on),
    }


def _refuse_what_is_over(approach: Approach, today: date) -> None:
    """Three attempts and a no hold over all approaches to a person; reopening is by hand, with a reason."""
    seeker = approach.owner.seeker
    earlier = (
        Approach.objects.filter(owner=approach.owner, person=approach.person).order_by("opened_at").last()
    )
    if earlier is None:
        return
    asking = asking_of(earlier, today)
    found = asking.facts
    permission = may_attempt(
        found.attempts,
        found.replies,
        on=today,
        today=today,
        working_days=working_days_of(seeker, today),
        contact=asking.contact,
        max_attempts=found.max_attempts,
        extra_attempts=found.extra_attempts,
    )
    if not permission.allowed:
        raise Refused(
            _("%(why)s You can open it again by hand, with a reason, on the page about asking %(name)s.")
            % {"why": permission.why, "name": approach.person.name}
        )


def _taken_up(approach: Approach, today: date) -> None:
    """Asking someone answers every "take the next name" and "a second person there" that waited for it."""
    others = Approach.objects.filter(owner=approach.owner).exclude(pk=approach.pk)
    over = others.filter(candidate=approach.candidate, next_name_on=None).exclude(closed_because="")
    over = over.exclude(closed_because=Approach.Closed.TALKED)
    refused = others.filter(
        candidate=approach.candidate, next_name_on=None, replies__kind__in=("no", "named_other")
    )
    for other in {*over, *refused}:
        other.next_name_on = today
        other.save(update_fields=["next_name_on"])
        due.refresh(other)
    if approach.person.organisation_id is None:
        return
    same = others.open().filter(person__organisation=approach.person.organisation_id, second_name_on=None)
    for other in same:
        other.second_name_on = today
        other.save(update_fields=["second_name_on"])
        due.refresh(other)
