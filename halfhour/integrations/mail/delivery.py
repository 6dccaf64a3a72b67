"""What a report of the mail system says: which addresses failed, why, and whether for good."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes

from halfhour.integrations.mail import delivery_words as words
from halfhour.integrations.mail.headers import first, message_ids, read_headers, split_head
from halfhour.integrations.mail.mime import Part, parts_of
from halfhour.integrations.mail.reader import MailMessage

MAX_RECIPIENTS = 100
MAX_REPORT = 60_000


@dataclass(frozen=True, slots=True)
class FailedRecipient:
    """One address of a report. email: lower case, may be empty when the report names none.

    status: "5.1.1" or empty (RFC 3463). reply: "550" or empty. hard: the address itself is at fault, so writing
    to it again is pointless. action: failed, delayed, delivered, relayed or expanded.
    """

    email: str
    status: str
    reply: str
    reason: str
    hard: bool
    action: str = "failed"


# The message itself, or its headers, as reports return them.
_RETURNED = (
    "message/rfc822",
    "message/global",
    "message/global-headers",
    "text/rfc822-headers",
    "text/rfc822-header",
)
_FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{1,60}):[ \t]{0,8}(.{0,2000})$")
_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?:^|[\s:;'(\[-])([45]\d\d)(?=[\s\-:;,.<#'\])]|$)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+=/&%'*-]{1,100}@[A-Za-z0-9.-]{1,150}[A-Za-z0-9]")
_SES = re.compile(r"5\.1\.0 - Unknown address error|5\.3\.0 - Other mail system problem")


def report_groups(message: MailMessage) -> list[dict[str, str]]:
    """Return the fields of each recipient of the machine-readable report (RFC 3464), names in lower case."""
    groups: list[dict[str, str]] = []
    for part in message.parts:
        if (
            part.kind not in ("message/delivery-status", "message/global-delivery-status")
            or "message/rfc822" in part.path
        ):
            continue
        group: dict[str, str] = {}
        name = ""
        for line in [*part.text(MAX_REPORT).split("\n")[:2000], ""]:
            found = _FIELD.match(line)
            if not line.strip():
                if group:
                    groups.append(group)
                group, name = {}, ""
            elif found:
                name = found[1].lower()
                group.setdefault(name, found[2].strip())
            elif name and line[0] in " \t" and len(group[name]) < 4000:
                group[name] += " " + line.strip()
    recipients = [
        g for g in groups if any(k in g for k in ("final-recipient", "original-recipient", "action"))
    ]
    return recipients[:MAX_RECIPIENTS]


def recipients_of(message: MailMessage) -> tuple[FailedRecipient, ...]:
    """Return who did not get the message and why, from the report's fields or else from its words."""
    report = report_text(message)
    groups = report_groups(message)
    if groups:
        return tuple(_from_group(group, report) for group in groups)
    named = message.header("x-failed-recipients")
    emails = _emails(named) or _named_in(message, report) or _by_flufl(message)
    return tuple(_from_words(email, _about(email, emails, report), report) for email in emails or [""])


def _from_words(email: str, said: str, report: str) -> FailedRecipient:
    status, reply = _codes(said)
    reason = reason_of(said, status)
    if not reason:
        status, reply = _codes(report)
        reason = reason_of(report, status)
    return FailedRecipient(email, status, reply, reason, _is_hard(reason, "", report))


def _about(email: str, emails: list[str], report: str) -> str:
    """The lines of a report on several addresses that are about one of them: from its line to the next one's."""
    if len(emails) < 2:
        return report
    starts = {
        e: m.start() for e in emails if (m := re.search(rf"(?mi)^[\s<\"'*-]{{0,8}}{re.escape(e)}", report))
    }
    if email not in starts:
        return report
    return report[starts[email] : min((p for p in starts.values() if p > starts[email]), default=len(report))]


def report_text(message: MailMessage) -> str:
    """Return the words of the report itself, without the message it returns."""
    text = "\n".join(t for t in (message.subject, message.text[:MAX_REPORT], *message.texts[1:3]) if t)[
        :MAX_REPORT
    ]
    found = words.ORIGINAL.search(text, len(message.subject) + 40)
    return text[: found.start()] if found else text


def reason_of(said: str, status: str) -> str:
    """Name the reason from the words of the report and its code; "" when neither tells.

    said: the diagnostic of one recipient or the whole report.
    """
    said = _SES.sub(" ", said)
    if status in ("5.1.7", "5.1.8"):
        return "rejected"  # it is the sender's address they refuse
    for name, pattern in words.SAID:
        if pattern.search(said):
            # A server that takes the message and then says "user unknown" filters by content or sender.
            return "filtered" if name == "userunknown" and words.AFTER_DATA.search(said) else name
    for name, pattern in words.MAY_PASS:
        if pattern.search(said):
            return name
    return words.STATUS_REASONS.get(status, "")


