"""A long file on its way: how far it is, stopped in the middle, refused, interrupted; never anything half done."""

import json
import time
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.find import actions, at_work, views_progress
from halfhour.find.at_work import Doing, Ended
from halfhour.find.models import Import, ImportRow, Organisation, Person
from halfhour.refused import Refused
from halfhour.watch import Step, Stopped, each, told_to

CSV = "\n".join(
    ["Name,E-mail,Company", *(f"Ann{n} Lee{n},a{n}@example.org,Place {n}" for n in range(600)), ""]
).encode()


def ended(owner: int, number: int) -> at_work.Told:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        told = at_work.look(owner, number)
        assert told is not None
        if told.ended:
            return told
        time.sleep(0.02)
    raise AssertionError("it does not end")


def refuse() -> int:
    raise Refused("There is nobody in it.")


@pytest.mark.parametrize(
    ("work", "how", "said"),
    [
        (lambda: 7, Ended.DONE, ""),
        (refuse, Ended.REFUSED, "There is nobody in it."),
        (lambda: 1 // 0, Ended.FAULT, ""),
    ],
    ids=["done", "refused", "fault"],
)
def test_how_it_ends(work: Callable[[], int], how: Ended, said: str) -> None:
    told = ended(1, at_work.begin(1, Doing.READING, "a.csv", work, mark=how))
    assert (told.ended, told.said, told.result) == (how, said, 7 if how is Ended.DONE else 0)


def test_stop_ends_it_at_its_next_step_and_the_next_one_gets_its_turn() -> None:
    def long() -> int:
        for _ in each(Step.READING, iter(int, 1)):
            time.sleep(0.0005)
        return 0

    first = at_work.begin(1, Doing.READING, "a.csv", long, mark="a")
    second = at_work.begin(1, Doing.READING, "b.csv", lambda: 3, mark="b")
    assert at_work.begin(1, Doing.READING, "a.csv", long, mark="a") == first
    assert {number for number, _told in at_work.running_of(1)} == {first, second}
    assert list(at_work.running_of(2)) == []
    at_work.stop(2, first)
    assert at_work.look(2, first) is None
    at_work.stop(1, first)
    assert ended(1, first).ended is Ended.STOPPED
    assert ended(1, second).result == 3


def test_what_another_process_left_behind_is_called_interrupted() -> None:
    number = at_work.begin(1, Doing.KEEPING, "a.csv", lambda: 1, subject=5)
    ended(1, number)
    file = at_work._folder() / f"{number}.json"
    left = json.loads(file.read_text()) | {"ended": "", "process": -1, "at": time.time() - 60}
    file.write_text(json.dumps(left))
    told = at_work.look(1, number)
    assert told is not None
    assert told.ended is Ended.INTERRUPTED


def test_nothing_is_left_of_what_is_stopped_while_it_is_read_or_kept(maya: User) -> None:
    """At each step that is told, in turn: the people, the files, the rows and the organisations are as before."""
    actions.read_file(maya, name="a.csv", data=CSV)

    def counts() -> tuple[int, ...]:
        return tuple(m.objects.count() for m in (Person, Organisation, Import, ImportRow))

    before = counts()
    for work in (
        lambda: actions.read_file(maya, name="b.csv", data=CSV),
        lambda: actions.write_import(maya, Import.objects.get()),
    ):
        heard: list[Step] = []

        def listen(step: Step, done: int, _of: int, heard: list[Step] = heard) -> None:
            if done and step not in heard:
                heard.append(step)
                raise Stopped

        for _ in range(10):
            try:
                with told_to(listen):
                    work()
            except Stopped:
                assert counts() == before
            else:
                break
        assert len(heard) in (1, 3)
        before = counts()
    assert Person.objects.count() == 600


@pytest.mark.django_db(transaction=True)
def test_a_long_file_from_the_form_to_the_people_and_back(
    as_maya: Client, maya: User, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.IMPORT_AT_ONCE_BYTES = 100  # type: ignore[attr-defined]
    monkeypatch.setattr(views_progress, "MANY_ROWS", 100)

    def at_its_end(answer: object) -> str:
        page = answer["Location"]  # type: ignore[index]
        ended(maya.pk, int(page.rstrip("/").split("/")[-1]))
        part = as_maya.get(page, headers={"HX-Request": "true"})
        on = as_maya.get(page)
        assert part["HX-Redirect"] == on["Location"]
        return str(on["Location"])

    preview = at_its_end(as_maya.post(reverse("find:imports"), {"file": SimpleUploadedFile("a.csv", CSV)}))
    file = Import.objects.get()
    assert (preview, file.added) == (reverse("find:import_preview", args=[file.pk]), 600)
    listed = at_its_end(as_maya.post(reverse("find:import_writing", args=[file.pk])))
    assert (listed, Person.objects.count()) == (f"{reverse('find:index')}?import={file.pk}", 600)
    back = at_its_end(as_maya.post(reverse("find:undoing", args=[file.pk])))
    assert (back, Person.objects.count()) == (reverse("find:imports"), 0)


@pytest.mark.parametrize(
    ("ended_as", "said"),
    [
        (Ended.NOT, "Reading: 2,000 of about 30,000 rows."),
        (Ended.STOPPED, "Stopped: big.csv changed nothing."),
        (Ended.REFUSED, "big.csv: it is empty."),
        (Ended.INTERRUPTED, "Halfhour was closed in the middle of it."),
        (Ended.FAULT, "Something went wrong here"),
    ],
)
def test_the_page_says_how_far_it_is_or_how_it_ended(
    as_maya: Client, maya: User, monkeypatch: pytest.MonkeyPatch, ended_as: Ended, said: str
) -> None:
    told = at_work.Told(
        maya.pk, Doing.READING, "big.csv", 0, "m", 1, Step.READING, 2000, 30_000, ended=ended_as, said="big.csv: it is empty."
    )  # fmt: skip
    monkeypatch.setattr(at_work, "look", lambda owner, _number: told if owner == maya.pk else None)
    page = as_maya.get(reverse("find:import_progress", args=[1]))
    assert said in page.content.decode()
    assert ('http-equiv="refresh"' in page.content.decode()) is (ended_as is Ended.NOT)
