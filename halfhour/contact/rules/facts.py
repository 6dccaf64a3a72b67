"""The facts a text is drafted from and held against: who writes, to whom, how the name was found, what is asked.

Source: Informational Interviewing Part 1, "Making Contact": who you are, why you want to meet, how long it takes, how
you found the name, and the day you will telephone.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from halfhour.contact.rules.promises import PromiseKind

DEFAULT_LOCALE = "en-US"


class Channel(StrEnum):
    """The way a text travels."""

    EMAIL = "email"
    PAPER = "paper"
    NETWORK = "network"


class SourceKind(StrEnum):
    """How the name was found."""

    ACQUAINTANCE = "acquaintance"
    SCHOOL = "school"
    DIRECTORY = "directory"
    ARTICLE = "article"
    ORGANISATION_CALL = "organisation_call"
    NETWORK = "network"
    EVENT = "event"
    REFERRAL = "referral"
    ADMINISTRATOR = "administrator"
    PUBLIC_PAGE = "public_page"
    OTHER = "other"

    @property
    def is_a_person(self) -> bool:
        """Whether the source's name is the name of a person, who must have allowed its use."""
        return self in {SourceKind.ACQUAINTANCE, SourceKind.REFERRAL, SourceKind.ADMINISTRATOR}


class Focus(StrEnum):
    """What the talk is to be about."""

    POSITION = "position"
    ORGANISATION = "organisation"
    CAREER_PATH = "career_path"


class Situation(StrEnum):
    """Where the seeker stands; it colours how a draft speaks."""

    STUDENT = "student"
    SCHOOL_LEAVER = "school_leaver"
    CAREER_CHANGER = "career_changer"
    RETURNING = "returning"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sender:
    """The seeker. status: one line about oneself in own words. locale: how dates are written, such as en-GB.

    country: two letters, whose public holidays are kept; empty where it is not known.
    """

    name: str = ""
    status: str = ""
    phone: str = ""
    email: str = ""
    school: str = ""
    postal_address: str = ""
    situation: Situation = Situation.OTHER
    locale: str = DEFAULT_LOCALE
    country: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """The person asked. title: Ms, Mr, Mx, Dr, Professor; only when it is known. family: the family name, when known.

    job_title: what they do. phone_known: None when nobody said. pronoun: she, he, they or as written ("she/her").
    """

    name: str = ""
    title: str = ""
    family: str = ""
    organisation: str = ""
    job_title: str = ""
    phone_known: bool | None = None
    pronoun: str = ""
    email: str = ""
    postal_address: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """How the name was found.

    name: a person, school, directory, publication or event. may_mention: None when nobody asked; a person's name is
    used only when True. detail: what it said, or who the person is to me ("taught me at Harbor"). on: its date.
    imported: the name came with a list of contacts that was read from a file.
    """

    kind: SourceKind | None = None
    name: str = ""
    may_mention: bool | None = None
    detail: str = ""
    on: date | None = None
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked. occupation and why_person are in the seeker's own words.

    why_person: one fact about this person or their organisation. formats: "in person", "by phone", "by video".
    why_sentence: when given, a draft uses it as it stands in place of its own sentence on why this person.
    final: the last attempt that is allowed, which names no further day.
    """

    minutes: int | None = None
    occupation: str = ""
    why_person: str = ""
    why_sentence: str = ""
    focus: Focus | None = None
    formats: tuple[str, ...] = ()
    promise_on: date | None = None
    promise_kind: PromiseKind = PromiseKind.CALL
    channel: Channel | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one message. Empty text, an empty tuple or None: not known.

    earlier: texts of messages sent before. said: what they told me in the talk. named: people they suggested.
    talk_on: the day of the talk. today: the day the text is written, when it is not the caller's.
    """

    sender: Sender = field(default_factory=Sender)
    recipient: Recipient = field(default_factory=Recipient)
    source: Source = field(default_factory=Source)
    ask: Ask = field(default_factory=Ask)
    earlier: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    talk_on: date | None = None
    today: date | None = None

    @classmethod
    def from_json(cls, value: object) -> "Facts":
        """Read the facts of `halfhour check --facts`. Raises FactsError with one plain line."""
        from halfhour.contact.rules.facts_json import read_facts  # it builds these classes

        return read_facts(value)


class FactsError(ValueError):
    """A facts file that cannot be used, with the reason in one line."""
