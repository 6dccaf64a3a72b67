"""What each row of a file became."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.find.models.files import Import
from halfhour.find.models.people import Person


class ImportRow(models.Model):
    """What one line of a file became. `before` holds the fields an update overwrote, so it can be undone.

    A row that asks whether two are the same person stays a question until it is answered, also when the file is written.
    `fingerprint` finds such a row again in a later file, so that nobody is asked twice.
    """

    class Action(models.TextChoices):
        ADD = "add", _("added")
        UPDATE = "update", _("updated")
        MERGE = "merge", _("merged")
        SKIP = "skip", _("skipped")
        ASK = "ask", _("a question")

    import_file = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    action = models.CharField(max_length=10, choices=Action)
    reason = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    fingerprint = models.CharField(max_length=24, blank=True)  # only of rows that asked

    class Meta:
        ordering = ["line", "pk"]
        indexes = [
            models.Index(fields=["import_file"], condition=Q(action="ask"), name="import_row_asks"),
            models.Index(fields=["import_file"], condition=~Q(fingerprint=""), name="import_row_asked"),
        ]

    def __str__(self) -> str:
        return f"line {self.line}: {self.action}"
