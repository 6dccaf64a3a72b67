"""Everything of one person in open formats: a folder of JSON, CSV, vCard, iCalendar and Markdown.

`tables/` holds every row as JSON, with a checksum for each file in about.json: `import_back` makes an equal store of it.
The other files are for people and for other programs.
"""

import base64
import csv
import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

import halfhour
from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.data_taken import attribution
from halfhour.find.models import Person
from halfhour.integrations.spreadsheet import cells
from halfhour.integrations.vcard.writer import write_card
from halfhour.refused import Refused
from halfhour.web.your_data import owned

log = logging.getLogger(__name__)
FORMAT = 1  # of the folder; an older program refuses a higher one
PEOPLE_COLUMNS = (
    "name", "given", "family", "title", "organisation", "email", "phone", "url", "relationship", "occupation", "level",
    "source", "connected_on", "note",
)  # fmt: skip
FINDING_COLUMNS = ("candidate", "criterion", "text", "quote", "stance", "confidence", "person", "said_on")


def export(user: User, folder: Path) -> dict[str, int]:
    """Write everything into a new or empty folder and say how many rows of each kind.

    Refused when the folder has something in it: an export never overwrites.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused(
            _("%(folder)s is not empty. Give a new folder, so that nothing is overwritten.")
            % {"folder": folder}
        )
    folder.chmod(0o700)
    (folder / "tables").mkdir()
    counts: dict[str, int] = {}
    sums: dict[str, str] = {}
    for model in owned.tables():
        counts[model._meta.label] = write_table(folder, model, owned.rows_of(model, user), sums)
    for model in owned.shared_tables():
        write_table(folder, model, pointed_to(model, user), sums)
    people = Person.objects.visible_to(user).current().select_related("organisation", "occupation", "source")
    write_rows(folder / "people.csv", PEOPLE_COLUMNS, people)
    (folder / "people.vcf").write_text(
        "".join(write_card(card_of(p)) for p in people), encoding="utf-8", newline=""
    )
    from halfhour.decide.report import markdown
    from halfhour.record.models import Finding
    from halfhour.web.calendar import calendar_of
    from halfhour.web.your_data.letters import letters_of

    said = Finding.objects.visible_to(user).select_related("candidate", "person")
    write_rows(folder / "findings.csv", FINDING_COLUMNS, said)
    (folder / "calendar.ics").write_bytes(calendar_of(user))
    (folder / "report.md").write_text(markdown(user), encoding="utf-8")
    (folder / "letters.md").write_text(letters_of(user), encoding="utf-8")
    (folder / "ATTRIBUTION.txt").write_text("\n".join(attribution()) + "\n", encoding="utf-8")
    about = {
        "halfhour": halfhour.__version__,
        "format": FORMAT,
        "made_at": clock.now().isoformat(),
        "owner": user.pk,
        "left_alone_salt": settings.LEFT_ALONE_SALT,
        "rows": counts,
        "sha256": sums,
    }
    (folder / "about.json").write_text(json.dumps(about, indent=1), encoding="utf-8")
    log.info("user %s exported %d rows", user.pk, sum(counts.values()))
    return counts


def write_table(folder: Path, model: type[models.Model], rows: models.QuerySet, sums: dict[str, str]) -> int:
    """One table as a JSON list, one row a line; written as it is read, however long it is."""
    name = f"tables/{model._meta.label_lower}.json"
    columns = [f.attname for f in owned.columns(model)]
    digest, count = hashlib.sha256(), 0
    with (folder / name).open("wb") as out:
        for line in lines_of(rows.values(*columns).iterator(chunk_size=2000)):
            digest.update(line)
            out.write(line)
            count += line[:1] == b"{" or line[:2] == b",{"
    sums[name] = digest.hexdigest()
    return count


def lines_of(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield b"[\n"
    comma = b""
    for row in rows:
        yield comma + json.dumps(row, ensure_ascii=False, default=plain).encode() + b"\n"
        comma = b","
    yield b"]\n"


def pointed_to(model: type[models.Model], user: User) -> models.QuerySet:
    """The shared rows that this person's rows point to."""
    keys: set[Any] = set()
    for table in owned.tables():
        for field in table._meta.concrete_fields:
            if field.related_model is model:
                keys.update(owned.rows_of(table, user).order_by().values_list(field.attname, flat=True))
    return model._base_manager.filter(pk__in=keys - {None}).order_by("pk")


def plain(value: Any) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return str(value)


def write_rows(file: Path, columns: Sequence[str], rows: Iterable[models.Model]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([harmless(getattr(row, c)) for c in columns])


def harmless(value: Any) -> str:
    """A cell no spreadsheet calculates."""
    return cells.harmless("" if value is None else plain(value))


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
