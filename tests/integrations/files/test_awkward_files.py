"""Files as programs and people really leave them: awkward, and read all the same."""

import io
from datetime import date

import openpyxl
import pytest

from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused

Who = tuple[str, tuple[str, ...], tuple[str, ...]]
ANN: Who = ("Ann Lee", ("a@x.org",), ())


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


TABLES: dict[str, tuple[str | bytes, list[Who]]] = {
    "Excel's own first line": ("sep=;\r\nName;Email\r\nAnn Lee;a@x.org\r\n", [ANN]),
    "a mark, then sep and tabs": ("\ufeffsep=\t\r\nName\tEmail\r\nAnn Lee\ta@x.org\r\n", [ANN]),
    "UTF-16 with tabs": ("Name\tE-Mail\nAnn Lee\ta@x.org\n".encode("utf-16"), [ANN]),
    "UTF-16 big end first, no mark": ("Name,E-Mail\nAnn Lee,a@x.org\n".encode("utf-16-be"), [ANN]),
    "line ends of an old Mac": ("Name,Email\rAnn Lee,a@x.org\r", [ANN]),
    "pipes": ("Name|Company|Email\nAnn Lee|Acme|a@x.org\n", [ANN]),
    "six lines above": ("Members\nGenerated: 2025-01-01\nFilter: a,b,c\n\n\nTotal: 1\nName,Mail\nAnn Lee,a@x.org\n", [ANN]),
    "the headings once more": ("Name,Email\nAnn Lee,a@x.org\nName,Email\nTom,t@x.org\n", [ANN, ("Tom", ("t@x.org",), ())]),
    "apostrophes for quotation marks": ("'Name','Email'\n'Ann Lee','a@x.org'\n", [ANN]),
    "brackets and stars in headings": ("Name (full)*,E-mail address (work),Notes [own]\nAnn Lee,a@x.org,x\n", [ANN]),
    "one word of program code each": ("firstName,lastName,emailAddress\nAnn,Lee,a@x.org\n", [ANN]),
    "underscores": ("first_name,last_name,email_address\nAnn,Lee,a@x.org\n", [ANN]),
    "dots": ("contact.first_name,contact.last_name,contact.email\nAnn,Lee,a@x.org\n", [ANN]),
    "blank headings": (",Name,,Email,\n1,Ann Lee,,a@x.org,\n", [ANN]),
    "three headings alike": ("Name,Email,Email,Email\nAnn Lee,a@x.org,b@x.org,a@x.org\n", [("Ann Lee", ("a@x.org", "b@x.org"), ())]),
    "short rows": ("Name,Email,Phone\nAnn Lee\nTom,t@x.org\n", [("Ann Lee", (), ()), ("Tom", ("t@x.org",), ())]),
    "signs that do not show": ("Name,Email\nAnn\u00a0Lee\u200b,\u200ba@x.org\u2060\n", [ANN]),
    "letters written twice over": ("Name,Email\nJÃ¼rgen GroÃŸ,a@x.org\n", [("Jürgen Groß", ("a@x.org",), ())]),
    "good letters are left alone": ("Name,Email\nÃlvaro Jürgen,a@x.org\n", [("Ãlvaro Jürgen", ("a@x.org",), ())]),
    "errors of a spreadsheet": ("Name,Email\nAnn Lee,#N/A\n#REF!,b@x.org\n", [("Ann Lee", (), ()), ("", ("b@x.org",), ())]),
    "telephones with a stroke": ("Name,Phone\nAnn,+1 206 555 0111 / +1 206 555 0112\n", [("Ann", (), ("+1 206 555 0111", "+1 206 555 0112"))]),
    "telephones with a comma": ('Name,Phone\nAnn,"206 555 0115, 206 555 0116"\n', [("Ann", (), ("206 555 0115", "206 555 0116"))]),
    "a stroke inside one telephone": ("Name;Phone\nAnn;030/123456\n", [("Ann", (), ("030/123456",))]),
    "a telephone as a quantity": ("Name,Phone\nAnn,1.2065550111E+10\n", [("Ann", (), ("12065550111",))]),
    "a telephone that lost its digits": ("Name,Phone\nAnn,1.20655E+10\n", [("Ann", (), ())]),
    "addresses in all ways": ("Name,Email\nAnn,\"Bo <b@x.org>, c@x.org / d@x.org\"\n", [("Ann", ("b@x.org", "c@x.org", "d@x.org"), ())]),
    "a table of another program": ("Record ID,First Name,Last Name,Email,Associated Company\n1,Ann,Lee,a@x.org,Acme\n", [ANN]),
    "Hungarian, family name first": ("Vezetéknév;Keresztnév;E-mail\nLee;Ann;a@x.org\n", [ANN]),
    "Russian in an old code page": ("Имя;Фамилия;Эл. почта\nИван;Петров;i@x.org\n".encode("cp1251"), [("Иван Петров", ("i@x.org",), ())]),
    "Korean in an old code page": ("이름,이메일,회사\n김철수,k@x.org,삼성\n".encode("cp949"), [("김철수", ("k@x.org",), ())]),
    "Vietnamese": ("Họ và tên,Email,Công ty\nNguyễn Văn A,a@x.org,FPT\n", [("Nguyễn Văn A", ("a@x.org",), ())]),
}  # fmt: skip

