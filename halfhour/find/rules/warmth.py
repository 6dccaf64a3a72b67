"""How warm a connection is: how readily this person is likely to talk to this seeker.

Source: Informational Interviewing Part 1: people are usually more willing to talk to those with whom they have a
connection. That moderately weak ties serve best is Rajkumar et al. 2022 (Science); so acquaintances, teachers and
colleagues stand above close family here. The numbers are a default of ours.
"""

from dataclasses import dataclass

STRENGTH = {
    "teacher": 0.9,
    "colleague": 0.9,
    "classmate": 0.85,
    "acquaintance": 0.8,
    "friend": 0.8,
    "family": 0.75,
    "neighbour": 0.7,
    "met_once": 0.5,
    "online": 0.25,
    "stranger": 0.0,
    "": 0.15,
}
IN_WORDS = {
    "teacher": "taught you",
    "colleague": "you worked together",
    "classmate": "you studied together",
    "acquaintance": "an acquaintance",
    "friend": "a friend",
    "family": "family",
    "neighbour": "a neighbour",
    "met_once": "you met once",
    "online": "you are connected online",
    "stranger": "you have not met",
}
NAMED_BY_SOMEONE = 0.95
CAN_BE_INTRODUCED = 0.85
SAME_EMPLOYER = 0.65
SAME_SCHOOL = 0.6
SAME_ASSOCIATION = 0.5
SAME_PLACE = 0.35
STRONG_FROM = 0.75
SOME_FROM = 0.35


@dataclass(frozen=True)
class Connection:
    """What links the seeker and a person.

    relationship: a key of STRENGTH; named_by: who named them and may be mentioned; introducer: who could introduce;
    shared_school, shared_employer, association, shared_place: a name that both have, or "".
    """

    relationship: str = ""
    named_by: str = ""
    introducer: str = ""
    shared_school: str = ""
    association: str = ""
    shared_employer: str = ""
    shared_place: str = ""


def warmth(of: Connection) -> tuple[float, tuple[str, ...]]:
    """The strength of the best link, 0 to 1, and every link in words, best first. An unknown relationship is 0.15."""
    links = [(STRENGTH.get(of.relationship, STRENGTH[""]), IN_WORDS.get(of.relationship, ""))]
    if of.named_by:
        links.append((NAMED_BY_SOMEONE, f"{of.named_by} named them, and you may say so"))
    if of.introducer:
        links.append((CAN_BE_INTRODUCED, f"{of.introducer} may introduce you"))
    if of.shared_school:
        links.append((SAME_SCHOOL, f"{of.shared_school}, like you"))
    if of.shared_employer:
        links.append((SAME_EMPLOYER, f"at {of.shared_employer}, where you worked"))
    if of.association:
        links.append((SAME_ASSOCIATION, f"in {of.association}, like you"))
    if of.shared_place:
        links.append((SAME_PLACE, f"from {of.shared_place}, like you"))
    links.sort(key=lambda link: -link[0])
    return links[0][0], tuple(words for _, words in links if words)


def strength_in_words(warm: float) -> str:
    """How strong the best link is, for a row of a list."""
    if warm >= STRONG_FROM:
        return "a strong connection"
    return "some connection" if warm >= SOME_FROM else "hardly any connection yet"
