"""Build the embedded occupation facts from the official files.

    python scripts/build_facts.py --from FOLDER [--to halfhour/choose/facts]

FOLDER holds onet/ (29.3-excel, 30.3-csv-titles), oews/, ep/ and soc/. Only names, codes and numbers are
written: no description, no task statement. Running it twice writes the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from halfhour.integrations.onet.reader import Release, read_release
from scripts.fact_tables import write_table

FACTS = Path(__file__).resolve().parent.parent / "halfhour" / "choose" / "facts"
RIASEC = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
EDUCATION_LEVELS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--to", dest="target", type=Path, default=FACTS)
    options = parser.parse_args()
    source, target = options.source, options.target
    target.mkdir(parents=True, exist_ok=True)

    def tell(done: int, total: int, name: str) -> None:
        print(f"  {done}/{total} {name}", file=sys.stderr)

    data = read_release(source / "onet" / "29.3-excel", progress=tell)
    titles = read_release(source / "onet" / "30.3-csv-titles", progress=tell)
    for name, count in write_all(data, titles, source, target):
        print(f"{name}: {count:,} rows, {(target / name).stat().st_size:,} bytes")


def write_all(data: Release, titles: Release, source: Path, target: Path) -> Iterator[tuple[str, int]]:
    """Write every table; yields its file name and number of rows."""
    with_data = set(data.job_zones) | set(data.interests)
    names = {item.code: item.name for item in data.occupations} | {
        item.code: item.name for item in titles.occupations
    }

    def table(name: str, header: Iterable[str], rows: Iterable[Iterable[object]]) -> tuple[str, int]:
        return name, write_table(target / name, list(header), [list(row) for row in rows])

    yield table(
        "occupations.tsv.gz",
        ("code", "name", "has_data", "job_zone", *RIASEC),
        (
            (
                code,
                names[code],
                int(code in with_data),
                data.job_zones.get(code),
                *(data.interests.get(code, {}).get(kind) for kind in RIASEC),
            )
            for code in sorted(names)
        ),
    )
    yield table("soc.tsv.gz", ("code", "name"), sorted(_soc_names(source)))
    yield table("titles.tsv.gz", ("title", "codes"), _titles(data, titles, source))
    for name, ratings in (
        ("work_styles", data.work_styles),
        ("work_values", data.work_values),
        ("skills", data.skills),
        ("knowledge", data.knowledge),
    ):
        elements = list(dict.fromkeys(element for row in ratings.values() for element in row))
        if name == "work_values":
            elements = [element for element in elements if "High-Point" not in element]
        yield table(
            f"{name}.tsv.gz",
            ("code", *elements),
            ((code, *(row.get(element) for element in elements)) for code, row in sorted(ratings.items())),
        )
    yield table("education.tsv.gz", ("code", *map(str, range(1, EDUCATION_LEVELS + 1))), _education(data))
    yield table("technologies.tsv.gz", ("name", "category", "hot", "codes"), _technologies(data))
    yield table("related.tsv.gz", ("code", "primary_short", "primary_long", "supplemental"), _related(data))
    yield table("pay.tsv.gz", *_pay(source))
    yield table("projections.tsv.gz", *_projections(source))


def _soc_names(source: Path) -> Iterator[tuple[str, str]]:
    for row in _csv(source / "soc" / "soc2018_6digit.csv"):
        yield row["soc2018_code"], row["soc2018_title"]


def _titles(data: Release, titles: Release, source: Path) -> list[tuple[str, str]]:
    """Each title once with its codes; a letter says where the pair comes from.

    N name of the occupation, R reported by workers, T other job title, S short form (O*NET-SOC codes);
    D direct match title, C Census index (SOC codes).
    """
    pairs: dict[str, dict[str, str]] = defaultdict(dict)

    def add(title: str, code: str, kind: str) -> None:
        title = " ".join(title.split())
        if title and (code not in pairs[title] or "NRTSDC".index(kind) < "NRTSDC".index(pairs[title][code])):
            pairs[title][code] = kind

    for item in (*data.occupations, *titles.occupations):
        add(item.name, item.code, "N")
    for title in titles.reported:
        add(title.title, title.code, "R")
    for title in titles.titles:
        add(title.title, title.code, "T")
        add(title.short, title.code, "S")
    for row in _csv(source / "soc" / "soc_2018_direct_match_title_file.csv"):
        add(row["2018 SOC Direct Match Title"], row["2018 SOC Code"], "D")
    for row in _csv(source / "soc" / "census_2018_occupation_index_part.csv"):
        for code in row["soc2018"].split("|"):
            add(row["title"], code, "C")
    return [
        (title, " ".join(kind + code for code, kind in sorted(codes.items())))
        for title, codes in sorted(pairs.items())
        if codes
    ]


def _education(data: Release) -> list[tuple[object, ...]]:
    shares: dict[str, dict[int, float]] = defaultdict(dict)
    for share in data.shares:
        if share.scale == "RL":
            shares[share.code][share.category] = share.percent
    return [
        (code, *(row.get(level) for level in range(1, EDUCATION_LEVELS + 1)))
        for code, row in sorted(shares.items())
    ]


def _technologies(data: Release) -> list[tuple[object, ...]]:
    """Each technology once; a star after a code says it is in demand in that occupation."""
    codes: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    hot: set[tuple[str, str]] = set()
    for item in data.technologies:
        key = (item.name, item.category)
        codes[key][item.code] = "*" if item.in_demand else ""
        if item.hot:
            hot.add(key)
    return [
        (
            name,
            category,
            int((name, category) in hot),
            " ".join(code + star for code, star in sorted(row.items())),
        )
        for (name, category), row in sorted(codes.items())
    ]


def _related(data: Release) -> list[tuple[str, str, str, str]]:
    tiers: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for item in data.related:
        tiers[item.code][item.tier].append((item.index, item.related))
    names = ("Primary-Short", "Primary-Long", "Supplemental")
    if unknown := {tier for row in tiers.values() for tier in row} - set(names):
        raise ValueError(f"unknown relatedness tiers: {sorted(unknown)}")
    return [
        (code, *(" ".join(other for _, other in sorted(row[name])) for name in names))  # type: ignore[misc] # three names
        for code, row in sorted(tiers.items())
    ]


def _pay(source: Path) -> tuple[list[str], list[list[object]]]:
    columns = ["soc", "employment", "annual_mean"]
    columns += [f"annual_{point}" for point in ("p10", "p25", "median", "p75", "p90")] + ["hourly_median"]
    rows = _csv(source / "oews" / "oews_national_2025.csv")
    return columns, [[_cell(row[column]) for column in columns] for row in rows if _is_detailed(row)]


def _is_detailed(row: dict[str, str]) -> bool:
    return row["display_level"] == "3" or row["soc"] == "00-0000"


def _projections(source: Path) -> tuple[list[str], list[list[object]]]:
    rows = _csv(source / "ep" / "ep_2024_2034.csv")
    columns = [column for column in rows[0] if column not in {"title", "type"}]
    kept = [row for row in rows if row["type"] == "Line item" or row["soc"] == "00-0000"]
    return columns, [[_cell(row[column]) for column in columns] for row in kept]


def _cell(text: str) -> str:
    return "" if text.strip() in {"-", "—", "#", "*", "**"} else text.strip().replace(",", "")


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


if __name__ == "__main__":
    main()
