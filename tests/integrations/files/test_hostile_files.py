"""Files made to harm or that are not what they say: refused with a reason, quickly and in little memory."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,Analyst,15 Jan 2024\n"


def zipped(*files: tuple[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("Connections.csv")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def overlapping() -> bytes:
    """A directory in which two members claim the bytes of one."""
    data = bytearray(zipped(("Connections.csv", CONNECTIONS * 40), ("b.csv", CONNECTIONS * 40)))
    at = data.find(b"PK\x01\x02")
    data[at + 20 : at + 24] = (len(data) * 2).to_bytes(4, "little")
    return bytes(data)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(("Name", "Email"))
    book.active.append(("Ann Lee", "a@x.org"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return zipped(
            *((n, change(archive.read(n)) if n == part else archive.read(n)) for n in archive.namelist())
        )


SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "up.zip": (lambda: zipped(("../Connections.csv", CONNECTIONS)), "leads outside its folder"),
    "absolute.zip": (lambda: zipped(("/etc/Connections.csv", CONNECTIONS)), "leads outside its folder"),
    "drive.zip": (lambda: zipped(("C:\\x\\Connections.csv", CONNECTIONS)), "leads outside its folder"),
    "back.zip": (lambda: zipped(("..\\Connections.csv", CONNECTIONS)), "leads outside its folder"),
    "link.zip": (linked, "holds a link to another place"),
    "twice.zip": (lambda: zipped(("Connections.csv", CONNECTIONS), ("CONNECTIONS.CSV", CONNECTIONS)), "twice"),
    "nested.zip": (lambda: zipped(("inner.zip", zipped(("Connections.csv", CONNECTIONS)))), "holds another archive"),
    "bomb.zip": (lambda: zipped(("Connections.csv", b"\0" * (60 << 20))), "would grow 1028 times"),
    "many.zip": (lambda: zipped(*((str(n), b"") for n in range(100_000))), "the limit is 2,000"),
    "overlap.zip": (overlapping, "claims more packed bytes than it has"),
    "cut.zip": (lambda: zipped(("Connections.csv", CONNECTIONS * 50))[:-30], "damaged or was cut short"),
    "half.zip": (lambda: zipped(("Connections.csv", CONNECTIONS * 5000))[:500], "damaged or was cut short"),
    "empty.zip": (lambda: zipped(), "there is no Connections.csv"),
    "word.docx": (lambda: zipped(("word/document.xml", "<x/>")), "this is a Word document"),
    "entity.xlsx": (lambda: changed(SHEET, lambda b: ENTITY + b.split(b"?>", 1)[-1]), "XML with a document type"),
    "laughs.xlsx": (lambda: changed("xl/workbook.xml", lambda b: LAUGHS + b.split(b"?>", 1)[-1]), "XML with a document type"),
    "bomb.xlsx": (lambda: changed(SHEET, lambda b: b.replace(b"</sheetData>", b"<row><c><v>" + b" " * 290_000_000 + b"</v></c></row></sheetData>")), "would grow"),
    "cut.xlsx": (lambda: workbook()[:-300], "damaged or was cut short"),
    "broken.xlsx": (lambda: changed(SHEET, lambda b: b[:200]), "damaged"),
    "far.xlsx": (lambda: changed(SHEET, lambda b: b.replace(b'<row r="2"', b'<row r="1048576"')), "more than 150,000 rows"),
    "picture.csv": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "this is a PNG picture"),
    "paper.csv": (lambda: b"%PDF-1.7\n...", "this is a PDF"),
    "program.csv": (lambda: b"MZ\x90\0\3\0\0\0", "this is a Windows program"),
    "page.csv": (lambda: b"\xef\xbb\xbf <!DOCTYPE html><html>", "this is a web page"),
    "old.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "please save it as .xlsx or .csv"),
    "packed.csv": (lambda: b"\x1f\x8b\x08\0", "please unpack it first"),
    "nothing.csv": (lambda: b"", "the file is empty"),
    "blanks.csv": (lambda: b"\xef\xbb\xbf \r\n\n", "the file is empty"),
    "ff.csv": (lambda: b"\xff" * 2000, "no text file"),
    "zeros.csv": (lambda: CONNECTIONS.encode() + b"A\0B,C\n", "line 3: it holds bytes that no text holds"),
    "noise.csv": (lambda: bytes(range(1, 256)) * 40, "no text file"),
    "line.csv": (lambda: b"Name,Email\n" + b"," * 30_000_000, "longer than 8 MB"),
    "quote.csv": (lambda: b'Name,Email\n"' + b"a" * 30_000_000, "longer than 8 MB"),
    "lines.txt": (lambda: b"Ann Lee\n" * 2_000_000, "the limit for a plain list"),
    "values.ldif": (lambda: b"dn: x\n" + b"cn: Ann\n" * 4_000_000, "the limit for an LDIF file"),
    "cards.vcf": (lambda: b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 150_001, "more than 150,000 cards"),
    "agents.vcf": (lambda: b"BEGIN:VCARD\nAGENT:\n" * 20_000, "no person"),
}  # fmt: skip


FAULT_79 = ("up.zip", "absolute.zip", "drive.zip", "back.zip", "link.zip", "twice.zip")
FAULT_80 = ("entity.xlsx", "laughs.xlsx")
FAULT_85 = (
    *("picture.csv", "paper.csv", "program.csv", "page.csv", "old.xls", "packed.csv", "word.docx"),
    *("nothing.csv", "blanks.csv", "ff.csv", "zeros.csv", "noise.csv", "empty.zip", "cut.zip", "half.zip"),
    *("cut.xlsx", "broken.xlsx"),
)
FAULT_78 = tuple(name for name in REFUSED if name not in (*FAULT_79, *FAULT_80, *FAULT_85))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", FAULT_78)
def test_fault_78_bombs_and_floods_are_refused_before_unpacking(name: str) -> None:
    refused_with_reason(name)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", FAULT_79)
def test_fault_79_names_that_lead_outside_or_come_twice_are_refused(name: str) -> None:
    refused_with_reason(name)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", FAULT_80)
def test_fault_80_entities_are_refused(name: str) -> None:
    refused_with_reason(name)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", FAULT_85)
def test_fault_85_what_is_no_list_says_what_it_is(name: str) -> None:
    refused_with_reason(name)


LATE = b'<?xml version="1.0"?><!--' + b"x" * 70_000 + b"-->"
SECRET = "a word from another file"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("kind", ["outside", "within", "wide"])
def test_fault_80_an_entity_far_down_reads_no_file(part: str, kind: str, tmp_path: Path) -> None:
    """A comment of 70 KB stands before the document type, or the part is UTF-16: no file is read either way."""
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    value = f'SYSTEM "{(tmp_path / "secret").as_uri()}"' if kind != "within" else f'"{SECRET}"'

    def trick(part: bytes) -> bytes:
        body = part.split(b"?>", 1)[-1].replace(b"Ann Lee", b"&e;")
        if kind == "wide":
            return f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e {value}>]>{body.decode()}'.encode(
                "utf-16"
            )
        return LATE + f"<!DOCTYPE x [<!ENTITY e {value}>]>".encode() + body

    try:
        found = read_contacts("trick.xlsx", changed(part, trick))
    except Refused as reason:
        assert SECRET not in str(reason)
    else:
        assert SECRET not in repr(found.rows)


def refused_with_reason(name: str) -> None:
    make, reason = REFUSED[name]
    data = make()
    with pytest.raises(Refused) as refusal:
        read_contacts(name, data)
    assert str(refusal.value).startswith(name)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


SURVIVED: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "utf-16 without its mark": (lambda: CONNECTIONS.replace("Lee", "Léé").encode("utf-16-le"), ["Ann Léé"]),
    "utf-7": (lambda: CONNECTIONS.replace("Lee", "Núñez").encode("utf-7"), ["Ann Núñez"]),
    "two code pages": (
        lambda: CONNECTIONS.encode() + "Zoë,Bär,,,C,D,15 Jan 2024\n".encode() + "Jürgen,Groß,,,C,D,15 Jan 2024\n".encode("cp1252"),
        ["Ann Lee", "Zoë Bär", "Jürgen Groß"],
    ),
    "a cell of five million letters": (lambda: b"Name,Email\n" + b"x" * 5_000_000 + b",a@x.org\nTom,t@x.org\n", ["Tom"]),
    "three million commas": (lambda: b"Name,Email\n" + b"," * 3_000_000 + b"\nTom,t@x.org\n", ["Tom"]),
    "five thousand columns": (lambda: b"Name,Email," + b",".join(b"c%d" % n for n in range(5_000)) + b"\nTom,t@x.org\n", ["Tom"]),
    "a mark never closed": (lambda: b'Name,Email\n"' + b"Tom,t@x.org\n" * 3_000, ["Tom"]),
    "a line folded three million times": (lambda: b"BEGIN:VCARD\nFN:Tom\nNOTE:" + b"x\n " * 3_000_000 + b"\nEND:VCARD\n", ["Tom"]),
    "soft breaks without end": (lambda: b"BEGIN:VCARD\nVERSION:2.1\nFN:Tom\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\n" * 20_000 + b"\nEND:VCARD\n", ["Tom"]),
    "millions of marks in a name": (lambda: b"BEGIN:VCARD\nFN:Tom\nN:" + b";" * 5_000_000 + b"\nORG:" + b"\\;" * 1_000_000 + b"\nEND:VCARD\n", ["Tom"]),
    "half a million parameters": (lambda: b"BEGIN:VCARD\nFN:Tom\nTEL" + b";a" * 500_000 + b":1\nX" + b';"a' * 300_000 + b":1\nEND:VCARD\n", ["Tom"]),
    "every head another": (lambda: b"BEGIN:VCARD\nFN:Tom\n" + b"".join(b"X%d:1\n" % n for n in range(300_000)) + b"END:VCARD\n", ["Tom"]),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", list(SURVIVED))
def test_fault_85_survived_quickly_with_the_right_text(name: str) -> None:
    make, names = SURVIVED[name]
    data = make()
    found = read_contacts("file", data)
    assert list(dict.fromkeys(r.name for r in found.rows)) == names


MEASURE = """
import io, json, re, sys
sys.path.insert(0, sys.argv[1])
from halfhour.integrations.contacts_files import read_contacts
from halfhour.integrations.refused import Refused
data = open(sys.argv[2], "rb").read()
try:
    answer = len(read_contacts("file", data).rows)
