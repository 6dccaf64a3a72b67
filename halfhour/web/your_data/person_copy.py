"""A copy of everything held about one person, for when they ask for it (GDPR Art. 15 and 20): JSON, vCard and letters."""

import io
import json
import zipfile
from typing import Any

from django.db import models

from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.integrations.vcard.writer import write_card
from halfhour.web.your_data import export, owned
from halfhour.web.your_data.held_about import held_about
from halfhour.web.your_data.letters import letters_of

DEPTH = 3  # person, approach, attempt, promise


def copy_for(user: User, person: Person) -> bytes:
    """A ZIP of what is held about this person and nobody else."""
    held = held_about(user, person)
    about = {
        "name": person.name,
        "came_from": held.came_from,
        "here_since": held.added_on.isoformat(),
        "last_contact_on": held.last_contact_on.isoformat() if held.last_contact_on else None,
        "erasing_is_proposed_on": held.expires_on.isoformat(),
        "do_not_contact_since": person.do_not_contact_at,
        "rows": rows_about(user, person),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(about, ensure_ascii=False, indent=1, default=export.plain)
        archive.writestr("about-you.json", text)
        archive.writestr("card.vcf", write_card(export.card_of(person)))
        archive.writestr("letters.md", letters_of(user, person))
    return out.getvalue()


def rows_about(user: User, person: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row that belongs to the person, of every table, found by following the references to them."""
    found: dict[str, list[dict[str, Any]]] = {}
    seen: set[tuple[type[models.Model], Any]] = set()
    here: dict[type[models.Model], set[Any]] = {Person: {person.pk}}
    for _step in range(DEPTH + 1):
        following: dict[type[models.Model], set[Any]] = {}
        for model, keys in here.items():
            fresh = {k for k in keys if (model, k) not in seen}
            seen |= {(model, k) for k in fresh}
            rows = owned.rows_of(model, user).filter(pk__in=fresh)
            names = [f.attname for f in owned.columns(model)]
            found.setdefault(model._meta.label, []).extend(rows.values(*names))
            for relation in model._meta.related_objects:
                child, column = relation.related_model, relation.field.name
                if (
                    owned.owner_path(child) and relation.field.name != "by"
                ):  # whom they named is somebody else
                    keys_of = child._base_manager.filter(**{f"{column}__in": fresh})
                    following.setdefault(child, set()).update(keys_of.values_list("pk", flat=True))
        here = following
    return {label: rows for label, rows in found.items() if rows}
