"""Choosing: the shortlist in own words, the facts that are loaded once, what is wanted."""

import pytest

from halfhour.accounts.models import User
from halfhour.choose import actions
from halfhour.choose.models import Candidate, Goal, Known, Occupation, Want
from halfhour.history.models import Event
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db


def test_facts_are_loaded_once_and_rows_people_point_to_stay(candidate: Candidate) -> None:
    Occupation.objects.filter(pk=candidate.occupation_id).update(description="from the official release")
    steps: list[tuple[int, int]] = []
    assert actions.load_occupations(lambda done, of: steps.append((done, of))) == 1016
    assert steps[-1] == (1016, 1016)
    row = Occupation.objects.get(pk="27-4014.00")
    assert (row.median_pay, row.facts["pay"]["median"]) == (73130, 73130)
    assert row.description == "from the official release"
    assert Candidate.objects.get(pk=candidate.pk).occupation_id == row.pk
    assert actions.load_occupations() == 0


def test_a_code_that_is_gone_is_kept_and_marked(db: None) -> None:
    Occupation.objects.create(code="99-9999.00", soc="99-9999", name="Lamplighters", release="20.0")
    actions.load_occupations()
    assert Occupation.objects.get(pk="99-9999.00").dropped_in == "29.3"


def test_an_official_release_is_not_overwritten(db: None) -> None:
    Occupation.objects.create(
        code="15-1252.00",
        soc="15-1252",
        name="Software Developers",
        release="31.0",
        facts={"stamp": "O*NET 31.0"},
    )
    assert actions.load_occupations() == 0


def test_own_words_are_kept(maya: User, sound_technician: Occupation) -> None:
    made = actions.add_candidate(maya, words="  makes sound  for games ", occupation=sound_technician)
    assert (made.words, made.occupation, made.position) == ("makes sound for games", sound_technician, 0)
    assert Event.objects.get(subject="choose.candidate").verb == "choose.added"


def test_the_same_again_is_one_row(maya: User, sound_technician: Occupation) -> None:
    first = actions.add_candidate(maya, words="sound designer", occupation=sound_technician)
    again = actions.add_candidate(maya, words="Sound designer", occupation=sound_technician)
    assert again == first
    assert Candidate.objects.count() == 1


def test_words_used_for_another_occupation_give_way_to_its_name(
    maya: User, sound_technician: Occupation
) -> None:
    other = Occupation.objects.create(
        code="27-1024.00", soc="27-1024", name="Graphic Designers", release="29.3"
    )
    actions.add_candidate(maya, words="designer", occupation=sound_technician)
    assert actions.add_candidate(maya, words="designer", occupation=other).words == "Graphic Designers"
    assert Candidate.objects.count() == 2


def test_plain_words_get_their_occupation_later(maya: User, sound_technician: Occupation) -> None:
    plain = actions.add_candidate(maya, words="sound designer")
    assert plain.occupation is None
    assert actions.add_candidate(maya, words="sound designer", occupation=sound_technician) == plain
    assert Candidate.objects.get().occupation == sound_technician


def test_nothing_at_all_is_refused(maya: User) -> None:
    with pytest.raises(Refused, match="Write a few words"):
        actions.add_candidate(maya, words="   ")


def test_set_aside_with_the_reason_and_back(candidate: Candidate, maya: User) -> None:
    actions.drop_candidate(candidate, because="too many late nights")
    assert list(Candidate.objects.visible_to(maya).open()) == []
    back = actions.add_candidate(maya, words=candidate.words, occupation=candidate.occupation)
    assert (back.pk, back.dropped_at, back.dropped_because) == (candidate.pk, None, "")


def test_two_cannot_have_the_same_words(candidate: Candidate, maya: User) -> None:
    other = actions.add_candidate(maya, words="foley artist")
    with pytest.raises(Refused, match="already on your shortlist"):
        actions.describe_candidate(other, words=candidate.words, expectation="")


def test_not_for_me_is_remembered(maya: User, sound_technician: Occupation) -> None:
    no = actions.not_for_me(maya, occupation=sound_technician, because="loud")
    assert (no.dropped_because, no.dropped_at is None) == ("loud", False)
    assert actions.not_for_me(maya, occupation=sound_technician, because="too loud") == no


@pytest.mark.parametrize(
    ("which", "up", "after"),
    [(0, False, "bac"), (2, True, "acb"), (0, True, "abc"), (2, False, "abc")],
    ids=["first down", "last up", "first up", "last down"],
)
def test_the_order_is_the_seekers(maya: User, which: int, up: bool, after: str) -> None:
    made = [actions.add_candidate(maya, words=word) for word in "abc"]
    actions.move_candidate(made[which], up=up)
    assert "".join(Candidate.objects.visible_to(maya).shortlist().values_list("words", flat=True)) == after


def test_a_want_once(maya: User) -> None:
    actions.add_want(maya, text="outside most days", kind="setting")
    actions.add_want(maya, text="outside  most days", kind="setting", must=True)
    assert [(w.text, w.kind, w.must) for w in Want.objects.all()] == [("outside most days", "setting", True)]


def test_goals_keep_their_dates(maya: User) -> None:
    for text in ("find out", "find out", "find out whether nights bother me"):
        actions.set_goal(maya, text=text)
    assert [g.text for g in Goal.objects.all()] == ["find out whether nights bother me", "find out"]


def test_what_was_read_is_exactly_what_is_ticked(candidate: Candidate) -> None:
    actions.mark_known(candidate, facts={"pay": "", "education": ""})
    actions.mark_known(candidate, facts={"education": ""})
    assert list(Known.objects.values_list("fact", flat=True)) == ["education"]
