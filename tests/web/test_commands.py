"""The commands in the shapes scripts rely on: JSON keys, exit codes, one plain line for what is wrong."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from halfhour import clock
from halfhour.accounts.actions import describe_myself, laptop_user, welcome
from halfhour.accounts.models import User
from halfhour.choose.actions import add_candidate, load_occupations
from halfhour.choose.models import Candidate, Occupation
from halfhour.contact import actions as contact
from halfhour.find import actions as find
from halfhour.web import cli
from halfhour.web.commands import run
from halfhour.web.demo.people import connections_csv

pytestmark = pytest.mark.django_db(transaction=True)
Command = Callable[..., tuple[int, str, str]]
MONDAY = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)


@pytest.fixture
def halfhour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in this process against the test database: (exit code, output, errors)."""
    monkeypatch.setattr("halfhour.web.setup.migrate", lambda say: None)

    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(w) for w in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def me() -> User:
    """The laptop's user, with an occupation and the demo's contacts."""
    load_occupations()
    user = laptop_user()
    with clock.at(MONDAY):
        describe_myself(
            user,
            name="Maya Lindqvist",
            about="I am in my second year of audio production at Harbor Community College",
            phone="(206) 555-0117",
            email="maya@example.org",
            timezone="America/Los_Angeles",
        )
        welcome(user)
        add_candidate(user, words="sound designer", occupation=Occupation.objects.get(code="27-4014.00"))
        find.write_import(user, find.read_file(user, name="Connections.csv", data=connections_csv()))
        find.code_people(user, limit=500)
    return user


def answer(said: tuple[int, str, str]) -> Any:
    assert said[0] == 0, said[2]
    return json.loads(said[1])


def test_code_answers_a_line_each_in_order(halfhour: Command, tmp_path: Path) -> None:
    titles = tmp_path / "titles.txt"
    titles.write_text("Sr. SWE II @ Acme\nunemployed\nRegistered Nurse\n", encoding="utf-8")
    code, out, _ = halfhour("code", titles, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [row["title"] for row in rows]) == (
        0,
        ["Sr. SWE II @ Acme", "unemployed", "Registered Nurse"],
    )
    assert [set(row) for row in rows] == [{"title", "codes", "level", "reason"}] * 3
    assert (rows[0]["codes"][0]["code"], rows[0]["level"]) == ("15-1252.00", "senior")
    assert (rows[1]["codes"], bool(rows[1]["reason"])) == ([], True)
    assert all(0 <= c["score"] <= 1 for row in rows for c in row["codes"])


