"""What every chapter of the demo needs: a moment in Seattle, a person by first name, a letter asked and sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.find.models import Person

ZONE = "America/Los_Angeles"
Say = Callable[[str], object]


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Seattle."""
    return datetime(2026, month, day, hour, minute, tzinfo=clock.zone_of(ZONE)).astimezone(UTC)


@dataclass
class Story:
    """The story as it is told: the user, and the people by first name."""

    user: User
    say: Say

    def on(self, month: int, day: int, hour: int, minute: int = 0):  # type: ignore[no-untyped-def]  # a context manager
        self.user.refresh_from_db()
        self.user = User.objects.select_related("seeker").get(pk=self.user.pk)
        return clock.at(at(month, day, hour, minute))

    def person(self, first: str) -> Person:
        return (
            Person.objects.visible_to(self.user)
            .current()
            .select_related("organisation", "source")
            .get(given=first)
        )

    def candidate(self, words: str) -> Candidate:
        return Candidate.objects.get(owner=self.user, words=words)

    def approach(self, first: str) -> Approach:
        found = Approach.objects.visible_to(self.user).with_facts().select_related("owner__seeker")
        return found.filter(person__given=first).latest("opened_at")

    def ask(self, first: str, words: str, *, why: str, channel: str, minutes: int = 20) -> Approach:
        """Open the approach and send its letter as drafted."""
        contact.open_approach(
            self.user,
            self.person(first),
            self.candidate(words),
            channel=channel,
            minutes=minutes,
            why_person=why,
            anyway=True,
        )
        approach = self.approach(first)
        draft = contact.draft_of(approach)
        contact.record_sent(approach, key=f"demo-{first}-1", subject=draft.subject, body=draft.body)
        return self.approach(first)
