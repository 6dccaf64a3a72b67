"""Whether a text says why its writer wants to meet: the occupation or field, and one fact about this very person.

L-03. Source: Informational Interviewing Part 1, "Making Contact": explain why you want to meet; messages that name
something particular were answered more often in Reyes-Simpe and Kubantseva.
"""

import re

from halfhour.contact.rules.checks.easy_no import EASY
from halfhour.contact.rules.checks.not_a_job import STATED
from halfhour.contact.rules.checks.phrases import patterns
from halfhour.contact.rules.checks.source import tells_source
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.checks.work_words import names_work
from halfhour.contact.rules.message import Span, lower, plain
from halfhour.contact.rules.sentences import word_set

_LEARN = patterns(
    r"(?:learn|learning|understand|understanding|find(?:ing)? out|hear|hearing|know|knowing|see|seeing|ask|asking|talk about|talking about|speak about|discuss|discussing|explor\w+|discover|curious|curiosity|wonder\w*|interest\w*|insights?|"
    r"pictur\w+|tell me|telling me|share|explain|describe|compare|decide|deciding|work(?:ing)? out|figur\w+|consider\w*|thinking (?:of|about)|think about|thought of|weighing|drawn to|questions?|imagin\w+|investigat\w+|"
    r"gain\w*|advice|perspective|account|truth|tempted|choosing between|choose between|turning over|fascinat\w+|intrigu\w+|sense of|feel for|glimpse|idea of|looking into|value|appreciate|love to|read about|listen|would suit|can't tell|cannot tell|nobody (?:tells|told|writes|can)|no idea|can't (?:find|see|imagine)|try to)(?![\w'])",
)
_SUBJECT = patterns(
    r"(?:work|works|working|career\w*|jobs?|field|roles?|profession\w*|trade|craft|industry|occupation|vocation|calling|business|day-to-day|practice|training|skills|living|inside|reality|realities)\b",
    r"your (?:<W2>)(?:day|days|week|weeks|month|path|story|route|journey|move|switch|experience|background|training|practice|transition|years?|shift|craft|life|caseload|crew|team|ward|studio|shop)\b",
    r"(?:a|an|the|one|each|ordinary|typical|usual|average|hard|normal) (?:<W2>)(?:day|week|shift|month|morning|year|night)s?\b",
    r"(?:what|how|why|whether|if|where|who) (?:<W6>)(?:you|your|do|does|did|is|are|like|goes?|takes?|means?|spend\w*|become\w*|became|get|gets|got|earn\w*|live[sd]?|learn\w*|feel\w*|divid\w+|work\w*|hold\w*|ask\w*|came|come|decid\w+|stay\w*|looks?|made of|involves?|suit\w*)\b",
    r"(?:becoming|being) an?\b|life as|way in\b|(?:path|route) (?:in|to|into)",
)
# The sentences that ask for time, offer a choice or name the day are not yet a reason.
_MECHANICS = patterns(
    r"(?:hear|learn|see|ask|find out|know) (?:if|whether|what you (?:think|say)|how that (?:sounds|suits|would)|for your answer|your answer|which day|when|what would suit|what suits|your reply)",
    r"(?:call|phone|ring|telephone|write) (?:you |your \w+ )?(?:again )?(?:on|next|this)\b",
    r"know (?:of|about) you\b|you know\b",
)
_WISH = patterns(
    r"(?:to|me|i'd|love|like|want|hope|hoping|curious|wonder\w*|interested) (?:<W3>)(?:learn|understand|hear|know|see|ask|find out|picture|about|in|whether|if|what|how)\b"
)


_ASKED_OUTRIGHT = patterns(
    r"(?:what|how|why|which) (?:<W2>)(?:do|does|did|is|are|was|made|makes|has|part|parts|kind|sort)\b[^.?!]{0,60}(?:you|your|work|day|week|job|career|it|years?)\b"
)
_PLAIN_SUBJECT = patterns(
    r"(?:what|how|why) (?:<W6>)(?:like|do|does|go|goes|means?|became|become|came|spend\w*)\b",
    r"your (?:<W2>)(?:day|days|week|weeks|path|story|route|journey|career)\b",
)


def tells_why(one: Span, occupation: str = "") -> bool:
    """Whether a sentence says what its writer would like to learn about the work."""
    if "?" in one.text and _ASKED_OUTRIGHT.search(one.low):
        return True
    if not _LEARN.search(one.low):
        return False
    if "?" in one.text and _SUBJECT.search(one.low) and not _MECHANICS.search(one.low):
        return True
    if _MECHANICS.search(one.low) or STATED.search(one.low) or EASY.search(one.low) or tells_source(one):
        return bool(_PLAIN_SUBJECT.search(one.low)) or (
            names_work(one.low, occupation) and bool(_WISH.search(one.low))
        )
    return bool(_SUBJECT.search(one.low)) or names_work(one.low, occupation)