def test_code_reads_the_title_column_of_a_csv(halfhour: Command, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text('id,Title\n1,"Nurse, registered"\n2,Baker\n', encoding="utf-8")
    rows = [json.loads(line) for line in halfhour("code", table, "--json")[1].splitlines()]
    assert [row["title"] for row in rows] == ["Nurse, registered", "Baker"]


def test_import_previews_writes_changes_nothing_the_second_time_and_is_undone(
    halfhour: Command, me: User, tmp_path: Path
) -> None:
    file = tmp_path / "More.csv"
    file.write_bytes(
        connections_csv().replace(b"Dana,Whitfield", b"Dora,Wintergreen").replace(b"dana-whitfield", b"dora")
    )
    dry = answer(halfhour("import", file, "--dry-run", "--json"))
    assert (dry["read"], dry["added"], dry["skipped"]) == (38, 1, 37)
    assert {"line", "action", "reason", "person"} == set(dry["rows"][0])
    done = answer(halfhour("import", file, "--json"))
    assert (done["file"], done["added"], done["updated"], done["merged"]) == ("More.csv", 1, 0, 0)
    again = answer(halfhour("import", file, "--json"))
    assert (again["added"], again["updated"], again["skipped"]) == (0, 0, 38)
    assert halfhour("undo", str(done["import"]))[0] == 0
    assert answer(halfhour("import", file, "--dry-run", "--json"))["added"] == 1


def test_import_says_what_is_missing_and_takes_the_columns_as_said(
    halfhour: Command, me: User, tmp_path: Path
) -> None:
    file = tmp_path / "verein.csv"
    file.write_text("Wert1;Wert2;Wert3\nAna Bodine;Baker;Lantern\n", encoding="utf-8")
    code, out, err = halfhour("import", file)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert [w in err for w in ("Wert1, Wert2, Wert3", '--map "Wert1=name"', "organisation")] == [True] * 3
    said = ["--map", "Wert1=name", "--map", "wert2=title"]
    done = answer(halfhour("import", file, *said, "--json"))
    assert (done["read"], done["added"], done["asked"]) == (1, 1, 0)
    assert answer(halfhour("import", file, "--json"))["skipped"] == 1  # said once, remembered
    for wrong in ("Wert9=name", "Wert1=shoe", "name"):
        assert halfhour("import", file, "--map", wrong)[0] == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
        ("empty.csv", b""),
        ("cut.zip", b"PK\x03\x04 and then nothing"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_in_one_line(
    halfhour: Command, me: User, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    code, out, err = halfhour("import", file)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert name in err
    assert "Traceback" not in err


def test_people_for_an_occupation_that_is_not_on_the_shortlist(halfhour: Command, me: User) -> None:
    listed = list(Candidate.objects.values_list("words", flat=True))
    rows = answer(halfhour("people", "--for", "Film and Video Editors", "--json"))
    assert rows and all(row["for"] == "Film and Video Editors" for row in rows)
    assert list(Candidate.objects.values_list("words", flat=True)) == listed
    code, _out, err = halfhour("people", "--for", "nurse", "--json")
    assert code == 2 and "29-1151.00 Nurse Anesthetists" in err
    code, _out, err = halfhour("people", "--for", "no such work", "--json")
    assert code == 2 and err.count("\n") == 1


def test_people_are_ranked_with_reasons(halfhour: Command, me: User) -> None:
    rows = answer(halfhour("people", "--for", "sound designer", "--json"))
    keys = {
        "id",
        "name",
        "title",
        "organisation",
        "code",
        "level",
        "warmth",
        "route_only",
        "score",
        "reasons",
        "for",
    }
    assert set(rows[0]) == keys
    assert all(row["reasons"] for row in rows)
    assert {row["name"] for row in rows[:5]} >= {
        "Dana Whitfield",
        "Priya Nair",
    }  # they do it, near the entry level


def test_state_of_an_occupation(halfhour: Command, me: User) -> None:
    with clock.at(MONDAY):
        told = answer(halfhour("state", "--for", "sound designer", "--json"))
        code, out, _err = halfhour("state", "--for", "sound designer")
    assert (told["heard"], told["next"]["due"] > "2026-11-16", bool(told["next"]["why"])) == (0, True, True)
    assert code == 0 and "Next: " in out and "0 of 3 people heard" in out
    assert halfhour("state")[0] == halfhour("state", "--for", "no such work")[0] == 2


def test_state_and_today_follow_the_promise(halfhour: Command, me: User) -> None:
    with clock.at(MONDAY):
        assert answer(halfhour("state", "Dana Whitfield", "--json"))["attempts"] == 0
        dana = find.add_person(
            me, name="Dana Q. Test", title="Sound Designer", email="dq@example.org", phone="(206) 555-0142"
        )
        approach = contact.open_approach(
            me, dana, me_candidate(me), channel="email", why_person="your talk on rain", minutes=20
        )
        draft = contact.draft_of(approach)
        contact.record_sent(approach, key="k", subject=draft.subject, body=draft.body)
        state = answer(halfhour("state", "Dana Q. Test", "--json"))
        assert (state["state"], state["attempts"], state["next"]["action"]) == (
            "waiting",
            1,
            "call-as-promised",
        )
        due = state["next"]["due"]
        assert answer(halfhour("today", "--json")) == []
        lines = answer(halfhour("today", "--on", due, "--json"))
    calls = [line for line in lines if line["person"] == "Dana Q. Test"]
    assert [set(line) for line in calls] == [{"kind", "person", "due_at", "overdue", "text", "why", "url"}]
    assert calls[0]["due_at"].startswith(due)


def me_candidate(user: User):  # type: ignore[no-untyped-def]  # a Candidate

    return Candidate.objects.get(owner=user)


def test_a_name_that_fits_several_lists_them(halfhour: Command, me: User) -> None:
    code, _, err = halfhour("state", "an")
    assert code == 2
    assert "Dana Whitfield" in err


def test_check_says_no_with_exit_code_one(halfhour: Command, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear Ms Whitfield,\n\nPlease consider me for an opening on your team.\n", encoding="utf-8"
    )
    code, out, _ = halfhour("check", "letter", letter, "--json")
    told = json.loads(out)
    assert (code, told["ok"], set(told)) == (1, False, {"ok", "findings", "skipped"})
    job = next(f for f in told["findings"] if f["rule"] == "NOJOB")
    assert letter.read_text(encoding="utf-8")[job["start"] : job["end"]] == "consider me"


def test_check_names_a_promise_on_a_holiday(halfhour: Command, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear Ms Whitfield,\n\nI will call you on Thursday 26 November.\n\nAnn Bell\n(614) 555-0188\n",
        encoding="utf-8",
    )
    with clock.at(MONDAY):
        _, out, _ = halfhour("check", "letter", letter)
    assert "Thursday 26 November is a public holiday." in out


def test_check_many_answers_each_line(halfhour: Command, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    rows = [
        {"id": n, "kind": "question", "text": text}
        for n, text in enumerate(["How much do you earn?", "What was last week like?"])
    ]
    lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, _ = halfhour("check", "--jsonl", lines)
    told = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in told] == [0, 1]
    assert "OWNSALARY" in {f["rule"] for f in told[0]["findings"]}
    assert code == (0 if all(row["ok"] for row in told) else 1)


def test_a_broken_facts_file_names_file_and_reason(halfhour: Command, tmp_path: Path) -> None:
    letter, facts = tmp_path / "l.txt", tmp_path / "facts.json"
    letter.write_text("Dear you,", encoding="utf-8")
    facts.write_text("{", encoding="utf-8")
    code, _, err = halfhour("check", "letter", letter, "--facts", facts)
    assert (code, err.count("\n"), "facts.json" in err) == (2, 1, True)


def test_report_export_and_backup_hold_what_was_entered(halfhour: Command, me: User, tmp_path: Path) -> None:
    assert halfhour("report", "-o", tmp_path / "r.md")[0] == 0
    assert "sound designer" in (tmp_path / "r.md").read_text(encoding="utf-8")
    assert halfhour("export", tmp_path / "out")[0] == 0
    people = json.loads((tmp_path / "out" / "tables" / "find.person.json").read_text(encoding="utf-8"))
    assert len(people) == 38
    assert (tmp_path / "out" / "people.vcf").read_bytes().count(b"BEGIN:VCARD") == 38
    assert "BEGIN:VCALENDAR" in (tmp_path / "out" / "calendar.ics").read_text(encoding="utf-8")
    assert halfhour("export", tmp_path / "out")[0] == 2  # never over something
    if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        assert halfhour("backup", tmp_path / "b.zip")[0] == 0
        assert halfhour("restore", tmp_path / "b.zip", "--check")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["today", "--on", "yesterday"],
        ["undo", "99"],
        ["state", "Nobody Atall"],
        ["code", "/no/such/file"],
    ],
)
def test_wrong_use_is_one_plain_line_and_two(halfhour: Command, words: list[str]) -> None:
    code, _, err = halfhour(*words)
    assert (code, err.count("\n"), "Traceback" in err) == (2, 1, False)


def test_help_names_every_command_and_needs_no_setup(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert [name for name in cli.COMMANDS if f"\n  {name} " not in out] == []
