"""The agreed twenty or thirty minutes: when, how, and what was marked while they spoke."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned, OwnedQuerySet
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Person


class InterviewQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Neither cancelled nor missed."""
        return self.filter(cancelled_at=None, missed_at=None)

    def held(self) -> Self:
        return self.filter(ended_at__isnull=False)

    def evidence(self) -> Self:
        """Talks that were held and count: interviews and chats, never practice."""
        return self.held().exclude(kind=Interview.Kind.PRACTICE)

    def with_people(self) -> Self:
        return self.select_related("person__organisation", "candidate__occupation", "approach")


class Interview(models.Model):
    """One talk with one person about one occupation.

    The agreed wall time is `on`, `local_time` and `timezone`; `starts_at` is the instant they mean.
    kind: an interview, an informal chat, or practice (which is no evidence).
    """

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("interview")
        CHAT = "chat", _("informal chat")
        PRACTICE = "practice", _("practice")

    class Format(models.TextChoices):
        VISIT = "visit", _("in person")
        PHONE = "phone", _("by telephone")
        VIDEO = "video", _("by video")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    approach = models.ForeignKey(
        Approach, null=True, blank=True, on_delete=models.CASCADE, related_name="interviews"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interviews")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="interviews")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.INTERVIEW)
    format = models.CharField(max_length=10, choices=Format, default=Format.VISIT)
    minutes = models.PositiveSmallIntegerField()
    on = models.DateField()
    local_time = models.TimeField()
    timezone = models.CharField(max_length=64)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    link_or_number = models.CharField(max_length=300, blank=True)
    agreed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    extended_at = models.DateTimeField(null=True, blank=True)  # they offered to continue
    cancelled_at = models.DateTimeField(null=True, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)
    confidence_before = models.PositiveSmallIntegerField(null=True, blank=True)  # 0-100
    expected_to_learn = models.PositiveSmallIntegerField(null=True, blank=True)  # 0-100
    sequence = models.PositiveIntegerField(default=0)  # of the calendar entry
    key = models.CharField(
        max_length=40, blank=True
    )  # of the form that logged a chat: twice sent is one chat

    objects = InterviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["approach"],
                condition=Q(cancelled_at=None, missed_at=None, ended_at=None),
                name="one_coming_interview_per_approach",
            ),
            models.UniqueConstraint(fields=["owner", "key"], condition=~Q(key=""), name="a_chat_once"),
        ]
        indexes = [models.Index(fields=["owner", "starts_at"], name="interview_by_time")]

    def __str__(self) -> str:
        return f"{self.person} on {self.on}"

    @property
    def agreed_end_at(self) -> datetime:
        """When the time that was asked for is over, counted from the real start."""
        return (self.started_at or self.starts_at) + timedelta(minutes=self.minutes)

    @property
    def actual_minutes(self) -> int | None:
        if self.started_at is None or self.ended_at is None:
            return None
        return round((self.ended_at - self.started_at).total_seconds() / 60)


class Mark(Owned):
    """One key or tap during the talk. `key` is made by the page, so the same mark arriving twice is one mark."""

    class Kind(models.TextChoices):
        ANSWERED = "answered", _("answered")
        STAR = "star", _("remember this")
        NAME = "name", _("a name")
        NOTE = "note", _("note")
        TURNED_BACK = "turned_back", _("turned it back")
        EXTENDED = "extended", _("they offered to continue")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="marks")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    plan_line = models.BigIntegerField(null=True, blank=True)
    question = models.CharField(max_length=400, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["interview", "key"], name="a_mark_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.text}"


class Answer(Owned):
    """What became of one question."""

    class State(models.TextChoices):
        ANSWERED = "answered", _("answered")
        PARTLY = "partly", _("partly")
        NOT_ASKED = "not_asked", _("not asked")
        REFUSED = "refused", _("rather not said")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=400)
    topic = models.CharField(max_length=6, blank=True)
    criterion = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.NOT_ASKED)
    words = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["interview", "question"], name="an_answer_once")]

    def __str__(self) -> str:
        return f"{self.question} {self.state}"


class Proposed(Owned):
    """What a calendar message says about one talk: an answer, another time, a cancellation. It waits for the seeker's word.

    trusted: it came from the address that was invited. said_at: when they said it, by their calendar's stamp;
    starts_at: the time it proposes. decided_at: taken up or left, or a later message took its place.
    """

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("they accept")
        TENTATIVE = "tentative", _("they are not sure")
        DECLINED = "declined", _("they can't come")
        OTHER_TIME = "other_time", _("they propose another time")
        CALLED_OFF = "called_off", _("they call it off")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="proposed")
    kind = models.CharField(max_length=12, choices=Kind)
    sender = models.CharField(max_length=254, blank=True)
    trusted = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)  # why it is not trusted, or what is odd about it
    said_at = models.DateTimeField()
    starts_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    taken = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "sender", "kind", "said_at"], name="a_calendar_answer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.interview}"


class OtherCalendar(models.Model):
    """The seeker's own calendar on a CalDAV server. busy: when it is, as read at busy_at; trouble: what went wrong last."""

    owner = models.OneToOneField("accounts.User", on_delete=models.CASCADE, related_name="other_calendar")
    url = models.CharField(max_length=500)
    username = models.CharField(max_length=254, blank=True)
    password = models.TextField(blank=True)  # encrypted
    calendar_url = models.CharField(max_length=500)
    name = models.CharField(max_length=200, blank=True)
    private_ok = models.BooleanField(default=False)  # the seeker said yes to a server in their own network
    connected_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    busy = models.JSONField(default=list)
    busy_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    objects = OwnedQuerySet.as_manager()

    stays_here = ("password", "busy")

    def __str__(self) -> str:
        return self.name or self.url


class Written(Owned):
    """A talk as it was written into the other calendar. conflict: it was changed there, too; there_at: to this time."""

    interview = models.OneToOneField(Interview, on_delete=models.CASCADE, related_name="written")
    url = models.CharField(max_length=600)
    etag = models.CharField(max_length=200, blank=True)
    sequence = models.IntegerField(default=0)
    conflict = models.BooleanField(default=False)
    there_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.interview} as {self.sequence}"
