"""Read a Thunderbird address book saved as CSV or tab-separated text."""

from collections.abc import Sequence

from halfhour.integrations.columns import guess_fields
from halfhour.integrations.contacts import FileKind, ReadFile
from halfhour.integrations.spreadsheet.reader import read_table
from halfhour.integrations.tables import Table
from halfhour.integrations.vocabulary import Field, fold, look_up

# Thunderbird's own words, one pair a language: the display name and the first address. No other program has both.
_PAIRS = tuple(
    (fold(a), fold(b))
    for a, b in (
        ("Display Name", "Primary Email"),
        ("Anzeigename", "Primäre E-Mail-Adresse"),
        ("Nom à afficher", "Adresse électronique principale"),
        ("Nombre mostrado", "Correo principal"),
        ("Nombre en pantalla", "Dirección de correo electrónico principal"),
        ("Nome visualizzato", "Email primaria"),
        ("Nome de exibição", "E-mail principal"),
        ("Schermnaam", "Primair e-mailadres"),
        ("Visningsnamn", "Primär e-postadress"),
        ("Nazwa wyświetlana", "Podstawowy adres e-mail"),
        ("Отображаемое имя", "Основной адрес эл. почты"),
        ("表示名", "メインのメールアドレス"),
    )
)
_OWN = {
    fold(word): field
    for field, words in {
        Field.EMAIL: "email primaria;email secondaria;основной адрес эл. почты;дополнительный адрес эл. почты;メインのメールアドレス;予備のメールアドレス;primær e-mail;sekundær e-mail",
        Field.NAME: "nombre mostrado;display name",
        Field.IGNORE: "screen name;birth year;birth month;birth day;geburtsjahr;geburtsmonat;geburtstag;netscape name",
    }.items()
    for word in words.split(";")
}


def field_of(heading: str) -> Field | None:
    return _OWN.get(fold(heading)) or look_up(heading)


def recognises(headings: Sequence[str]) -> bool:
    """Thunderbird's pair of columns, in a list that is not Outlook's (which begins otherwise and is longer)."""
    flat = {fold(h) for h in headings}
    return len(headings) <= 50 and any(a in flat and b in flat for a, b in _PAIRS)


def read(table: Table, *, file: str) -> ReadFile:
    fields = guess_fields(table.heading, field_of)
    return read_table(table, fields, kind=FileKind.THUNDERBIRD, file=file)
