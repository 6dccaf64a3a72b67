"""Who uses the program, and whose a row is."""

from datetime import date
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour import clock


class User(AbstractUser):
    """Someone who can sign in. On a laptop there is one, signed in by the start link."""

    @property
    def today(self) -> date:
        return clock.today(self.seeker.timezone)


class Situation(models.TextChoices):
    STUDENT = "student", _("I study")
    CHANGER = "changer", _("I work and think of something else")
    LEAVER = "leaver", _("I am finishing school")
    RETURNING = "returning", _("I am coming back to work")
    OTHER = "other", _("Something else")


class Aim(models.TextChoices):
    """The two questions people come with."""

    WHICH_WORK = "which_work", _("Which work would I like?")
    HOW_IN = "how_in", _("How do I get into the work I want?")


class Level(models.TextChoices):
    """Levels of responsibility, lowest first."""

    TRAINEE = "trainee", _("trainee")
    WORKING = "working", _("working")
    SENIOR = "senior", _("senior")
    MANAGES = "manages", _("manages people")
    HEADS = "heads", _("heads the organisation")
    UNKNOWN = "unknown", _("level unknown")


class Notices(models.TextChoices):
    """Whether this computer shows a notification of what is due, and how much stands in it."""

    OFF = "", _("none")
    PLAIN = "plain", _("only how much waits")
    NAMES = "names", _("with names")


class Seeker(models.Model):
    """The person who asks: the facts that letters, scripts and dates are made from, and a few settings."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="seeker")
    name = models.CharField(max_length=200, blank=True)
    about = models.CharField(
        max_length=300, blank=True
    )  # "I am in my second year of audio production at ..."
    situation = models.CharField(max_length=20, choices=Situation, blank=True)
    school = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=254, blank=True)
    postal_address = models.TextField(max_length=500, blank=True)
    country = models.CharField(max_length=2, default="US")
    region = models.CharField(max_length=10, blank=True)  # subdivision for regional holidays
    timezone = models.CharField(max_length=64, default="UTC")
    aim = models.CharField(max_length=20, choices=Aim, default=Aim.WHICH_WORK)
    minutes = models.PositiveSmallIntegerField(default=30)
    max_attempts = models.PositiveSmallIntegerField(default=3)
    promise_days = models.PositiveSmallIntegerField(default=5)
    entry_level = models.CharField(max_length=20, choices=Level, default=Level.WORKING)
    asks_confidence = models.BooleanField(default=True)  # how sure of myself, before and after each talk
    enough_talks = models.PositiveSmallIntegerField(default=3)  # per occupation, before it may be enough
    thanks_hours = models.PositiveSmallIntegerField(default=24)
    keep_in_touch_days = models.PositiveSmallIntegerField(default=90)
    confirm_days = models.PositiveSmallIntegerField(default=1)  # before a talk
    single_keys = models.BooleanField(default=True)
    time_sentence = models.CharField(max_length=300, blank=True)  # said aloud when the agreed time is over
    notices = models.CharField(max_length=10, choices=Notices, default=Notices.OFF, blank=True)
    told_until = models.DateTimeField(null=True, blank=True)  # what stood on Today by then was shown to them
    welcomed_at = models.DateTimeField(null=True, blank=True)  # the first question has been answered

    def __str__(self) -> str:
        return self.name or self.user.get_username()


class OwnedQuerySet(models.QuerySet):
    """The only road to an object: what is not yours does not exist for you."""

    def visible_to(self, user: User) -> Self:
        return self.filter(owner=user)


class Owned(models.Model):
    """A row of the personal steps; it belongs to one seeker."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
