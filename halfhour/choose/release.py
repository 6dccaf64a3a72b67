"""Taking over the official O*NET release: the publisher's descriptions and tasks beside our facts."""

from collections import defaultdict

from django.db import transaction

from halfhour.choose.models import Occupation
from halfhour.integrations.onet.values import Release
from halfhour.refused import Refused

FEWEST_OCCUPATIONS = 900  # every release since 2010 has more than a thousand; fewer is a cut file


@transaction.atomic
def take_release(release: Release) -> int:
    """Add descriptions and tasks, newer names, and codes that are new; how many occupations were brought up to date.

    All or nothing. Codes people point to are never removed; job zones are taken with the release they belong to, because
    zones of different frameworks must not be compared.
    """
    if len(release.occupations) < FEWEST_OCCUPATIONS:
        raise Refused(
            f"This release names only {len(release.occupations)} occupations; a whole one has about a thousand. Nothing was changed."
        )
    tasks: dict[str, list[str]] = defaultdict(list)
    for task in release.tasks:
        tasks[task.code].append(task.text)
    here = Occupation.objects.in_bulk()
    fresh, changed = [], []
    for told in release.occupations:
        row = here.get(told.code)
        if row is None:
            row = Occupation(code=told.code, soc=told.code[:7], release=release.number, has_data=False)
            fresh.append(row)
        else:
            changed.append(row)
        row.name, row.description, row.tasks, row.dropped_in = (
            told.name,
            told.description,
            tasks[told.code],
            "",
        )
        if told.code in release.job_zones:
            row.job_zone = release.job_zones[told.code]
            row.facts = {**row.facts, "job_zone_release": release.number}
    Occupation.objects.bulk_create(fresh)
    Occupation.objects.bulk_update(
        changed, ["name", "description", "tasks", "dropped_in", "job_zone", "facts"], batch_size=200
    )
    gone = [row for code, row in here.items() if code not in {told.code for told in release.occupations}]
    Occupation.objects.filter(code__in=[row.code for row in gone], dropped_in="").update(
        dropped_in=release.number
    )
    return len(fresh) + len(changed)
