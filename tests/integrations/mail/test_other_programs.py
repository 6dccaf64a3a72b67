"""What programs of all sorts make of a message: labels that lie, boundaries that are missing, words below the words."""

from datetime import date

import pytest

from halfhour.integrations.mail.absence import returns_on
from halfhour.integrations.mail.classify import Writer, classify
from halfhour.integrations.mail.reader import read_mail
from halfhour.integrations.mail.reply_text import own_words

HEAD = "From: Dana <dana@example.com>\nSubject: Yes\n"
PARTS = "--X\nContent-Type: text/plain\n\nYes, Thursday\n--X\nContent-Type: text/html\n\n<p>Yes</p>\n--X--\n"


def message(headers: str, body: bytes | str) -> bytes:
    data = body if isinstance(body, bytes) else body.encode()
    return (HEAD + headers).encode() + b"\n\n" + data


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        ("Content-Type: text/plain; charset=iso-8859-1", "Grüße", "Grüße"),
        ("Content-Type: text/html", b"<meta charset=windows-1252>It\x92s fine", "It’s fine"),
        ("Content-Transfer-Encoding: base64", "Yes, Thursday at three.", "Yes, Thursday at three."),
        ("Content-Transfer-Encoding: base64", "WWVzLCBUaHVyc2RheQ", "Yes, Thursday"),
        ("Content-Type: multipart/alternative", PARTS, "Yes, Thursday"),
        ("Content-Type: multipart/alternative; boundary=Y", PARTS, "Yes, Thursday"),
    ],
    ids=[
        "UTF-8 said Latin-1",
        "charset in the page",
        "no base64 at all",
        "no padding",
        "no boundary",
        "wrong boundary",
    ],
)
def test_what_a_message_says_of_itself_is_not_believed_blindly(
    headers: str, body: bytes | str, text: str
) -> None:
    assert read_mail(message(headers, body)).text.strip() == text


@pytest.mark.parametrize(
    "below",
    [
        "---- On Mon, 23 Nov 2026 09:12:00 -0800 Maya <maya@example.org> wrote ---\n\nMay I ask?",
        "Yahoo Mail: Search, Organize, Conquer\n\nOn Mon, Nov 23, 2026 at 9:12 AM, Maya <maya@example.org> wrote:\n> hi",
        "begin 644 a.txt\n#0V%T\n`\nend",
    ],
)
def test_what_stands_below_the_words(below: str) -> None:
    assert own_words(f"Thursday works.\n\n{below}\n") == "Thursday works."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Olen lomalla 27.11.2026 asti.", date(2026, 11, 27)),
        ("11月30日まで休暇をいただいております。", date(2026, 11, 30)),
        ("Estou de férias e regresso a 7 de dezembro.", date(2026, 12, 7)),
    ],
)
def test_fault_50_the_day_of_return_in_more_languages(text: str, day: date) -> None:
    assert returns_on(text, written_on=date(2026, 11, 23)) == day


@pytest.mark.parametrize(
    ("body", "hard"),
    [
        ("Ihre Nachricht konnte nicht zugestellt werden.\n\ndana@example.com:\nEmpfaenger unbekannt", True),
        ("No se pudo entregar el mensaje.\n\ndana@example.com\nNo existe el usuario.", True),
        ("could not be delivered\ndana@example.com: it is on the suppression list for your account", False),
    ],
)
def test_fault_33_hard_or_soft_in_words_only(body: str, hard: bool) -> None:
    data = f"From: MAILER-DAEMON@example.net\nSubject: Mail delivery failed\nReturn-Path: <>\n\n{body}\n".encode()
    found = classify(data)
    assert (found.writer, found.hard) == (Writer.BOUNCE, hard)