CARDS: dict[str, tuple[str | bytes, list[Who]]] = {
    "soft breaks in the middle of a letter": (card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=BCrgen;;;", version="2.1"), [("Jürgen Müller", (), ())]),
    "a code page without its name's sign": (card("FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:J=FCrgen", version="2.1"), [("Jürgen", (), ())]),
    "a code page nobody knows": (card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=NOPE:J=C3=BCrgen", version="2.1"), [("Jürgen", (), ())]),
    "groups": (card("FN:Ann Lee", "item1.EMAIL;type=INTERNET:a@x.org", "item1.X-ABLabel:_$!<Other>!$_"), [ANN]),
    "no end": ("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEMAIL:a@x.org\n" + card("FN:Bo"), [ANN, ("Bo", (), ())]),
    "end and beginning on one line": ("BEGIN:VCARD\nFN:Ann Lee\nEMAIL:a@x.org\nEND:VCARDBEGIN:VCARD\nFN:Bo\nEND:VCARD\n", [ANN, ("Bo", (), ())]),
    "a mark before each card": ("\ufeff" + card("FN:Ann Lee", "EMAIL:a@x.org") + "\ufeff" + card("FN:Bo"), [ANN, ("Bo", (), ())]),
    "someone's agent is not the person": ("BEGIN:VCARD\nVERSION:2.1\nN:Lee;Ann\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Thomas;Susan\nEMAIL:s@x.org\nEND:VCARD\nEMAIL:a@x.org\nEND:VCARD\n", [ANN]),
    "an agent in one line": (card("FN:Ann Lee", "AGENT:BEGIN:VCARD\\nFN:Susan\\nEND:VCARD\\n", "EMAIL:a@x.org"), [ANN]),
    "small letters": (card("fn:Ann Lee", "email:a@x.org").lower().replace("ann lee", "Ann Lee"), [ANN]),
    "blanks and blank lines": (" BEGIN:VCARD \n\nVERSION:3.0\n\nFN : Ann Lee\nEMAIL: a@x.org \nEND:VCARD \n", [ANN]),
    "folded inside a letter": (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:J\xc3\r\n \xbcrgen\r\nEND:VCARD\r\n", [("Jürgen", (), ())]),
    "UTF-16 without its mark": (card("FN:Jürgen").encode("utf-16-le"), [("Jürgen", (), ())]),
    "a zero in a name": (card("FN:A\x00nn Lee", "EMAIL:a@x.org"), [ANN]),
    "a name in base64": (card("FN;ENCODING=b;CHARSET=UTF-8:SsO8cmdlbg==", "EMAIL:a@x.org"), [("Jürgen", ("a@x.org",), ())]),
    "a photo whose lines are not folded": ("BEGIN:VCARD\nVERSION:2.1\nFN:Ann Lee\nPHOTO;JPEG;ENCODING=BASE64:/9j/4AAQSk\nZJRgABAQ==\n\nEMAIL:a@x.org\nEND:VCARD\n", [ANN]),
    "colons in quotation marks": (card('EMAIL;X-A="b;c:d":a@x.org', "FN:Ann Lee", version="4.0"), [ANN]),
    "three kinds of line end": ("BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:Ann Lee\r\r\nEMAIL:a@x.org\r\r\nEND:VCARD\r\r\n", [ANN]),
    "words before and after": ("From my phone\n\n" + card("FN:Ann Lee", "EMAIL:a@x.org") + "bye\n", [ANN]),
    "a name of semicolons only": (card("N:;;;;", "ORG:Acme", "TEL:1234567"), [("", (), ("1234567",))]),
    "two ways of writing one name": (card("FN;ALTID=1;LANGUAGE=en:Taro", "FN;ALTID=1;LANGUAGE=ja:太郎", version="4.0"), [("Taro", (), ())]),
}  # fmt: skip


def found(data: str | bytes) -> list[Who]:
    read = read_contacts("file", data.encode() if isinstance(data, str) else data)
    return [(row.name, row.emails, row.phones) for row in read.rows]


@pytest.mark.parametrize("name", list(TABLES))
def test_awkward_tables(name: str) -> None:
    data, people = TABLES[name]
    assert found(data) == people


@pytest.mark.parametrize("name", list(CARDS))
def test_awkward_cards(name: str) -> None:
    data, people = CARDS[name]
    assert found(data) == people


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[{"name": "Ann Lee", "email": "a@x.org"}]', "JSON"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "this is a calendar"),
        ('<?xml version="1.0"?><vcards><vcard><fn><text>Ann</text></fn></vcard></vcards>', "an XML file"),
    ],
    ids=["JSON", "calendar", "xCard"],
)
def test_lookalikes_are_named(text: str, what: str) -> None:
    with pytest.raises(Refused, match=what) as no:
        read_contacts("file", text.encode())
    assert no.value.columns == ()


@pytest.mark.parametrize(
    ("cell", "day"),
    [("45292", date(2024, 1, 1)), ("45306.5", date(2024, 1, 15)), ("1/15/24", date(2024, 1, 15)), ("15.01.2024", date(2024, 1, 15)),
     ("2024-01-15T10:00:00Z", date(2024, 1, 15)), ("soon", None)],
)  # fmt: skip
def test_days_in_all_ways(cell: str, day: date | None) -> None:
    [row] = read_contacts("file", f"Name,Email,Connected On,Company\nAnn,a@x.org,{cell},X\n".encode()).rows
    assert row.connected_on == day


def workbook(*sheets: tuple[str, str, list[tuple[object, ...]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, state, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ("Name", "Email")
BOOKS: dict[str, tuple[bytes, list[str], list[str]]] = {
    "a hidden sheet comes last": (
        workbook(("old", "hidden", [HEAD, ("Old", "o@x.org")]), ("new", "visible", [HEAD, ("Ann", "a@x.org")])),
        ["Ann"], ["“new”", "“old”"],
    ),
    "a second sheet with people is named": (
        workbook(("2010", "visible", [HEAD, ("Ann", "a@x.org")]), ("2011", "visible", [HEAD, ("Bo", "b@x.org")])),
        ["Ann"], ["“2010”", "“2011”"],
    ),
    "two rows of headings": (
        workbook(("x", "visible", [("Person", None, "Work"), ("First", "Last", "Company"), ("Ann", "Lee", "Acme")])), ["Ann Lee"], [],
    ),
    "not in the corner": (workbook(("x", "visible", [(), (None, None, *HEAD), (None, None, "Ann", "a@x.org")])), ["Ann"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BOOKS))
def test_awkward_workbooks(name: str) -> None:
    data, names, sheets = BOOKS[name]
    read = read_contacts("file.xlsx", data)
    assert [row.name for row in read.rows] == names
    assert [sheet for sheet in sheets if not any(sheet in note for note in read.notes)] == []
    assert bool(read.notes) == bool(sheets)


def test_merged_cells_above_the_headings() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [("Members of the club", None, None), (*HEAD, "Since"), ("Ann", "a@x.org", 2021)]:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    out = io.BytesIO()
    book.save(out)
    assert [row.name for row in read_contacts("file.xlsx", out.getvalue()).rows] == ["Ann"]
