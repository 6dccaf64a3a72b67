"""Everything of one person in open formats: a folder of JSON, CSV, vCard, iCalendar and Markdown."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

import halfhour
from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.facts import attribution_lines
from halfhour.find.models import Person
from halfhour.integrations.vcard.writer import write_card
from halfhour.refused import Refused
from halfhour.steps import STEPS

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
PEOPLE_COLUMNS = (
    "name", "given", "family", "title", "organisation", "email", "phone", "url", "relationship", "occupation", "level",
    "source", "connected_on", "note",
)  # fmt: skip


def export(user: User, folder: Path) -> dict[str, int]:
    """Write everything into a new or empty folder and say how many rows of each kind.

    Refused when the folder has something in it: an export never overwrites.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused(f"{folder} is not empty. Give a new folder, so that nothing is overwritten.")
    counts = {}
    tables = folder / "tables"
    tables.mkdir()
    for model in tables_of_the_steps():
        rows = list(rows_of(model, user))
        counts[model._meta.label] = len(rows)
        (tables / f"{model._meta.label_lower}.json").write_text(as_text(rows), encoding="utf-8")
    people = Person.objects.visible_to(user).current().select_related("organisation", "occupation", "source")
    write_people(people, folder / "people.csv")
    (folder / "people.vcf").write_text(
        "".join(write_card(card_of(p)) for p in people), encoding="utf-8", newline=""
    )
    from halfhour.decide.report import markdown
    from halfhour.web.calendar import calendar_of

    (folder / "calendar.ics").write_bytes(calendar_of(user))
    (folder / "report.md").write_text(markdown(user), encoding="utf-8")
    about = {"halfhour": halfhour.__version__, "made_at": clock.now().isoformat(), "rows": counts}
    (folder / "about.json").write_text(json.dumps(about, indent=1), encoding="utf-8")
    (folder / "ATTRIBUTION.txt").write_text("\n".join(attribution_lines()) + "\n", encoding="utf-8")
    return counts


def tables_of_the_steps() -> Iterator[type[models.Model]]:
    """Every table with rows of a person, in the order in which they could be read back."""
    for label in ["accounts", *(step.name for step in STEPS), "history"]:
        yield from (m for m in apps.get_app_config(label).get_models() if owner_path(m))


def owner_path(model: type[models.Model]) -> str:
    """The look-up that leads from a row to its owner; empty for shared tables such as occupations."""
    names = {f.name for f in model._meta.get_fields()}
    if "owner" in names:
        return "owner"
    if model._meta.label == "accounts.Seeker":
        return "user"
    parent = {"prepare.PlanLine": "plan__owner", "find.ImportRow": "import_file__owner"}
    return parent.get(model._meta.label, "")


def rows_of(model: type[models.Model], user: User) -> Iterator[dict[str, Any]]:
    columns = [f.attname for f in model._meta.concrete_fields]
    yield from model._default_manager.filter(**{owner_path(model): user}).order_by("pk").values(*columns)


def as_text(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, default=plain)


def plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def write_people(people: models.QuerySet[Person], file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(PEOPLE_COLUMNS)
        for person in people:
            writer.writerow([harmless(getattr(person, c)) for c in PEOPLE_COLUMNS])


def harmless(value: Any) -> str:
    """A cell no spreadsheet calculates: what could begin a formula gets an apostrophe before it."""
    text = "" if value is None else plain(value)
    return f"'{text}" if text.startswith(FORMULA_BEGINS) else text


def card_of(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "given": person.given,
        "family": person.family,
        "organisation": person.organisation.name if person.organisation else "",
        "title": person.title,
        "email": person.email,
        "phone": person.phone,
        "url": person.url,
        "note": person.note,
        "uid": f"person-{person.pk}@halfhour.invalid",
    }
