"""What to ask this person, and what to read before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach
from halfhour.find.models import Organisation


class StillOpen(Owned):
    """What is not known yet about one occupation, as the talks so far left it: criteria, in order of need.

    `record`, a later step, says it after every debrief; plans ask it here.
    """

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="still_open")
    unknown = models.JSONField(default=list)
    disputed = models.JSONField(default=list)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"still open about {self.candidate}"


class Plan(Owned):
    """The questions for one talk; its lines keep the order.

    talk_at and talk_format are told by `interview`, a later step, when a time is agreed. edited_at: the seeker changed
    something, so new facts only suggest; ready_at: the seeker said "these are my questions".
    """

    approach = models.OneToOneField(Approach, on_delete=models.CASCADE, related_name="plan")
    minutes = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    talk_at = models.DateTimeField(null=True, blank=True)
    talk_format = models.CharField(max_length=10, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"plan for {self.approach.person}"


class PlanLine(models.Model):
    """One question of a plan. `question` is the bank's id, empty for the seeker's own."""

    class Stage(models.TextChoices):
        OPEN = "open", _("Opening")
        CORE = "core", _("What I need to know")
        LEADS = "leads", _("Who and what else")
        CLOSE = "close", _("Closing")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="lines")
    question = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=400)
    topic = models.CharField(max_length=6, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.CORE)
    criterion = models.CharField(max_length=60, blank=True)
    minutes = models.PositiveSmallIntegerField(default=2)
    must = models.BooleanField(default=True)
    because = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Brief(Owned):
    """The organisation on one page, in fifteen minutes of reading."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="brief")
    what_they_do = models.TextField(blank=True)
    size = models.CharField(max_length=200, blank=True)
    news = models.TextField(blank=True)
    interests_me = models.TextField(blank=True)
    sources = models.JSONField(default=list)
    found_in = models.TextField(blank=True)  # which pages, issues, reports, and when
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"brief on {self.organisation}"

    @property
    def characters(self) -> int:
        """How much there is to print."""
        return len(self.what_they_do + self.size + self.news + self.interests_me + self.found_in)


class Resume(Owned):
    """One version of the seeker's résumé; the file itself stays where it is."""

    name = models.CharField(max_length=200)
    made_on = models.DateField()

    def __str__(self) -> str:
        return self.name


class ResumeChoice(Owned):
    """What to do with the résumé in one talk."""

    class Choice(models.TextChoices):
        NONE = "none", _("no résumé")
        IF_ASKED = "if_asked", _("only if asked")
        BRING = "bring", _("bring it")

    approach = models.OneToOneField(Approach, on_delete=models.CASCADE, related_name="resume_choice")
    choice = models.CharField(max_length=10, choices=Choice, default=Choice.IF_ASKED)
    resume = models.ForeignKey(
        Resume, null=True, blank=True, on_delete=models.SET_NULL, related_name="choices"
    )

    def __str__(self) -> str:
        return self.choice
