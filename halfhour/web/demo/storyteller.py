"""What every chapter of the demo needs: a moment in Seattle, a person by first name, a letter sent, a talk held."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Want
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.find.models import Person
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview, Mark
from halfhour.prepare import actions as prepare
from halfhour.prepare.models import PlanLine
from halfhour.record.told import AnswerTold

ZONE = "America/Los_Angeles"
Say = Callable[[str], object]


@dataclass(frozen=True)
class Said:
    """What one person answered. stance: what it means to Maya; quote: in their own words; state: as on the page."""

    words: str
    stance: int | None = None
    quote: bool = False
    state: str = "answered"


NO_WORDS = ""
Answers = Mapping[str, Said]  # by the question's id in the bank, in the order of the talk


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Seattle."""
    return datetime(2026, month, day, hour, minute, tzinfo=clock.zone_of(ZONE)).astimezone(UTC)


@dataclass
class Story:
    """The story as it is told: the user, and the people by first name."""

    user: User
    say: Say

    def on(self, month: int, day: int, hour: int, minute: int = 0):  # type: ignore[no-untyped-def]  # a context manager
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

    def plan(self, first: str, answers: Answers) -> None:
        """The proposed plan, with the questions Maya took from the bank besides."""
        plan = prepare.make_plan(self.approach(first))
        planned = set(plan.lines.values_list("question", flat=True))
        for question in answers:
            if question not in planned:
                prepare.take_question(plan, question=question)
        prepare.say_ready(plan)

    def talk(self, first: str) -> Interview:
        return Interview.objects.visible_to(self.user).get(person__given=first)

    def hold(
        self, first: str, *, begins: datetime, minutes: int, answers: Answers, extended: int = 0
    ) -> Interview:
        """The talk as the live screen keeps it: begun, each answer a mark, ended. extended: the minute they offered more."""
        talk = self.talk(first)
        lines = self.lines(talk)
        with clock.at(begins):
            interviews.start_interview(talk)
        asked = [lines[question] for question, said in answers.items() if said.state != "not_asked"]
        for n, line in enumerate(asked, start=1):
            with clock.at(begins + timedelta(minutes=n * minutes // (len(asked) + 1))):
                interviews.mark(
                    talk,
                    key=f"demo-{first}-{n}",
                    kind=Mark.Kind.ANSWERED,
                    plan_line=line.pk,
                    question=line.text,
                )
        if extended:
            with clock.at(begins + timedelta(minutes=extended)):
                interviews.mark(talk, key=f"demo-{first}-more", kind=Mark.Kind.EXTENDED)
        with clock.at(begins + timedelta(minutes=minutes)):
            interviews.end_interview(talk)
        return talk

    def lines(self, talk: Interview) -> dict[str, PlanLine]:
        found = PlanLine.objects.filter(plan__approach=talk.approach).exclude(stage=PlanLine.Stage.OPEN)
        return {line.question: line for line in found}

    def wants(self, told: Mapping[str, bool]) -> dict[int, bool | None]:
        """What Maya wants, by its words, as the action takes it."""
        return {want.pk: told[want.text] for want in Want.objects.visible_to(self.user) if want.text in told}

    def answers(self, talk: Interview, answers: Answers) -> Sequence[AnswerTold]:
        """One answer to each planned question; those that were not reached are kept as not asked."""
        nothing = Said(NO_WORDS, state="not_asked")
        told = [(line, answers.get(question, nothing)) for question, line in self.lines(talk).items()]
        return [
            AnswerTold(
                line.text,
                state=said.state,
                words=said.words,
                criterion=line.criterion,
                stance=said.stance,
                quote=said.quote,
                topic=line.topic,
            )
            for line, said in told
        ]
