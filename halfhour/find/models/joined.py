"""The same person once: pairs that may be one, and entries that became one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned
from halfhour.find.models.people import Person


class Pair(Owned):
    """Two entries that may be one person, and what the seeker said about it. "Two people" is remembered for ever.

    one: the earlier entry; score: the chance that they are one, 0 to 1; reasons: in words.
    """

    class Said(models.TextChoices):
        WAITS = "", _("not said")
        LATER = "later", _("later")
        TWO = "two", _("two people")

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    said = models.CharField(max_length=10, choices=Said, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["said_at", "-score", "pk"]
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="a_pair_once")]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class Merge(Owned):
    """Two entries became one. `told` holds what changed, so that it can be taken back for 30 days.

    gone keeps all its columns and points to kept; what hung on it hangs on kept. by: "seeker" or "program".
    """

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    by = models.CharField(max_length=20)
    reasons = models.JSONField(default=list)
    told = models.JSONField(default=dict)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gone} became {self.kept}"
