"""LinkedIn's export: the CSV files by year and language, and the whole ZIP."""

import io
import zipfile
from datetime import date

import pytest

from halfhour.integrations.contacts import FileKind, Stage
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused

HEADING = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PREAMBLE = 'Notes:\n"When exporting, you may notice that some addresses are missing, which is expected."\n\n'


def read(text: str, encoding: str = "utf-8"):
    return read_contacts("Connections.csv", text.encode(encoding))


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_a_row_in_full() -> None:
    found = read(
        PREAMBLE
        + HEADING
        + 'Maya,Okafor,https://www.linkedin.com/in/maya,m@x.org,"Acme, Inc.",Sound Designer,05 Feb 2024\n'
    )
    [row] = found.rows
    assert found.kind is FileKind.LINKEDIN
    assert (row.line, row.given, row.family, row.name) == (5, "Maya", "Okafor", "Maya Okafor")
    assert (row.emails, row.organisation, row.title) == (("m@x.org",), "Acme, Inc.", "Sound Designer")
    assert (row.url, row.connected_on, found.as_of) == (
        "https://www.linkedin.com/in/maya",
        date(2024, 2, 5),
        date(2024, 2, 5),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    [row] = read(PREAMBLE + HEADING + "Zoë,Müller,,,Café,Bäcker,05 Feb 2024\n", encoding).rows
    assert (row.given, row.family, row.organisation, row.title) == ("Zoë", "Müller", "Café", "Bäcker")


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        pytest.param(
            "First Name,Last Name,Email Address,Company,Position,Connected On,Tags",
            "2/5/18, 10:30 AM",
            id="english to 2019",
        ),
        pytest.param(
            "First Name,Last Name,Email Address,Company,Position,Connected On",
            "05 Feb 2018",
            id="english to 2023",
        ),
        pytest.param(
            "Vorname,Nachname,E-Mail-Adresse,Unternehmen,Position,Vernetzt am", "5. Feb. 2018", id="german"
        ),
        pytest.param(
            "Prénom,Nom,Adresse e-mail,Entreprise,Poste,Date de connexion", "5 févr. 2018", id="french"
        ),
        pytest.param(
            "Nombre,Apellidos,Correo electrónico,Empresa,Cargo,Fecha de conexión",
            "5 de feb. de 2018",
            id="spanish",
        ),
        pytest.param(
            "Nome,Sobrenome,Endereço de e-mail,Empresa,Cargo,Conectado em",
            "5 de fev de 2018",
            id="portuguese",
        ),
        pytest.param(
            "Nome,Cognome,Indirizzo email,Azienda,Posizione,Collegato il", "5 feb 2018", id="italian"
        ),
        pytest.param(
            "Voornaam,Achternaam,E-mailadres,Bedrijf,Functie,Verbonden op", "5 feb. 2018", id="dutch"
        ),
        pytest.param(
            "Förnamn,Efternamn,E-postadress,Företag,Befattning,Kontakt sedan", "5 feb. 2018", id="swedish"
        ),
        pytest.param(
            "Imię,Nazwisko,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu", "5 lut 2018", id="polish"
        ),
        pytest.param("Ad,Soyad,E-posta Adresi,Şirket,Pozisyon,Bağlantı Tarihi", "5 Şub 2018", id="turkish"),
        pytest.param(
            "Имя,Фамилия,Адрес электронной почты,Компания,Должность,Дата установления контакта",
            "5 февр. 2018",
            id="russian",
        ),
        pytest.param("名,姓,メールアドレス,会社,役職,つながった日", "2018年2月5日", id="japanese"),
        pytest.param("이름,성,이메일 주소,회사,직책,1촌 맺은 날짜", "2018년 2월 5일", id="korean"),
        pytest.param("名字,姓氏,邮箱,公司,职位,加为好友时间", "2018-02-05", id="chinese"),
    ],
)
def test_headings_by_year_and_language(heading: str, day: str) -> None:
    quoted = f'"{day}"' if "," in day else day
    [row] = read(f"{heading}\nMaya,Okafor,m@x.org,Acme,Designer,{quoted}\n").rows
    assert (row.given, row.family, row.emails, row.organisation, row.title) == (
        "Maya",
        "Okafor",
        ("m@x.org",),
        "Acme",
        "Designer",
    )
    assert row.connected_on == date(2018, 2, 5)


