"""Messages as bytes: encodings, broken MIME, HTML bodies, limits."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.mail.headers import (
    Address,
    addresses,
    decode_words,
    message_ids,
    moment,
    parameters,
)
from halfhour.integrations.mail.html_text import html_text, safe_html
from halfhour.integrations.mail.reader import read_mail


def mail(*lines: str, body: str = "Hello", encoding: str = "utf-8") -> bytes:
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode(encoding)


def test_a_plain_message() -> None:
    message = read_mail(
        mail(
            "From: =?utf-8?Q?J=C3=BCrgen_M=2E?= <jm@example.org>",
            'To: "Lind, Maya" <maya@example.org>, tom@example.org (Tom)',
            "Subject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?B?ZSE=?=",
            "Date: Mon, 23 Nov 2026 09:00:00 +0100",
            "Message-ID: <a1@example.org>",
            "In-Reply-To: <b1@example.org> (from Maya)",
            "References: <c1@example.org>\r\n\t<b1@example.org>",
        )
    )
    assert message.subject == "Grüße!"
    assert message.senders == (Address("Jürgen M.", "jm@example.org"),)
    assert message.to == (Address("Lind, Maya", "maya@example.org"), Address("Tom", "tom@example.org"))
    assert message.sent_at == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert (message.message_id, message.in_reply_to, message.references) == (
        "a1@example.org",
        ("b1@example.org",),
        ("c1@example.org", "b1@example.org"),
    )
    assert (message.text, message.cut) == ("Hello", False)


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        (["Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable"], "Gr=FC=DFe=\r\n aus K=F6ln", "Grüße aus Köln"),
        (["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], "R3LDvMOfZQ", "Grüße"),
        (["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], "R3LDvMOf\r\n!!ZQ== ignored", "Grüße"),
        (["Content-Type: text/plain; charset=x-nonsense"], "café", "café"),
        (["Content-Type: text/plain; charset=ks_c_5601-1987", "Content-Transfer-Encoding: base64"], "sKG0yQ==", "가능"),
        (["Content-Type: TEXT/PLAIN; CHARSET=\"windows-1252\"", "Content-Transfer-Encoding: Quoted-Printable"], "=93so=94", "“so”"),
        (["Content-Type: text/plain;\r\ncharset=iso-8859-15", "Content-Transfer-Encoding: quoted-printable"], "5 =A4", "5 €"),
        (["Content-Type: nonsense"], "as it is", "as it is"),
        (["Content-Type: text/html; charset=utf-8"], "<p>One</p><p>Two &amp; three</p>", "One\n\nTwo & three"),
    ],
    ids=["quoted-printable", "base64 unpadded", "base64 broken", "unknown charset", "korean", "upper case", "folded wrongly", "no type", "html only"],
)  # fmt: skip
def test_bodies(headers: list[str], body: str, text: str) -> None:
    assert read_mail(mail("From: a@example.org", *headers, body=body)).text == text


def test_bytes_without_a_label_are_not_guessed_but_taken_from_the_message_itself() -> None:
    assert read_mail(b"Subject: Fr\xf6sche\n\nx").subject == "Fr\ufffdsche"
    assert (
        read_mail(b"Subject: Fr\xf6sche\nContent-Type: text/plain; charset=iso-8859-1\n\nx").subject
        == "Frösche"
    )


def multipart(kind: str, *parts: str, end: str = "--x--") -> bytes:
    return mail(
        f"Content-Type: multipart/{kind}; boundary=x",
        body="\r\n".join([*(f"--x\r\n{p}" for p in parts), end]),
    )


def test_the_plain_part_is_taken_and_attachments_are_named() -> None:
    message = read_mail(
        multipart(
            "mixed",
            "Content-Type: text/html\r\n\r\n<p>html</p>",
            "Content-Type: text/plain\r\n\r\nplain",
            "Content-Type: application/pdf; name*=utf-8''r%C3%A9sum%C3%A9.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA",
            "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR",
        )
    )
    assert message.text == "plain"
    assert [(a.name, a.kind) for a in message.attachments] == [
        ("résumé.pdf", "application/pdf"),
        ("", "text/calendar"),
    ][:1]
    assert message.calendars == (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR",)


def test_a_missing_last_boundary_and_a_boundary_inside_another() -> None:
    assert (
        read_mail(multipart("mixed", "Content-Type: text/plain\r\n\r\nwords", end="")).text.strip() == "words"
    )
    nested = b'Content-Type: multipart/mixed; boundary="12"\n\n--12\nContent-Type: multipart/mixed; boundary="1"\n\n--1\nContent-Type: text/plain\n\none\n--12\n\ntwo\n--12--\n'
    assert read_mail(nested).texts == ("one", "two")


def test_fault_42_no_id_no_date_no_sender_a_date_of_the_future() -> None:
    message = read_mail(b"Subject: x\n\nwords")
    assert (message.message_id, message.sent_at, message.senders, message.text) == ("", None, (), "words")
    assert read_mail(b"Date: Fri, 31 Dec 9999 23:59:59 -1200\n\nx").sent_at is None
    assert read_mail(b"just words").text == "just words"
    assert read_mail(b"").text == ""


def test_fault_37_no_line_end_gets_out_of_a_header() -> None:
    message = read_mail(
        mail(
            "From: =?utf-8?Q?x=0D=0ABcc:_v@example.org?= <a@example.org>",
            "Subject: =?utf-8?Q?a=0D=0ABcc:_v@example.org?=",
        )
    )
    assert "\n" not in message.subject
    assert [a.email for a in message.senders] == ["a@example.org"]


@pytest.mark.parametrize(
    ("written", "emails"),
    [
        ("a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
        ('"Doe, J" <j@example.org>; k@example.org', ["j@example.org", "k@example.org"]),
        ("Friends: a@example.org, b@example.org;", ["a@example.org", "b@example.org"]),
        ("a@example.org (A. (nested) name)", ["a@example.org"]),
        ("undisclosed-recipients:;", []),
        ("<@relay.example:a@example.org>", ["a@example.org"]),
        ("=?utf-8?Q?Doe=2C_J?= <j@example.org>", ["j@example.org"]),
        ("(" * 5000, []),
    ],
    ids=lambda v: str(v)[:24],
)
def test_addresses(written: str, emails: list[str]) -> None:
    assert [a.email for a in addresses(written) if a.email] == emails


def test_encoded_words_split_inside_a_character_and_side_by_side() -> None:
    assert decode_words("=?utf-8?B?w6Q=?= =?utf-8?B?w7Y=?=") == "äö"
    assert decode_words("=?utf-8?B?w?= =?utf-8?Q?=C3?= =?utf-8?Q?=A4?=").endswith("ä")
    assert decode_words("a =?x-nope?Q?b?= c") == "a b c"
    assert decode_words("=?utf-8?Q?open") == "=?utf-8?Q?open"


def test_parameters_and_ids_and_dates() -> None:
    assert parameters('text/plain; charset="utf-8"; name*0="a;"; name*1="b.txt"')[1] == {
        "charset": "utf-8",
        "name": "a;b.txt",
    }
    assert message_ids("<a@x> garbage <b@x>") == ("a@x", "b@x")
    assert message_ids("a@x") == ("a@x",)
    assert moment("Mon, 23 Nov 2026 09:00 +0100 (CET)") == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert moment("yesterday") is None


def test_html_becomes_lines_with_marked_quotations() -> None:
    source = "<style>p{}</style><div>Yes,<br>gladly.</div><blockquote><p>Could we?</p><blockquote>Old</blockquote></blockquote><ul><li>a<li>b</ul>"
    assert html_text(source) == "Yes,\ngladly.\n\n> Could we?\n>\n> > Old\n\n- a\n- b"


ATTACKS = ['<script>window.x=1</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">a</a>', '<iframe srcdoc="<script>1</script>"></iframe>', "<svg onload=alert(1)>", '<form action=//evil><input></form>', '<base href=//evil>', '<meta http-equiv=refresh content="0;url=//evil">', '<div style="position:fixed;background:url(//evil)">x</div>', '<link rel=stylesheet href=//evil>', '<math><mtext><script>1</script></mtext></math>', '<a href="data:text/html,x">a</a>', '<table background="//evil/x.png"><tr><td>x</td></tr></table>', '<video src=//evil></video>', '<p hx-get="//evil" hx-trigger="load">x</p>']  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_fault_90_91_nothing_in_shown_html_loads_or_runs(attack: str) -> None:
    shown = safe_html(f"before {attack} after")
    for word in ("script", "onerror", "onload", "javascript:", "src=", "style=", "<form", "<base", "<meta", "<link", "<svg", "hx-", "data:", "background", "<img"):  # fmt: skip
        assert word not in shown
    assert "before" in shown
    assert "<" not in html_text(attack)


@given(st.binary(max_size=600))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read(data: bytes) -> None:
    read_mail(data)
    read_mail(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" + data + b"\n--a--")
    read_mail(b"Content-Type: text/html\n\n" + data)


def bomb(kind: str) -> bytes:
    if kind == "nested multiparts":
        return b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(20_000)
        )
    if kind == "nested messages":
        return b"Content-Type: message/rfc822\n\n" * 50_000
    if kind == "many parts":
        return b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 300_000
    if kind == "many headers":
        return b"X-A: b\n" * 300_000 + b"\nx"
    if kind == "one long header":
        return b"Subject: " + b"=?utf-8?Q?a?= " * 200_000 + b"\n\nx"
    if kind == "long folded header":
        return b"References: " + b"<a@b>\n " * 200_000 + b"\n\nx"
    if kind == "deep html":
        return b"Content-Type: text/html\n\n" + b"<div>" * 200_000
    if kind == "many html tags":
        return b"Content-Type: text/html\n\n" + b"<b>x</b>" * 200_000
    if kind == "html comments":
        return b"Content-Type: text/html\n\n" + b"<!--" * 200_000
    if kind == "brackets":
        return b"From: " + b'(<"' * 200_000 + b"\n\nx"
    return b"Content-Type: text/plain" + b'; a="' * 200_000 + b"\n\nx"


@pytest.mark.timeout(60)  # it would hang, not fail
@pytest.mark.parametrize("kind", ["nested multiparts", "nested messages", "many parts", "many headers", "one long header", "long folded header", "deep html", "many html tags", "html comments", "brackets", "parameters"])  # fmt: skip
def test_fault_44_a_poisonous_message_takes_no_time(kind: str) -> None:
    data = bomb(kind)
    assert read_mail(data) is not None
