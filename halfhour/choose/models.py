"""Which occupations exist, which of them I wonder about, and what I want in a job."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned, OwnedQuerySet


class Occupation(models.Model):
    """An occupation of the O*NET-SOC taxonomy: names, codes and figures. The same for everybody.

    code: O*NET-SOC, such as 27-1014.00; soc: its first seven characters. `facts` holds the published figures by key
    (pay, outlook, education, interests ...); `release` says which data they come from.
    """

    code = models.CharField(max_length=10, primary_key=True)
    soc = models.CharField(max_length=7, db_index=True)
    name = models.CharField(max_length=200)
    release = models.CharField(max_length=20)
    has_data = models.BooleanField(default=True)
    job_zone = models.PositiveSmallIntegerField(null=True, blank=True)
    median_pay = models.PositiveIntegerField(null=True, blank=True)  # US dollars a year
    facts = models.JSONField(default=dict)
    description = models.TextField(blank=True)  # only from the official release
    tasks = models.JSONField(default=list)  # likewise
    dropped_in = models.CharField(max_length=20, blank=True)  # the release that no longer has this code
    successor = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class DataTaken(models.Model):
    """Occupation data that were written into this database; the latest row says what is in it now."""

    class What(models.TextChoices):
        FACTS = "facts", _("the facts that come with Halfhour")
        RELEASE = "release", _("an official O*NET release")

    what = models.CharField(max_length=20, choices=What)
    release = models.CharField(max_length=20)
    form = models.CharField(max_length=20, blank=True)  # text, excel or csv
    occupations = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.release} {self.fingerprint}"


class CandidateQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        return self.filter(dropped_at=None)

    def shortlist(self) -> Self:
        return self.open().select_related("occupation", "parent").order_by("position", "pk")


class Candidate(models.Model):
    """An occupation on someone's shortlist, in their own words, coded to a standard occupation when they said which.

    A specialty has a parent. `expectation` is what they thought before the first talk; `discovered_by` says in words
    who mentioned it, when it came out of a talk.
    """

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)
    occupation = models.ForeignKey(
        Occupation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="specialties"
    )
    position = models.PositiveSmallIntegerField(default=0)
    expectation = models.TextField(blank=True)
    discovered_by = models.CharField(max_length=200, blank=True)
    discovered_by_person = models.BigIntegerField(null=True, blank=True)  # a person of `find`, a later step
    added_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "words"], condition=Q(dropped_at=None), name="one_open_candidate_per_words"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def name(self) -> str:
        """What to call it on a page: the seeker's own words."""
        return self.words


class Want(Owned):
    """Something the seeker wants in a job; each becomes a row of the comparison."""

    class Kind(models.TextChoices):
        INTERESTS = "interests", _("what interests me")
        SKILLS = "skills", _("skills I like to use")
        PERSONALITY = "personality", _("how I am")
        EARNINGS = "earnings", _("earnings")
        SETTING = "setting", _("where and how I work")
        EDUCATION = "education", _("how long I would study")
        OTHER = "other", _("something else")

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    text = models.CharField(max_length=200)
    must = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-must", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "text"], name="a_want_once")]

    def __str__(self) -> str:
        return self.text


class Weight(Owned):
    """How much one criterion counts for this seeker: 0 not at all, 1 as usual, 2 a lot, 3 decisive."""

    criterion = models.CharField(max_length=60)
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "criterion"], name="one_weight_per_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.weight}"


class Known(Owned):
    """A published fact the seeker has read about a candidate, so no question asks for it again."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="known")
    fact = models.CharField(max_length=60)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "fact"], name="a_fact_known_once")]

    def __str__(self) -> str:
        return self.fact


class ReadingQuerySet(OwnedQuerySet):
    def about(self, candidate: Candidate) -> Self:
        """What belongs to this occupation, to the one it is a specialty of, and to the seeker's whole project."""
        mine = Q(candidate=candidate) | Q(candidate=None)
        if candidate.parent_id:
            mine |= Q(candidate=candidate.parent_id)
        return self.filter(mine)

    def noted_about(self, candidate: Candidate) -> Self:
        """What was read and left a note: it stands on the sheet that is taken to a talk about this occupation."""
        return self.about(candidate).exclude(read_at=None).exclude(note="")


class Reading(models.Model):
    """Something to read about the work, or a body worth knowing; of one occupation, or of the whole project.

    told_by says in words who named it, when it came out of a talk; told_by_person is a person of `find`, a later step.
    """

    class Kind(models.TextChoices):
        BOOK = "book", _("book")
        PUBLICATION = "publication", _("trade magazine or newsletter")
        ASSOCIATION = "association", _("professional association")
        PAGE = "page", _("page on the web")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.BOOK)
    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.CASCADE, related_name="readings"
    )
    title = models.CharField(max_length=300)
    by = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)
    note = models.TextField(max_length=2_000, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    told_by = models.CharField(max_length=200, blank=True)
    told_by_person = models.BigIntegerField(null=True, blank=True)
    added_at = models.DateTimeField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "candidate", "kind", "title"],
                condition=Q(candidate__isnull=False),
                name="a_reading_once_for_an_occupation",
            ),
            models.UniqueConstraint(
                fields=["owner", "kind", "title"],
                condition=Q(candidate__isnull=True),
                name="a_reading_once_for_the_project",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Goal(Owned):
    """What the seeker is after, in one sentence; kept with dates because talks change it."""

    text = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text


class InterestScore(Owned):
    """One result of an interest inventory: six numbers, 0 to 100, in the order R I A S E C."""

    scores = models.JSONField()
    how = models.CharField(max_length=40)  # "inventory", or the name of the test it was typed in from
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.how} {self.at:%Y-%m-%d}"
