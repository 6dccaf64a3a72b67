"""Thanks and news: to the person who talked, and to those who led there."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned, OwnedQuerySet
from halfhour.find.models import Person
from halfhour.interview.models import Interview


class ThanksQuerySet(OwnedQuerySet):
    def done(self) -> Self:
        """Sent, or left out for a reason."""
        return self.filter(Q(sent_at__isnull=False) | ~Q(skipped_because=""))


class Thanks(models.Model):
    """One message owed because of one talk.

    talk: to the person themselves, due in 24 hours; news: to whoever introduced or named them; decision: what came of it.
    """

    class Kind(models.TextChoices):
        TALK = "talk", _("thank-you")
        NEWS = "news", _("how it went")
        REFUSAL = "refusal", _("thanks for the answer")
        DECISION = "decision", _("what I decided")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    interview = models.ForeignKey(
        Interview, null=True, blank=True, on_delete=models.CASCADE, related_name="thanks"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="thanks")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TALK)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    edited = models.BooleanField(default=False)
    owed_since = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_how = models.CharField(max_length=20, blank=True)
    skipped_because = models.CharField(max_length=300, blank=True)

    objects = ThanksQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "person", "kind"], name="one_thanks_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.person}"


class KeepInTouch(Owned):
    """When to send a line again, about every three months."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="keep_in_touch")
    next_on = models.DateField()
    touched_on = models.DateField(null=True, blank=True)  # the last line after the thanks
    stopped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person} on {self.next_on}"
