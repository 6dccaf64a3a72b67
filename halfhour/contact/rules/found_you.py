"""The sentence that says how the name was found, for each kind of source, and never a name that may not be used.

Source: Informational Interviewing Part 1, "Making Contact": someone suggested it, your school, an article in a newsletter
or industry publication; it adds credibility. Directory, switchboard, network and event are further kinds of ours.
"""

import re

from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.rules.choice import Picker
from halfhour.contact.rules.facts import Facts, Source, SourceKind
from halfhour.contact.rules.own_words import about_me, lower_first, upper_first

_INSTITUTION = re.compile(
    r"\b(?:association|guild|society|institute|union|office|chapter|club|federation|council|college|university|school|academy|center|centre|network|league|bureau)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:office|center|centre|service|services|network|association|directory|list|portal|department)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:directory|list|register|registry|database|roll|members|catalogue|catalog|page|portal)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^(?:taught|knows|works|worked|is|was|met|runs|ran|used|lives|studied|sings|plays|rows|coaches|coached|advises|advised|teaches|trained|manages|supervises|leads)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:from|at|in|of|on|through|via|while|when|by|during)\b", re.IGNORECASE)


def names_a_person(source: Source) -> bool:
    """Whether the source's name is a person's, whose leave is needed."""
    return (
        source.kind is not None
        and source.kind.is_a_person
        and bool(source.name)
        and not _INSTITUTION.search(source.name)
    )


def may_be_named(source: Source) -> bool:
    """Whether the source's name may stand in a text."""
    return bool(source.name) and (
        source.may_mention is True if names_a_person(source) else source.may_mention is not False
    )


def found_you(facts: Facts, picker: Picker, *, shortest: bool = False) -> str:
    """Return a clause such as "Tom Reyes, who taught me at Harbor, suggested that I write to you"; empty: not known.

    It begins as inside a sentence and has no full stop.
    """
    source = facts.source
    if source.kind is None:
        return ""
    if source.imported and not names_a_person(source):
        ways = _imported(facts)
    else:
        ways = _WAYS[source.kind](facts)
    return min(ways, key=len) if shortest else picker.pick("found", ways)


def _at(facts: Facts) -> str:
    return facts.recipient.organisation


def _seen_at(facts: Facts, *words: str) -> list[str]:
    """Return ways that name the organisation, when it is known."""
    return [one.replace("{org}", _at(facts)) for one in words] if _at(facts) else []


def relation(source: Source) -> str:
    """Return who the acquaintance is to me, as it follows the name: ", who taught me at Harbor,"."""
    detail = source.detail.strip().rstrip(".")
    if not detail:
        return ""
    if detail.lower().startswith("who "):
        return f", {lower_first(detail)},"
    if _RELATIVE.match(detail):
        return f", who {lower_first(detail)},"
    if re.match(r"(?:my|a|an|the|our|your)\b", detail, re.IGNORECASE):
        return f", {lower_first(detail)},"
    return f" {lower_first(detail)}" if _FROM.match(detail) else ""


def _a_person(facts: Facts) -> list[str]:
    source = facts.source
    work = work_of(facts.ask.occupation)
    about = f" when I asked about {work.being}" if work else ""
    if not names_a_person(source):
        return _an_office(facts)
    if not may_be_named(source):
        return _seen_at(
            facts,
            "someone I trust told me about you and your work at {org}",
            "an acquaintance thought I might write to you at {org}",
            f"someone I know named you{about}, and told me that you are at {{org}}",
        ) or [
            f"someone I know suggested that I write to you{about}",
            f"an acquaintance gave me your name{about}",
        ]
    who = source.name + relation(source)
    ends = who.rstrip(",")
    if source.kind is SourceKind.REFERRAL:
        return _seen_at(
            facts,
            f"{who} named you{about}, and told me that you are at {{org}}",
            f"{who} suggested that I talk to you at {{org}}",
            f"{who} told me that you are at {{org}} and might talk with me",
        ) or [f"{who} gave me your name{about}", f"{who} suggested that I talk to you{about}"]
    return _seen_at(
        facts,
        f"{who} suggested that I write to you at {{org}}",
        f"{who} told me about your work at {{org}}",
        f"{who} thought of you at {{org}}{about} and suggested I write",
        f"{who} told me that you are at {{org}} and might be the person to ask",
    ) or [
        f"{who} suggested that I write to you",
        f"{who} gave me your name{about}",
        f"{who} thought of you{about} and suggested I write",
        f"I have your name from {ends}",
        f"I am writing at the suggestion of {ends}",
        f"{who} said you might be the person to ask",
    ]


