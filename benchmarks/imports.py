"""How fast and how right contact files are read and people recognised.

    python -m benchmarks imports            the world in the folder named by HALFHOUR_WORLD
    python benchmarks/imports.py WORLD [--cards 4000] [--full]

WORLD is a folder made by the generator of contact files with known duplicates: Connections.csv, contacts.vcf, alumni.csv
and truth.csv. --cards: how many cards the slow baseline reads. --full: also judge every pair of all three files, which
takes some tens of seconds for 180,000 rows. Prints one line a figure; times are processor seconds of this process.
"""

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import vobject

sys.path.insert(0, str(Path(__file__).parents[1]))

from halfhour.find.rules.duplicates import Index
from halfhour.find.rules.facts import Facts, Held, facts_of
from halfhour.find.rules.incoming import Kind, plan_import
from halfhour.find.rules.names import make_nicknames
from halfhour.find.rules.people_search import Findable, PeopleIndex
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.given_names import nickname_pairs
from halfhour.integrations.vcard.cards import read_cards
from halfhour.integrations.vcard.properties import Card

T = TypeVar("T")
FILES = (("linkedin", "Connections.csv"), ("vcard", "contacts.vcf"), ("alumni", "alumni.csv"))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.process_time()
    answer = work()
    return answer, time.process_time() - started


def main() -> None:
    world = os.environ.get("HALFHOUR_WORLD", "")
    if not (Path(world) / "truth.csv").exists() or not world:
        print(
            "No world to measure: set HALFHOUR_WORLD to a folder with Connections.csv, contacts.vcf, alumni.csv and truth.csv."
        )
        return
    measure(Path(world), cards=2_000, full=True)


def from_command_line() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("world", type=Path)
    parser.add_argument("--cards", type=int, default=4_000)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    measure(options.world, cards=options.cards, full=options.full)


def measure(world: Path, *, cards: int, full: bool) -> None:
    vcards((world / "contacts.vcf").read_bytes(), cards)
    truth = read_truth(world / "truth.csv")
    linkedin_into_alumni(world, truth)
    through_the_database(world)
    if full:
        all_pairs(world, truth)


def read_truth(path: Path) -> dict[tuple[str, int], int]:
    with path.open(newline="") as lines:
        return {(r["file"], int(r["row"])): int(r["person"]) for r in csv.DictReader(lines)}


def vcards(data: bytes, cards: int) -> None:
    """Parsing against vobject on the same cards, and whether every field is the same."""
    ends = [m.end() for m in re.finditer(rb"END:VCARD\r?\n", data)]
    part = data[: ends[min(cards, len(ends)) - 1]]
    ours, our_seconds = min((timed(lambda: list(read_cards(part))) for _ in range(3)), key=lambda run: run[1])
    theirs, their_seconds = timed(lambda: list(vobject.readComponents(part.decode())))
    differ = sum(fields_of(a) != fields_of_vobject(b) for a, b in zip(ours, theirs, strict=True))
    print(f"vCards: vobject {len(theirs) / their_seconds:,.0f} a second, ours {len(ours) / our_seconds:,.0f}, "
          f"{their_seconds / our_seconds:.1f} times; {differ} of {len(ours)} differ in a field")  # fmt: skip


def fields_of(card: Card) -> list[object]:
    family, given, *others = card.n[0]
    addresses = [tuple((a + [""] * 7)[2:7]) for a in card.addresses]
    return [
        card.fn,
        family,
        given,
        [" ".join(o) for o in others],
        card.emails,
        card.phones,
        card.org,
        card.title,
        list(card.notes),
        addresses,
    ]


def fields_of_vobject(card: vobject.base.Component) -> list[object]:
    def values(name: str) -> list[object]:
        return [line.value for line in card.contents.get(name, [])]

    def joined(value: object) -> str:
        return " ".join(value) if isinstance(value, list) else str(value)

    name = card.n.value
    addresses = [(a.street, a.city, a.region, a.code, a.country) for a in values("adr")]  # type: ignore[attr-defined]  # vobject has no types
    organisations = [[part for part in org if part] for org in values("org")]  # type: ignore[attr-defined]
    others = [joined(x) for x in (name.additional, name.prefix, name.suffix)]
    fn = [str(v).strip() for v in values("fn")]
    return [
        fn,
        name.family,
        name.given,
        others,
        values("email"),
        values("tel"),
        organisations,
        values("title"),
        values("note"),
        addresses,
    ]


