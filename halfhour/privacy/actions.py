"""Remembering who must be left alone, keeping someone by hand, and the calendar's address."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.history.actions import note
from halfhour.privacy.models import Feed, Kept, LeftAlone, Morning
from halfhour.privacy.recognising import digest, signs


def salts() -> list[str]:
    """The first hashes from now on; the others came with backups of other data folders."""
    return str(settings.LEFT_ALONE_SALT).split()


@transaction.atomic
def remember(owner: User, **facts: Any) -> int:
    """Recognise this person from now on. facts: emails, phones, urls, name, organisation; by how many signs."""
    rows = [
        LeftAlone(owner=owner, digest=digest(*sign, salts()[0]), kind=sign[0], since=owner.today)
        for sign in signs(**facts)
    ]
    LeftAlone.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def recognise(owner: User) -> Callable[..., date | None]:
    """A function that says since when someone with these facts is to be left alone; None for everybody else.

    One query, however many people are asked about.
    """
    since = dict(LeftAlone.objects.visible_to(owner).values_list("digest", "since"))
    keys = salts()

    def known(**facts: Any) -> date | None:
        if not since:
            return None
        found = (since.get(digest(*sign, key)) for sign in signs(**facts) for key in keys)
        return next(filter(None, found), None)

    return known


@transaction.atomic
def keep(owner: User, people: Sequence[int], *, yes: bool) -> None:
    """Keep these past their time, or let the time count again."""
    if yes:
        rows = [Kept(owner=owner, person=person, at=clock.now()) for person in people]
        Kept.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    else:
        Kept.objects.visible_to(owner).filter(person__in=people).delete()
    told = {"person": people[0]} if len(people) == 1 else {"people": len(people)}
    note(owner, "privacy.kept" if yes else "privacy.not_kept", owner, **told)


def kept_people(owner: User) -> set[int]:
    return set(Kept.objects.visible_to(owner).values_list("person", flat=True))


def feed_of(owner: User) -> Feed | None:
    """The feed when it is on."""
    return Feed.objects.filter(owner=owner, off_at=None).first()


@transaction.atomic
def turn_feed(owner: User, *, on: bool) -> Feed:
    """A new address, so that the one before works no more; or none at all."""
    feed, made = Feed.objects.get_or_create(owner=owner)
    if not made:
        feed.turn += 1
    feed.off_at, feed.read_at = (None if on else clock.now()), None
    feed.save()
    note(owner, "privacy.feed_turned" if on else "privacy.feed_off", feed, turn=feed.turn)
    return feed


def secret_of(feed: Feed) -> str:
    """160 bits that nobody guesses and the database does not hold."""
    made = salted_hmac("halfhour.privacy.feed", f"{feed.owner_id}:{feed.turn}", algorithm="sha256")
    return f"{feed.owner_id}-{made.hexdigest()[:40]}"


def feed_with(secret: str) -> Feed | None:
    """The feed this secret opens; None when it opens none."""
    number = secret.partition("-")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    feed = Feed.objects.select_related("owner__seeker").filter(owner=int(number), off_at=None).first()
    return feed if feed is not None and constant_time_compare(secret_of(feed), secret) else None


@transaction.atomic
def want_morning(owner: User, *, yes: bool) -> None:
    """Want what is due by mail each morning, or no longer."""
    if yes:
        Morning.objects.get_or_create(owner=owner, defaults={"since": clock.now()})
    else:
        Morning.objects.visible_to(owner).delete()
    note(owner, "privacy.morning" if yes else "privacy.no_morning", owner)
