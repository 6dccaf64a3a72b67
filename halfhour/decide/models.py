"""What the talks add up to: a judgement for each occupation, and the decision."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned
from halfhour.choose.models import Candidate


class Judgement(Owned):
    """What became of one occupation on the shortlist, and why."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        CHANGED_COURSE = "changed_course", _("changed course")
        ALTERNATE = "alternate", _("kept as an alternate")
        NEED_MORE = "need_more", _("I need to hear more")

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="judgement")
    outcome = models.CharField(max_length=20, choices=Outcome)
    because = models.TextField(blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.candidate}: {self.outcome}"


class Decision(Owned):
    """The decision note. A new one is a new row; the latest counts."""

    choice = models.ForeignKey(Candidate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    alternate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reasons = models.TextField(blank=True)
    cited = models.ManyToManyField("record.Finding", blank=True, related_name="+")
    would_change_my_mind = models.TextField(blank=True)
    first_steps = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"decision of {self.at:%Y-%m-%d}"
