"""Whether a letter carries the sender's telephone number and e-mail address, spelled as noted.

L-10. Source: K-State; PIT.
"""

import re
from collections.abc import Iterator

from halfhour.contact.rules.checks.view import Judged, View, must
from halfhour.contact.rules.message import READ_AT_MOST, plain

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![\w.@/-])(?:\+|\(|\d)[\d()\s./-]{5,24}\d(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![\w@])"
)
_NOT_A_PHONE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{5}-\d{4}|\d{4}\s?[-/]\s?\d{2,4}|\d{1,2}[.:]\d\d\s?-\s?\d{1,2}[.:]\d\d|\d{1,3}\s?-\s?\d{1,3}"
)
FEWEST_DIGITS, MOST_DIGITS = 7, 15


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Give the place of each stretch that reads as a telephone number."""
    for found in _PHONE.finditer(text):
        number = found[0]
        digits = sum(c.isdigit() for c in number)
        if (
            "\n" in number
            or not FEWEST_DIGITS <= digits <= MOST_DIGITS
            or _NOT_A_PHONE.fullmatch(number.strip())
        ):
            continue
        yield found.start(), found.end()


def digits_of(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def check_contact_details(view: View) -> Judged:
    text = plain(view.message.text[:READ_AT_MOST])
    yield from _check_phone(view, text)
    yield from _check_email(view, text)


def _check_phone(view: View, text: str) -> Judged:
    places = list(phones(text))
    noted = digits_of(view.facts.sender.phone)
    if not places:
        yield must("L-10", "Add your telephone number.")
    elif noted and not any(_same_number(digits_of(text[a:b]), noted) for a, b in places):
        yield must("L-10", f"The number is not the one noted, {view.facts.sender.phone}.", places[-1])


def _same_number(one: str, other: str) -> bool:
    """Whether two numbers agree from the end, so that a country's code may be missing from one."""
    shared = min(len(one), len(other), 9)
    return shared >= FEWEST_DIGITS and (
        one[-shared:] == other[-shared:] or one.startswith(other) or other.startswith(one)
    )


def _check_email(view: View, text: str) -> Judged:
    places = [(found.start(), found.end()) for found in EMAIL.finditer(text)]
    noted = view.facts.sender.email.lower()
    theirs = view.facts.recipient.email.lower()
    own = [place for place in places if text[place[0] : place[1]].lower() != theirs or not theirs]
    if not own:
        yield must("L-10", "Add your e-mail address.")
    elif noted and not any(text[a:b].lower().rstrip(".") == noted for a, b in own):
        yield must("L-10", f"The e-mail address is not the one noted, {view.facts.sender.email}.", own[-1])
