"""Whether a question will open a conversation: open, neutral, one thing at a time, nothing one could look up, no own pay.

LEADING, CLOSED, DOUBLE, LOOKUP, OWNSALARY. Source: Informational Interviewing Part 2 (composing the questions is the most
critical part); Eastern and Bethel (do not ask what you could look up); Brooklyn (pay as a range, never the person's own).
"""

import re
from collections.abc import Iterator
from datetime import date

from halfhour.contact.rules.checks.job_request import job_requests
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.finding import Finding, Result, Severity, result_of
from halfhour.contact.rules.message import READ_AT_MOST, Span, lower, plain

RULES = ("LEADING", "CLOSED", "DOUBLE", "LOOKUP", "OWNSALARY", "NOJOB")
# "How do people find a first position?" asks about the field; "do you have a position for me?" asks for one.
_FOR_ONESELF = re.compile(
    r"\b(?:me|i|i'm|i'd|my)\b|\b(?:you|your \w+) (?:\w+ ){0,2}(?:hiring|recruiting|have (?:any|an opening|a vacancy)|tak(?:e|ing) (?:on )?(?:interns|trainees|apprentices|people on))\b|\b(?:any|current) (?:\w+ )?(?:openings|vacancies|jobs|positions)\b"
)
_LINE = re.compile(r"[^\n]+")
_NUMBERING = re.compile(r"^\s*(?:[-*•]|\(?\d{1,3}[.):]|q\d*[.:])?\s*", re.IGNORECASE)

