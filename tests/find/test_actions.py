"""Finding people: files in and out again, one by hand, codes, the sweep, whom to ask first."""

import importlib.util
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from halfhour.accounts.models import User
from halfhour.choose import published
from halfhour.choose.models import Candidate, Occupation
from halfhour.due.models import Due
from halfhour.find import actions
from halfhour.find.asked import Asked
from halfhour.find.models import Acquaintance, Import, ImportRow, Organisation, Person, Referral, Source
from halfhour.find.rules.ranking import Role
from halfhour.history.models import Event
from halfhour.refused import Refused

pytestmark = pytest.mark.django_db


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


people_file = _beside("people_file")
ANA = [
    "Ana",
    "Bodine",
    "https://www.linkedin.com/in/ana-bodine",
    "",
    "Lantern Games",
    "Sound Designer",
    "03 Mar 2024",
]


def brought(user: User, people: list[list[str]]) -> Import:
    staged = actions.read_file(user, name="Connections.csv", data=people_file.linkedin(people))
    return actions.write_import(user, staged)


@pytest.fixture(scope="module")
def all_occupations() -> list[Occupation]:
    return published.rows()


@pytest.fixture
def occupations(db: None, all_occupations: list[Occupation]) -> None:
    Occupation.objects.bulk_create(all_occupations, ignore_conflicts=True)


def figures(read: Import) -> tuple[int, int, int, int, int]:
    return (read.read, read.added, read.updated, read.merged, read.skipped)


def test_a_preview_writes_nobody(maya: User) -> None:
    staged = actions.read_file(maya, name="Connections.csv", data=people_file.linkedin([ANA]))
    assert figures(staged) == (1, 1, 0, 0, 0)
    assert [(r.line, r.action) for r in staged.rows.all()] == [(5, "add")]
    assert (Person.objects.count(), Organisation.objects.count(), staged.written_at) == (0, 0, None)


def test_writing_makes_people_with_their_source(maya: User) -> None:
    brought(maya, [ANA])
    ana = Person.objects.get()
    assert (ana.owner, ana.name, ana.given, ana.family, ana.title) == (
        maya,
        "Ana Bodine",
        "Ana",
        "Bodine",
        "Sound Designer",
    )
    assert (str(ana.organisation), ana.connected_on, ana.email) == ("Lantern Games", date(2024, 3, 3), "")
    assert (ana.source.kind, ana.source.name) == ("network", "LinkedIn")
    assert ImportRow.objects.get().person == ana
    assert ImportRow.objects.get().values == {}  # texts about people live on the person only


def test_the_same_file_again_changes_nothing(maya: User) -> None:
    people = people_file.rows(60)
    brought(maya, people)
    before = list(Person.objects.order_by("pk").values())
    again = brought(maya, people)
    assert (again.added, again.updated, again.merged) == (0, 0, 0)
    assert list(Person.objects.order_by("pk").values()) == before


def test_a_second_click_writes_once(maya: User) -> None:
    staged = actions.read_file(maya, name="Connections.csv", data=people_file.linkedin([ANA]))
    assert figures(actions.write_import(maya, staged)) == figures(actions.write_import(maya, staged))
    assert Person.objects.count() == 1


def test_a_new_preview_takes_the_place_of_the_old_one(maya: User) -> None:
    for _ in range(2):
        actions.read_file(maya, name="Connections.csv", data=people_file.linkedin([ANA]))
    assert Import.objects.count() == 1


def test_a_newer_job_is_an_update_with_its_reason(maya: User) -> None:
    brought(maya, [ANA])
    Person.objects.update(coded_at=datetime(2025, 1, 1, tzinfo=UTC), job_as_of=date(2024, 3, 3))
    moved = [*ANA[:4], "Harbor Sound", "Audio Director", "03 Mar 2024"]
    later = ["Zoe", "Later", "https://www.linkedin.com/in/zoe-later", "", "X", "Y", "09 Sep 2025"]
    second = brought(maya, [moved, later])
    assert (second.added, second.updated) == (1, 1)
    ana = Person.objects.get(name="Ana Bodine")
    assert (ana.title, str(ana.organisation)) == ("Audio Director", "Harbor Sound")
    assert ana.coded_at is None  # the new title is read again
    assert "newer job" in second.rows.get(action="update").reason


def test_what_was_typed_by_hand_stays(maya: User) -> None:
    brought(maya, [ANA])
    ana = Person.objects.get()
    actions.describe_person(ana, title="Senior sound designer", note="met at the fair")
    moved = [*ANA[:4], "Harbor Sound", "Audio Director", "03 Mar 2024"]
    later = ["Zoe", "Later", "https://www.linkedin.com/in/zoe-later", "", "X", "Y", "09 Sep 2025"]
    brought(maya, [moved, later])
    ana.refresh_from_db()
    assert (ana.title, ana.note) == ("Senior sound designer", "met at the fair")