def linkedin_into_alumni(world: Path, truth: dict[tuple[str, int], int]) -> None:
    """The import page's work: read a LinkedIn file, compare it with everyone here, decide about each row."""
    nicknames = make_nicknames(nickname_pairs())
    alumni = [facts_of(r) for r in read_contacts("alumni.csv", (world / "alumni.csv").read_bytes()).rows]
    data = (world / "Connections.csv").read_bytes()
    read, reading = timed(lambda: read_contacts("Connections.csv", data))
    facts, parting = timed(lambda: [facts_of(r, as_of=read.as_of) for r in read.rows])
    index, building = timed(lambda: Index(enumerate(alumni), nicknames=nicknames))
    matches, matching = timed(lambda: index.match(facts))
    held = {n: Held(n, f) for n, f in enumerate(alumni)}
    _, deciding = timed(lambda: plan_import(read.rows, matches, held, facts=facts))
    print(f"LinkedIn: {len(facts):,} rows read in {reading:.2f} s ({len(facts) / reading:,.0f} a second); into {len(alumni):,} people: "
          f"parting {parting:.2f}, index {building:.2f}, matching {matching:.2f}, deciding {deciding:.2f}, "
          f"together {reading + parting + building + matching + deciding:.2f} s")  # fmt: skip
    people = Counter(truth["alumni", n] for n in range(len(alumni)))
    joined = [m for m in matches if m.verdict is Kind.SAME and m.person_id is not None]
    right = sum(
        truth["linkedin", m.row] == truth["alumni", m.person_id] for m in joined if m.person_id is not None
    )
    there = sum(truth["linkedin", n] in people for n in range(len(facts)))
    asked = sum(m.verdict is Kind.ASK for m in matches)
    print(
        f"Joined by itself: {len(joined):,}, {right / max(1, len(joined)):.4f} right, {right / there:.3f} of those who are here; asked: {asked:,}"
    )
    few, few_seconds = timed(lambda: index.match(facts[:3_000]))
    print(f"Incremental: {len(few):,} rows against the kept index in {few_seconds:.2f} s")
    searching(alumni)


def through_the_database(world: Path) -> None:
    """What someone waits for: the alumni kept, then the LinkedIn file dropped, compared with them, its titles read, taken back."""
    with tempfile.TemporaryDirectory(prefix="halfhour-bench-") as folder:
        done = subprocess.run(
            [sys.executable, "-c", PREVIEW, str(world)],
            env={**os.environ, "HALFHOUR_DATA": folder, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
        )
    print(done.stdout, end="")


PREVIEW = """
import sys, time
from pathlib import Path
from halfhour.web import setup
setup.ready()
from halfhour.accounts.actions import laptop_user
from halfhour.choose import facts
from halfhour.find import actions
from halfhour.find.models import Person
world, user = Path(sys.argv[1]), laptop_user()
def timed(what, work, goal=""):
    wall, cpu = time.perf_counter(), time.process_time()
    answer = work()
    seconds[what] = time.process_time() - cpu
    print(f"{what:<44} {seconds[what]:5.1f} s of the processor, {time.perf_counter() - wall:5.1f} s on the clock{goal}", flush=True)
    return answer
seconds = {}
def read(name):
    return actions.read_file(user, name=name, data=(world / name).read_bytes(), ask_columns=False)
alumni = actions.write_import(user, timed("preview of the alumni", lambda: read("alumni.csv")))
staged = timed(f"preview of LinkedIn into {Person.objects.count():,} people", lambda: read("Connections.csv"))
titles = sorted({t for t in staged.rows.values_list("values__title", flat=True) if t})
timed(f"its {len(titles):,} different titles read", lambda: facts.load_coder().code(titles))
print(f"preview with duplicates and codes {sum(list(seconds.values())[1:]):.1f} s of the processor   floor 30, goal 10")
written = timed("kept", lambda: actions.write_import(user, staged))
print(f"{written.added:,} added, {written.updated:,} updated, {written.merged:,} joined, {written.rows.filter(action='ask').count():,} asked")
timed("taken back", lambda: actions.undo_import(user, written))
"""


def searching(people: list[Facts]) -> None:
    findable = [Findable(n, f.name, f.organisation, f.title) for n, f in enumerate(people)]
    index, building = timed(lambda: PeopleIndex(findable))
    index.search("warm upp")
    seconds = []
    for facts in people[:: max(1, len(people) // 400)]:
        if len(facts.family) < 5 or not facts.given:
            continue
        slip = facts.family[:2] + facts.family[3] + facts.family[2] + facts.family[4:]
        for query in (
            facts.family[:2],
            facts.family[:3],
            f"{facts.given} {facts.family[:3]}",
            f"{facts.given} {slip}",
        ):
            started = time.perf_counter()
            index.search(query)
            seconds.append(time.perf_counter() - started)
    seconds.sort()
    print(f"Search of {len(findable):,}: built in {building:.2f} s; a key press p50 {seconds[len(seconds) // 2] * 1000:.2f} ms, "
          f"p95 {seconds[int(len(seconds) * 0.95)] * 1000:.2f} ms")  # fmt: skip


def all_pairs(world: Path, truth: dict[tuple[str, int], int]) -> None:
    """Recall at a precision over every pair of rows of all three files."""
    everyone: list[Facts] = []
    owners: list[int] = []
    for name, file in FILES:
        for n, row in enumerate(read_contacts(file, (world / file).read_bytes()).rows):
            everyone.append(facts_of(row))
            owners.append(truth[name, n])
    nicknames = make_nicknames(nickname_pairs())
    index, building = timed(lambda: Index(enumerate(everyone), nicknames=nicknames))
    pairs, scoring = timed(lambda: sorted(index.pairs(), reverse=True))
    true = sum(n * (n - 1) // 2 for n in Counter(owners).values())
    right = 0
    best = {0.99: 0.0, 0.995: 0.0}
    for number, (_, one, two) in enumerate(pairs, 1):
        right += owners[one] == owners[two]
        for precision in best:
            if right >= precision * number:
                best[precision] = right / true
    print(f"Duplicates: {len(everyone):,} rows, {true:,} true pairs; index {building:.1f} s, scoring {scoring:.1f} s; "
          f"recall at precision 0.99 {best[0.99]:.3f}, at 0.995 {best[0.995]:.3f}")  # fmt: skip


if __name__ == "__main__":
    from_command_line()
