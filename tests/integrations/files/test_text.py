"""The text that a file's bytes mean."""

import pytest

from halfhour.integrations.dates import find_year, parse_day
from halfhour.integrations.refused import Refused, shown_name
from halfhour.integrations.text import decode


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zoë Müller\n", "utf-8"),
        ("Zoë Müller\n", "utf-8-sig"),
        ("Zoë Müller\n", "utf-16"),
        ("Zoë Müller and others\n", "utf-16-be"),
        ("Zoë Müller and others\n", "utf-16-le"),
        ("Zoë\n", "utf-32"),
        ("Zoë Müller, Société Générale d’Essai – Genève\n", "cp1252"),
        ("Żaneta Wójcik, Spółka Źródło, Łódź\n", "cp1250"),
        ("Юлия Щукина, Менеджер, Москва\n", "cp1251"),
        ("Ελένη Παππά, Μηχανικός, Θεσσαλονίκη\n", "cp1253"),
        ("山田花子、東京、カタカナ\n", "cp932"),
        ("Jürgen Groß, Bäcker, Zürich, Köln\n", "mac_roman"),
    ],
)
def test_code_pages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).whole() == text


def test_old_code_pages_are_named() -> None:
    assert decode("Zoë Müller\n".encode("cp1252")).notes == ("Read as Windows-1252 (Western).",)


def test_known_words_choose_between_code_pages() -> None:
    text = "名,姓,公司\n小明,王,測試公司\n"
    found = decode(text.encode("big5"), recognise=lambda t: 3 if "公司" in t else 0)
    assert (found.encoding, found.whole()) == ("big5", text)


def test_mixed_lines_are_read_each_as_what_it_is_and_named() -> None:
    found = decode("Zoë\n".encode() + "Jürgen\n".encode("cp1252") + b"Ann\n")
    assert found.whole() == "Zoë\nJürgen\nAnn\n"
    assert found.notes == (
        "The file mixes code pages: line 2 read as Windows-1252 (Western), the rest as UTF-8.",
    )


def test_telephones_are_no_utf_7() -> None:
    text = "+4179-555-0100\n+1303-555\n"
    assert decode(text.encode()).whole() == text


@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b"\xef\xbb\xbf", b"MZ\0\0", b"\x1f\x8b\x08"])
def test_refusals(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data, file="x")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 Jan 2024", "2024-01-15"), ("1 mars 2024", "2024-03-01"), ("15. März 2024", "2024-03-15"), ("3 de febrero de 2024", "2024-02-03"),
        ("Jan 5, 2024", "2024-01-05"), ("2024-01-15T10:00:00Z", "2024-01-15"), ("20240115", "2024-01-15"), ("1/15/24, 10:30 AM", "2024-01-15"),
        ("15.01.2024", "2024-01-15"), ("15/01/2024", "2024-01-15"), ("2024年1月15日", "2024-01-15"), ("2024년 1월 15일", "2024-01-15"),
        ("12 févr. 2024", "2024-02-12"), ("12 мая 2024", "2024-05-12"), ("12 lis 2024", "2024-11-12"),
        ("31 Feb 2024", None), ("hello", None), ("", None), ("5", None), ("2024", None),
    ],
)  # fmt: skip
def test_days(text: str, day: str | None) -> None:
    found = parse_day(text)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(("day_first", "day"), [(True, "2024-04-03"), (False, "2024-03-04")])
def test_the_order_of_day_and_month_is_the_readers(day_first: bool, day: str) -> None:
    found = parse_day("03/04/2024", day_first=day_first)
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2016-09-16", 2016),
        ("Class of 1998", 1998),
        ("'98", 1998),
        ("May 2025", 2025),
        ("12345", None),
        ("", None),
    ],
)
def test_years(text: str, year: int | None) -> None:
    assert find_year(text) == year


@pytest.mark.parametrize(
    ("name", "shown"), [("a/b/c.csv", "c.csv"), ("x\r\ny.csv", "xy.csv"), ("C:\\x\\y.csv", "y.csv")]
)
def test_names_in_sentences(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    assert str(Refused("this is a PDF", file=name, line=3)) == f"{shown}, line 3: this is a PDF."
