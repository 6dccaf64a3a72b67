"""Google Contacts' CSV: both layouts, grouped columns, several values in a cell."""

import pytest

from halfhour.integrations.contacts import FileKind
from halfhour.integrations.contacts_files import read_contacts

OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value\n"
)
NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,Organization Department,"
    "Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value\n"
)


def test_the_layout_until_2023() -> None:
    text = (
        OLD
        + 'Ann Lee,Ann,,Lee,,hi,* myContacts,* Home,a@x.org ::: b@x.org,Work,c@x.org,Mobile,+1 303 555 0100 ::: +1 303 555 0101,Home,"1 Main St\nDenver",,Acme,Analyst,Profile,https://linkedin.com/in/ann\n'
    )
    found = read_contacts("contacts.csv", text.encode())
    [row] = found.rows
    assert found.kind is FileKind.GOOGLE
    assert (row.given, row.family, row.name) == ("Ann", "Lee", "Ann Lee")
    assert row.emails == ("a@x.org", "b@x.org", "c@x.org")
    assert row.phones == ("+1 303 555 0100", "+1 303 555 0101")
    assert (row.organisation, row.title, row.url) == ("Acme", "Analyst", "https://linkedin.com/in/ann")
    assert (row.address, row.note) == ("1 Main St Denver", "hi")


def test_the_layout_since() -> None:
    text = NEW + "Ann,M,Lee,,Annie,,Acme,Analyst,R&D,,,,* myContacts,Work,a@x.org,Mobile,+1 303 555 0100,,\n"
    [row] = read_contacts("contacts.csv", text.encode()).rows
    assert (row.given, row.middle, row.family, row.nickname) == ("Ann", "M", "Lee", "Annie")
    assert (row.organisation, row.title, row.department, row.emails) == (
        "Acme",
        "Analyst",
        "R&D",
        ("a@x.org",),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Vorname,Nachname,Name der Organisation,Titel in der Organisation,E-Mail 1 – Label,E-Mail 1 – Wert,Telefon 1 – Label,Telefon 1 – Wert",
        "Prénom,Nom de famille,Nom de l'organisation,Titre dans l'organisation,E-mail 1 - Libellé,E-mail 1 - Valeur,Téléphone 1 - Libellé,Téléphone 1 - Valeur",
        "Nombre,Apellidos,Nombre de la organización,Cargo en la organización,Correo electrónico 1 - Etiqueta,Correo electrónico 1 - Valor,Teléfono 1 - Etiqueta,Teléfono 1 - Valor",
        "Nome,Cognome,Nome organizzazione,Titolo organizzazione,Email 1 - Etichetta,Email 1 - Valore,Telefono 1 - Etichetta,Telefono 1 - Valore",
    ],
    ids=["german", "french", "spanish", "italian"],
)
def test_other_languages(heading: str) -> None:
    [row] = read_contacts(
        "contacts.csv", f"{heading}\nAnn,Lee,Acme,Analyst,Work,a@x.org,Mobile,+49 555 0100\n".encode()
    ).rows
    assert (row.given, row.family, row.organisation, row.title) == ("Ann", "Lee", "Acme", "Analyst")
    assert (row.emails, row.phones) == (("a@x.org",), ("+49 555 0100",))


def test_entries_without_a_name() -> None:
    blank = ",".join([""] * 18)
    text = (
        NEW
        + ",,,,,,Acme Support,,,,,,,,,Work,+1 303 555 0100,,\n"
        + ",,,,,,,,,,,,,,only@x.org,,,,\n"
        + f"{blank},\n"
        + ",,,,,,,,,,a note,,,,,,,,\n"
    )
    found = read_contacts("contacts.csv", text.encode())
    assert [(r.name, r.organisation, r.emails, r.phones) for r in found.rows] == [
        ("", "Acme Support", (), ("+1 303 555 0100",)),
        ("", "", ("only@x.org",), ()),
    ]
    assert [(p.line, p.reason) for p in found.problems] == [
        (5, "no name, no e-mail address and no telephone number in this row")
    ]
