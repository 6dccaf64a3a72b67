"""The demo's story, told once: it fills what a reader looks for, and stays inside the actions' rules."""

import pytest

from halfhour.accounts.actions import laptop_user
from halfhour.choose.actions import load_occupations
from halfhour.find.models import Referral
from halfhour.interview.models import Answer
from halfhour.record.models import Debrief, Transcript
from halfhour.record.rules.debrief import ListKind
from halfhour.thank.models import Thanks
from halfhour.web.demo.story import tell

pytestmark = pytest.mark.django_db


def test_the_story_has_what_a_real_one_has() -> None:
    load_occupations()
    told: list[object] = []
    tell(laptop_user(), told.append)
    debriefs = list(Debrief.objects.select_related("interview__person"))
    assert {d.interview.person.given for d in debriefs} == {"Nadia", "Omar", "Priya"}
    for debrief in debriefs:
        answered = [a for a in Answer.objects.filter(interview=debrief.interview) if a.words]
        marked = debrief.interview.marks.filter(kind="answered").count()
        lists = set(debrief.noted.values_list("kind", flat=True)) | set(debrief.lists_empty)
        assert (debrief.recorded_at is not None, lists) == (True, set(ListKind))
        assert len(answered) >= 7 <= marked
    states = set(Answer.objects.values_list("state", flat=True))
    assert states == set(Answer.State.values)
    empty = {why for debrief in debriefs for why in debrief.lists_empty.values()}
    assert empty == {"nothing", "not_asked"}
    assert set(Referral.objects.values_list("permission", flat=True)) == {"yes", "not_asked"}
    assert Transcript.objects.get().interview.person.given == "Omar"
    assert Thanks.objects.filter(kind=Thanks.Kind.NEWS, sent_at__isnull=False).count() == 1
    assert len(told) == len(set(told)) > 10
