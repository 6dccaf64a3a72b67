"""How facts are read from JSON: every key may be missing or null, unknown keys are passed over.

Source: the command contract of `halfhour check --facts`; a default of ours.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from halfhour.contact.rules.facts import (
    DEFAULT_LOCALE,
    Ask,
    Channel,
    Facts,
    FactsError,
    Focus,
    Recipient,
    Sender,
    Situation,
    Source,
    SourceKind,
)
from halfhour.contact.rules.promises import PromiseKind

# Other people's words for the same thing.
_ALSO_CALLED = {
    **dict.fromkeys(("e_mail", "mail"), "email"),
    **dict.fromkeys(("letter", "post", "postal", "print"), "paper"),
    **dict.fromkeys(("linkedin", "message", "network_message", "social"), "network"),
    **dict.fromkeys(
        ("friend", "family", "relative", "colleague", "coworker", "classmate", "neighbor", "neighbour", "teacher", "professor", "person", "introducer",
         "mutual", "mutual_friend", "mutual_acquaintance", "acquaintances", "personal"),
        "acquaintance",
    ),
    **dict.fromkeys(("referrer", "referred", "interviewee", "recommendation"), "referral"),
    **dict.fromkeys(("alumni", "alumni_office", "career_office", "career_center", "career_centre", "school_office", "university"), "school"),
    **dict.fromkeys(("association", "association_directory", "register", "member_list", "alumni_directory"), "directory"),
    **dict.fromkeys(("news", "newspaper", "magazine", "blog", "podcast", "book", "interview"), "article"),
    **dict.fromkeys(("conference", "lecture", "fair", "career_fair", "career_day", "open_day", "workshop"), "event"),
    **dict.fromkeys(("switchboard", "phone", "phone_call", "call", "receptionist", "organization_call"), "organisation_call"),
    **dict.fromkeys(("website", "web", "web_page", "page"), "public_page"),
}  # fmt: skip
Choice = TypeVar("Choice", bound=StrEnum)


def read_facts(value: object) -> Facts:
    """Turn decoded JSON into Facts. Raises FactsError naming the key that has the wrong type."""
    top = Reader("facts", _mapping(value, "facts"))
    sender, recipient, source, ask = (top.part(key) for key in ("sender", "recipient", "source", "ask"))
    return Facts(
        sender=Sender(
            name=sender.text("name"),
            status=sender.text("status"),
            phone=sender.text("phone"),
            email=sender.text("email"),
            school=sender.text("school"),
            postal_address=sender.text("postal_address"),
            situation=sender.choice("situation", Situation) or Situation.OTHER,
            locale=sender.text("locale") or DEFAULT_LOCALE,
            country=sender.text("country"),
        ),
        recipient=Recipient(
            name=recipient.text("name"),
            title=recipient.text("title") or recipient.text("salutation"),
            family=recipient.text("family"),
            organisation=recipient.text("organisation"),
            job_title=recipient.text("job_title"),
            phone_known=recipient.flag("phone_known"),
            pronoun=recipient.text("pronoun"),
            email=recipient.text("email"),
            postal_address=recipient.text("postal_address"),
        ),
        source=Source(
            kind=source.choice("kind", SourceKind, fallback=SourceKind.OTHER),
            name=source.text("name"),
            may_mention=source.flag("may_mention"),
            detail=source.text("detail"),
            on=source.day("on"),
            imported=bool(source.flag("imported")),
        ),
        ask=Ask(
            minutes=top.whole("minutes", 1, 600) or ask.whole("minutes", 1, 600),
            occupation=top.text("occupation") or ask.text("occupation"),
            why_person=top.text("why_person") or ask.text("why_person"),
            why_sentence=ask.text("why_sentence"),
            focus=top.choice("focus", Focus) or ask.choice("focus", Focus),
            formats=top.texts("formats") or ask.texts("formats"),
            promise_on=top.day("promise_on") or ask.day("promise_on"),
            promise_kind=top.choice("promise_kind", PromiseKind)
            or ask.choice("promise_kind", PromiseKind)
            or PromiseKind.CALL,
            channel=top.choice("channel", Channel) or ask.choice("channel", Channel),
            final=bool(ask.flag("final")),
        ),
        earlier=top.texts("earlier"),
        said=top.texts("said"),
        named=top.texts("named"),
        talk_on=top.day("talk_on"),
        today=top.day("today"),
    )


class Reader:
    """One JSON object, read key by key; an error says the whole path of the key."""

    def __init__(self, path: str, values: Mapping[object, object]) -> None:
        self.path = path
        self.values = values

    def part(self, key: str) -> "Reader":
        return Reader(self._name(key), _mapping(self.values.get(key) or {}, self._name(key)))

    def text(self, key: str) -> str:
        value = self._typed(key, str, "a text")
        return value.strip() if isinstance(value, str) else ""

    def flag(self, key: str) -> bool | None:
        value = self._typed(key, bool, "true or false")
        return value if isinstance(value, bool) else None

    def whole(self, key: str, low: int, high: int) -> int | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise FactsError(f"{self._name(key)} must be a whole number from {low} to {high}")
        return value

    def day(self, key: str) -> date | None:
        text = self.text(key)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise FactsError(f"{self._name(key)} must be a day such as 2026-05-14") from None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._typed(key, list, "a list of texts")
        if not isinstance(value, list):
            return ()
        if not all(isinstance(one, str) for one in value):
            raise FactsError(f"{self._name(key)} must be a list of texts")
        return tuple(one for one in value if one.strip())

    def choice(self, key: str, kind: type[Choice], *, fallback: Choice | None = None) -> Choice | None:
        text = self.text(key).lower().replace(" ", "_").replace("-", "_")
        if not text:
            return None
        if text in {one.value for one in kind}:
            return kind(text)
        if _ALSO_CALLED.get(text) in {one.value for one in kind}:
            return kind(_ALSO_CALLED[text])
        if fallback is not None:
            return fallback
        raise FactsError(f"{self._name(key)} must be one of: {', '.join(one.value for one in kind)}")

    def _typed(self, key: str, kind: type, words: str) -> object:
        value = self.values.get(key)
        if value is not None and not isinstance(value, kind):
            raise FactsError(f"{self._name(key)} must be {words}")
        return value

    def _name(self, key: str) -> str:
        return key if self.path == "facts" else f"{self.path}.{key}"


def _mapping(value: object, path: str) -> Mapping[object, object]:
    if not isinstance(value, dict):
        raise FactsError(f"{path} must be an object with keys and values")
    return value
