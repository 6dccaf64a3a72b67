"""People, automatic answers, reports: made-up messages in the shapes of many mail systems."""

import pytest

from halfhour.integrations.mail.classify import Writer, classify


def mail(sender: str, subject: str, body: str, *more: str) -> bytes:
    return "\r\n".join(
        (f"From: {sender}", "To: maya@example.org", f"Subject: {subject}", *more, "", body)
    ).encode()


def report(
    diagnostic: str,
    *,
    action: str = "failed",
    status: str = "5.0.0",
    words: str = "Your message could not be delivered.",
) -> bytes:
    parts = [
        f"Content-Type: text/plain\r\n\r\n{words}",
        f"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; Tom@Example.org\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {diagnostic}\r\n",
        "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <sent-1@example.org>\r\nSubject: Hello\r\n",
    ]
    body = "".join(f"--x\r\n{part}\r\n" for part in parts) + "--x--\r\n"
    return mail(
        "MAILER-DAEMON@mx.example.net",
        "Undelivered Mail Returned to Sender",
        body,
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
    )


@pytest.mark.parametrize(
    ("diagnostic", "status", "reason", "hard"),
    [
        ("550 5.1.1 <tom@example.org>: Recipient address rejected: User unknown in virtual mailbox table", "5.1.1", "userunknown", True),
        ("550 5.1.1 The email account that you tried to reach does not exist.", "5.1.1", "userunknown", True),
        ("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", "5.1.10", "userunknown", True),
        ("550 No such user here", "5.0.0", "userunknown", True),
        ("Host or domain name not found. Name service error for name=example.invalid", "5.4.4", "hostunknown", True),
        ("552 5.2.2 Mailbox full", "5.2.2", "mailboxfull", False),
        ("452 4.2.2 The email account that you tried to reach is over quota", "4.2.2", "mailboxfull", False),
        ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example.net", "5.7.1", "blocked", False),
        ("550 5.7.26 This message does not pass DMARC authentication checks", "5.7.26", "authfailure", False),
        ("552 5.3.4 Message size exceeds fixed limit", "5.3.4", "mesgtoobig", False),
        ("550 5.7.1 Message rejected as spam by content filter", "5.7.1", "spamdetected", False),
        ("421 4.7.0 Try again later, closing connection", "4.7.0", "blocked", False),
        ("550 5.2.1 The email account that you tried to reach is disabled", "5.2.1", "suspend", False),
        ("553 5.1.8 Sender address rejected: Domain not found", "5.1.8", "rejected", False),
    ],
    ids=lambda v: str(v)[:30],
)  # fmt: skip
def test_reasons_and_what_is_for_good(diagnostic: str, status: str, reason: str, hard: bool) -> None:
    found = classify(report(diagnostic, status=status))
    assert (found.writer, found.reason, found.hard) == (Writer.BOUNCE, reason, hard)
    assert [r.email for r in found.recipients] == ["tom@example.org"]
    assert found.original_ids == ("sent-1@example.org",)


def test_a_delay_is_never_for_good_and_a_success_is_no_failure() -> None:
    delayed = classify(report("450 4.1.1 User unknown, will retry", action="delayed", status="4.1.1"))
    assert (delayed.writer, delayed.hard) == (Writer.BOUNCE, False)
    assert classify(report("250 2.1.5 OK", action="delivered", status="2.1.5")).writer == Writer.DELIVERED


