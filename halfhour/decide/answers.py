"""The answer grid of one occupation: a row for each question, a column for each person."""

from collections import Counter
from dataclasses import dataclass

from halfhour.choose.models import Candidate
from halfhour.interview.models import Answer, Interview


@dataclass(frozen=True)
class Grid:
    """talks: the columns, oldest first. rows: a question and its answer in each talk; None where it was not planned."""

    talks: list[Interview]
    rows: list[tuple[str, list[Answer | None]]]

    @property
    def shared(self) -> int:
        """How many questions everyone answered: those compare best."""
        return sum(all(a and a.state == Answer.State.ANSWERED for a in answers) for _, answers in self.rows)


def grid_of(candidate: Candidate) -> Grid:
    """Two queries. Questions asked of most people come first, then in the order of the plans."""
    talks = list(
        Interview.objects.filter(candidate=candidate)
        .evidence()
        .standing()
        .select_related("person")
        .order_by("on", "pk")
    )
    answers = list(Answer.objects.filter(interview__in=talks).order_by("position", "pk").defer("owner"))
    asked = Counter(a.question for a in answers)
    order: dict[str, int] = {}
    for answer in answers:
        order.setdefault(answer.question, len(order))
    by_cell = {(a.question, a.interview_id): a for a in answers}
    questions = sorted(order, key=lambda q: (-asked[q], order[q]))
    columns = [t for t in talks if any(a.interview_id == t.pk for a in answers)]
    return Grid(columns, [(q, [by_cell.get((q, t.pk)) for t in columns]) for q in questions])
