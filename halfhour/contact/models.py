"""Asking one person: what was sent or said, what was promised, what came back. Dated facts; the state is derived."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned, OwnedQuerySet
from halfhour.choose.models import Candidate
from halfhour.find.models import Organisation, Person


class Channel(models.TextChoices):
    LETTER = "letter", _("paper letter")
    EMAIL = "email", _("e-mail")
    NETWORK = "network", _("network message")
    PHONE = "phone", _("telephone")
    VOICEMAIL = "voicemail", _("voicemail")
    INTRODUCTION = "introduction", _("introduction")


class ApproachQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def with_facts(self) -> Self:
        """Everything the rule about states reads, in a fixed number of queries."""
        return self.select_related(
            "person__organisation", "person__source", "candidate__occupation"
        ).prefetch_related("attempts", "promises", "replies", "introductions")


class Approach(models.Model):
    """My asking one person about one occupation. A person has at most one open approach.

    why_person: one fact about this person or their organisation, in the seeker's words.
    arranged_at: a talk was agreed (its date lives with the interview); talked_at: it was held.
    """

    class Closed(models.TextChoices):
        NO_CONTACT = "no_contact", _("no contact after three attempts")
        REFUSED = "refused", _("they said no")
        TALKED = "talked", _("we talked")
        BY_HAND = "by_hand", _("set aside")
        DO_NOT_CONTACT = "do_not_contact", _("asked to be left alone")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="approaches")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="approaches")
    channel = models.CharField(max_length=20, choices=Channel, blank=True)  # the way chosen first
    minutes = models.PositiveSmallIntegerField(default=30)
    focus = models.CharField(max_length=60, blank=True)  # position, organisation, career path; comma between
    why_person = models.CharField(max_length=400, blank=True)
    promise_on = models.DateField(null=True, blank=True)  # the day the draft names, until it is sent
    opened_at = models.DateTimeField()
    arranged_at = models.DateTimeField(null=True, blank=True)
    talked_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=20, choices=Closed, blank=True)
    reopened_because = models.CharField(max_length=300, blank=True)
    meets_on = models.DateField(null=True, blank=True)  # the day of the agreed talk, told by a later step
    address_fixed_on = models.DateField(null=True, blank=True)  # a right address or number was found
    refusal_thanked_on = models.DateField(null=True, blank=True)
    second_name_on = models.DateField(null=True, blank=True)  # a second person at that employer was taken up
    next_name_on = models.DateField(null=True, blank=True)  # the next person on the list was taken up
    extra_attempts = models.PositiveSmallIntegerField(default=0)  # allowed by hand, each with a reason

    objects = ApproachQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_at=None), name="one_open_approach_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} about {self.candidate}"


class Draft(Owned):
    """A text being written. `edited` means the seeker changed it, so new facts no longer rewrite it silently.

    made_from: digest of the text the program proposed when it was edited, so that later facts can be noticed.
    page: the window that saved last; it may go on saving, another window is told. ready_on: first passed the checker.
    """

    class Kind(models.TextChoices):
        LETTER = "letter", _("letter or e-mail")
        NETWORK = "network", _("network message")
        INTRODUCTION = "introduction", _("introduction")

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=20, choices=Kind)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    edited = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    made_from = models.CharField(max_length=64, blank=True)
    page = models.CharField(max_length=40, blank=True)
    ready_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approach", "kind"], name="one_draft_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} to {self.approach.person}"


class Attempt(Owned):
    """Something that went out to the person. `answer_due_on`: by when silence makes it a failed attempt."""

    class Result(models.TextChoices):
        WAITING = "", _("waiting")
        NO_ANSWER = "no_answer", _("no answer")
        VOICEMAIL = "voicemail", _("left a voicemail")
        ASSISTANT = "assistant", _("spoke with an assistant")
        WRONG_NUMBER = "wrong_number", _("wrong number")
        BOUNCED = "bounced", _("came back")
        ANSWERED = "answered", _("answered")

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="attempts")
    key = models.CharField(
        max_length=40
    )  # from the form that made it: a second click is not a second attempt
    channel = models.CharField(max_length=20, choices=Channel)
    at = models.DateTimeField()
    on = models.DateField()  # the seeker's local date
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    result = models.CharField(max_length=20, choices=Result, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="an_attempt_once")]

    def __str__(self) -> str:
        return f"{self.channel} on {self.on}"


class Promise(Owned):
    """A day I said I would call or write again. Made by sending; locked from then on."""

    class Kind(models.TextChoices):
        CALL = "call", _("call")
        WRITE = "write", _("write again")

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="promises")
    attempt = models.ForeignKey(
        Attempt, null=True, blank=True, on_delete=models.CASCADE, related_name="promises"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CALL)
    on = models.DateField()
    kept_on = models.DateField(null=True, blank=True)
    released_on = models.DateField(
        null=True, blank=True
    )  # they answered first, so it no longer has to be kept

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"


class Reply(Owned):
    """What the person answered, in the seeker's judgement. `text` is their own words when there are some."""

    class Kind(models.TextChoices):
        YES = "yes", _("yes")
        LATER = "later", _("call or write later")
        OTHER_TIME = "other_time", _("another time")
        PHONE_INSTEAD = "phone_instead", _("by telephone instead")
        NAMED_OTHER = "named_other", _("ask someone else")
        THINKS_JOB = "thinks_job", _("thinks I want a job")
        NO = "no", _("no")
        NEVER = "never", _("please never again")
        UNCLEAR = "unclear", _("not clear")

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="replies")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, choices=Kind)
    channel = models.CharField(max_length=20, choices=Channel, blank=True)
    at = models.DateTimeField()
    on = models.DateField()
    call_back_on = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    set_aside_on = models.DateField(null=True, blank=True)  # reopened by hand after this answer

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="a_reply_once")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"


