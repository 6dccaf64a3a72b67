"""Search as you type over 100,000 people, as a browser meets it: a running Halfhour on this machine, one connection.

Each key press is one request for the rows of the page of people. People are those of the alumni file in the folder named by
HALFHOUR_WORLD, or made up here. Misspelt: one slip (two letters swapped, one missing, one doubled, one wrong) in the family
name, with the given name before it; found when someone of exactly that name is among the first ten shown.
"""

import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlsplit

from benchmarks._people import FAMILY_ENDS
from benchmarks.laptop import ROOT, row, server

PEOPLE = 100_000
TYPED = 150  # names typed letter by letter
MISSPELT = 400
STARTS = [
    "al",
    "bar",
    "car",
    "dor",
    "el",
    "fal",
    "gar",
    "hol",
    "is",
    "jan",
    "kor",
    "lin",
    "mar",
    "nor",
    "os",
    "pet",
    "quin",
    "ros",
    "sal",
    "tor",
    "ul",
    "van",
    "wes",
    "yor",
    "zim",
    "bre",
    "cla",
    "dun",
    "fre",
    "gri",
]
MIDDLES = [
    "",
    "a",
    "e",
    "i",
    "o",
    "u",
    "an",
    "en",
    "in",
    "on",
    "ar",
    "er",
    "or",
    "al",
    "el",
    "il",
    "am",
    "em",
]
ENDS = [*FAMILY_ENDS, "sky", "sen", "ez", "ini", "eau"]


def made_up(count: int) -> list[tuple[str, str, str, str]]:
    """(given, family, title, organisation), family names as uneven as real ones."""
    from halfhour.choose.facts import load_titles
    from halfhour.integrations.given_names import nickname_pairs

    chance = random.Random(17)
    given = [formal.title() for formal, _short in nickname_pairs()]
    family = sorted({f"{a}{m}{b}".title() for a in STARTS for m in MIDDLES for b in ENDS})
    chance.shuffle(family)
    weights = [1 / (n + 20) for n in range(len(family))]
    titles = [t.title for t in load_titles()][::5]
    surnames = chance.choices(family, weights, k=count)
    return [
        (
            chance.choice(given),
            surname,
            chance.choice(titles),
            f"{chance.choice(family)} {chance.choice(family)}",
        )
        for surname in surnames
    ]


def of_world(folder: str) -> list[tuple[str, str, str, str]]:
    from halfhour.find.rules.facts import facts_of
    from halfhour.integrations.contacts_files import read_contacts

    rows = read_contacts("alumni.csv", (Path(folder) / "alumni.csv").read_bytes()).rows
    people = map(facts_of, rows[:PEOPLE])
    return [(f.given, f.family, f.title, f.organisation) for f in people if f.given and f.family]


def everyone() -> list[tuple[str, str, str, str]]:
    world = os.environ.get("HALFHOUR_WORLD", "")
    return of_world(world) if world and (Path(world) / "alumni.csv").exists() else made_up(PEOPLE)


def fill(folder: str) -> None:
    """In a process of its own, so that the settings see this data folder."""
    os.environ["HALFHOUR_DATA"] = folder
    from halfhour.web import setup

    setup.ready()
    from halfhour import clock
    from halfhour.accounts.actions import describe_myself, laptop_user, welcome
    from halfhour.find.actions.many import insert
    from halfhour.find.actions.organisations import Organisations
    from halfhour.find.models import Person

    user = laptop_user()
    describe_myself(
        user, name="Maya Lindqvist", about="I study audio production", timezone="America/Los_Angeles"
    )
    welcome(user)
    people = everyone()
    organisations = Organisations(user)
    organisations.make(place for _given, _family, _title, place in people)
    now = clock.now()
    rows = (
        {"name": f"{given} {family}"[:200], "given": given[:100], "family": family[:100], "title": title[:200],
         "organisation_id": organisations.id_of(place)}
        for given, family, title, place in people
    )  # fmt: skip
    insert(Person, rows, owner=user, added_at=now, coded_at=now, compared_at=now)


def slip(word: str, chance: random.Random) -> str:
    """The word with one typing error in it, never in its first letter."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + chance.choice("aeioulnrst") + word[at + 1 :]


class Typing:
    """One browser's connection, signed in by the start link."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self._connection.request("GET", parts.path)
        answer = self._connection.getresponse()
        answer.read()
        cookies = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        self._headers = {"Cookie": "; ".join(cookies), "HX-Request": "true"}

    def press(self, query: str) -> tuple[float, list[str]]:
        """Milliseconds from asking to the whole answer, and the names shown."""
        return self.get(f"/find/people/?q={quote(query)}")

    def get(self, path: str) -> tuple[float, list[str]]:
        began = time.perf_counter()
        self._connection.request("GET", path, headers=self._headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        took = (time.perf_counter() - began) * 1000
        if answer.status != http.client.OK:
            raise SystemExit(f"{path} answered {answer.status}")
        return took, re.findall(r'<h3><a href="[^"]+">([^<]+)</a>', text)


def measure(link: str) -> None:
    people = everyone()
    chance = random.Random(3)
    typing = Typing(link)
    first, _ = typing.press("warm")
    row(f"first key press of {len(people):,} people, index built", f"{first:.0f} ms", "-")
    took, plain = [], []
    for given, family, *_rest in chance.sample(people, TYPED):
        whole = chance.choice((f"{given} {family}", family, f"{family} {given}"))
        took += [typing.press(whole[: n + 1])[0] for n in range(1, len(whole))]
        plain.append(typing.get("/keys/")[0])
    took.sort()
    plain.sort()
    row("a page without people in the same run", f"p50 {plain[len(plain) // 2]:.1f}, p95 {plain[int(len(plain) * 0.95)]:.1f} ms", "-")  # fmt: skip
    row(
        f"key press through HTTP ({len(took):,} presses)",
        f"p50 {took[len(took) // 2]:.1f}, p95 {took[int(len(took) * 0.95)]:.1f}, worst {took[-1]:.0f} ms",
        "p95 <= 10 ms, floor 30",
    )
    long = [p for p in people if len(p[1]) >= 5 and p[1].isalpha()]
    found, took = 0, []
    for given, family, *_rest in chance.sample(long, MISSPELT):
        wrong = slip(family, chance)
        milliseconds, names = typing.press(f"{given} {wrong}")
        took.append(milliseconds)
        found += f"{given} {family}".casefold() in [name.casefold() for name in names[:10]]
    took.sort()
    row(
        f"misspelt name in the first ten ({MISSPELT} names)",
        f"{found / MISSPELT:.3f}, p95 {took[int(len(took) * 0.95)]:.1f} ms",
        ">= 0.97, floor 0.90",
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        code = f"from benchmarks.search import fill; fill({folder!r})"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
        start = [sys.executable, "-m", "halfhour", "start", "--no-browser", "--port", "8551"]
        with server(folder, start) as (link, _seconds, _pid):
            measure(link)


if __name__ == "__main__":
    main()
