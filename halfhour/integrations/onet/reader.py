"""Read an official O*NET release, a zip or a folder, in every layout from 27.0 to 31.0.

Bytes in, plain values out; nothing is written anywhere. A release either is read whole or refused with
one plain sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from halfhour.integrations.onet.archive import Limits, Member, open_members
from halfhour.integrations.onet.layouts import SPREAD, TABLES, table_of
from halfhour.integrations.onet.rows import Progress, is_code, read_rows
from halfhour.integrations.onet.values import (
    OccupationText,
    Ratings,
    Refused,
    Related,
    Release,
    Share,
    TaskText,
    Technology,
    TitleText,
)

__all__ = ["Limits", "Refused", "Release", "read_release"]

OPTIONAL_TABLES = frozenset({"work_values", "training", "categories"})
_NUMBER = re.compile(r"(?<!\d)(\d{2})[._](\d)(?!\d)")
_README = re.compile(r"O\*NET\S*\s+(\d{2}\.\d)\s+Database")


def read_release(
    source: Path, *, progress: Progress | None = None, limits: Limits | None = None, number: str | None = None
) -> Release:
    """Read a release from the publisher's zip or an unpacked folder.

    number: the release when the files do not tell it; progress gets (files done, files in all, name).
    Raises Refused when the source is unsafe, damaged or holds no O*NET table.
    """
    limits = limits or Limits()
    members = open_members(source, limits)
    chosen = _choose(members)
    if not chosen:
        raise Refused(
            f"{source.name} holds none of the O*NET tables; give the zip or folder from the O*NET site."
        )
    number = number or _release_number(source, members, limits)
    if number is None:
        raise Refused(
            f"It could not be told which O*NET release {source.name} is; its Read Me file is missing."
        )
    reading = _Reading(limits, number)
    files = [(table, member) for table in TABLES for member in chosen.get(table, ())]
    for done, (table, member) in enumerate(files):
        if progress:
            progress(done, len(files), member.name)
        reading.take(table, member)
    if progress:
        progress(len(files), len(files), "")
    return reading.release(chosen)


def _choose(members: Iterable[Member]) -> dict[str, list[Member]]:
    """Pick the files of each table: all of a spread table, else the one with the most preferred name."""
    found: dict[str, list[tuple[int, Member]]] = {}
    for member in members:
        if member.kind and (place := table_of(member.stem)):
            found.setdefault(place[0], []).append((place[1], member))
    chosen: dict[str, list[Member]] = {}
    for table, ranked in found.items():
        ranked.sort(key=lambda pair: pair[0])
        if table in SPREAD:
            newer = [pair for pair in ranked if pair[0] < len(TABLES[table]) - 1]
            chosen[table] = [member for _, member in (newer or ranked)]
        else:
            chosen[table] = [ranked[0][1]]
    return chosen


def _release_number(source: Path, members: Iterable[Member], limits: Limits) -> str | None:
    members = list(members)
    for member in members:
        if member.stem.lower().replace("_", " ") in {"read me", "readme"}:
            found = _README.search(member.read()[:2000].decode("utf-8-sig", errors="replace"))
            if found:
                return found.group(1)
    for text in [*(member.folder for member in members), source.name]:
        numbered = _NUMBER.search(text)
        if numbered:
            return f"{numbered.group(1)}.{numbered.group(2)}"
    return None


class _Reading:
    """Collects the tables of one release while its files are read one after another."""

    def __init__(self, limits: Limits, number: str) -> None:
        self.limits = limits
        self.number = number
        self.names: dict[str, str] = {}
        self.skipped = 0
        self.form = ""
        self.values: dict[str, Any] = {}
        self.ratings: dict[str, Ratings] = {}
        self.style_scale = "IM"

    def take(self, table: str, member: Member) -> None:
        self.form = self.form or {".xlsx": "excel", ".txt": "text", ".txt.gz": "text"}.get(member.kind, "csv")
        getattr(self, f"_{table}")(member)

    def _rows(
        self, member: Member, *wanted: str, optional: tuple[str, ...] = ()
    ) -> Iterable[tuple[str, ...]]:
        for row in read_rows(member, wanted, optional=(*optional, "name"), limits=self.limits):
            if not is_code(row[0]):
                self.skipped += 1
                continue
            if row[-1]:
                self.names.setdefault(row[0], row[-1])
            yield row

    def _occupations(self, member: Member) -> None:
        self.values["occupations"] = tuple(
            OccupationText(code, name, text)
            for code, text, name in self._rows(member, "code", "description")
            if name
        )

    def _titles(self, member: Member) -> None:
        rows = self._rows(member, "code", "job_title", optional=("short",))
        self.values["titles"] = tuple(
            TitleText(code, title, short) for code, title, short, _ in rows if title
        )

    def _reported(self, member: Member) -> None:
        rows = self._rows(member, "code", "reported_title")
        self.values["reported"] = tuple(TitleText(code, title, "") for code, title, _ in rows if title)

    def _tasks(self, member: Member) -> None:
        rows = self._rows(member, "code", "task_id", "task", optional=("task_type",))
        self.values["tasks"] = tuple(
            TaskText(code, key, text, kind) for code, key, text, kind, _ in rows if text
        )

    def _interests(self, member: Member) -> None:
        self._rate("interests", member, "OI")

    def _work_values(self, member: Member) -> None:
        self._rate("work_values", member, "EX")

    def _skills(self, member: Member) -> None:
        self._rate("skills", member, "IM")

    def _knowledge(self, member: Member) -> None:
        self._rate("knowledge", member, "IM")

    def _work_styles(self, member: Member) -> None:
        self._rate("work_styles", member, "IM")
        if not self.ratings["work_styles"]:
            self.style_scale = "WI"
            self._rate("work_styles", member, "WI")

    def _rate(self, table: str, member: Member, scale: str) -> None:
        ratings = self.ratings.setdefault(table, {})
        for code, element, row_scale, value, _ in self._rows(member, "code", "element", "scale", "value"):
            if row_scale == scale and (number := _float(value)) is not None:
                ratings.setdefault(code, {})[element] = number

    def _technologies(self, member: Member) -> None:
        rows = self._rows(member, "code", "tech_name", optional=("tech_category", "hot", "in_demand"))
        self.values["technologies"] = tuple(
            Technology(code, name, category, hot == "Y", demand == "Y")
            for code, name, category, hot, demand, _ in rows
        )

    def _education(self, member: Member) -> None:
        shares = list(self.values.get("shares", ()))
        for code, scale, category, value, _ in self._rows(member, "code", "scale", "category", "value"):
            if (number := _float(value)) is not None and (place := _float(category)) is not None:
                shares.append(Share(code, scale, int(place), number))
        self.values["shares"] = tuple(shares)

    _training = _education

    def _categories(self, member: Member) -> None:
        names: dict[tuple[str, int], str] = self.values.setdefault("category_names", {})
        for scale, category, text in read_rows(
            member, ("scale", "category", "category_text"), limits=self.limits
        ):
            if (place := _float(category)) is not None:
                names[(scale, int(place))] = text

    def _job_zones(self, member: Member) -> None:
        zones = {code: _float(zone) for code, zone, _ in self._rows(member, "code", "zone")}
        self.values["job_zones"] = {code: int(zone) for code, zone in zones.items() if zone is not None}

    def _related(self, member: Member) -> None:
        rows = self._rows(member, "code", "related_code", optional=("tier", "index"))
        self.values["related"] = tuple(
            Related(code, other, tier, int(_float(index) or 0))
            for code, other, tier, index, _ in rows
            if is_code(other)
        )

    def release(self, chosen: dict[str, list[Member]]) -> Release:
        known = {occupation.code for occupation in self.values.get("occupations", ())}
        extra = tuple(
            OccupationText(code, name, "") for code, name in sorted(self.names.items()) if code not in known
        )
        self.values["occupations"] = (*self.values.get("occupations", ()), *extra)
        if not self.values["occupations"] and not self.values.get("titles"):
            raise Refused("The files hold no row with an O*NET-SOC code.")
        major, minor = (int(part) for part in self.number.split("."))
        return Release(
            number=self.number,
            form=self.form,
            zone_levels=4 if (major, minor) >= (30, 2) else 5,
            style_scale=self.style_scale,
            missing=tuple(sorted(set(TABLES) - set(chosen) - OPTIONAL_TABLES)),
            skipped_rows=self.skipped,
            **self.values,
            **cast(dict[str, Any], self.ratings),
        )


def _float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
