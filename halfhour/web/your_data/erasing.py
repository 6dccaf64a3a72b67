"""Erasing one person everywhere: every row that belongs to them, and their name in what belongs to others.

What stays: references without words in the history, and digests by which they are recognised when a file brings them
again. Copies made before age out of the backups by the day that `rotation.gone_by` says.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Q, TextField
from django.db.models.deletion import Collector
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from halfhour.accounts.models import Seeker, User
from halfhour.find import at_work
from halfhour.find.models import ImportRow, Person, Source
from halfhour.history.actions import note
from halfhour.history.models import Event
from halfhour.privacy import actions as privacy
from halfhour.privacy.models import Kept, LeftAlone
from halfhour.web.your_data import owned

SALUTATIONS = ("Ms", "Mr", "Mrs", "Mx", "Dr", "Prof", "Professor", "Frau", "Herr")
FEWEST_LETTERS = 4  # of a family name that is looked for alone
REFERENCES = (("subject", "subject_id"), ("thing", "thing_id"))  # rows that point by name and number
ADDRESSED = ("recipient", "sender")


@dataclass
class Erased:
    """rows: how many of each kind went; texts: how many texts of others no longer name the person."""

    rows: Counter[str] = field(default_factory=Counter)
    texts: int = 0


def erase(person: Person) -> Erased:
    """Erase a person. They are recognised from then on, so that no file brings them back."""
    owner = person.owner
    with transaction.atomic():
        erased = _erase(owner, person)
        note(owner, "find.erased", person, rows=sum(erased.rows.values()), texts=erased.texts)
    _forget_deleted_pages()
    at_work.forget_ended(owner.pk)
    return erased


def what_goes(person: Person) -> Erased:
    """What erasing would take, for the page that asks; nothing is changed."""
    erased = Erased()
    with transaction.atomic():
        erased = _erase(person.owner, person)
        transaction.set_rollback(True)
    return erased


def entries_of(person: Person) -> list[Person]:
    """The person and every entry that was joined into them, loaded anew: deleting takes their numbers away."""
    found = here = list(Person.objects.filter(pk=person.pk).select_related("organisation"))
    while here:
        here = list(Person.objects.filter(owner=person.owner, merged_into__in=here))
        found += here
    return found


def remember(owner: User, person: Person) -> None:
    privacy.remember(
        owner,
        emails=emails_of(person),
        phones=[person.phone, *person.more.get("phones", ())],
        urls=[person.url],
        name=person.name,
        organisation=person.organisation.name if person.organisation else "",
    )


def emails_of(person: Person) -> list[str]:
    return [e for e in (person.email, *person.more.get("emails", ())) if e]


def _erase(owner: User, person: Person) -> Erased:
    erased = Erased()
    entries = entries_of(person)
    words = [word for one in entries for word in words_of(owner, one, entries)]
    emails = {e.casefold() for one in entries for e in emails_of(one)}
    for one in entries:
        remember(owner, one)
    numbers = [one.pk for one in entries]
    ImportRow.objects.filter(person__in=numbers).update(values={}, before={}, reason=_("(erased)"))
    Kept.objects.filter(owner=owner, person__in=numbers).delete()
    _delete(entries, erased)
    _delete_pointing(owner, emails, erased)
    erased.texts = _clean(owner, words)
    return erased


def _delete(entries: Sequence[Person], erased: Erased) -> None:
    collector = Collector(using="default")
    collector.collect(entries)
    erased.rows.update({str(m._meta.verbose_name): len(rows) for m, rows in collector.data.items()})
    for query in collector.fast_deletes:
        if count := query.count():
            erased.rows[str(query.model._meta.verbose_name)] += count
    collector.delete()


def _delete_pointing(owner: User, emails: Iterable[str], erased: Erased) -> None:
    """Rows of any table that point to something gone by name and number, or are from or to one of the addresses.

    History stays: it holds no words.
    """
    by_label = {m._meta.label_lower: m for m in owned.tables()}
    for model in owned.tables():
        names = {f.name for f in model._meta.concrete_fields}
        rows = owned.rows_of(model, owner)
        gone: set[int] = set()
        for label, number in REFERENCES:
            if model is Event or not {label, number} <= names:
                continue
            for told in set(rows.order_by().values_list(label, flat=True)) & by_label.keys():
                here = by_label[told]._base_manager.values("pk")
                gone.update(
                    rows.filter(**{label: told})
                    .exclude(**{f"{number}__in": here})
                    .values_list("pk", flat=True)
                )
        for column in names & set(ADDRESSED):
            for email in emails:
                gone.update(rows.filter(**{f"{column}__iexact": email}).values_list("pk", flat=True))
        if gone:
            erased.rows[str(model._meta.verbose_name)] += len(gone)
            model._base_manager.filter(pk__in=gone).delete()


Word = tuple[str, re.Pattern[str]]


def words_of(owner: User, person: Person, entries: Sequence[Person]) -> list[Word]:
    """What names this person in the texts of others, the longest first."""
    plain = {person.name, person.url, *emails_of(person), person.phone, *person.more.get("phones", ())}
    plain.add(f"{person.given} {person.family}".strip())
    family = person.family.strip()
    others = Person.objects.filter(owner=owner, family__iexact=family).exclude(pk__in=[e.pk for e in entries])
    if family:
        plain |= {f"{title} {family}" for title in (person.salutation, *SALUTATIONS) if title}
        plain |= {f"{title}. {family}" for title in ("Ms", "Mr", "Mrs", "Dr", "Prof")}
        if len(family) >= FEWEST_LETTERS and not others.exists():
            plain.add(family)
    words = sorted({w.strip() for w in plain if len(w.strip()) >= FEWEST_LETTERS}, key=len, reverse=True)
    return [(w, re.compile(rf"(?<!\w){re.escape(w)}(?!\w)")) for w in words]


def _clean(owner: User, words: Sequence[Word]) -> int:
    """Take the person's name out of every text that stays; how many texts."""
    count = 0
    for model in owned.tables():
        if model in (Seeker, LeftAlone):
            continue
        columns = model._meta.concrete_fields
        texts = [f for f in columns if isinstance(f, models.CharField | models.TextField) and not f.choices]
        told = [f for f in columns if isinstance(f, models.JSONField)]
        as_text = {f"text_of_{f.name}": Cast(f.name, TextField()) for f in told}
        found = owned.rows_of(model, owner).annotate(**as_text)
        wanted = Q()
        for word, _pattern in words:
            for text in texts:
                wanted |= Q(**{f"{text.name}__contains": word})
            for name in as_text:
                wanted |= Q(**{f"{name}__contains": word})
                wanted |= Q(**{f"{name}__contains": json.dumps(word)[1:-1]})
        if not wanted or not (texts or told):
            continue
        for row in found.filter(wanted):
            cleaned = {f.name: _without(getattr(row, f.name), words, f) for f in [*texts, *told]}
            changed = {name: value for name, value in cleaned.items() if value != getattr(row, name)}
            if changed:
                model._base_manager.filter(pk=row.pk).update(**changed)
                count += 1
                if model is Source:
                    Source.objects.filter(pk=row.pk).update(may_mention=False)
    return count


def _without(value: Any, words: Sequence[Word], column: models.Field | None = None) -> Any:
    if isinstance(value, str):
        for _word, pattern in words:
            value = pattern.sub(_("(erased)"), value)
        longest = getattr(column, "max_length", None)
        return value[:longest] if longest else value
    if isinstance(value, list):
        return [_without(v, words) for v in value]
    if isinstance(value, dict):
        return {_without(k, words): _without(v, words) for k, v in value.items()}
    return value


def _forget_deleted_pages() -> None:
    """SQLite keeps what was deleted in free pages and in its log until the file is written anew."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