except Refused as reason:
    answer = str(reason)
peak = re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())
print(json.dumps([answer, int(peak[1]) / 1024]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
@pytest.mark.parametrize(
    ("make", "answer"),
    [
        pytest.param(
            lambda: b"Name,Email\n" + b"".join(b"Person %07d,person%07d@example.com,%s\n" % (n, n, b"x" * 66) for n in range(1_000_000)),
            "file: it is 102 MB; the limit for a list is 60 MB and 150,000 rows, so please split it.",
            id="a million rows",
        ),
        pytest.param(lambda: b"Name,Email\n" + b"Person %d,p@example.com\n" * 1_000_000, "file: it has more than 150,000 rows", id="a million short rows"),
        pytest.param(
            lambda: ("Name,Email\n" + "".join(f"Person {n} 🌸,person{n}@example.com\n" for n in range(100_000))).encode(), 100_000, id="a hundred thousand rows"
        ),
        pytest.param(lambda: REFUSED["bomb.xlsx"][0](), "file: “xl/worksheets/sheet1.xml” inside this ZIP would grow", id="a workbook of 290 MB"),
        pytest.param(lambda: b"BEGIN:VCARD\nFN:Tom\nPHOTO;ENCODING=b:" + b"A" * 64_000_000 + b"\nEND:VCARD\n", 1, id="a photo of 64 MB"),
    ],
)  # fmt: skip
def test_fault_76_in_little_memory(make: Callable[[], bytes], answer: str | int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(make())
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, root, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    found, megabytes = json.loads(done.stdout)
    assert found == answer or str(found).startswith(str(answer))
    assert megabytes < 300


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + b"\0" * 18)
@example(b"sep=;\n")
@example(b"\xff\xfe")
@example(b"+/v8-")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_contacts("file", data)
    except Refused as reason:
        assert str(reason)


GOOD = [CONNECTIONS.encode(), zipped(("Connections.csv", CONNECTIONS)), workbook()]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_good_file_is_read_or_refused(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from(GOOD))
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_contacts("file", bytes(damaged[: data.draw(st.integers(1, len(good)))]))
    except Refused as reason:
        assert str(reason)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "lines",
    [
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=41=\n" * 400_000,
        b"junk\n" * 400_000,
        b"TEL:1234567\n" * 200_000,
        b"NOTE:" + b"a\n " * 400_000,
    ],
    ids=["quoted-printable without end", "broken lines", "telephones", "folded without end"],
)
def test_fault_78_a_card_of_endless_lines_is_read_in_its_beginning(lines: bytes) -> None:
    card = b"BEGIN:VCARD\nVERSION:2.1\nFN:Ann Lee\nN:Lee;Ann\n" + lines + b"\nEND:VCARD\n"
    found = read_contacts("a.vcf", card * 2)
    assert [row.name for row in found.rows] == ["Ann Lee", "Ann Lee"]
    assert len(found.problems) <= 42
