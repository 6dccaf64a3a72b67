"""What is due, when, for whom: the one table behind Today."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models

from halfhour.accounts.models import OwnedQuerySet


class DueQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        return self.filter(done_at=None)

    def by(self, moment: datetime) -> Self:
        """What stands on Today at this instant."""
        return self.filter(shows_at__lte=moment)


class Due(models.Model):
    """One thing that waits for its owner.

    kind: the step and what to do, such as `contact.call`; subject: the row it is about.
    shows_at: from when it stands on Today; due_at: when it should be done; overdue_at: from when it is late (null: never).
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    shows_at = models.DateTimeField()
    due_at = models.DateTimeField()
    overdue_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = DueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind", "subject", "subject_id"], name="due_once_per_thing"
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "shows_at"], condition=models.Q(done_at=None), name="due_open_by_showing"
            ),
            models.Index(fields=["subject", "subject_id"], name="due_of_a_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.subject_id} by {self.due_at:%Y-%m-%d}"

    @property
    def step(self) -> str:
        return self.kind.partition(".")[0]
