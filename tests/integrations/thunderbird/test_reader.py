"""Thunderbird's address book as CSV and as tab-separated text."""

import pytest

from halfhour.integrations.contacts import FileKind
from halfhour.integrations.contacts_files import read_contacts

HEADING = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,"
    "Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,"
    "Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes"
)
ROW = "Ann,Lee,Ann B. Lee,Annie,a@x.org,b@x.org,ann99,303 555 0100,303 555 0101,303 555 0102,,303 555 0103,,,Denver,,,USA,,,,,,,Analyst,Research,Acme,https://x.org,,1990,1,2,red,,,,A note"


@pytest.mark.parametrize(
    ("delimiter", "end"),
    [(",", "\r\n"), ("\t", "\n"), (";", "\r")],
    ids=["csv", "tabs", "semicolons, old line ends"],
)
def test_in_full(delimiter: str, end: str) -> None:
    text = f"{HEADING}{end}{ROW}{end}".replace(",", delimiter)
    found = read_contacts("abook.csv", text.encode())
    [row] = found.rows
    assert found.kind is FileKind.THUNDERBIRD
    assert (row.given, row.family, row.name, row.nickname) == ("Ann", "Lee", "Ann B. Lee", "Annie")
    assert (row.emails, row.phones) == (
        ("a@x.org", "b@x.org"),
        ("303 555 0100", "303 555 0101", "303 555 0103"),
    )
    assert (row.organisation, row.department, row.title, row.url) == (
        "Acme",
        "Research",
        "Analyst",
        "https://x.org",
    )
    assert (row.note, row.extra) == ("A note", (("Custom 1", "red"),))


@pytest.mark.parametrize(
    "heading",
    [
        "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse",
        "Prénom,Nom de famille,Nom à afficher,Surnom,Adresse électronique principale,Adresse électronique secondaire",
        "Nome,Cognome,Nome visualizzato,Soprannome,Email primaria,Email secondaria",
        "Imię,Nazwisko,Nazwa wyświetlana,Pseudonim,Podstawowy adres e-mail,Dodatkowy adres e-mail",
    ],
    ids=["german", "french", "italian", "polish"],
)
def test_languages(heading: str) -> None:
    [row] = read_contacts("abook.csv", f"{heading}\nAnn,Lee,Ann B. Lee,Annie,a@x.org,b@x.org\n".encode()).rows
    assert (row.given, row.family, row.name, row.nickname, row.emails) == (
        "Ann",
        "Lee",
        "Ann B. Lee",
        "Annie",
        ("a@x.org", "b@x.org"),
    )
