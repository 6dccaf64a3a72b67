"""What the talks so far leave open about an occupation, told to `prepare` after every debrief."""

from halfhour.choose.models import Want, Weight
from halfhour.choose.rules import criteria
from halfhour.interview.models import Interview
from halfhour.prepare.actions import note_still_open
from halfhour.record.models import Finding


def criteria_of(interview: Interview) -> tuple[criteria.Criterion, ...]:
    """The rows a statement may bear on: the seeker's wants first, then the fixed ones."""
    wants = Want.objects.visible_to(interview.owner)
    rows = criteria.criteria_for(criteria.Want(str(w.pk), w.kind, w.text, w.must) for w in wants)
    return tuple(row for row in rows if not row.counted)


def tell_prepare(interview: Interview) -> None:
    """Unknown: nobody said anything. Disputed: one spoke for it and one against. What counts most comes first."""
    said = Finding.objects.filter(candidate=interview.candidate, owner=interview.owner)
    stances: dict[str, set[int]] = {}
    for code, stance in said.values_list("criterion", "stance"):
        stances.setdefault(code, set()).add(stance or 0)
    weights = dict(Weight.objects.visible_to(interview.owner).values_list("criterion", "weight"))
    unknown: list[str] = []
    for row in sorted(criteria_of(interview), key=lambda c: -weights.get(c.code, 2 if c.must else 1)):
        if row.code not in stances and not set(row.near) & set(stances):
            unknown += row.near or (row.code,)
    note_still_open(
        interview.candidate,
        unknown=[code for code in dict.fromkeys(unknown) if weights.get(code, 1) > 0],
        disputed=[code for code, found in stances.items() if {-1, 1} <= found],
    )
