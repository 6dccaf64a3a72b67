"""An exported folder becomes the store again: every row with its number, so that everything that points still points.

The numbers are kept, so it goes into a data folder that is still empty, or replaces what is there.
"""

import base64
import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from halfhour.accounts.models import Seeker, User
from halfhour.refused import Refused
from halfhour.web import data_folder
from halfhour.web.your_data import export, owned

log = logging.getLogger(__name__)
BATCH = 500
SALT_FILE = "left-alone-salt"


def check(folder: Path) -> dict[str, Any]:
    """Prove that an exported folder is whole: every checksum and every count. Returns what about.json says."""
    about = about_of(folder)
    for name, wanted in about["sha256"].items():
        file = inside(folder, name)
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            raise Refused(
                _("%(folder)s: %(name)s is not what was exported.") % {"folder": folder, "name": name}
            )
    by_label = {m._meta.label: m for m in owned.tables()}
    for label, count in about["rows"].items():
        if label not in by_label and count:
            raise Refused(
                _("%(folder)s: %(label)s is from a newer Halfhour. Use that one.")
                % {"folder": folder, "label": label}
            )
        if label in by_label and len(read_table(folder, by_label[label])) != count:
            raise Refused(
                _("%(folder)s: rows of %(label)s are missing.") % {"folder": folder, "label": label}
            )
    return about


def import_back(user: User, folder: Path, *, replace: bool = False) -> dict[str, int]:
    """Make the store equal to the exported one, all of it or nothing; how many rows of each kind are back.

    replace: what is here goes first. Refused when there is something here and it may not go.
    """
    about = check(folder)
    if not replace and not is_empty(user):
        raise Refused(
            _("There is something of yours here already. Use an empty data folder, or add --replace.")
        )
    with transaction.atomic():
        clear(user)
        for model in owned.shared_tables():
            add_missing(model, read_table(folder, model))
        for model in owned.tables():
            put(model, read_table(folder, model), user, about["owner"])
        for sql in connection.ops.sequence_reset_sql(no_style(), owned.tables()):
            with connection.cursor() as cursor:
                cursor.execute(sql)
        counts = {m._meta.label: owned.rows_of(m, user).count() for m in owned.tables()}
        wrong = {k: n for k, n in about["rows"].items() if counts.get(k, 0) != n}
        if wrong:
            raise Refused(_("Not every row came back (%(wrong)s). Nothing was changed.") % {"wrong": wrong})
    if salt := about.get("left_alone_salt"):
        from django.conf import settings

        data_folder.private_write(data_folder.ready() / SALT_FILE, salt)
        settings.LEFT_ALONE_SALT = salt
    log.info("user %s took %d rows back from an export", user.pk, sum(counts.values()))
    return counts


def is_empty(user: User) -> bool:
    """Whether nothing was entered here yet; the row about the seeker is there from the start."""
    if user.seeker.welcomed_at is not None or user.seeker.name:
        return False
    return not any(owned.rows_of(m, user).exists() for m in owned.tables() if m is not Seeker)


def clear(user: User) -> None:
    """Every row of this person. References are checked when the transaction ends."""
    for model in reversed(owned.tables()):
        keys = list(owned.rows_of(model, user).order_by().values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            rows = model._base_manager.filter(pk__in=keys[start : start + BATCH])
            rows._raw_delete(rows.db)


def about_of(folder: Path) -> dict[str, Any]:
    try:
        about: dict[str, Any] = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        about["rows"], about["owner"], about["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise Refused(_("%(folder)s: this is no export of Halfhour.") % {"folder": folder}) from wrong
    if about.get("format", 0) > export.FORMAT:
        raise Refused(_("%(folder)s was written by a newer Halfhour. Use that one.") % {"folder": folder})
    return about


def inside(folder: Path, name: str) -> Path:
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        raise Refused(_("%(name)s points outside the folder.") % {"name": name})
    return file


def read_table(folder: Path, model: type[models.Model]) -> list[dict[str, Any]]:
    file = folder / "tables" / f"{model._meta.label_lower}.json"
    try:
        rows: list[dict[str, Any]] = json.loads(file.read_bytes()) if file.is_file() else []
    except ValueError as wrong:
        raise Refused(_("%(file)s cannot be read.") % {"file": file}) from wrong
    return rows


def put(model: type[models.Model], rows: list[dict[str, Any]], user: User, owner: int) -> None:
    fields = {f.attname: f for f in model._meta.concrete_fields}
    keys = [row[model._meta.pk.attname] for row in rows]
    for start in range(0, len(keys), BATCH):
        if model._base_manager.filter(pk__in=keys[start : start + BATCH]).exists():
            raise Refused(_("Numbers of these rows are taken by someone else. Use a data folder of its own."))
    things = []
    for row in rows:
        values = values_of(row, fields)
        for name, field in fields.items():
            if field.related_model is User and values.get(name) == owner:
                values[name] = user.pk
        things.append(model(**values))
    model._base_manager.bulk_create(things, batch_size=BATCH)


def add_missing(model: type[models.Model], rows: list[dict[str, Any]]) -> None:
    fields = {f.attname: f for f in model._meta.concrete_fields}
    here = set(model._base_manager.values_list("pk", flat=True))
    fresh = [row for row in rows if row[model._meta.pk.attname] not in here]
    model._base_manager.bulk_create(model(**values_of(row, fields)) for row in fresh)


def values_of(row: dict[str, Any], fields: dict[str, models.Field]) -> dict[str, Any]:
    unknown = sorted(row.keys() - fields.keys())
    if unknown:
        raise Refused(_("“%(name)s” is from a newer Halfhour. Use that one.") % {"name": unknown[0]})
    return {name: value_of(fields[name], value) for name, value in row.items()}


def value_of(field: models.Field, value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return field.to_python(value)
