"""Whole domains and organisations that are left alone: nothing goes to anybody there, from any page.

It is asked where something is put on its way and again at the moment of sending, and by the step that notes letters
which leave another way.
"""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.history.actions import note
from halfhour.mail.models import NobodyAt
from halfhour.mail.rules.matching import folded
from halfhour.refused import Refused

DOMAIN = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")


@transaction.atomic
def leave(owner: User, text: str) -> NobodyAt:
    """text: "example.com", "@example.com", somebody's address there, or an organisation's name. The same is one."""
    name = " ".join(text.split())[:200]
    key = key_of(name)
    if len(key) < 3:
        raise Refused(_("Write a domain such as example.com, or the name of an organisation."))
    row, made = NobodyAt.objects.get_or_create(
        owner=owner, key=key, defaults={"name": name, "since": clock.now()}
    )
    if made:
        note(owner, "mail.left_alone", row)
    return row


@transaction.atomic
def allow(row: NobodyAt) -> None:
    note(row.owner, "mail.allowed_again", row)
    row.delete()


def key_of(text: str) -> str:
    after = text.rpartition("@")[2].strip().casefold().removeprefix("www.")
    return after if DOMAIN.fullmatch(after) else folded(text)


def why_not(owner: User, email: str, organisation: str = "") -> str:
    """Why nothing may go to this address, in a sentence; empty when it may. A domain covers those below it."""
    parts = email.rpartition("@")[2].strip().casefold().split(".")
    keys = {".".join(parts[n:]) for n in range(len(parts) - 1)} | ({folded(organisation)} - {""})
    row = NobodyAt.objects.filter(owner=owner, key__in=keys).first()
    return _("You have noted that nobody at %(name)s is written to.") % {"name": row.name} if row else ""