def test_undo_takes_everything_back(maya: User, tom: Person) -> None:
    before = (list(Person.objects.values()), Organisation.objects.count())
    read = brought(maya, people_file.rows(40))
    assert actions.undo_import(maya, read) == 0
    assert (list(Person.objects.values()), Organisation.objects.count()) == before
    assert actions.undo_import(maya, read) == 0  # the second click


def test_undo_gives_updated_fields_back_but_not_what_was_changed_since(maya: User) -> None:
    person = actions.add_person(maya, name="Ana Bodine", url=ANA[2])
    other = actions.add_person(maya, name="Bo Denari", url="https://www.linkedin.com/in/bo-denari")
    bo = ["Bo", "Denari", "https://www.linkedin.com/in/bo-denari", "", "Harbor", "Nurse", "03 Mar 2024"]
    read = brought(maya, [ANA, bo])
    assert read.updated == 2
    other.refresh_from_db()
    actions.describe_person(other, title="Head nurse")
    actions.undo_import(maya, read)
    person.refresh_from_db()
    other.refresh_from_db()
    assert (person.title, person.organisation) == ("", None)
    assert other.title == "Head nurse"


def test_after_an_undo_the_file_can_be_read_again(maya: User) -> None:
    brought(maya, [ANA])
    moved = [*ANA[:4], "Harbor Sound", "Audio Director", "03 Mar 2024"]
    later = ["Zoe", "Later", "https://www.linkedin.com/in/zoe-later", "", "X", "Y", "09 Sep 2025"]
    first = brought(maya, [moved, later])
    actions.undo_import(maya, first)
    ana = Person.objects.get(name="Ana Bodine")
    assert (ana.title, str(ana.organisation)) == ("Sound Designer", "Lantern Games")
    again = brought(maya, [moved, later])
    ana.refresh_from_db()
    assert (again.added, again.updated, ana.title) == (1, 1, "Audio Director")


def test_a_question_answered_same_joins_what_the_file_tells(maya: User) -> None:
    """The rule asks when only a name agrees; what happens then is tried for each answer."""
    for same, count in ((True, 1), (False, 2)):
        Person.objects.all().delete()
        here = actions.add_person(maya, name="Ana Bodine", email="ana@example.org")
        file = [
            ["Ana", "Bodine", ANA[2], "bodine@example.com", "Lantern Games", "Sound Designer", "03 Mar 2024"]
        ]
        staged = actions.read_file(maya, name="Connections.csv", data=people_file.linkedin(file))
        row = staged.rows.get()
        assert row.action == "ask", row.reason
        actions.answer_row(maya, row, same_as=here if same else None)
        actions.write_import(maya, staged)
        here.refresh_from_db()
        assert (Person.objects.count(), here.title) == (count, "Sound Designer" if same else "")


def test_undo_keeps_whom_something_was_done_with(maya: User, candidate: Candidate) -> None:
    read = brought(maya, people_file.rows(5))
    swept, named, plain = Person.objects.order_by("pk")[:3]
    actions.answer_sweep(swept, does_it="yes", candidate=candidate)
    Referral.objects.create(owner=maya, by=plain, to=named, on=date(2026, 11, 2))
    assert actions.undo_import(maya, read) == 3
    assert set(Person.objects.values_list("pk", flat=True)) == {swept.pk, named.pk, plain.pk}


def test_a_row_without_a_name_is_a_result_line(maya: User) -> None:
    read = brought(
        maya, [ANA, ["", "", "", "", "", "", ""], ["", "", "", "", "Lantern", "Nurse", "03 Mar 2024"]]
    )
    assert read.read == read.added + read.updated + read.merged + read.skipped
    assert read.read == read.rows.count()
    assert [(r.action, bool(r.reason)) for r in read.rows.all() if r.action == "skip"] == [("skip", True)]