def _an_office(facts: Facts) -> list[str]:
    name = facts.source.name if may_be_named(facts.source) else ""
    office = _the(name) if name else "the association's office"
    return _seen_at(
        facts,
        f"{office} told me about you and {{org}}",
        f"{office} gave me your name and that of {{org}}",
        f"{office} told me that you are at {{org}} and might be willing to talk",
    ) or [
        f"{office} gave me your name as someone who might be willing to talk",
        f"your name came to me through {office}",
    ]


def _the(name: str) -> str:
    return name if re.match(r"the\b", name, re.IGNORECASE) else f"the {name}"


def _school(facts: Facts) -> list[str]:
    name = facts.source.name or facts.sender.school
    if not name:
        office = "my school's alumni office"
    elif _OFFICE.search(name):
        office = _the(name)
    else:
        office = f"the alumni office of {name}"
    return _seen_at(
        facts,
        f"I found you, at {{org}}, through {office}",
        f"{office} told me about your work at {{org}}",
        f"{office} gave me your name and that of {{org}}",
    ) or [f"I found your name through {office}", f"{office} gave me your name"]


def _directory(facts: Facts) -> list[str]:
    name = facts.source.name
    listing = (
        (_the(name) if _LISTING.search(name) else f"the directory of {_the(name)}")
        if name
        else "your association's directory"
    )
    work = work_of(facts.ask.occupation)
    looking = f" while looking for {work.people}" if work else ""
    return _seen_at(
        facts,
        f"{listing} lists you at {{org}}, which is how I found your name",
        f"I found your name in {listing}, which says that you are at {{org}}",
        f"I found you, at {{org}}, in {listing}{looking}",
    ) or [f"I found your name in {listing}{looking}", f"your name caught my eye in {listing}{looking}"]


def _article(facts: Facts) -> list[str]:
    source = facts.source
    where = f"in {source.name}" if source.name else "in a trade magazine"
    month = f" in {source.on:%B}" if source.on else ""
    detail = lower_first(source.detail.strip().rstrip("."))
    if re.match(r"(?:your|the|a|an|how|about)\b", detail):
        about = detail.removeprefix("about ")
        return [
            f"I read about {about} {where}{month}"
            if not re.match(r"your (?:piece|article|essay|column|interview|letter)", about)
            else f"I read {about} {where}{month}",
            f"I came across {about} {where}{month}",
        ]
    on = f" on {detail}" if detail else ""
    return [
        f"I read about your work{on} {where}{month}",
        f"I came across your name {where}{month}, in a piece about {detail}"
        if detail
        else f"I came across your name {where}{month}",
    ]


def _organisation_call(facts: Facts) -> list[str]:
    org = _at(facts) or "your organisation"
    who = (
        lower_first(facts.source.detail.strip().rstrip("."))
        or (facts.source.name if may_be_named(facts.source) and facts.source.name != org else "")
        or "the switchboard"
    )
    return [f"when I called {org}, {who} gave me your name", f"{who} gave me your name when I called {org}"]


def _network(facts: Facts) -> list[str]:
    name = facts.source.name or "LinkedIn"
    return _seen_at(
        facts,
        f"I saw on {name} that you work at {{org}}, and found your name there",
        f"your profile on {name} led me to you and {{org}}",
        f"I came across your profile on {name} and saw that you are at {{org}}",
    ) or [f"I found your profile on {name}", f"I came across your profile on {name}"]