def test_a_language_nobody_knows_is_read_by_the_order_of_its_columns() -> None:
    text = "Aa,Bb,Cc,Dd,Ee,Ff,Gg\nMaya,Okafor,https://www.linkedin.com/in/maya,,Acme,Designer,2018-02-05\n"
    [row] = read(text).rows
    assert (row.given, row.family, row.organisation, row.connected_on) == (
        "Maya",
        "Okafor",
        "Acme",
        date(2018, 2, 5),
    )


def test_rows_that_are_nobody_are_named_with_their_line() -> None:
    found = read(PREAMBLE + HEADING + ",,,,,,05 Feb 2024\nBADROW\nMaya,Okafor,,,,,never\n")
    assert [(p.line, p.skipped) for p in found.problems] == [(5, True), (6, True), (7, False)]
    assert found.problems[0].reason == "no name: this person hides it, or has left the network"
    assert dict(found.counts) | {} == {
        "read": 3,
        "people": 1,
        "skipped": 2,
        "without an e-mail address": 1,
        "without any way to reach them": 1,
    }


def test_a_comma_that_was_not_quoted_is_put_back() -> None:
    [row] = read(HEADING + "Maya,Okafor,,,Acme, Inc.,Designer,05 Feb 2024\n").rows
    assert (row.organisation, row.title, row.connected_on) == ("Acme, Inc.", "Designer", date(2024, 2, 5))


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    "c1,,Maya Okafor,https://www.linkedin.com/in/maya,Pat Owner,https://www.linkedin.com/in/pat,2024-03-15 09:30:00 UTC,,hi,INBOX\n"
    "c1,,Pat Owner,https://www.linkedin.com/in/pat,Maya Okafor,https://www.linkedin.com/in/maya,2024-03-17 09:30:00 UTC,,\"hello\nagain\",SENT\n"
    "c2,,Pat Owner,https://www.linkedin.com/in/pat,\"Tom Marsh\",https://www.linkedin.com/in/tom,2023-01-02 09:30:00 UTC,,hey,SENT\n"
    "BADROW\n"
)  # fmt: skip


def test_messages_alone_give_the_people_written_with() -> None:
    found = read_contacts("messages.csv", MESSAGES.encode())
    assert found.kind is FileKind.LINKEDIN_MESSAGES
    assert [(r.name, r.first_message_on, r.last_message_on) for r in found.rows] == [
        ("Maya Okafor", date(2024, 3, 15), date(2024, 3, 17)),
        ("Tom Marsh", date(2023, 1, 2), date(2023, 1, 2)),
    ]
    assert (found.counts["messages"], found.counts["conversations"], found.counts["skipped"]) == (3, 2, 1)


def test_the_whole_zip() -> None:
    data = zipped(
        {
            "Connections.csv": PREAMBLE
            + HEADING
            + "Maya,Okafor,https://www.linkedin.com/in/maya,,Acme,Designer,05 Feb 2024\n",
            "messages.csv": MESSAGES,
            "Profile.csv": "First Name,Last Name,Headline\nPat,Owner,Student of acoustics\n",
            "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\nCafé Blau,Barista,,,Jan 2020,Mar 2021\n",
            "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUni Bern,2019,2023,,BSc,\n",
        }
    )
    found = read_contacts("export.zip", data)
    [row] = found.rows
    assert (row.first_message_on, row.last_message_on) == (date(2024, 3, 15), date(2024, 3, 17))
    assert found.owner is not None
    assert (found.owner.given, found.owner.family, found.owner.headline) == (
        "Pat",
        "Owner",
        "Student of acoustics",
    )
    assert found.owner.jobs == (Stage("Café Blau", "Barista", "Jan 2020", "Mar 2021"),)
    assert found.owner.studies == (Stage("Uni Bern", "BSc", "2019", "2023"),)
    assert found.counts["messages"] == 3


def test_a_zip_without_connections_says_what_it_holds() -> None:
    with pytest.raises(Refused, match=r"no Connections\.csv in this ZIP \(it holds Rich_Media\.csv\)"):
        read_contacts("export.zip", zipped({"Rich_Media.csv": "Date,Link\n"}))
