"""Taking over an official release: everything or nothing, and what people point to stays."""

from dataclasses import replace

import pytest

from halfhour.choose.models import Candidate, Occupation
from halfhour.choose.release import take_release
from halfhour.integrations.onet.values import OccupationText, Release, TaskText
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db
CODES = [f"{11 + n // 100}-{1000 + n % 100}.00" for n in range(1000)]
WHOLE = Release(
    number="31.0",
    form="text",
    occupations=tuple(OccupationText(code, f"Occupation {code}", "What they do.") for code in CODES),
    tasks=(TaskText(CODES[0], "1", "Do the first thing.", "Core"),),
    job_zones={CODES[0]: 3},
)


def test_descriptions_and_tasks_come_in_and_a_shortlist_keeps_pointing_to_its_code(
    candidate: Candidate,
) -> None:
    mine = replace(WHOLE.occupations[0], code="27-4014.00", name="Sound Engineering Technicians")
    assert take_release(replace(WHOLE, occupations=(mine, *WHOLE.occupations[1:]))) == 1000
    row = Occupation.objects.get(code="27-4014.00")
    assert (row.description, row.pk) == ("What they do.", candidate.occupation_id)


def test_a_code_the_release_no_longer_has_is_kept_and_marked(candidate: Candidate) -> None:
    take_release(WHOLE)
    assert Occupation.objects.get(code="27-4014.00").dropped_in == "31.0"


def test_a_cut_release_changes_nothing(candidate: Candidate) -> None:
    with pytest.raises(Refused):
        take_release(replace(WHOLE, occupations=WHOLE.occupations[:20]))
    assert Occupation.objects.count() == 1
