"""Whether a text is short enough, has a subject that says something, and reads easily.

L-12. Source: SFU and Dalton (under 100 words); Boomerang (50 to 125 words; three or four words in the subject; simple
wording); LinkedIn (under 400 characters); Reyes-Simpe (under 150 words). 200 and 250 words are defaults of ours.
"""

from halfhour.contact.rules.checks.reading_level import grade
from halfhour.contact.rules.checks.view import Judged, View, hint, must, should
from halfhour.contact.rules.message import READ_AT_MOST, Span, lower

EMAIL_AIM, EMAIL_WARN, EMAIL_BLOCK = 100, 125, 200
PAPER_WARN, PAPER_BLOCK = 250, 400
NETWORK_AIM, NETWORK_WARN = 400, 800
SUBJECT_LONGEST, SUBJECT_SEEN = 60, 30
HARDEST_GRADE = 9.0
_SAYS_NOTHING = frozenset(
    [
        "hello",
        "hi",
        "hey",
        "question",
        "quick",
        "request",
        "help",
        "favor",
        "favour",
        "a",
        "an",
        "the",
        "quick",
        "please",
        "urgent",
        "important",
        "re",
        "fwd",
        "fw",
        "(no",
        "subject)",
        "no",
        "subject",
        "inquiry",
        "enquiry",
        "information",
        "info",
        "email",
        "e-mail",
        "message",
        "letter",
        "hi!",
        "hello!",
        "touching",
        "base",
        "reaching",
        "out",
        "networking",
        "opportunity",
        "introduction",
        "your",
        "time",
        "coffee",
        "chat",
        "small",
        "my",
        "me",
        "for",
        "you",
        "to",
        "and",
    ]
)


def check_length(view: View) -> Judged:
    if view.is_network:
        yield from _network(view)
        return
    words = word_count(view)
    roomy = view.is_paper or view.kind == "introduction"  # it holds the text to be forwarded, too
    most, warn = (PAPER_BLOCK, PAPER_WARN) if roomy else (EMAIL_BLOCK, EMAIL_WARN)
    if words > most:
        yield must("L-12", f"{words} words are too many; {warn if roomy else EMAIL_AIM} are plenty.")
    elif words > warn:
        yield should("L-12", f"{words} words: a busy reader likes {warn if roomy else EMAIL_AIM} or fewer.")
    if words <= most:
        yield from _reading(view)
    if not view.is_paper:
        yield from _subject(view)


def word_count(view: View) -> int:
    """Count the words of the body; of a text too long to be read as a whole, all words."""
    text = view.message.text
    return len(text.split()) if len(text) > READ_AT_MOST else view.message.words


def _network(view: View) -> Judged:
    body = view.message.text.strip()
    if len(body) > NETWORK_WARN:
        yield should("L-12", f"{len(body)} characters; a message of up to {NETWORK_AIM} is read.")
    elif len(body) > NETWORK_AIM:
        yield hint("L-12", f"{len(body)} characters; up to {NETWORK_AIM} is best.")
    yield from _reading(view)


def _reading(view: View) -> Judged:
    level = grade([one.text for one in view.message.sentences])
    if level > HARDEST_GRADE:
        longest = max(view.message.sentences, key=lambda one: len(one.text.split()), default=None)
        yield should(
            "L-12",
            f"Shorter sentences and plainer words would help: this reads like school year {level:.0f}.",
            longest,
        )


def _subject(view: View) -> Judged:
    subject: Span | None = view.message.subject
    if view.kind == "thanks" or view.kind == "introduction":
        grave = hint
    else:
        grave = should
    if subject is None:
        if view.facts.ask.channel is not None and view.kind == "letter":
            yield should("L-12", "Give the e-mail a subject of a few words.")
        return
    text = subject.text.strip()
    if not text:
        yield should("L-12", "The subject is empty.", subject)
    elif len(text) > SUBJECT_LONGEST:
        yield should(
            "L-12",
            f"The subject has {len(text)} characters; {SUBJECT_LONGEST} at most, the point in the first {SUBJECT_SEEN}.",
            subject,
        )
    elif all(word.strip("?!.,:-") in _SAYS_NOTHING for word in lower(text).split()):
        yield grave("L-12", "The subject should say what the message is about.", subject)
