"""Whether something was left to fill in, or left over from a letter to somebody else.

L-14. Source: a default of ours.
"""

import re

from halfhour.contact.rules.checks.source import tells_source
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.checks.who import says_status
from halfhour.contact.rules.message import READ_AT_MOST, lower, plain
from halfhour.contact.rules.sentences import word_set

_SLOT = re.compile(
    r"\[[^\]\n]{1,60}\]|\{\{?[^}\n]{1,60}\}?\}|<<[^>\n]{1,60}>>|<(?!https?:|mailto:|[\w.+-]+@)/?[A-Za-z][A-Za-z _'/-]{1,40}>|%[A-Z_]{3,30}%|\$\{?[A-Z][A-Z_]{2,30}\}?|_{3,}|\*\|[\w]+\|\*|"
    r"\bX{2,}\b|\bx{3,}\b|(?<![\w!?'\")])\?{3,}|\((?i:insert|add|put|fill in|mention|name of|choose|pick|delete|replace)\b[^()\n]{1,60}\)|\b(?:TODO|TBD|TBC|FIXME|INSERT|PLACEHOLDER|FILL IN|FIRSTNAME|LASTNAME|FIRST NAME|LAST NAME|COMPANY NAME|YOUR NAME|NAME HERE)\b|"
    r"(?i:\blorem ipsum\b|(?<![\w,] )\b(?:insert|fill in|put|add|mention|write) (?:\w+ ){0,3}(?:sentence|line|fact|detail|reason|name|something|compliment|example|topic|project) (?:\w+ ){0,4}here\b|\binsert (?:name|company|date|your|the|here|a)\b|\((?:your|my|first|last|full|company|their|recipient|insert|add|the)? ?(?:name|school name|company name|company|title|date|school|phone|e-?mail|organi[sz]ation|field|number|day|industry|position|job title)(?: here)?\)|"
    r"\b(?:your|company|recipient|first|last|organi[sz]ation)[ _-]?name here\b)|…{2,}|\.{5,}"
)
_EMPTY = re.compile(
    r"(?im)^dear *(?:(?:mr|ms|mrs|dr)\.? *)?,|^(?:hello|hi) +,|(?:\b(?:at|on|by|from|of|with|in|as an?|the|about) ,)|\b(?:at|from|with|of|about|on|as a) \.(?!\.)|  ,|\( *\)|(?-i:(?<=[a-z] )None\b(?= ?[,.])|\bNaN\b)|\bnull\b|\bundefined\b"
)
_AT_PLACE = re.compile(
    r"\b(?:[Yy]our (?:[a-z]+ ){0,3}?(?:work|role|job|time|years|position|team|career|week|day|days|experience|colleagues|company)|you (?:do|work|are|started|joined|came)) (?:at|with|for|to) (?:the )?(?P<name>[A-Z][\w&'.-]+(?: (?:of |the |and |& )?[A-Z][\w&'.-]+){0,4})"
)


def check_placeholders(view: View) -> Judged:
    text = plain(view.message.text[:READ_AT_MOST])
    for found in _SLOT.finditer(text):
        if re.fullmatch(r"\[(?:\d{1,3}|sic|\.\.\.|…)\]", found[0]):
            continue
        yield must(
            "L-14", f"Something is still to be filled in: “{found[0].strip()}”.", (found.start(), found.end())
        )
    for found in _EMPTY.finditer(text):
        yield must("L-14", "A word seems to be missing here.", (found.start(), found.end()))
    yield from _wrong_organisation(view)


def _wrong_organisation(view: View) -> Judged:
    """Another organisation stands where this person's ought to be, and theirs is nowhere."""
    noted = lower(plain(view.facts.recipient.organisation))
    low = view.message.whole_low
    known = _known_names(view)
    telling = {word for word in _key_words(noted) if word not in known} or {noted}
    if (
        not noted
        or view.kind != "letter"
        or any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) for word in telling)
    ):
        return
    for one in view.message.sentences:
        strong = _AT_PLACE.search(one.text)
        if not strong and (not _READER.search(one.low) or tells_source(one) or says_status(one)):
            continue
        for found in _ANY_PLACE.finditer(one.text):
            name = lower(found["name"]).rstrip(".'")
            about_me = re.search(
                r"\b(?:i|my|i'm|i've|me|who)\b", one.low[max(0, found.start() - 24) : found.start()]
            )
            if about_me or name in _DAYS_AND_MONTHS or any(word in known for word in _key_words(name)):
                continue
            words = f"This names {found['name']}; the person works at {view.facts.recipient.organisation}."
            at = (one.start + found.start("name"), one.start + found.end("name"))
            yield must("L-14", words, at) if strong else should("L-14", words, at)
            return


def _known_names(view: View) -> str:
    """Return every name that may well stand in the text, in lower case."""
    facts = view.facts
    return lower(
        " ".join(
            (
                facts.sender.name,
                facts.sender.status,
                facts.sender.school,
                facts.source.name,
                facts.source.detail,
                facts.ask.why_person,
                facts.ask.occupation,
                facts.recipient.name,
                facts.recipient.job_title,
                *facts.said,
            )
        )
    )


_READER = re.compile(r"\byou(?:r|rs)?\b")
_ANY_PLACE = re.compile(
    r"\b(?i:at|for|with|of|in|inside|makes|from|leaves?|keeps|should|called|if|and|beside|by|how) (?i:the )?(?P<name>(?!I\b)[A-Z][\w&'.-]+(?: (?:of |the |and |& )?(?!I\b)[A-Z][\w&'.-]+){0,4})"
)
_DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "zoom teams skype facetime linkedin google i"
)
_COMMON = word_set(
    "the of and for inc ltd llc company co group studio studios school college university hospital center centre & at in"
)


def _key_words(name: str) -> set[str]:
    words = {word.strip("'.") for word in re.findall(r"[\w'&.-]+", name)}
    return (words - _COMMON) or words