_OWN_PAY = re.compile(
    r"\b(?:how much|what|how well|how high)\b[^?]{0,40}\b(?:you|your)\b(?! (?:\w+ )?(?:company|firm|organi[sz]ation|studio|team|shop|bakery|plant|factory|employer|workshop|department|business))[^?]{0,25}\b(?:earn\w*|mak(?:e|ing)(?= *(?:\?|a year|per|an hour|a month|in a|each|now|here|right|currently|yourself|as an?\b|these|at\b|$))|paid|salary|pay\b|income|wages?|bonus|bring home(?! with)|take home(?! with)|compensation|compensated|money)"
    r"|\b(?:your|you) (?:own |current |annual |yearly |monthly |starting |personal |exact |base )*(?:salary|pay|income|wages?|bonus|earnings|paycheck|pay check|compensation|take-home|hourly rate)\b"
    r"|\b(?:are|do|were|did|have) you (?:\w+ )?(?:earn\w*|well paid|paid|get paid|make (?:a lot|good|enough|more|decent|six)|rich|underpaid)\b|\b(?:what|which) (?:\w+ )?(?:salary|pay|wages?|income)\b[^?]{0,25}\b(?:you|your)\b|\b(?:pay|pays|paying) you\b|\bwhat you (?:earn|make|get paid|take home|are paid)\b|\bhow much (?:do|did|were|are|does it pay) you\b[^?]{0,20}\b(?:earn|make|paid|get)\b"
)
_RANGE = re.compile(
    r"\b(?:range|someone|somebody|a beginner|beginners|people|newcomers?|typical(?:ly)?|usual(?:ly)?|others|one expect|starting out|entry[- ]level)\b"
)
_LEADING = re.compile(
    r"\b(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|wouldn't|won't|couldn't|can't|shouldn't|haven't|hasn't) (?:you|it|that|they|the|your|this|there|people|being|most|everyone|he|she)\b"
    r"|\b(?:surely|obviously|clearly|undoubtedly|of course|no doubt)\b|, (?:right|correct|yes|no|huh|eh|true|agreed|(?:is|are|was|do|does|did|must|have|has|wo|would|ca|could)(?:n't|nt) (?:it|they|you|that|he|she|there))\?|\bwould(?:n't)? you (?:not )?(?:agree|say)\b|\bdo you (?:not )?agree\b"
    r"|\b(?:it|that|this|you|your \w+|the (?:\w+ ){0,3}\w+) must (?:be|have|love|hate|get|feel|really|find|enjoy|miss|want)\b|\b(?:i|we) (?:assume|presume|imagine|suppose|bet|guess|take it|expect|believe|think|am sure|'m sure)\b(?![^?]*\b(?:how|what|why|which|where|when)\b)"
    r"|\b(?:everyone|everybody|people|they) (?:says?|knows?|agrees?) (?:that )?(?!what|how|why)|\bhow (?:wonderful|great|awful|terrible|horrible|bad|boring|exciting|amazing|fantastic|dull|rewarding|stressful|hard|lonely|tedious|fun|glamorous|exhausting|miserable|difficult)\b|\bhow much (?:do|did) you (?:love|hate|enjoy|dislike|adore|resent|regret)\b"
    r"|\bwhy (?:is|are|was|were|do|does) [^?]{0,50}\bso (?:\w+)\b|\b(?:so|then) you (?:like|love|hate|enjoy|regret|must|prefer|would)\b|\bas (?:we all|everyone|everybody) knows?\b|\bjust (?:a|another) (?:boring|dull|glorified)\b|\bnot (?:really )?worth\b"
)
_AUXILIARY = re.compile(
    r"(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|may|might|am|must|don't|doesn't|didn't|isn't|aren't|wasn't|wouldn't|won't|haven't|hasn't|couldn't) (?:you|it|the|there|your|they|a|an|this|that|people|someone|one|i|we|most|any|many|some|all|he|she|working|being|these|those|newcomers|beginners|[a-z]+s)\b"
)
_POLITE_OPEN = re.compile(
    r"(?:can|could|would|will|may|might|do) (?:you|i) (?:please |perhaps |maybe |ever |be willing to |mind |possibly )?(?:tell\w*|describ\w*|walk\w*|give|giving|explain\w*|shar\w*|say|show\w*|talk\w*|nam\w+|list|sketch|paint|help me|compar\w+|take me|think of|recall|remember|outline|point|ask you (?:what|how|why|which|about)|sum|elaborate|expand|go through|introduce)\b"
)
_PERMISSION = re.compile(
    r"\b(?:may i|could i|can i|do you mind|would you mind|is that (?:still )?(?:all right|alright|fine|ok|okay)|is it (?:still )?(?:all right|fine|okay)|would it be (?:all right|fine|okay)|shall i)\b"
)
_ENDS_OPEN = re.compile(r"\b(?:what|how|why|which|who|whom|where|when|in what way)\b")
_SECOND = re.compile(
    r"(?:[,;]? (?:and|or|but)(?: also| then)? |[;,] )(?P<second>(?:what|how|why|when|where|who|whom|which|do|does|did|is|are|was|were|can|could|would|should|have|has) (?!not\b)[^?]{2,})\?"
)
_SAME_THING = re.compile(
    r"\b(?:it|them|that|those|this|these|they|there|one|ones|so|such|its|their|then|instead|each|both|either|neither|else)\b"
)
# "Which skills matter, and how can I learn them?" asks for another thing, though it says "them".
_FOR_THE_ASKER = re.compile(r"\b(?:can|could|should|would|do|might|must) i\b|\bhow (?:often|long|many)\b")
# "What do beginners earn, and how does that change over the years?" follows one thing.
_GOES_ON = re.compile(
    r"\b(?:that|it|this|they|those) (?:chang\w+|var\w+|differ\w*|look\w*|compar\w+|develop\w*|grow\w*|go|went|feel|felt|work out)\b"
)
_LOOK_UP = re.compile(
    r"\bwhat (?:\w+ )?(?:degrees?|education|qualifications?|licen[sc]es?|certificat\w+|certifications?|diplomas?|training|exams?|majors?|schooling|credentials?|requirements?|grades?)\b[^?]{0,50}\b(?:need\w*|requir\w*|must|necessary|have to|take to|mandatory|do i|does one|are there)\b"
    r"|\b(?:do|does|will|would) (?:i|you|one|people) need (?:a|an|any|to have a) (?:\w+ )?(?:degree|licen[sc]e|certificate|diploma|master's|bachelor's|qualification)\b|\bhow (?:long|many years) (?:does|do|is|are|of) (?:the |it |an? )?(?:\w+ )?(?:training|degree|take to (?:become|qualify)|course|programme|program|study|school|education|apprenticeship)\b"
    r"|\bhow long does it take to (?:become|qualify|train|get (?:a|the) (?:degree|licen[sc]e))\b|\bwhat (?:is|are|'s) the (?:average|median|mean|national|typical|usual|published|normal) (?:\w+ )?(?:salar\w+|pay|wages?|income|earnings)\b|\bwhat(?:'s| is| are) the (?:\w+ )?(?:outlook|growth|demand|job market|employment rate|unemployment)\b"
    r"|\bwhat (?:does|do) (?:an? |the )?(?!you\b|your\b|these\b|those\b|they\b|such\b|people\b)(?:[a-z-]+ ){1,4}do(?: all day| exactly| for a living| at work)?\?|\bwhat (?:are|is) the (?:main |typical |basic |key |primary |usual |general )?(?:duties|tasks|responsibilities|job description|role|functions?)\b|\bhow many (?:people|employees|staff|offices|customers|branches|locations|workers|members)\b"
    r"|\b(?:what|which|in (?:what|which)) year\b[^?]{0,40}\b(?:founded|opened|established|started|built|created|begin|began)\b|\bwhen was (?:your|the|this) \w+(?: \w+)? (?:founded|established|started|built|created|opened)\b|\bwhere (?:is|are) (?:your|the) (?:head ?office|headquarters|offices?|company|branches)\b|\bwhat does (?:your|the|this) (?:company|organi[sz]ation|firm|agency|business|studio|employer|institution) (?:do|make|sell|produce|offer)\b"
    r"|\bwho (?:is|are|owns|founded|runs) (?:your|the) (?:ceo|boss of|president|owner|competitors?|clients?|customers?|company|founder|director)\b|\bwhich (?:schools?|colleges?|universities|courses?|programmes?|programs?) (?:offer|teach|have|are there|train)\b|\bwhat (?:hard |soft |technical )?skills (?:are|do|does)[^?]{0,30}\b(?:required|needed|need|necessary)\b"
    r"|\b(?:what|which) (?:\w+ ){0,2}(?:products?|services?|brands?|markets?|countries|industries|clients?|sectors?)\b (?:does|do|is|are) (?:your|the|this) (?:company|organi[sz]ation|firm|agency|business|studio|employer|institution)\b|\bis there a (?:professional )?(?:association|union|licen[sc]e)\b|\bhow (?:fast|much) is (?:the|this) (?:field|occupation|profession|industry) (?:growing|expected)\b|\bwhat (?:is|'s) an? [a-z-]+(?: [a-z-]+)?\?$|\bwhat software (?:is|do|does)\b[^?]{0,30}\b(?:use|used)\b"
)
_LOCAL = re.compile(
    r"\b(?:your own|for you|in your (?:experience|view|opinion|team|case|place|eyes|words|mind|office|shop|studio|time)|here\b|really|actually|did you|have you|you yourself|most of your|beyond|apart from|besides|differ\w*|different|surprised?|wish|matter(?:s|ed)?|count(?:s|ed)?|helped|useful|in practice|besides|where you work|around you|would you|do you think|the published|what is published)\b"
)


