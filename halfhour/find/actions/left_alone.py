"""Someone who was erased and is brought again: a file's row stops and says why; typed by hand they are marked."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.find.rules.facts import Facts
from halfhour.find.rules.incoming import Action, Decision
from halfhour.privacy.actions import recognise


def stop_left_alone(user: User, told: Sequence[Facts], decisions: Sequence[Decision]) -> list[Decision]:
    """The same decisions, but nobody who was erased is added."""
    known = recognise(user)
    found = []
    for facts, decision in zip(told, decisions, strict=True):
        since = None
        if decision.action is Action.ADD:
            since = known(
                emails=facts.emails,
                phones=facts.phones,
                urls=[facts.url],
                name=facts.name,
                organisation=facts.organisation,
            )
        if since is not None:
            why = _("erased here on %(on)s and to be left alone") % {"on": since.isoformat()}
            decision = replace(decision, action=Action.SKIP, reason=why)
        found.append(decision)
    return found


def mark_left_alone(person: Person) -> None:
    """Part of a larger action, before the person is saved."""
    place = person.organisation.name if person.organisation else ""
    since = recognise(person.owner)(
        emails=[person.email], phones=[person.phone], urls=[person.url], name=person.name, organisation=place
    )
    if since is not None and person.do_not_contact_at is None:
        person.do_not_contact_at = clock.now()
