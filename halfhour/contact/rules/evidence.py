"""What may honestly be told to someone who is nervous about asking, each with its source.

Source: the method's list of what studies found and what may be said: no rate of job offers, no claim that an easy way out
raises answers, no claim that such talks are proven to make better careers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """text: what may be said. source: who found it. place: where it calms (channel, letter, easy-no, call, follow-up,
    after-talk, thank-you)."""

    key: str
    text: str
    source: str
    place: str


LINES: tuple[Evidence, ...] = (
    Evidence("yes-in-person", "Asked in person, or through someone they know, more people say yes than askers expect.", "Flynn and Lake 2008", "channel"),
    Evidence("strangers-mail", "Strangers' inboxes are hard: written requests to people who do not know you are refused more often than askers expect. So start with someone who can introduce you.", "Roghanizad and Bohns 2017", "channel"),
    Evidence("friends-in-person", "Friends, too, say yes more often face to face than by message or telephone.", "Roghanizad and Bohns, as told by Adam Grant", "channel"),
    Evidence("weak-ties", "Acquaintances outside your closest circle led to new jobs more often than close friends did. The study was about job moves, but it speaks for asking widely.", "Rajkumar and others 2022", "channel"),
    Evidence("short", "Messages of 75 to 100 words were answered most often in one large count of e-mails.", "Boomerang 2016", "letter"),
    Evidence("who-early", "Short messages that said early on who was writing, and named something particular, were answered more often in a study of cold e-mails.", "Reyes-Simpe and Kubantseva", "letter"),
    Evidence("network-short", "Network messages of under 400 characters were answered more often than longer ones.", "LinkedIn 2022", "letter"),
    Evidence("easy-no", "People decide more freely when the words for a no are in the letter.", "Schlund, Sommers and Bohns 2024", "easy-no"),
    Evidence("advice", "People who ask for advice are seen as more capable, not less.", "Brooks, Gino and Schweitzer 2015", "call"),
    Evidence("follow-up", "A first reminder brought more answers in companies' own counts; a third brought fewer. Two or three polite attempts are enough.", "Belkins 2023", "follow-up"),
    Evidence("liked", "After a talk, people have liked you more than you think.", "Boothby and others 2018", "after-talk"),
    Evidence("learned", "People expect to learn less from a conversation than they do.", "Atir, Wald and Epley 2022", "call"),
    Evidence("questions", "Follow-up questions make people like the one who asks.", "Huang and others 2017", "after-talk"),
    Evidence("thanks", "Thank-you notes please more, and feel less awkward to the reader, than their writers expect.", "Kumar and Epley 2018", "thank-you"),
)  # fmt: skip


def lines_for(place: str) -> tuple[Evidence, ...]:
    """Return the lines that calm at one place; none for a place without any."""
    return tuple(one for one in LINES if one.place == place)