def check_question(text: str, facts: Facts | None = None, *, today: date) -> Result:
    """Hold one question, or several on lines of their own, against the rules for questions.

    facts and today are taken as every check takes them and change nothing here. Offsets point into the text.
    """
    findings: list[Finding] = []
    source = plain(text[:READ_AT_MOST])
    for line in _LINE.finditer(source):
        start = line.start() + len(_NUMBERING.match(line[0])[0])  # type: ignore[index]  # the pattern matches the empty text
        if source[start : line.end()].strip():
            findings.extend(_of_one(lower(source[start : line.end()].rstrip()), start))
    return result_of(findings, (), RULES)


def _of_one(low: str, start: int) -> Iterator[Finding]:
    def finding(
        rule: str, message: str, found: re.Match[str] | None, severity: Severity = Severity.SHOULD
    ) -> Finding:
        at = (start + found.start(), start + found.end()) if found else (start, start + len(low))
        return Finding(rule, severity, message, *at)

    pay = _OWN_PAY.search(low)
    if pay and not _RANGE.search(low):
        words = "Ask for a range instead: “What does someone starting out usually earn, and what after some years?”"
        yield finding("OWNSALARY", words, pay, Severity.MUST)
    for asked in job_requests((Span(0, len(low), low, low),)):
        if isinstance(asked, Finding) and _FOR_ONESELF.search(low):
            words = "A question about the work, not about a place for you: ask how people usually come in."
            yield Finding(
                "NOJOB", asked.severity, words, start + (asked.start or 0), start + (asked.end or 0)
            )
    leading = _LEADING.search(low)
    if leading:
        yield finding(
            "LEADING", "This tells them what to answer. Ask it so that any answer would be welcome.", leading
        )
    if _is_double(low):
        yield finding(
            "DOUBLE",
            "These are two questions. Ask one, and keep the other for afterwards.",
            _SECOND.search(low),
        )
    elif _is_closed(low) and not leading:
        yield finding("CLOSED", "A yes or a no answers this. Begin with what, how or why.", None)
    look_up = _LOOK_UP.search(low)
    if look_up and not pay and not _LOCAL.search(low):
        yield finding("LOOKUP", "This can be looked up. Ask how it is for them, or where they work.", look_up)


def _is_double(low: str) -> bool:
    marks = [part for part in low.split("?")[:-1] if len(part.split()) > 2]
    if len(marks) > 1 and not any(_PERMISSION.search(part) for part in marks):
        return True
    found = _SECOND.search(low)
    if not found or (not _ENDS_OPEN.search(low[: found.start()]) and not _AUXILIARY.match(low)):
        return False
    second = found["second"]
    if second.split()[0] == low.split()[0] and second.split()[0] in {"which", "how", "who"}:
        return False  # "Which ..., and which is not?" is one question
    if len(second.split()) > 3 and _FOR_THE_ASKER.search(second) and not _GOES_ON.search(second):
        return True
    return len(second.split()) > 2 and not _SAME_THING.search(second)


def _is_closed(low: str) -> bool:
    if _PERMISSION.search(low) or re.search(r"\b(?:and|or|if so,?) (?:what|how|why|which|who)\b", low):
        return False
    asked = low.rsplit("?", 1)[0].split("?")[-1].strip()
    for piece in (asked, asked.rsplit(". ", 1)[-1], re.split(r"[,;:] ", asked)[-1]):
        begin = _AUXILIARY.match(piece)
        if begin and not _POLITE_OPEN.match(piece):
            return not _ENDS_OPEN.match(asked)
    return False