def original_ids(message: MailMessage) -> tuple[str, ...]:
    """Return the message ids of the returned message, from its headers or from the words of the report."""
    return _ids_of(message.parts, message.message_id)


def ids_in_parts(data: bytes) -> tuple[str, ...]:
    """Return the same for a message in bytes, without reading the rest of it."""
    head, body = split_head(data, 0, len(data))
    headers = read_headers(data, 0, head)
    own = next(iter(message_ids(first(headers, "message-id"))), "")
    return _ids_of(parts_of(data, headers, body, len(data)), own)


def _ids_of(parts: Sequence[Part], own: str) -> tuple[str, ...]:
    out: list[str] = []
    for part in parts:
        if part.kind in _RETURNED:
            out += _ids_in(part.text(MAX_REPORT))
    if not out:
        out = [
            i for part in parts[:6] if part.kind.startswith("text/") for i in _ids_in(part.text(MAX_REPORT))
        ]
    return tuple(dict.fromkeys(i for i in out if i != own))[:10]


def _ids_in(text: str) -> list[str]:
    found = re.findall(r"(?im)^[ \t>*]{0,8}message-id:[ \t]{0,8}(?:\n[ \t]{1,8})?(\S{3,500})", text)
    return [i for value in found[:20] for i in (message_ids(value) or (value.strip("<>"),))]


def _from_group(group: dict[str, str], report: str) -> FailedRecipient:
    address = (
        group.get("final-recipient")
        or group.get("original-recipient")
        or group.get("x-actual-recipient")
        or ""
    )
    email = next(iter(_emails(address)), "")
    diagnostic = group.get("diagnostic-code", "")
    action = (
        group.get("action", "failed").split(None, 1)[0].strip("();,").lower()
        if group.get("action")
        else "failed"
    )
    in_field = _STATUS.search(group.get("status", ""))
    said_status, reply = _codes(diagnostic)
    status = in_field[0] if in_field else said_status
    if status.endswith(".0.0") and said_status:
        status = said_status
    after_data = words.AFTER_DATA.search(report)
    reason = reason_of(f"{diagnostic} {after_data[0] if after_data else ''}", status) if diagnostic else ""
    if not reason or not diagnostic or _says_little(diagnostic):
        reason = _stronger(reason, reason_of(report, status))
    return FailedRecipient(email, status, reply, reason, _is_hard(reason, action, ""), action)


def _says_little(diagnostic: str) -> bool:
    return len(re.sub(r"(?i)x-unix;|smtp;|[\d\W]", "", diagnostic)) < 6


def _stronger(reason: str, other: str) -> str:
    return (
        other if other and (not reason or other in words.HARD_REASONS or reason == "systemerror") else reason
    )


def _is_hard(reason: str, action: str, said: str) -> bool:
    """An address that does not exist, unless the mail system is still trying."""
    waiting = action == "delayed" or re.search(
        r"(?i)has been delayed|will be retried|warning message only", said
    )
    return reason in words.HARD_REASONS and not waiting


def _codes(text: str) -> tuple[str, str]:
    status = next((m[0] for m in _STATUS.finditer(text[:MAX_REPORT]) if m[1] in "45" and int(m[2]) <= 7), "")
    found = _REPLY.search(text[:MAX_REPORT])
    return status, found[1] if found else ""


def _emails(text: str) -> list[str]:
    return list(dict.fromkeys(e.strip("'").lower() for e in _EMAIL.findall(text[:20_000])))[:MAX_RECIPIENTS]


def _named_in(message: MailMessage, report: str) -> list[str]:
    """The addresses of the report's own words, without our own and the daemon's."""
    ours = {a.email.lower() for a in (*message.senders, *message.to, *message.cc)}
    found = [e for e in _emails(report) if e not in ours and not words.DAEMON.match(e)]
    listed = [e for e in found if re.search(rf"(?m)^[\s<\"'*-]{{0,8}}{re.escape(e)}", report, re.IGNORECASE)]
    return (listed or found)[:20]


def _by_flufl(message: MailMessage) -> list[str]:
    """Ask flufl.bounce, which knows old mail systems; it may raise on anything, so it stands last and guarded."""
    raw = message.parts[0].raw if message.parts else b""
    if not raw or len(raw) > 300_000:
        return []
    from flufl.bounce import all_failures

    try:
        temporary, lasting = all_failures(message_from_bytes(raw))
    except Exception:  # it has no errors of its own: any of them means it could not read the report
        return []
    return sorted(a.decode("ascii", "replace").lower() for a in (*temporary, *lasting) if a)[:20]
