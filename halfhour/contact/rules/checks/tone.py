"""Whether a text flatters, tells a life story, or speaks of private things.

FLATTERY, LIFESTORY, PRIVATE. Source: the list of what must not be in a first message; SFU (they do not need your life story).
"""

import re

from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, View, hint, should

MOST_PRAISE = 1
_STRONG = patterns(
    r"(?:legend\w*|genius|brilliant(?:ly)?|world-class|world-renowned|incomparable|peerless|idol\w*|hero|heroine|my role model|in awe|awestruck|breathtaking|phenomenal|extraordinary|exceptional|unparalleled|unmatched|"
    r"greatest|best in the (?:world|field|business|industry)|incredible|unbelievable|amazing|superstar|rock star|visionary|illustrious|esteemed|distinguished|renowned|stellar|outstanding|spectacular|magnificent)"
)
_PRAISE = patterns(
    r"(?:impressive|impressed|inspir(?:ing|ed|ational)|admire\w*|admiration|honou?red|wonderful|fantastic|awesome|remarkable|fascinating|truly|deeply|hugely|immensely|greatly)"
)
_PRIVATE = patterns(
    r"your (?:<W1>)(?:wife|husband|spouse|partner's|children|kids|son|daughter|baby|divorce|marriage|wedding|pregnancy|illness|health|religion|church|salary|income|house|home address|address at home|age|birthday|family photos|vacation photos|holiday photos)\b",
    r"you (?:<W1>)?(?:live|moved|bought (?:<W1>)?house|have (?:<W1>)?house) (?:on|in|at|near|next|close|down|around) (?:<W3>)(?:street|avenue|road|lane|drive|block|neighbou?rhood|house|corner)\b",
    r"you (?:<W2>)?(?:got|went through|are getting|had|lost|were) (?:<A>)(?:<W1>)?(?:divorced?|separated|breakup|miscarriage|surgery|bankrupt\w*|arrested|cancer|married|pregnant|sick leave|custody)\b",
    r"(?:on|from|through|via) (?:<W1>)?(?:facebook|instagram|tiktok)\b[^.?!]{0,40}\byour\b",
    r"(?:facebook|instagram|tiktok) (?:page|account|photos|posts|profile|pictures)",
)
LONGEST_STORY = 5
LONGEST_TALE = 35  # words of one sentence
_I_STORY = re.compile(
    r"^(?:i|my|when i|as a child|ever since|growing up|after (?:i|that|high school)|then i|in \d{4})\b"
)
_CHILDHOOD = re.compile(
    r"\b(?:ever since i was|since i was (?:a|little|young|\w+ years old)|as a (?:little )?(?:child|kid|boy|girl)|growing up|i was born|my childhood|since childhood)\b"
)


def check_tone(view: View) -> Judged:
    sentences = view.message.sentences
    strong = [
        place(one, found)
        for one in sentences
        for found in _STRONG.finditer(one.low)
        if not is_negated(one.low, found.start())
    ]
    praise = [place(one, found) for one in sentences for found in _PRAISE.finditer(one.low)]
    if len(strong) > 1 or (strong and len(praise) > MOST_PRAISE) or len(praise) > 3:
        yield should("FLATTERY", "Less praise, more of what you want to ask about.", (strong or praise)[0])
    elif strong:
        yield hint("FLATTERY", "A plain fact about their work says more than praise.", strong[0])
    for one in sentences:
        found = _PRIVATE.search(one.low)
        if found:
            yield should(
                "PRIVATE",
                "Leave private things out; write only what your source told you about their work.",
                place(one, found),
            )
    if view.kind == "letter" and not view.is_paper:
        story = [
            one
            for one in sentences
            if _I_STORY.match(one.low) and not re.search(r"\b(?:you|your)\b", one.low)
        ]
        tale = next(
            (one for one in story if _CHILDHOOD.search(one.low) and len(one.text.split()) > LONGEST_TALE),
            None,
        )
        if (
            tale
            or len(story) > LONGEST_STORY
            or (len(story) > 2 and any(_CHILDHOOD.search(one.low) for one in sentences))
        ):
            yield should(
                "LIFESTORY",
                "Two lines about you are enough; keep your story for the talk.",
                tale or (story[0].start, story[-1].end),
            )
