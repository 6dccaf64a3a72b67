"""Which messages are one conversation; a subject alone never joins any."""

from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.mail.threading import conversations, head_of, heads_of, subject_key


def mail(
    number: str, sender: str = "maya", to: str = "tom", subject: str = "20 minutes?", *more: str
) -> bytes:
    return "\n".join(
        (
            f"From: {sender}@example.org",
            f"To: <{to}@example.org>",
            f"Subject: {subject}",
            f"Message-ID: <{number}@example.org>",
            *more,
            "",
            "x",
        )
    ).encode()


def joined(*messages: bytes) -> list[int]:
    return conversations(heads_of(messages))


def test_references_and_in_reply_to() -> None:
    assert joined(
        mail("1"),
        mail("2", "tom", "maya", "Re: 20 minutes?", "In-Reply-To: <1@example.org> (message from Maya)"),
        mail("3", "maya", "tom", "Other words", "References: <1@example.org>", " <2@example.org>"),
        mail("4", "ann", "maya", "Re: 20 minutes?", "REFERENCES: <9@example.org>"),
    ) == [0, 0, 0, 3]


def test_one_subject_to_many_strangers_joins_nothing() -> None:
    assert joined(
        mail("1", to="tom"),
        mail("2", to="ann"),
        mail("3", to="bob"),
        mail("4", "ann", "maya", "Re: 20 minutes?"),
    ) == [0, 1, 2, 1]


def test_a_reply_that_lost_its_ids_goes_to_the_conversation_of_the_two() -> None:
    assert joined(mail("1"), mail("2", "tom", "maya", "AW: [EXT] Re: 20 minutes?")) == [0, 0]
    assert joined(mail("1"), mail("2", "tom", "maya", "20 minutes?")) == [0, 1]
    assert joined(mail("1"), mail("2", "tom", "maya", "Automatic reply: 20 minutes?")) == [0, 0]


def test_which_of_two_equal_questions_is_meant_is_not_guessed() -> None:
    both = [mail("1"), mail("2"), mail("3", "tom", "maya", "Re: 20 minutes?")]
    assert joined(*both) == [0, 1, 2]
    far = [
        mail("1"),
        *(mail(f"x{n}", to=f"p{n}", subject=f"s{n}") for n in range(20)),
        mail("2"),
        mail("3", "tom", "maya", "Re: 20 minutes?"),
    ]
    assert joined(*far)[-2:] == [21, 21]


def test_a_report_is_attached_by_the_ids_inside_its_parts() -> None:
    returned = b"From: MAILER-DAEMON@mx.example.net\nTo: maya@example.org\nSubject: failure notice\nMessage-ID: <r@mx>\nContent-Type: multipart/report; boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\nTWVzc2FnZS1JRDogPDFAZXhhbXBsZS5vcmc+Cg==\n--b--\n"
    assert joined(mail("1"), returned) == [0, 0]
    plain = b"From: Mail Delivery System <x@y>\nSubject: failed\nMessage-ID: <q@mx>\n\nfailed\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <1@example.org>\n"
    assert joined(mail("1"), plain) == [0, 0]


def test_fault_41_the_same_id_with_other_text_stays_two_messages() -> None:
    assert joined(mail("1"), mail("1", subject="other")) == [0, 0]  # two entries, one conversation


def test_subjects() -> None:
    assert subject_key(b" =?utf-8?Q?Re=3A_Gr=C3=BC=C3=9Fe?=") == ("grüße", True)
    assert subject_key(b" RE: AW: Fwd: [list] Hello ") == ("hello", True)
    assert subject_key(b" [list] Hello") == ("hello", False)
    assert subject_key(b" Regarding: Hello") == ("regarding: hello", False)


def test_dos_line_ends_and_no_headers() -> None:
    assert head_of(mail("1").replace(b"\n", b"\r\n")).message_id == b"1@example.org"
    assert head_of(b"") == (b"", (), "", False, b"", ())


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_have_a_head(data: bytes) -> None:
    assert conversations([head_of(data), head_of(data)])[0] == 0
