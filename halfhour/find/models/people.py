"""The people I know of, where they work, and how I found them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Level, Owned, OwnedQuerySet
from halfhour.choose.models import Candidate, Occupation
from halfhour.find.models.files import Import


class Organisation(Owned):
    """An employer, school or association, and what is known about it."""

    name = models.CharField(max_length=200)
    website = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="an_organisation_once")]

    def __str__(self) -> str:
        return self.name


class Source(Owned):
    """How I found a name; it becomes the "how I found you" line.

    name: the person, school, directory or publication; detail: what it said or what they did; on: its date.
    """

    class Kind(models.TextChoices):
        ACQUAINTANCE = "acquaintance", _("someone I know")
        SCHOOL = "school", _("my school or its alumni office")
        DIRECTORY = "directory", _("an association's directory")
        ARTICLE = "article", _("an article")
        ORGANISATION_CALL = "organisation_call", _("a call to the organisation")
        NETWORK = "network", _("a professional network")
        EVENT = "event", _("an event")
        REFERRAL = "referral", _("someone I talked to named them")
        ADMINISTRATOR = "administrator", _("an association's office")
        PUBLIC_PAGE = "public_page", _("a public page")
        OTHER = "other", _("another way")

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True, blank=True)
    terms = models.CharField(max_length=300, blank=True)  # what a directory allows
    may_mention = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


class PersonQuerySet(OwnedQuerySet):
    def uncoded(self) -> Self:
        """Not yet looked at by the title coder."""
        return self.filter(coded_at=None, merged_into=None, removed_at=None)

    def uncompared(self) -> Self:
        """Not yet compared with everyone else here."""
        return self.filter(compared_at=None, merged_into=None, removed_at=None)

    def current(self) -> Self:
        return self.filter(merged_into=None, removed_at=None)


class Person(models.Model):
    """Someone who may do the work, or may know someone who does.

    The occupation is a proposal with a score and a reason until the seeker confirms it (`code_by` = seeker).
    `does_it` is what the seeker says about "do they do this work?", apart from the title.
    """

    class DoesIt(models.TextChoices):
        UNKNOWN = "", _("not said")
        YES = "yes", _("does it now")
        PAST = "past", _("did it once")
        NO = "no", _("does something else")

    class Relationship(models.TextChoices):
        UNKNOWN = "", _("not said")
        FAMILY = "family", _("family")
        FRIEND = "friend", _("friend")
        TEACHER = "teacher", _("teacher")
        COLLEAGUE = "colleague", _("worked together")
        CLASSMATE = "classmate", _("studied together")
        NEIGHBOUR = "neighbour", _("neighbour")
        ACQUAINTANCE = "acquaintance", _("acquaintance")
        MET_ONCE = "met_once", _("met once")
        ONLINE = "online", _("connected online only")
        STRANGER = "stranger", _("never met")

    class Prefers(models.TextChoices):
        UNKNOWN = "", _("not said")
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("telephone")
        NETWORK = "network", _("a message on a network")
        LETTER = "letter", _("a paper letter")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    salutation = models.CharField(max_length=20, blank=True)  # Ms, Mr, Mx, Dr ... only when it is known
    pronoun = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    url = models.CharField(max_length=500, blank=True)
    job_as_of = models.DateField(null=True, blank=True)  # the day title and organisation are known for
    typed = models.JSONField(default=list)  # names of the facts the seeker wrote by hand; imports leave them
    more = models.JSONField(default=dict)  # what files told that has no column here: further addresses, dates
    postal_address = models.TextField(max_length=500, blank=True)
    address_from = models.CharField(max_length=200, blank=True)  # where the address or number was found
    timezone = models.CharField(max_length=64, blank=True)
    prefers = models.CharField(max_length=20, blank=True)  # the way they like best, one of Prefers
    relationship = models.CharField(max_length=20, choices=Relationship, blank=True)
    how_met = models.CharField(max_length=300, blank=True)
    school = models.CharField(max_length=200, blank=True)
    association = models.CharField(max_length=200, blank=True)
    hometown = models.CharField(max_length=200, blank=True)
    connected_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    something_for_them = models.CharField(max_length=300, blank=True)

    occupation = models.ForeignKey(
        Occupation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    code_score = models.FloatField(null=True, blank=True)
    code_reason = models.CharField(max_length=300, blank=True)
    code_by = models.CharField(max_length=20, blank=True)  # "coder" or "seeker"
    level = models.CharField(max_length=20, choices=Level, default=Level.UNKNOWN)
    level_by = models.CharField(max_length=20, blank=True)
    route_only = models.BooleanField(default=False)  # recruiters and HR: ask them for a name
    coded_at = models.DateTimeField(null=True, blank=True)

    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    does_it = models.CharField(max_length=10, choices=DoesIt, blank=True)
    swept_at = models.DateTimeField(null=True, blank=True)  # the seeker has answered the two questions
    save_for_later = models.BooleanField(default=False)

    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    imported_by = models.ForeignKey(
        Import, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    added_at = models.DateTimeField()
    do_not_contact_at = models.DateTimeField(null=True, blank=True)
    compared_at = models.DateTimeField(null=True, blank=True)  # with everyone else here, for duplicates
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged"
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "family", "given"], name="person_by_name"),
            models.Index(fields=["owner", "occupation"], name="person_by_occupation"),
            models.Index(fields=["owner"], condition=Q(coded_at=None), name="person_uncoded"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def likes_best(self) -> str:
        """How they like to be reached, in words; empty when they did not say."""
        return str(dict(self.Prefers.choices).get(self.prefers, "")) if self.prefers else ""

    @property
    def formal_name(self) -> str:
        """Ms Whitfield when the salutation is known, else the whole name."""
        return f"{self.salutation} {self.family}" if self.salutation and self.family else self.name

    @property
    def first_name(self) -> str:
        return self.given or self.name.split(" ")[0]


class Correction(Owned):
    """The seeker's own word on what a title means; it wins over the coder from then on."""

    title = models.CharField(max_length=200)  # normalised by the coder's cleaning
    occupation = models.ForeignKey(
        Occupation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "title"], name="a_correction_once")]

    def __str__(self) -> str:
        return self.title
