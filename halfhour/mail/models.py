"""The seeker's own mailbox, what goes out through it, and the answers that came in. Dated facts; states are derived."""

from datetime import timedelta
from enum import StrEnum
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned, OwnedQuerySet, User

WRONG_PASSWORDS_ALLOWED = 3


class Mailbox(models.Model):
    """How this seeker's letters leave and answers come in. Without a row, their own mail program does both.

    password: encrypted. reads: answers are fetched, too. wrong_passwords: in a row; three stop it until a new one
    is put in. trouble: what went wrong last, in a sentence; empty when all is well.
    uid_validity, last_uid: how far the inbox has been read.
    """

    owner = models.OneToOneField(User, on_delete=models.CASCADE, related_name="mailbox")
    address = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    provider = models.CharField(max_length=20, default="other")
    username = models.CharField(max_length=254)
    password = models.TextField()
    smtp_host = models.CharField(max_length=200)
    smtp_port = models.PositiveIntegerField(default=465)
    smtp_security = models.CharField(max_length=10, default="tls")
    reads = models.BooleanField(default=False)
    imap_host = models.CharField(max_length=200, blank=True)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=10, default="tls")
    sent_folder = models.CharField(max_length=200, blank=True)
    daily_limit = models.PositiveSmallIntegerField(default=20)
    connected_at = models.DateTimeField()
    wrong_passwords = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=400, blank=True)
    trouble_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    stuck_uid = models.BigIntegerField(default=0)  # the message at which reading broke off, and how often
    stuck_times = models.PositiveSmallIntegerField(default=0)

    objects = OwnedQuerySet.as_manager()

    def __str__(self) -> str:
        return self.address

    @property
    def stopped(self) -> bool:
        """Three wrong passwords in a row: nothing more is tried, so that the provider does not lock the account."""
        return self.wrong_passwords >= WRONG_PASSWORDS_ALLOWED


class State(StrEnum):
    WAITING = "waiting"
    GOING = "going"
    RETRYING = "retrying"
    UNKNOWN = "unknown"
    SENT = "sent"
    REFUSED = "refused"
    GIVEN_UP = "given-up"
    HELD_BACK = "held-back"
    UNDONE = "undone"


class OutgoingQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        """Not at any end yet; what is unknown stays open until somebody has looked."""
        return self.filter(over_at=None)

    def of(self, thing: str, thing_id: int) -> Self:
        return self.filter(thing=thing, thing_id=thing_id)


class Outgoing(models.Model):
    """One message to one recipient. The row and its Message-ID exist before any connection.

    thing, thing_id: what it belongs to, such as "contact.approach" 7; what: which of its messages; extra: what the
    step that wrote it wants back when it has gone. send_after: undo is possible until then. claim: the token of who
    sends it now. dot_at: when the last dot was about to go out; from then on it is never sent again by itself.
    over_at: any end. told_at: the step has been told of the end.
    """

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    thing = models.CharField(max_length=60, blank=True)
    thing_id = models.BigIntegerField(default=0)
    what = models.CharField(max_length=40, blank=True)
    extra = models.JSONField(default=dict)
    recipient = models.EmailField()
    recipient_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    calendar = models.TextField(blank=True)  # an invitation that goes along (RFC 6047)
    automatic = models.BooleanField(default=False)  # written by no hand, such as the morning's list
    in_reply_to = models.CharField(max_length=500, blank=True)
    message_id = models.CharField(max_length=255, unique=True)
    made_at = models.DateTimeField()
    send_after = models.DateTimeField()
    claim = models.CharField(max_length=40, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    dot_at = models.DateTimeField(null=True, blank=True)
    unknown_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    held_back_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    copied_at = models.DateTimeField(null=True, blank=True)  # a copy of it lies in the Sent folder
    why = models.CharField(max_length=400, blank=True)  # the last refusal or reason, in words

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="a_message_once"),
            models.UniqueConstraint(
                fields=["owner", "thing", "thing_id", "what"],
                condition=Q(over_at=None) & ~Q(thing=""),
                name="one_message_of_a_kind_on_its_way",
            ),
        ]
        indexes = [
            models.Index(fields=["send_after"], condition=Q(over_at=None), name="outgoing_by_time"),
            models.Index(
                fields=["over_at"], condition=Q(told_at=None, over_at__isnull=False), name="outgoing_untold"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what or 'message'} {self.pk}"

    @property
    def waits_for_hours(self) -> bool:
        """It was made outside the recipient's working hours, and waits for them."""
        return not self.tries and self.send_after > self.made_at + timedelta(minutes=1)

    @property
    def state(self) -> State:
        ends = (
            (self.undone_at, State.UNDONE),
            (self.held_back_at, State.HELD_BACK),
            (self.refused_at, State.REFUSED),
            (self.given_up_at, State.GIVEN_UP),
            (self.sent_at, State.SENT),
            (self.unknown_at, State.UNKNOWN),
            (self.claimed_at, State.GOING),
        )
        found = next((state for moment, state in ends if moment is not None), None)
        return found or (State.RETRYING if self.tries else State.WAITING)


class IncomingQuerySet(OwnedQuerySet):
    def unsure(self) -> Self:
        """People's messages that may be an answer, and nobody has said yet."""
        return self.filter(decided_at=None, sure=False, writer=Incoming.Writer.HUMAN, set_aside_why="")

    def set_aside(self) -> Self:
        return self.exclude(set_aside_why="").filter(decided_at=None)

    def of(self, thing: str, thing_id: int) -> Self:
        return self.filter(thing=thing, thing_id=thing_id)


class Incoming(models.Model):
    """One message that came in and has to do with somebody who was asked. Nothing else is kept.

    words: what the person wrote, quotes and signature cut; text: the whole of it. how: by what it was matched;
    sure: so sure that it counts as their answer. returns_on: of an absence. answers: the message of ours it is about.
    told_at: the step has been told.
    """

    class Writer(models.TextChoices):
        HUMAN = "human", _("a person")
        AUTO = "auto-reply", _("an automatic answer")
        BOUNCE = "bounce", _("it came back")
        FEEDBACK = "feedback", _("a complaint")
        DELIVERED = "delivered", _("delivered")

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    uid_validity = models.BigIntegerField(default=0)
    uid = models.BigIntegerField(default=0)
    message_id = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64)
    arrived_at = models.DateTimeField()
    sender = models.CharField(max_length=254, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    text = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    writer = models.CharField(max_length=12, choices=Writer, default=Writer.HUMAN)
    hard = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)
    returns_on = models.DateField(null=True, blank=True)
    thing = models.CharField(max_length=60, blank=True)
    thing_id = models.BigIntegerField(default=0)
    answers = models.ForeignKey(
        Outgoing, null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by"
    )
    how = models.CharField(max_length=20, blank=True)
    sure = models.BooleanField(default=False)
    set_aside_why = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = IncomingQuerySet.as_manager()

    class Meta:
        ordering = ["arrived_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "message_id", "digest"], name="an_incoming_once"),
        ]
        indexes = [models.Index(fields=["owner", "thing", "thing_id"], name="incoming_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.writer} {self.pk}"


class NobodyAt(Owned):
    """A whole domain, or an organisation by its name, to which nothing goes. key: how it is compared."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    since = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="nobody_at_once")]

    def __str__(self) -> str:
        return self.name
