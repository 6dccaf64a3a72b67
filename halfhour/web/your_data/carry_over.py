"""Who was to be left alone before a restore is left alone after it, however old the backup is.

Someone who was erased since the backup was made is erased again; someone who asked to be left alone is marked again.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import DatabaseError, transaction

from halfhour import clock
from halfhour.accounts.actions import laptop_user
from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.privacy import actions as privacy
from halfhour.privacy.models import LeftAlone
from halfhour.privacy.recognising import digest, signs
from halfhour.web import setup
from halfhour.web.your_data import erasing


@dataclass
class Wishes:
    """erased: digest -> (kind, since). alone: digests of everyone marked "do not contact"; keys: what they were made with."""

    erased: dict[str, tuple[str, date]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    keys: list[str] = field(default_factory=list)


def gather() -> Wishes:
    """What is wished here now. Nothing when the database cannot be read, which may be why it is replaced."""
    wishes = Wishes(keys=privacy.salts())
    file = setup.database_file()
    if file is not None and not file.exists():
        return Wishes()  # a new data folder; asking would make a database in it
    try:
        user = laptop_user()
        for row in LeftAlone.objects.visible_to(user):
            wishes.erased[row.digest] = (row.kind, row.since)
        marked = Person.objects.visible_to(user).exclude(do_not_contact_at=None)
        for person in marked.select_related("organisation"):
            wishes.alone |= {digest(*sign, wishes.keys[0]) for sign in signs_of(person)}
    except DatabaseError:
        return Wishes()
    return wishes


@transaction.atomic
def carry_over(user: User, wishes: Wishes) -> tuple[int, int]:
    """Let the wishes hold in the restored data: (how many were erased again, how many marked again)."""
    rows = [LeftAlone(owner=user, digest=d, kind=k, since=s) for d, (k, s) in wishes.erased.items()]
    LeftAlone.objects.bulk_create(rows, ignore_conflicts=True)
    erased = marked = 0
    if not wishes.erased and not wishes.alone:
        return 0, 0
    for person in list(
        Person.objects.visible_to(user).filter(merged_into=None).select_related("organisation")
    ):
        codes = {digest(*sign, key) for sign in signs_of(person) for key in wishes.keys}
        if codes & wishes.erased.keys():
            erasing.erase(person)
            erased += 1
        elif codes & wishes.alone and person.do_not_contact_at is None:
            person.do_not_contact_at = clock.now()
            person.save(update_fields=["do_not_contact_at"])
            marked += 1
    return erased, marked


def signs_of(person: Person) -> list[tuple[str, str]]:
    return list(
        signs(
            emails=erasing.emails_of(person),
            phones=[person.phone, *person.more.get("phones", ())],
            urls=[person.url],
            name=person.name,
            organisation=person.organisation.name if person.organisation else "",
        )
    )