class Introduction(Owned):
    """An acquaintance asks first. Asking them is not an attempt on the person."""

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="introductions")
    introducer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="introductions_made")
    asked_on = models.DateField()
    body = models.TextField(blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    introduced_on = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)  # the order of things within a day
    introduced_at = models.DateTimeField(null=True, blank=True)
    declined_on = models.DateField(null=True, blank=True)
    may_mention = models.BooleanField(null=True, blank=True)
    told_how_it_went_on = models.DateField(null=True, blank=True)
    told = models.TextField(blank=True)  # the words, when it ended without a talk

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approach", "introducer"], name="an_introducer_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.introducer} asks {self.approach.person}"


class Override(Owned):
    """A "must" the seeker chose to send in spite of, and why."""

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="overrides")
    rule = models.CharField(max_length=20)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"


class Rehearsal(Owned):
    """One practice of a call."""

    approach = models.ForeignKey(
        Approach, null=True, blank=True, on_delete=models.SET_NULL, related_name="rehearsals"
    )
    key = models.CharField(max_length=40, blank=True, default="")
    character = models.CharField(max_length=40)
    seconds = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], condition=~Q(key=""), name="a_rehearsal_once")
        ]

    def __str__(self) -> str:
        return f"{self.character} {self.at:%Y-%m-%d}"


class OrganisationCall(Owned):
    """A call to an organisation where no person is known yet. It is an attempt on nobody."""

    class Outcome(models.TextChoices):
        NAME = "name", _("they gave a name")
        OFFICE = "office", _("they named another office")
        REFUSED = "refused", _("they would rather not")
        NO_ANSWER = "no_answer", _("nobody answered")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="calls")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    at = models.DateTimeField()
    on = models.DateField()
    outcome = models.CharField(max_length=20, choices=Outcome)
    office = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="an_organisation_call_once")]

    def __str__(self) -> str:
        return f"{self.organisation} on {self.on}"


class OfficeLetter(Owned):
    """A letter to a school's office or an association's administrator, asking for people who are willing to talk.

    person: the office, as somebody of my list who can name people.
    """

    class Kind(models.TextChoices):
        SCHOOL = "school", _("my school's career or alumni office")
        ASSOCIATION = "association", _("an association's administrator")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="office_letters")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    at = models.DateTimeField()
    on = models.DateField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="an_office_letter_once")]

    def __str__(self) -> str:
        return f"{self.person} on {self.on}"
