"""What a draft is, and the parts that every message shares: greeting, closing, signature, subject.

Source: O'Brien Center (title and name spelled as verified); phones show 25 to 30 characters of a subject (Return Path).
"""

import re
from dataclasses import dataclass

from halfhour.contact.rules.checks.length import SUBJECT_LONGEST
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.day_style import is_month_first, letter_date
from halfhour.contact.rules.facts import Channel, Facts, Recipient
from halfhour.contact.rules.sentences import word_set

_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|cpa|esq|r\.?n)\.?$", re.IGNORECASE)
_PARTICLES = word_set("van von de der den del della di da dos du la le bin ibn al el ter ten zu")


@dataclass(frozen=True, slots=True)
class Draft:
    """A message ready to be edited. subject: empty on paper and in a network's message box."""

    subject: str
    body: str

    @property
    def text(self) -> str:
        """The whole message as the checker reads it."""
        return f"Subject: {self.subject}\n\n{self.body}" if self.subject else self.body


def family_name(recipient: Recipient) -> str:
    """Return the family name: as noted, else the last part of the name with its particles."""
    if recipient.family:
        return recipient.family
    parts = _SUFFIX.sub("", recipient.name.strip()).split()
    if not parts:
        return ""
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(parts[at:])


def first_name(name: str) -> str:
    """Return the first part of a name that is no title."""
    parts = [
        part
        for part in name.split()
        if part.lower().rstrip(".") not in {"mr", "mrs", "ms", "mx", "dr", "prof", "professor", "miss"}
    ]
    return parts[0] if parts else ""


def salutation(recipient: Recipient) -> str:
    """Greet by title and family name when the title is known, else by the whole name: "Dear Dana Whitfield,"."""
    family = family_name(recipient)
    if recipient.title and family:
        return f"Dear {recipient.title.strip()} {family},"
    name = recipient.name.strip()
    return f"Dear {name}," if name else "Hello,"


def contact_line(facts: Facts) -> str:
    """Return the sender's address and number on one line; what is missing is left out."""
    return " · ".join(part for part in (facts.sender.email, facts.sender.phone) if part)


def signature(facts: Facts, picker: Picker, *, formal: bool = False) -> str:
    """Return the closing words, the name and how to be reached."""
    american = is_month_first(facts.sender.locale)
    if formal:
        closing = picker.pick(
            "closing",
            ("Sincerely,", "Sincerely yours,") if american else ("Yours sincerely,", "With kind regards,"),
        )
    else:
        closing = picker.pick(
            "closing",
            (
                "Kind regards,",
                "With best wishes,",
                "Best regards,",
                "With kind regards,",
                "With many thanks,",
            ),
        )
    return "\n".join(part for part in (closing, facts.sender.name, contact_line(facts)) if part)


def head_of_letter(facts: Facts) -> str:
    """Return the blocks above a paper letter: sender, date, recipient; what is missing is left out."""
    sender = "\n".join(part for part in (facts.sender.name, facts.sender.postal_address) if part)
    titled = " ".join(part for part in (facts.recipient.title, facts.recipient.name) if part)
    lines = (titled, facts.recipient.job_title, facts.recipient.organisation, facts.recipient.postal_address)
    recipient = "\n".join(part for part in lines if part)
    written_on = letter_date(facts.today, facts.sender.locale) if facts.today else ""
    return "\n\n".join(part for part in (sender, written_on, recipient) if part)


def on_paper(facts: Facts) -> bool:
    return facts.ask.channel is Channel.PAPER


def first_that_fits(*subjects: str) -> str:
    """Return the first subject that is not too long; the last is cut at a word."""
    for subject in subjects:
        if subject and len(subject) <= SUBJECT_LONGEST:
            return subject
    return subjects[-1][:SUBJECT_LONGEST].rsplit(" ", 1)[0] if subjects else ""


def paragraphs(*parts: str) -> str:
    """Join what there is with blank lines."""
    return "\n\n".join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Join what there is with spaces."""
    return " ".join(part for part in parts if part)
