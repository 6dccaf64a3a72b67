"""Who was erased and must be left alone, who is kept by hand, and what leaves here by the seeker's wish. It knows no step."""

from django.db import models

from halfhour.accounts.models import Owned, OwnedQuerySet, User


class LeftAlone(Owned):
    """By what someone who was erased is recognised when a file brings them again: a digest, never the words.

    kind: what was hashed (email, phone, url, name); since: the local day on which they were erased.
    """

    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="left_alone_once")]

    def __str__(self) -> str:
        return f"{self.kind} since {self.since}"


class Kept(Owned):
    """A person who is kept past their time, because the seeker said so. person: the number of a row of `find`."""

    person = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "person"], name="kept_once")]

    def __str__(self) -> str:
        return f"person {self.person} is kept"


class Feed(models.Model):
    """The read-only calendar for calendar programs. Its address is made of `turn` and the data folder's key.

    A copy of the database gives no address that works; another turn ends the old one.
    """

    owner = models.OneToOneField(User, on_delete=models.CASCADE, related_name="feed")
    turn = models.PositiveIntegerField(default=1)
    off_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)  # when a calendar program last asked

    objects = OwnedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"feed {self.turn}"


class Morning(models.Model):
    """The seeker wants what is due by mail each morning, to their own address. Without a row it is off."""

    owner = models.OneToOneField(User, on_delete=models.CASCADE, related_name="morning")
    since = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"since {self.since:%Y-%m-%d}"