_DONE = re.compile(
    r"\b(?:you|you've|you have)(?: (?:also|once|first|yourself|both|later|then|only|never|had|really|\w+ly))* (?!(?:need|want|lik|prefer|wish|ask|happen|mind|suppos|requir|decid|mention|promis|offer|interest|pleas|oblig|tir|busi|suggest)ed\b)"
    r"(?:\w{3,}ed|moved|went|came|spent|built|made|wrote|led|ran|began|became|taught|grew|drew|won|spoke|left|took|gave|set|kept|held|got|did|done|run|lead|teach|design|build|started|stayed|said|saw|brought|bought|held|hung|rose|rode|swam|woke|won|wove|dug|drawn|written|brew|restore|translate|treat|repair|swapped|"
    r"switched|bred|sang|flew|found(?:ed)?|caught|cut|drove|fought|put|sold|told|threw|showed|thought|worked|combine|specialise|specialize|look after|care for|decided (?:that|to)|were the (?:first|only)|are the (?:first|only|one)|have done)\b"
)
_ABOUT_YOU = re.compile(
    r"\b(?:article|piece|talk|interview|podcast|episode|profile|column|lecture|panel|story|post|report|film)\b[^.?!]{0,40}\b(?:about|on|by|with|where) (?:you|your)\b|\bone of the few\b"
)
_YOURS = re.compile(r"\byour ((?:[\w'\"&-]+ ?){1,7})")
_ENDS_NOUN = word_set(
    "in on at of from and or to for with by is was are were has have had will would could can that which who as about into over under when while if but so than since because after before during near "
    "gave suggested told said came caught i you it this be do does did through via around within without beside though"
)
_GENERAL = word_set(
    "time work works job career experience experiences day days week weeks weekday name names convenience schedule calendar diary office profile advice insight insights path field role profession "
    "company team story view views choice choosing reply answer number phone email e-mail address contact details website site page line own busy full very long short usual normal ordinary average typical "
    "working daily life background perspective thoughts help kindness attention understanding reading letter message workplace organisation organization firm department colleague colleagues boss assistant "
    "entry listing linkedin directory journey route industry training shift shifts year years month months best earliest busy current present first second last great impressive amazing interesting wonderful "
    "successful valuable generous kind professional personal daily real honest true everyday side part expertise knowledge skills success position title desk door hands guidance mind opinion patience "
    "availability preference plate feet feelings breath move switch course use call visit studio shop workshop school lab laboratory clinic hospital practice place plant yard ward unit centre center agency"
)


def check_why(view: View) -> Judged:
    sentences = view.message.sentences
    purpose = next((one for one in sentences if tells_why(one, view.facts.ask.occupation)), None)
    if purpose is None and any(_hints_at_why(one, view.facts.ask.occupation) for one in sentences):
        yield should(
            "L-03", "Say more plainly why you want to talk: what about the work you would like to understand."
        )
        return
    if purpose is None:
        yield must("L-03", "Say why you want to talk: what about the work you would like to understand.")
        return
    subject = (view.message.subject,) if view.message.subject else ()
    if not any(names_work(one.low, view.facts.ask.occupation) for one in (*sentences, *subject)):
        yield should("L-03", "Name the occupation or the field you want to hear about.", purpose)
    if fact(view) is None:
        yield should(
            "L-03",
            "Add one fact about this person or their organisation, so that the letter could go to nobody else.",
        )


def _hints_at_why(one: Span, occupation: str) -> bool:
    """Whether a sentence, though no plain reason, speaks of the work, of this person's, or of wanting to know."""
    if names_work(one.low, occupation) or _names_theirs(one):
        return True
    return bool(_WISH.search(one.low)) and not (
        STATED.search(one.low) or EASY.search(one.low) or _MECHANICS.search(one.low)
    )


def fact(view: View) -> Span | None:
    """Return the sentence that tells something about this very person or where they work, or None."""
    noted = lower(plain(view.facts.recipient.organisation))
    for one in view.message.sentences:
        if _tells(one, view):
            return one
        if EASY.search(one.low) and not tells_why(one):
            continue
        if _DONE.search(one.low) or _ABOUT_YOU.search(one.low) or _names_theirs(one):
            return one
        if _names_a_place(one) and not (noted and noted in one.low):
            return one  # the bare name of where they work, which every letter there would carry, is no fact
    return None


_THAT_YOU = re.compile(
    r"\b(?:that|because|since|how) you (?!(?:might|would|could|may|can|will|are|have|had|do|did|like|want|think|prefer|agree|say|know|need|find|wish|get)\b)[a-z]+"
)


def _tells(one: Span, view: View) -> bool:
    """Whether a sentence takes up the noted fact about this person, or says what they do."""
    noted = set(re.findall(r"[\w'-]{4,}", lower(plain(view.facts.ask.why_person)))) - _GENERAL
    held = sum(word in one.low for word in noted)
    return (held >= 2 or (held == 1 and len(noted) == 1)) or (bool(noted) and bool(_THAT_YOU.search(one.low)))


_GOES_ON = word_set(
    "years time move switch path route talk work decision way role day days week job transition change step journey start"
)
_JOINING = word_set("in on at of from to for with about as the a an and your into out over")


def _names_theirs(one: Span) -> bool:
    """Whether "your ..." goes on to something that only this reader has: "your kelp survey", "your years at the court"."""
    for found in _YOURS.finditer(one.low):
        goes_on = False
        for word in found[1].split():
            bare = word.strip("'\"").removesuffix("'s")
            if goes_on and bare in _JOINING:
                continue
            if bare in _ENDS_NOUN:
                break
            goes_on = goes_on or bare in _GOES_ON
            if (
                len(bare) > 2
                and bare not in _GENERAL
                and not bare.endswith("ly")
                and not (goes_on and names_work(bare))
            ):
                return True
    return False


_THEIR_PLACE = re.compile(
    r"\b(?:[Yy]ou(?:r (?:\w+ ){1,3})?|work|week|day|days|job|role|life|works?|do|does|look|looks|like|inside|career) (?:\w+ ){0,4}?(?:at|for|with|in|inside|from) (?:the )?(?!I\b|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Zoom|Teams|LinkedIn)[A-Z][\w&'-]+"
)


def _names_a_place(one: Span) -> bool:
    found = _THEIR_PLACE.search(one.text)
    return bool(found) and not re.search(
        r"\b(?:I|[Mm]y|I'm|I've)\b", one.text[: found.start()][-25:] if found else ""
    )
