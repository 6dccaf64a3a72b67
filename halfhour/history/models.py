"""What happened, when, by whom: append-only. It holds references, never texts, so a person can be erased."""

from django.conf import settings
from django.db import models

from halfhour.accounts.models import OwnedQuerySet


class Event(models.Model):
    """verb: past tense with its step, such as `contact.sent`; subject: model label and id; detail: ids, dates, codes."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    detail = models.JSONField(default=dict)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "subject", "subject_id"], name="history_of_a_thing"),
            models.Index(fields=["owner", "-at"], name="history_latest_first"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb} {self.subject} {self.subject_id}"