@pytest.mark.parametrize(
    ("name", "data"),
    [("photo.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50), ("empty.csv", b""), ("cut.zip", b"PK\x03\x04broken")],
    ids=["picture", "empty", "cut zip"],
)
def test_a_file_that_is_none_is_refused_by_name(maya: User, name: str, data: bytes) -> None:
    with pytest.raises(Refused, match=name):
        actions.read_file(maya, name=name, data=data)
    assert not Import.objects.exists()


def test_script_tags_and_long_names_are_only_text(maya: User) -> None:
    brought(
        maya,
        [
            [
                "<script>alert(1)</script>",
                "N" * 400,
                "https://www.linkedin.com/in/x",
                "",
                "C" * 400,
                "T" * 900,
                "",
            ]
        ],
    )
    person = Person.objects.get()
    assert "<script>" in person.name
    assert (len(person.name) <= 200, len(person.title) <= 200) == (True, True)


def test_someone_elses_people_are_not_compared_with(maya: User, outsider: User) -> None:
    brought(outsider, [ANA])
    assert brought(maya, [ANA]).added == 1
    assert Person.objects.visible_to(maya).get().owner == maya


def test_three_thousand_people_in_bulk(maya: User) -> None:
    people = people_file.rows(3000)
    with CaptureQueriesContext(connection) as reading:
        staged = actions.read_file(maya, name="Connections.csv", data=people_file.linkedin(people))
    with CaptureQueriesContext(connection) as writing:
        written = actions.write_import(maya, staged)
    assert written.added + written.merged + written.skipped == 3000
    assert (len(reading) < 16, len(writing) < 40) == (True, True)


def test_one_person_by_hand(maya: User, candidate: Candidate) -> None:
    source = actions.add_source(maya, kind=Source.Kind.ACQUAINTANCE, name="Tom Reyes", detail="who taught me")
    made = actions.add_person(
        maya,
        name=" Dr. Adaeze  Okafor ",
        title="Sound designer",
        organisation="Lantern Games",
        candidate=candidate,
        source=source,
    )
    assert (made.family, made.organisation.name, made.candidate, made.source) == (
        "Okafor",
        "Lantern Games",
        candidate,
        source,
    )
    again = actions.add_person(
        maya, name="Dr. Adaeze Okafor", title="Sound designer", organisation="lantern games"
    )
    assert again == made
    with pytest.raises(Refused, match="needs a name"):
        actions.add_person(maya, name="  ")


def test_titles_are_read_in_batches(maya: User, occupations: None) -> None:
    brought(maya, people_file.rows(30))
    assert actions.code_people(maya, limit=20) == 20
    assert Person.objects.uncoded().count() == 10
    assert actions.code_people(maya, limit=20) == 10
    assert actions.code_people(maya, limit=20) == 0
    nurse = Person.objects.filter(title="Registered Nurse").first()
    assert (nurse.occupation_id, nurse.code_by, bool(nurse.code_reason)) == ("29-1141.00", "coder", True)
    assert 0 < nurse.code_score <= 1


def test_recruiters_are_a_route(maya: User, occupations: None) -> None:
    recruiter = actions.add_person(maya, name="Pat Lee", title="Talent Acquisition Partner")
    nurse = actions.add_person(maya, name="Ana Bodine", title="Registered Nurse")
    actions.code_people(maya)
    recruiter.refresh_from_db()
    nurse.refresh_from_db()
    assert (recruiter.route_only, nurse.route_only) == (True, False)


def test_the_seekers_word_wins_and_is_learned(
    maya: User, occupations: None, sound_technician: Occupation
) -> None:
    one, two = (
        actions.add_person(maya, name=name, title="Noise wrangler") for name in ("Ana Bodine", "Bo Denari")
    )
    actions.correct_occupation(one, occupation=sound_technician)
    two.refresh_from_db()
    assert (two.occupation, two.code_reason) == (sound_technician, "As you said for “Noise wrangler”.")
    three = actions.add_person(maya, name="Eve Lund", title="noise wrangler")
    actions.code_people(maya)
    for person in (one, three):
        person.refresh_from_db()
    assert (one.code_by, one.occupation) == ("seeker", sound_technician)
    assert three.occupation == sound_technician


def test_none_of_the_list_is_learned_too(maya: User, occupations: None) -> None:
    one = actions.add_person(maya, name="Ana Bodine", title="Registered Nurse")
    actions.correct_occupation(one, occupation=None)
    two = actions.add_person(maya, name="Bo Denari", title="Registered nurse")
    actions.code_people(maya)
    two.refresh_from_db()
    assert (two.occupation, two.code_reason) == (None, "You said so.")


def test_a_level_said_by_the_seeker_stays(maya: User, occupations: None) -> None:
    person = actions.add_person(maya, name="Ana Bodine", title="Director of Nursing")
    actions.correct_level(person, level="working")
    actions.code_people(maya)
    person.refresh_from_db()
    assert (person.level, person.coded_at is None) == ("working", False)


def test_may_know_makes_asking_due(maya: User, tom: Person, candidate: Candidate, monday: datetime) -> None:
    actions.answer_sweep(tom, does_it="no", may_know=[candidate])
    due = Due.objects.get()
    assert (due.kind, due.owner, due.done_at, due.overdue_at) == ("find.ask_acquaintance", maya, None, None)
    assert due.due_at <= monday  # it is there the same day
    actions.mark_asked(Acquaintance.objects.get(), asked_on=date(2026, 11, 23))
    due.refresh_from_db()
    assert due.done_at is not None


def test_a_mark_taken_back_is_nothing_to_do(maya: User, tom: Person, candidate: Candidate) -> None:
    actions.answer_sweep(tom, may_know=[candidate])
    actions.answer_sweep(tom, may_know=[])
    assert (Acquaintance.objects.count(), Due.objects.open().count()) == (0, 0)


def test_whoever_wants_to_be_left_alone_is_asked_nothing(
    maya: User, tom: Person, candidate: Candidate
) -> None:
    actions.answer_sweep(tom, may_know=[candidate])
    actions.leave_alone(tom, yes=True)
    assert Due.objects.open().count() == 0
    assert actions.ranked(maya, candidate) == []


def test_whom_to_ask_first(maya: User, candidate: Candidate, okafor: Person, tom: Person) -> None:
    actions.answer_sweep(tom, may_know=[candidate])
    head = actions.add_person(
        maya, name="Hugo Head", title="Head of Audio", candidate=candidate, does_it="yes"
    )
    actions.correct_level(head, level="heads")
    actions.add_person(maya, name="Nobody Special", title="Baker")
    found = actions.ranked(maya, candidate)
    assert [(r.name, r.role) for r in found] == [
        ("Adaeze Okafor", Role.DOES_IT),
        ("Hugo Head", Role.DOES_IT),
        ("Tom Reyes", Role.MAY_KNOW),
    ]
    assert found[0].reasons[0] == "does this work now: game sound designer"
    assert "Tom Reyes named them, and you may say so" in found[0].reasons


def test_the_target_level_turns_the_order(maya: User, candidate: Candidate) -> None:
    for name, level in (("Ana Bodine", "working"), ("Hugo Head", "heads")):
        person = actions.add_person(maya, name=name, candidate=candidate, does_it="yes")
        actions.correct_level(person, level=level)
    assert [r.name for r in actions.ranked(maya, candidate)] == ["Ana Bodine", "Hugo Head"]
    maya.seeker.entry_level = "heads"
    assert [r.name for r in actions.ranked(maya, candidate)] == ["Hugo Head", "Ana Bodine"]


def test_whom_was_asked_lately_comes_in_as_plain_values(
    maya: User, candidate: Candidate, okafor: Person
) -> None:
    asked = {okafor.pk: date(2026, 11, 20)}
    assert actions.ranked(maya, candidate, asked_on=asked, asked_organisations={}) == []
    waiting = actions.ranked(
        maya, candidate, asked_on={}, asked_organisations={"Lantern Games": date(2026, 11, 20)}
    )
    assert "Someone at Lantern Games is being asked now" in waiting[0].warning


def test_later_steps_tell_whom_they_asked(
    maya: User, candidate: Candidate, okafor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [lambda user: Asked(people={okafor.pk: date(2026, 11, 20)})]
    monkeypatch.setattr("halfhour.find.asked._told_by", told)
    assert actions.ranked(maya, candidate) == []


def test_yes_to_another_occupation_is_no_yes_to_this_one(
    maya: User, candidate: Candidate, okafor: Person
) -> None:
    other = Candidate.objects.create(
        owner=maya, words="foley artist", added_at=datetime(2026, 11, 2, tzinfo=UTC)
    )
    assert actions.ranked(maya, other) == []


def test_nobody_elses_people_are_ranked(outsider: User, candidate: Candidate, okafor: Person) -> None:
    assert actions.ranked(outsider, candidate) == []


def test_ranking_takes_two_queries(maya: User, candidate: Candidate, okafor: Person, tom: Person) -> None:
    wanted = Candidate.objects.select_related("occupation").get(pk=candidate.pk)
    with CaptureQueriesContext(connection) as found:
        actions.ranked(maya, wanted, asked_on={}, asked_organisations={})
    assert len(found) == 2  # what is shared with them, and the people


def test_every_action_leaves_a_line_without_texts(maya: User, tom: Person, candidate: Candidate) -> None:
    actions.describe_person(tom, note="secret words")
    actions.answer_sweep(tom, may_know=[candidate])
    actions.remove_person(tom)
    assert [e.verb for e in Event.objects.order_by("pk")] == ["find.described", "find.swept", "find.removed"]
    assert "secret" not in str(list(Event.objects.values()))
