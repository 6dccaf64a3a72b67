"""Taking over the official O*NET release: the publisher's descriptions and tasks, and newer figures, beside our facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

from halfhour.choose import published
from halfhour.choose.data_taken import note_data
from halfhour.choose.models import DataTaken, Occupation
from halfhour.choose.rules.release_order import successor, version
from halfhour.choose.rules.release_whole import cut_table
from halfhour.integrations.onet.values import Related, Release, Share, TaskText, Technology
from halfhour.refused import Refused

Progress = Callable[[int, int], None]
FEWEST_OCCUPATIONS = 900  # every release since 2010 has more than a thousand; fewer is a cut file
BATCH = 200
WRITTEN = ["name", "description", "tasks", "dropped_in", "successor", "job_zone", "facts", "has_data"]
IMPACT = 1.0  # on O*NET's scale of impact from -3 to 3, that of work styles since release 30: it helps


@transaction.atomic
def take_release(release: Release, progress: Progress | None = None) -> int:
    """Add descriptions and tasks, newer names and figures, and new codes; how many occupations were brought up to date.

    All or nothing. Codes people point to are never removed: they are marked, and their successor is named where there is
    one. Job zones are taken with the release they belong to, because zones of different frameworks must not be
    compared. A release older than the facts gives its texts only. progress: called with (written, in all).
    """
    if len(release.occupations) < FEWEST_OCCUPATIONS:
        raise Refused(
            f"This release names only {len(release.occupations)} occupations; a whole one has about a thousand. Nothing was changed."
        )
    cut = cut_table(_named(release))
    if cut:
        raise Refused(
            f"The table of {cut} in this release is cut short. Nothing was changed; download it again."
        )
    here = Occupation.objects.in_bulk()
    figures = _Figures(release)
    fresh, changed = [], []
    for told in release.occupations:
        row = here.get(told.code)
        if row is None:
            row = Occupation(code=told.code, soc=told.code[:7], release=release.number, has_data=False)
            fresh.append(row)
        else:
            changed.append(row)
        row.name, row.dropped_in, row.successor = told.name, "", ""
        if told.description:
            row.description = told.description
        if figures.tasks.get(told.code):
            row.tasks = figures.tasks[told.code]
        if told.code in release.job_zones:
            row.job_zone = release.job_zones[told.code]
        row.facts = figures.added_to(row, texts=bool(told.description or figures.tasks.get(told.code)))
        row.has_data = row.has_data or bool(row.facts.get("skills"))
    _write(fresh, changed, progress)
    _mark_gone(here, release)
    note_data(DataTaken.What.RELEASE, release=release.number, form=release.form)
    return len(fresh) + len(changed)


def _named(release: Release) -> dict[str, int]:
    """How many occupations each table about occupations names."""
    listed: dict[str, Iterable[TaskText | Technology | Share | Related]] = {
        "tasks": release.tasks,
        "technologies": release.technologies,
        "education": release.shares,
        "related occupations": release.related,
    }
    return {name: len({row.code for row in rows}) for name, rows in listed.items()} | {
        "job zones": len(release.job_zones),
        "interests": len(release.interests),
        "work styles": len(release.work_styles),
        "work values": len(release.work_values),
        "skills": len(release.skills),
        "knowledge": len(release.knowledge),
    }


def _write(fresh: list[Occupation], changed: list[Occupation], progress: Progress | None) -> None:
    in_all = len(fresh) + len(changed)
    Occupation.objects.bulk_create(fresh)
    for start in range(0, len(changed), BATCH):
        Occupation.objects.bulk_update(changed[start : start + BATCH], WRITTEN)
        if progress:
            progress(min(start + BATCH, len(changed)) + len(fresh), in_all)


def _mark_gone(here: dict[str, Occupation], release: Release) -> None:
    names = {told.code: told.name for told in release.occupations}
    gone = [row for code, row in here.items() if code not in names]
    for row in gone:
        row.dropped_in = row.dropped_in or release.number
        row.successor = row.successor or successor(row.code, row.name, names) or ""
    Occupation.objects.bulk_update(gone, ["dropped_in", "successor"], batch_size=BATCH)


class _Figures:
    """What a release says of each occupation in the shape it is stored in; `from` names the release of each part."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.newer = version(release.number) >= version(published.embedded_release())
        self.tasks: dict[str, list[str]] = defaultdict(list)
        for task in release.tasks:
            self.tasks[task.code].append(task.text)
        self.technologies: dict[str, list[list[Any]]] = defaultdict(list)
        for tool in sorted(release.technologies, key=lambda t: (not t.in_demand, not t.hot, t.name)):
            self.technologies[tool.code].append([tool.name, tool.category, tool.in_demand])
        self.related: dict[str, list[list[str]]] = defaultdict(list)
        for other in sorted(release.related, key=lambda r: r.index):
            self.related[other.code].append([other.related, other.tier])
        levels = published.education_levels()
        self.education: dict[str, list[list[Any]]] = defaultdict(list)
        for share in sorted(release.shares, key=lambda s: s.category):
            name = levels.get(share.category) or release.category_names.get(("RL", share.category))
            if share.scale == "RL" and name and share.percent > 0:
                self.education[share.code].append([name, share.percent])
        self.titles = published.ordered_titles(
            [(t.code, t.title) for t in release.reported], [(t.code, t.title) for t in release.titles]
        )

    def added_to(self, row: Occupation, *, texts: bool) -> dict[str, Any]:
        number, code = self.release.number, row.code
        facts = dict(row.facts)
        if texts:
            facts["text_release"] = number
        if code in self.release.job_zones:
            facts["job_zone_release"] = number
        if not self.newer:
            return facts
        of = dict(facts.get("from", {}))
        for key, value in self._parts(code).items():
            if value:
                facts[key] = value
                of[key] = number
        if self.technologies.get(code):
            facts["technologies_in_all"] = len(self.technologies[code])
        return {**facts, "from": of} if of else facts

    def _parts(self, code: str) -> dict[str, list[Any]]:
        least = published.IMPORTANT if self.release.style_scale == "IM" else IMPACT
        return {
            "titles": self.titles.get(code, [])
            if version(self.release.number) >= version(published.title_release())
            else [],
            "interests": [[name, value] for name, value in self.release.interests.get(code, {}).items()],
            "skills": published.highest(self.release.skills.get(code, {}).items()),
            "knowledge": published.highest(self.release.knowledge.get(code, {}).items()),
            "styles": published.highest(self.release.work_styles.get(code, {}).items(), least=least),
            "values": published.highest(self.release.work_values.get(code, {}).items()),
            "technologies": self.technologies.get(code, [])[: published.MOST_TECHNOLOGIES],
            "related": self.related.get(code, []),
            "education": self.education.get(code, []),
        }
