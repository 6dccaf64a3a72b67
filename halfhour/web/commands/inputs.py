"""What commands take: a file or `-`, a person, an occupation; and the one user they act for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from halfhour.refused import Refused

if TYPE_CHECKING:
    from halfhour.accounts.models import User
    from halfhour.choose.models import Candidate, Occupation
    from halfhour.find.models import Person

MOST_LISTED = 8


def user() -> "User":
    """Set everything up and return the one user of this data folder."""
    from halfhour.web import setup

    setup.ready()
    from halfhour.accounts.actions import laptop_user

    return laptop_user()


def read_bytes(file: str) -> bytes:
    """The content of a file, or of standard input for `-`."""
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def read_text(file: str) -> str:
    """Likewise as text. Refused, naming the file and the place, when it is not UTF-8."""
    data = read_bytes(file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        name = "standard input" if file == "-" else file
        raise Refused(
            f"{name}, line {line}: this is not UTF-8 text. Save the file as UTF-8 and try again."
        ) from wrong


def person(owner: "User", text: str) -> "Person":
    """The one person meant by an id, an e-mail address or a name. Refused, listing who it could be, otherwise."""
    from halfhour.find.models import Person

    people = Person.objects.visible_to(owner).current()
    if text.isdigit():
        found = list(people.filter(pk=int(text)))
    elif "@" in text:
        found = list(people.filter(email__iexact=text))
    else:
        found = list(people.filter(name__iexact=text)) or list(
            people.filter(name__icontains=text)[: MOST_LISTED + 1]
        )
    return one_of(found, f"person {text!r}", [f"{p.pk} {p.name}" for p in found])


def candidate(owner: "User", text: str) -> "Candidate | None":
    """The one occupation on the shortlist meant by a code or a name; None when it is not on it."""
    from django.db.models import Q

    from halfhour.choose.models import Candidate

    mine = Candidate.objects.visible_to(owner).shortlist()
    found = list(
        mine.filter(Q(occupation__code=text) | Q(words__iexact=text) | Q(occupation__name__iexact=text))
    )
    if not found:
        found = list(
            mine.filter(Q(words__icontains=text) | Q(occupation__name__icontains=text))[: MOST_LISTED + 1]
        )
    if not found:
        return None
    return one_of(found, f"occupation {text!r} on the shortlist", [c.words for c in found])


def occupation(text: str) -> "Occupation":
    """The one occupation of the standard list meant by a code or a name."""
    from django.db.models import Q

    from halfhour.choose.models import Occupation

    known = Occupation.objects.filter(dropped_in="")
    found = list(known.filter(Q(code=text) | Q(name__iexact=text))) or list(
        known.filter(Q(soc=text) | Q(name__icontains=text))[: MOST_LISTED + 1]
    )
    return one_of(found, f"occupation {text!r}", [f"{o.code} {o.name}" for o in found])


def one_of(found: list[Any], what: str, names: list[str]) -> Any:
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(f"there is no {what}.")
    more = " ..." if len(found) > MOST_LISTED else ""
    raise Refused(
        f"more than one {what}: {'; '.join(names[:MOST_LISTED])}{more}. Give the id or the whole name."
    )