BY_WORDS = {
    "qmail": ("MAILER-DAEMON@mx.example.net", "failure notice", "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up.\n\n<tom@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <sent-1@example.org>\n", True),
    "exim": ("Mail Delivery System <Mailer-Daemon@mx.example.net>", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  tom@example.org\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <sent-1@example.org>\n", True),
    "german": ("postmaster@example.net", "Unzustellbar: Anfrage", "Ihre Nachricht konnte an folgende Empfänger nicht zugestellt werden:\n\ntom@example.org\nDer Empfänger ist unbekannt.\n", True),
    "full": ("MAILER-DAEMON@example.net", "Returned mail: quota exceeded", "Your message was not delivered to tom@example.org because the mailbox is full.", False),
}  # fmt: skip


@pytest.mark.parametrize("system", BY_WORDS)
def test_reports_without_a_machine_readable_part(system: str) -> None:
    sender, subject, body, hard = BY_WORDS[system]
    found = classify(mail(sender, subject, body))
    assert (found.writer, found.hard, found.recipients[0].email) == (Writer.BOUNCE, hard, "tom@example.org")


def test_each_address_of_a_report_has_its_own_reason() -> None:
    body = "A message that you sent could not be delivered. The following addresses failed:\n\n  tom@example.org\n    550 5.1.1 User unknown\n  ann@example.org\n    552 5.2.2 Mailbox full\n"
    found = classify(mail("Mailer-Daemon@mx.example.net", "Mail delivery failed", body))
    assert [(r.email, r.reason, r.hard) for r in found.recipients] == [
        ("tom@example.org", "userunknown", True),
        ("ann@example.org", "mailboxfull", False),
    ]
    assert found.hard is True


AUTOMATIC = {
    "header": mail("t@example.org", "Re: Hello", "Thanks.", "Auto-Submitted: auto-replied"),
    "outlook": mail("t@example.org", "Automatic reply: Hello", "I am away."),
    "german": mail("t@example.org", "Automatische Antwort: Hallo", "Ich bin nicht da."),
    "german note": mail("t@example.org", "Abwesenheitsnotiz: Hallo", "Ich bin bis Freitag weg."),
    "french": mail("t@example.org", "Réponse automatique : Bonjour", "Je suis absent."),
    "spanish": mail("t@example.org", "Respuesta automática: Hola", "Estoy fuera."),
    "italian": mail("t@example.org", "Risposta automatica: Ciao", "Sono fuori."),
    "dutch": mail("t@example.org", "Automatisch antwoord: Hallo", "Ik ben weg."),
    "swedish": mail("t@example.org", "Autosvar: Hej", "Borta."),
    "polish": mail("t@example.org", "Automatyczna odpowiedź: x", "Nie ma mnie."),
    "vacation program": mail("t@example.org", "away from my mail", "I am on vacation until Monday.", "Return-Path: <>"),
    "precedence": mail("t@example.org", "Re: Hello", "x", "Precedence: auto_reply"),
    "receipt": mail("t@example.org", "Read: Hello", "--x\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--x--", "Content-Type: multipart/report; report-type=disposition-notification; boundary=x"),
}  # fmt: skip


@pytest.mark.parametrize("kind", AUTOMATIC)
def test_automatic_answers(kind: str) -> None:
    assert classify(AUTOMATIC[kind]).writer == Writer.AUTO_REPLY


HUMAN = {
    "answer": mail("t@example.org", "Re: Question about your path", "Yes, gladly. Thursday?"),
    "about absence": mail("t@example.org", "Re: Absence next week", "I will be on vacation next week, but Thursday after works."),
    "about a bounce": mail("t@example.org", "Re: Undelivered mail", "Funny, my mail to you came back. Here it is again."),
    "a manager of deliveries": mail("postmaster.jones@example.org", "Coffee", "Tuesday at three?"),
    "auto-submitted no": mail("t@example.org", "Re: Hello", "Yes.", "Auto-Submitted: no"),
    "i am on it": mail("t@example.org", "I am on board", "Tuesday is fine."),
    "forwarded message": mail("t@example.org", "Have a look", "--x\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: MAILER-DAEMON@x\r\nSubject: failure notice\r\n\r\nx\r\n--x--", "Content-Type: multipart/mixed; boundary=x"),
    "list": mail("t@example.org", "Hello", "News.", "Precedence: list", "List-Id: <x.example.org>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HUMAN)
def test_people(kind: str) -> None:
    assert classify(HUMAN[kind]).writer == Writer.HUMAN


def test_a_complaint() -> None:
    body = "--x\r\nContent-Type: text/plain\r\n\r\nAbuse report\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <sent-1@example.org>\r\n\r\nx\r\n--x--"
    found = classify(
        mail(
            "fbl@example.net",
            "Complaint",
            body,
            "Content-Type: multipart/report; report-type=feedback-report; boundary=x",
        )
    )
    assert (found.writer, found.original_ids) == (Writer.FEEDBACK, ("sent-1@example.org",))


@pytest.mark.parametrize(
    "said",
    [
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        "Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.",
        "550 5.1.1 utilisateur inconnu",
        "El usuario desconocido en este servidor",
        "Destinatario sconosciuto",
        "Adres bestaat niet",
    ],
)
def test_fault_33_an_address_that_does_not_exist_is_hard_in_other_languages(said: str) -> None:
    report = (
        "From: postmaster@mail.example\nReturn-Path: <>\nSubject: Undeliverable: A question\n"
        f"Content-Type: text/plain; charset=utf-8\n\nYour message could not be delivered to a@b.example:\n{said}\n"
    )
    found = classify(report.encode())
    assert (found.writer, found.hard) == (Writer.BOUNCE, True)
