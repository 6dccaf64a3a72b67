"""The same person once: how many true pairs are found at a precision, here and by splink on the same rows.

    python -m benchmarks duplicates        the world in the folder named by HALFHOUR_WORLD
    python benchmarks/duplicates.py WORLD

WORLD is a folder made by the generator of contact files with known duplicates (see imports.py). Both sides begin with the
facts as they were read and fold them alike; reading counts for neither. splink is no dependency: where it isn't installed,
our half alone is printed, and it says so. Times are wall seconds of one process; splink uses every core, ours one.

splink is set up as strongly as we could: of fifteen set-ups tried, the one with the highest recall at 0.99 (seven blocking
rules, unsupervised, frequencies of names, addresses, numbers, organisations, titles and towns, initials and short names as
levels of their own, trained on five rules).
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.imports import FILES, read_truth
from halfhour.find.rules.duplicates import Index
from halfhour.find.rules.evidence import record_of
from halfhour.find.rules.facts import Facts, facts_of
from halfhour.find.rules.names import make_nicknames
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.given_names import nickname_pairs

PRECISIONS = (0.99, 0.995)


def main() -> None:
    world = os.environ.get("HALFHOUR_WORLD", "")
    if not world or not (Path(world) / "truth.csv").exists():
        print("No world to measure: set HALFHOUR_WORLD to a folder with contact files and truth.csv.")
        return
    measure(Path(world))


def measure(world: Path) -> None:
    everyone, owners = read_world(world)
    true = sum(n * (n - 1) // 2 for n in Counter(owners).values())
    print(f"{len(everyone):,} rows, {true:,} true pairs")
    nicknames = make_nicknames(nickname_pairs())
    began = time.perf_counter()
    index = Index(enumerate(everyone), nicknames=nicknames)
    pairs = list(index.pairs())
    ours = time.perf_counter() - began
    mine = recalls(pairs, owners, true)
    show("ours", mine, ours)
    began = time.perf_counter()
    certain = index.repeats()
    right = sum(owners[one] == owners[other] for one, other in certain.items())
    print(f"joined by itself: {len(certain):,} rows, {right / max(1, len(certain)):.4f} right ({time.perf_counter() - began:.1f} s)")  # fmt: skip
    try:
        import splink  # noqa: F401 - only whether it is there
    except ImportError:
        print("splink is not installed here: its half is not measured.")
        return
    found, seconds = with_splink(everyone, nicknames)
    theirs = recalls(found, owners, true)
    show("splink", theirs, seconds)
    for precision in PRECISIONS:
        print(
            f"recall at precision {precision}: {mine[precision] / max(theirs[precision], 1e-9):.3f} times splink's"
        )
    print(f"time: {ours / seconds:.2f} times splink's")


def read_world(world: Path) -> tuple[list[Facts], list[int]]:
    """Every row of the three files, and whose it is."""
    truth = read_truth(world / "truth.csv")
    everyone: list[Facts] = []
    owners: list[int] = []
    for name, file in FILES:
        for n, row in enumerate(read_contacts(file, (world / file).read_bytes()).rows):
            everyone.append(facts_of(row))
            owners.append(truth[name, n])
    return everyone, owners


def recalls(pairs: Iterable[tuple[float, int, int]], owners: list[int], true: int) -> dict[float, float]:
    """The largest share of true pairs above a cut at which that precision still holds; equal scores stand or fall together."""
    best = dict.fromkeys(PRECISIONS, 0.0)
    right = number = 0
    ordered = sorted(pairs, reverse=True)
    for (score, one, two), following in pairwise([*ordered, (float("-inf"), 0, 0)]):
        number += 1
        right += owners[one] == owners[two]
        if following[0] == score:
            continue
        for precision in PRECISIONS:
            if right >= precision * number:
                best[precision] = right / true
    return best


def show(who: str, found: dict[float, float], seconds: float) -> None:
    shares = ", ".join(f"{share:.3f} at {precision}" for precision, share in found.items())
    print(f"{who}: recall {shares}; {seconds:.1f} s", flush=True)


def with_splink(
    everyone: list[Facts], nicknames: dict[str, frozenset[str]]
) -> tuple[list[tuple[float, int, int]], float]:
    """splink's pairs with their match weight, and its seconds: estimating, training without labels, predicting."""
    import pandas
    import splink.comparison_level_library as levels
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    began = time.perf_counter()
    frame = pandas.DataFrame([columns(n, f, nicknames) for n, f in enumerate(everyone)])

    def name(column: str, *more: Any) -> Any:
        return compare.CustomComparison(
            output_column_name=column,
            comparison_levels=[
                levels.NullLevel(column),
                levels.ExactMatchLevel(column, term_frequency_adjustments=True),
                *more,
                levels.DamerauLevenshteinLevel(column, 1),
                levels.ElseLevel(),
            ],
        )

    def exact(column: str) -> Any:
        return compare.ExactMatch(column).configure(term_frequency_adjustments=True)

    same_root = levels.CustomLevel("root_l = root_r", "one is short for the other")
    initial = levels.CustomLevel(
        "given_l[1] = given_r[1] and (len(given_l) = 1 or len(given_r) = 1)", "the initial fits"
    )
    earlier = levels.CustomLevel(
        "family_l = earlier_r or earlier_l = family_r or earlier_l = earlier_r", "an earlier name"
    )
    middle = compare.CustomComparison(
        output_column_name="middle",
        comparison_levels=[
            levels.NullLevel("middle"),
            levels.ExactMatchLevel("middle"),
            levels.CustomLevel(
                "middle_l[1] = middle_r[1] and (len(middle_l) = 1 or len(middle_r) = 1)", "initial"
            ),
            levels.ElseLevel(),
        ],
    )
    by_address = block_on("emails", arrays_to_explode=["emails"])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            name("given", same_root, initial),
            name("family", earlier),
            middle,
            exact("email"),
            exact("phone"),
            compare.JaroWinklerAtThresholds("organisation", [0.93]).configure(
                term_frequency_adjustments=True
            ),
            exact("title"),
            exact("place"),
            compare.ExactMatch("page"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("page"),
            block_on("phone"),
            by_address,
            block_on("family", "root"),
            block_on("family", "organisation"),
            block_on("given", "organisation"),
            block_on("given", "family"),
        ],
    )
    linker = Linker(DuckDBAPI().register(frame), settings, log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [by_address, block_on("given", "family", "organisation")], recall=0.5
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6)
    for rule in (
        ("given", "family"), ("phone",), ("email",), ("organisation", "family"), ("given", "organisation")
    ):  # fmt: skip
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    found = linker.inference.predict(threshold_match_weight=-5)
    table = found.as_pandas_dataframe()
    seconds = time.perf_counter() - began
    return list(zip(table.match_weight, table.unique_id_l, table.unique_id_r, strict=True)), seconds


def columns(number: int, facts: Facts, nicknames: dict[str, frozenset[str]]) -> dict[str, Any]:
    """One row for splink, folded exactly as ours is; None where nothing is known."""
    record = record_of(facts, nicknames)
    return {
        "unique_id": number,
        "given": record.given or None,
        "root": min(record.roots) if record.given else None,
        "family": record.family or None,
        "earlier": record.other_families[0] if record.other_families else None,
        "middle": record.middle or None,
        "emails": sorted(record.emails) or None,
        "email": min(record.emails, default=None),
        "phone": min(record.phones) if record.phones else None,
        "page": record.page or None,
        "organisation": record.organisation or None,
        "title": record.title or None,
        "place": record.place or None,
    }


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
