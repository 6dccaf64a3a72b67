"""The comparison with much in it: 6 occupations, 40 interviews, 2,000 findings. The baseline is the page of keys in the same run.

python -m benchmarks comparison
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OCCUPATIONS = ("27-4014.00", "29-1181.00", "29-1129.02", "15-1252.00", "29-1141.00", "27-1024.00")
INTERVIEWS, FINDINGS = 40, 2_000
REPEATS = 9
SEED = 11
PLACES = ("Lantern", "Tidepool", "Northlight", "Harbor Clinic", "Paper Kite", "Rainier", "Cascade")
WORDS = [
    "the",
    "first",
    "year",
    "is",
    "mostly",
    "quiet",
    "work",
    "and",
    "then",
    "somebody",
    "trusts",
    "you",
    "with",
    "a",
    "part",
    "of",
    "your",
    "own",
]


def row(what: str, figure: str, goal: str) -> None:
    print(f"{what:<56} {figure:>30}   goal {goal}", flush=True)


def with_much(folder: str) -> None:
    """In a process of its own, so that the settings see this data folder."""
    os.environ["HALFHOUR_DATA"] = folder
    from halfhour.web import setup

    setup.ready(say=lambda _words: None)
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from halfhour.accounts.actions import describe_myself, laptop_user, welcome
    from halfhour.decide.report import as_pdf  # noqa: F401  # imported as the server does, before the clock runs

    user = laptop_user()
    describe_myself(user, name="Maya Lindqvist", about="I study audio production", timezone="UTC")
    welcome(user)
    candidate = fill(user)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user)

    def cost(path: str) -> tuple[float, int, int]:
        size = len(client.get(path).content)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200, path
        counted = len(queries)
        cpu = []
        for _ in range(REPEATS):
            began = time.process_time()
            client.get(path)
            cpu.append(time.process_time() - began)
        return statistics.median(cpu) * 1000, counted, size

    baseline, _, _ = cost("/keys/")
    for path, goal in (
        ("/decide/", "< 150 ms, <= 10 queries"),
        (f"/decide/candidates/{candidate}/", "<= 10 queries"),
        (f"/decide/candidates/{candidate}/answers/", "<= 10 queries"),
        ("/decide/report/", "<= 10 queries"),
    ):
        milliseconds, queries, size = cost(path)
        shown = path.replace(f"/{candidate}/", "/n/")
        figure = f"{milliseconds:.0f} ms ({milliseconds / baseline:.1f}x keys), {queries} queries, {size // 1000} kB"
        row(shown, figure, goal)


def fill(user) -> int:  # type: ignore[no-untyped-def]  # the model can only be imported once the settings stand
    """Write 6 occupations, 40 talks and 2,000 findings; return the id of the first occupation."""
    from halfhour.choose.actions import add_candidate, add_want
    from halfhour.choose.models import Occupation
    from halfhour.choose.rules.criteria import CRITERIA
    from halfhour.find.models import Organisation, Person
    from halfhour.interview.models import Answer, Interview
    from halfhour.record.models import Debrief, Finding

    rng = random.Random(SEED)
    rows = [c.code for c in CRITERIA if not c.counted]
    candidates = [
        add_candidate(
            user, words=Occupation.objects.get(code=code).name, occupation=Occupation.objects.get(code=code)
        )
        for code in OCCUPATIONS
    ]
    for text, kind in (
        ("no night work", "setting"),
        ("enough pay to live in the city", "earnings"),
        ("work with people", "other"),
    ):
        add_want(user, text=text, kind=kind, must=True)
    places = [Organisation.objects.create(owner=user, name=name) for name in PLACES]
    now = datetime(2026, 11, 20, 17, tzinfo=UTC)
    talks = []
    for n in range(INTERVIEWS):
        day = date(2026, 10, 1) + timedelta(days=n)
        person = Person.objects.create(
            owner=user, name=f"Person Number{n}", organisation=places[n % len(places)], added_at=now, does_it="yes",
            candidate=candidates[n % 6], level=rng.choice(["working", "senior", "manages"]),
        )  # fmt: skip
        talk = Interview.objects.create(
            owner=user, person=person, candidate=candidates[n % 6], minutes=30, on=day, local_time=now.time(), timezone="UTC",
            starts_at=now, agreed_at=now, started_at=now, ended_at=now + timedelta(minutes=31),
        )  # fmt: skip
        Debrief.objects.create(
            owner=user, interview=talk, saved_at=now, recorded_at=now, leaning=rng.choice(["pursue", "unsure", "drop"]),
            fit_interests=rng.randint(-2, 2), fit_skills=rng.randint(-2, 2), fit_personality=rng.randint(-2, 2),
            surprised_me="How quiet it is.", years_in_job=rng.randint(1, 25),
        )  # fmt: skip
        talks.append(talk)
    Finding.objects.bulk_create(
        Finding(
            owner=user, interview=(talk := talks[n % INTERVIEWS]), person=talk.person, candidate=talk.candidate,
            criterion=rng.choice(rows), text=" ".join(rng.choices(WORDS, k=12)), stance=rng.choice([-1, 0, 1, None]),
            quote=bool(n % 2), said_on=talk.on, position=n,
        )
        for n in range(FINDINGS)
    )  # fmt: skip
    Answer.objects.bulk_create(
        Answer(
            owner=user,
            interview=talk,
            question=f"Question {n}?",
            topic="Q1",
            state="answered",
            words="Some words.",
        )
        for talk in talks
        for n in range(12)
    )
    return candidates[0].pk


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        code = f"from benchmarks.comparison import with_much; with_much({folder!r})"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