def _imported(facts: Facts) -> list[str]:
    """A person from a list of contacts learns where their name comes from; the address may come from elsewhere."""
    name = facts.source.name or "LinkedIn"
    if facts.source.kind is SourceKind.NETWORK:
        return _seen_at(
            facts,
            f"we are connected on {name}, and I saw there that you work at {{org}}",
            f"I found your name among my connections on {name}, as someone at {{org}}",
        ) or [
            f"we are connected on {name}, which is where I have your name from",
            f"I found your name among my connections on {name}",
        ]
    return _seen_at(
        facts,
        "I found your name among my own contacts, as someone at {org}",
        "your name was in my list of contacts, and I saw that you are at {org}",
    ) or [
        "I found your name among my own contacts",
        "your name was in my list of contacts, which is how I found you",
    ]


def _event(facts: Facts) -> list[str]:
    name = facts.source.name or "the event"
    detail = lower_first(facts.source.detail.strip().rstrip("."))
    if re.match(r"(?:your|the|a|an|how|what)\b", detail):
        return [f"I heard {detail} at {name}", f"I was at {name} and remember {detail}"]
    if re.match(r"you\b", detail):
        return [f"I was at {name}, where {detail}", f"at {name} {detail}, and I noted your name"]
    return [
        f"I noted your name at {name}",
        *_seen_at(facts, f"I noted your name at {name}, and that you are at {{org}}"),
    ]


def _public_page(facts: Facts) -> list[str]:
    name = facts.source.name or "a public page"
    return _seen_at(
        facts,
        f"I found your name on {name} while reading about {{org}}",
        f"I found your name on {name} and saw that you are at {{org}}",
    ) or [f"I found your name on {name}"]


def _other(facts: Facts) -> list[str]:
    detail = lower_first(facts.source.detail.strip().rstrip("."))
    work = work_of(facts.ask.occupation)
    looking = f" while looking for {work.people}" if work else ""
    where = f" {detail}" if _FROM.match(detail) else looking
    return _seen_at(
        facts,
        f"I came across your name{where or ' by chance'} and saw that you are at {{org}}",
        f"I found your name{where or ' by chance'} and saw that you are at {{org}}",
    ) or [
        f"I found your name{where or ' by chance'}",
        f"I came across your name{where or ' by chance'}",
    ]


_WAYS = {
    SourceKind.ACQUAINTANCE: _a_person,
    SourceKind.REFERRAL: _a_person,
    SourceKind.ADMINISTRATOR: _a_person,
    SourceKind.SCHOOL: _school,
    SourceKind.DIRECTORY: _directory,
    SourceKind.ARTICLE: _article,
    SourceKind.ORGANISATION_CALL: _organisation_call,
    SourceKind.NETWORK: _network,
    SourceKind.EVENT: _event,
    SourceKind.PUBLIC_PAGE: _public_page,
    SourceKind.OTHER: _other,
}


def opening_sentence(facts: Facts, picker: Picker, *, with_status: bool = False) -> str:
    """Say who writes and how the name was found, in one sentence; with_status: what the writer does, too."""
    clause = found_you(facts, picker)
    name = facts.sender.name
    status = about_me(facts.sender.status) if with_status else ""
    if with_status and status:
        ways = _with_status(name, status, clause, friend_first=names_a_person(facts.source))
        return picker.pick("opening", ways)
    if not clause:
        return f"My name is {name}." if name else ""
    if not name:
        return f"{upper_first(clause)}."
    wrapped = (
        f"My name is {name}, and {clause}.",
        f"I am {name}, and {clause}.",
        f"{upper_first(clause)}; my name is {name}.",
    )
    return picker.pick("opening", wrapped)


def _with_status(name: str, status: str, clause: str, *, friend_first: bool) -> list[str]:
    """status: "I am a second-year student". friend_first: whose name is known to the reader may come before mine."""
    what = status.removeprefix("I am ").removeprefix("I'm ")
    begins_with_am = what != status
    if not clause:
        return [f"My name is {name}, and {status}."] if name else [f"{status}."]
    if not name:
        return [f"{status}, and {clause}.", f"{upper_first(clause)}; {status}."]
    ways = [f"My name is {name} and {status}; {clause}.", f"My name is {name}, {status}, and {clause}."]
    if begins_with_am:
        ways.append(f"I am {name}, {what}, and {clause}.")
    if friend_first:
        ways.append(f"{upper_first(clause)}; my name is {name}, and {status}.")
    return ways
