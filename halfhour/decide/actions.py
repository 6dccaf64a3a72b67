"""What a seeker does in the last step: weigh, judge, decide."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate, Weight
from halfhour.decide.models import Decision, Judgement
from halfhour.history.actions import note
from halfhour.record.models import Finding
from halfhour.refused import Refused

HEAVIEST = 3


@transaction.atomic
def weigh(user: User, weights: dict[str, int]) -> None:
    """How much each criterion counts, 0 to 3; those not named stay. 1 is as usual and needs no row."""
    if any(not 0 <= w <= HEAVIEST for w in weights.values()):
        raise Refused(_("A weight goes from 0 to 3."))
    for criterion, weight in weights.items():
        row, _made = Weight.objects.update_or_create(
            owner=user, criterion=criterion, defaults={"weight": weight}
        )
        note(user, "decide.weighed", row, weight=weight)


@transaction.atomic
def judge(candidate: Candidate, *, outcome: str, because: str) -> Judgement:
    """Say what became of one occupation. Giving one up early is a result like any other."""
    if outcome not in Judgement.Outcome.values:
        raise Refused(_("Choose one of the four outcomes."))
    judgement, _made = Judgement.objects.update_or_create(
        candidate=candidate,
        defaults={
            "owner": candidate.owner,
            "outcome": outcome,
            "because": because.strip(),
            "at": clock.now(),
        },
    )
    note(candidate.owner, "decide.judged", judgement, outcome=outcome)
    return judgement


@transaction.atomic
def decide(
    user: User,
    *,
    choice: Candidate | None,
    alternate: Candidate | None,
    reasons: str,
    would_change_my_mind: str,
    first_steps: str,
    cited: Collection[Finding] = (),
) -> Decision:
    """Write the decision note. A new wording is a new note; the earlier ones are kept."""
    if choice is not None and choice == alternate:
        raise Refused(_("The alternate has to be another occupation than the first choice."))
    latest = Decision.objects.visible_to(user).first()
    facts: dict[str, Any] = {
        "choice": choice,
        "alternate": alternate,
        "reasons": reasons.strip(),
        "would_change_my_mind": would_change_my_mind.strip(),
        "first_steps": first_steps.strip(),
    }
    if latest is not None and same(latest, facts, cited):
        return latest
    decision = Decision.objects.create(owner=user, at=clock.now(), **facts)
    decision.cited.set(cited)
    note(user, "decide.decided", decision, choice=choice.pk if choice else None)
    return decision


def same(decision: Decision, facts: dict[str, Any], cited: Collection[Finding]) -> bool:
    """A double click writes no second note."""
    if any(getattr(decision, name) != value for name, value in facts.items()):
        return False
    return set(decision.cited.values_list("pk", flat=True)) == {f.pk for f in cited}
