"""Read a Google Contacts CSV: single columns for the name, numbered groups for the rest ("E-mail 1 - Value").

Both layouts are known: "Given Name ... Organization 1 - Name" (to 2023) and "First Name ... Organization Name" (since).
A cell with several values parts them with " ::: ".
"""

import re
from collections.abc import Sequence

from halfhour.integrations.columns import guess_fields, resolve
from halfhour.integrations.contacts import FileKind, ReadFile
from halfhour.integrations.spreadsheet.reader import read_table
from halfhour.integrations.tables import Table
from halfhour.integrations.vocabulary import Field, fold, look_up

_GROUP = re.compile(r"^(.+?) (\d{1,2}) (.+)$")
_VALUE_TEXT = """value wert valeur valor valore waarde värde værdi verdi arvo wartość hodnota érték valoare değer
    значение значення 値 值 값 nilai"""
_VALUE_WORDS = frozenset(fold(w) for w in _VALUE_TEXT.split())
_LABEL_TEXT = """type label typ art etikett bezeichnung libellé étiquette tipo etiqueta rótulo marcador etichetta
    soort etiket etykieta štítek tür тип ярлык метка ラベル 種類 标签 標籤 類型 유형 라벨"""
_LABEL_WORDS = frozenset(fold(w) for w in _LABEL_TEXT.split())
_OWN = {
    fold(k): v
    for k, v in {
        "Organization Name": Field.ORGANISATION,
        "Organization Title": Field.TITLE,
        "File As": Field.EXTRA,
    }.items()
}
_ATTRIBUTES = {
    Field.ORGANISATION: {"name": Field.ORGANISATION, "title": Field.TITLE, "department": Field.DEPARTMENT},
    Field.ADDRESS: {"formatted": Field.ADDRESS, "street": Field.STREET},
}


def field_of(heading: str) -> Field | None:
    """The field of one Google heading, also in the languages Google writes them in."""
    flat = fold(heading)
    if flat in _OWN:
        return _OWN[flat]
    group = _GROUP.match(flat)
    if group is None:
        return look_up(heading) or _of_organisation(flat)
    what, attribute = look_up(group[1]), group[3]
    if attribute in _LABEL_WORDS:
        return Field.IGNORE
    if attribute in _VALUE_WORDS:
        return what if what in (Field.EMAIL, Field.PHONE, Field.URL) else Field.EXTRA
    special = _ATTRIBUTES.get(what, {}).get(attribute) if what else None
    if special:
        return special
    inner = look_up(attribute)
    if what is Field.ORGANISATION:
        named = {
            Field.BARE_NAME: Field.ORGANISATION,
            Field.BARE_TITLE: Field.TITLE,
            Field.TITLE: Field.TITLE,
            Field.DEPARTMENT: Field.DEPARTMENT,
        }
        return named.get(inner, Field.IGNORE) if inner else Field.IGNORE
    if what is Field.ADDRESS:
        return (
            inner
            if inner in (Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)
            else Field.IGNORE
        )
    return look_up(heading)


def _of_organisation(flat: str) -> Field | None:
    """ "Name der Organisation", "Cargo de la organización": what of the organisation the column holds."""
    fields = [look_up(w) for w in flat.split()]
    if Field.ORGANISATION not in fields:
        return None
    if Field.TITLE in fields or Field.BARE_TITLE in fields:
        return Field.TITLE
    if Field.DEPARTMENT in fields:
        return Field.DEPARTMENT
    return Field.ORGANISATION if Field.BARE_NAME in fields else None


def _is_group(heading: str) -> bool:
    group = _GROUP.match(fold(heading))
    return bool(group and group[3] in _VALUE_WORDS and look_up(group[1]) is not None)


def recognises(headings: Sequence[str]) -> bool:
    """At least one "E-mail 1 - Value" or "Phone 1 - Value", or the new layout's own pair of columns."""
    flat = {fold(h) for h in headings}
    return (
        any(_is_group(h) for h in headings)
        or {"file as", "organization name"} <= flat
        or {"yomi name", "given name"} <= flat
    )


def known_headings(cells: Sequence[str]) -> int:
    return sum(field_of(c) is not None for c in cells) if recognises(cells) else 0


def read(table: Table, *, file: str) -> ReadFile:
    fields = resolve([field_of(h) for h in table.heading])
    if Field.TITLE not in fields and Field.PREFIX not in fields:
        fields = guess_fields(table.heading, field_of)
    return read_table(table, fields, kind=FileKind.GOOGLE, file=file)
