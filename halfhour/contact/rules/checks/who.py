"""Whether the reader learns in the first two sentences who is writing: a name and where that person stands.

L-01. Source: Informational Interviewing Part 1, "Making Contact": explain who you are; an early self-introduction
raised answers in Reyes-Simpe and Kubantseva.
"""

import re

from rapidfuzz import fuzz

from halfhour.contact.rules.checks.contact_details import EMAIL
from halfhour.contact.rules.checks.phrases import patterns
from halfhour.contact.rules.checks.view import Judged, View, hint, must, should
from halfhour.contact.rules.message import Span, lower, plain

EARLY = 2
TOLERATED = 3
_NOT_A_STATUS = (
    r"(?:big |huge |great |long-time |longtime |keen |real |true |avid |massive )*(?:fan|admirer|believer|reader|follower|listener|bit|little|"
    r"lot|person who|friend of|stranger|nobody|great admirer|member of your)"
)
# "I am exploring the field" says what one wants, not who one is.
_NOT_YET_A_STATUS = (
    r"(?:\w+ )?(?:exploring|looking|trying|asking|writing|hoping|interested|curious|considering|thinking|seeking|wondering|not|only|weighing|drawn|"
    r"fascinated|grateful|gathering|researching|sure|aware|after|reading|sending|contacting|reaching|choosing)\b"
)
_STATUS_NOUN = (
    r"(?:students?|undergrad\w*|postgrad\w*|freshman|sophomore|junior|senior|graduate|grad|alum\w*|pupil|apprentice|trainee|teacher|nurse|"
    r"engineer|accountant|veteran|barista|waiter|waitress|cook|chef|clerk|assistant|manager|carpenter|mechanic|driver|parent|mother|"
    r"father|mum|mom|dad|writer|designer|developer|analyst|paralegal|librarian|electrician|bartender|receptionist|cashier|"
    r"sixth[- ]former|school[- ]leaver|career[- ]changer|returner|intern|officer|worker|researcher|scientist|technician|tutor|coach|"
    r"candidate|major|consultant|salesperson|supervisor|administrator|coordinator|retiree|farmer|baker|soldier|sailor|musician)"
)
STATUS = patterns(
    rf"<IM> (?!{_NOT_YET_A_STATUS})(?:<W2>)(?:an?|the|your) (?!{_NOT_A_STATUS})[\w-]+",
    rf"<IM> (?!{_NOT_YET_A_STATUS})(?:<W2>){_STATUS_NOUN}\b",
    rf"(?:as|being|being an?|here,|,) (?:an? |the )?(?:[\w'-]+ ){{0,5}}?{_STATUS_NOUN}\b",
    r"<IM> <ADV>(?:in (?:my|the|year|grade|twelfth|eleventh|tenth|sixth|final|first|second|third|fourth|last)|at (?:school|college|university|[\w' ]{3,40}(?:school|college|university|academy|institute|high))|"
    r"(?:studying|majoring|training|working|teaching|finishing|completing|graduating|employed|enrolled|apprenticed|retraining|"
    r"returning|going back|coming back|starting (?:my|a|at|college|university)|about to (?:start|finish|graduate|leave)|leaving (?:school|the|my|college)|"
    r"transitioning|moving (?:from|out of|on from)|changing (?:career|jobs|fields)|between|doing (?:a|my|an)|taking (?:a|my)|reading|pursuing|"
    r"retired|currently|halfway|nearing the end|partway|most of the way|back (?:in|at)|on (?:a|my) (?:gap|career|course|break|degree|leave)|one of)|"
    r"(?:\d\d|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)\b)",
    r"i <ADV>(?:work(?:ed)? (?:as|in|at|for|with|on|part|full|nights|days|the)|stud(?:y|ied)|teach|taught|run|ran|manage[ds]?|drive|drove|serve[ds]?|graduate[ds]?|finish(?:ed)?|left (?:school|the|my|college)|"
    r"train(?:ed)? (?:as|in|at|to)|attend|major(?:ed)?|go to|spent|keep (?:the )?books|cook|coach|tutor|nurse|sell|sold|make|earn|repair|fix|build|retired|qualified|write (?:software|code|for))",
    r"<IVE> <ADV>(?:worked|taught|studied|been (?:an?|in|working|teaching|studying|the|at|with|doing|running|out of)|spent|just (?:finished|graduated|left|completed)|finished|graduated|left|completed|retired|run|served|driven|started|begun|managed)",
    r"(?:my|in my|this is my|it's my) (?:<W1>)(?:first|second|third|fourth|final|last|sophomore|junior|senior|freshman) (?:<W1>)(?:year|term|semester)",
    rf"^(?:[a-z'-]+ ){{0,4}}?{_STATUS_NOUN} (?:here|at|in|from|of)\b",
    r"after (?:<W2>)(?:years?|decades?|months|seasons|tours|terms|shifts) (?:<W1>)?(?:as|in|of|at|with|on|out)",
    r"(?:by (?:trade|training|day)|for (?:the (?:past|last)|a living|\w+ years))",
    r"(?:<W1>)(?:student|pupil|undergraduate|graduate|alum\w*|apprentice|trainee) (?:at|of|in|from|with)",
    r"(?:first|second|third|fourth|final|last)[- ]year (?:<W3>)(?:student|undergrad\w*|pupil|at|of|apprentice|in)",
    r"(?:class of|year) (?:'?\d\d|\d{4})\b",
    r"(?:member|owner|founder) of the\b",
    r"(?:\d(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth|final|last)|pre-?final)[- ](?:year|semester|sem|term)\b",
    r"<IVE> (?:now |also |mostly )?been (?!(?:wondering|thinking|trying|looking|reading|following|hoping|wanting|considering|meaning|listening|asking|searching|exploring|planning|dreaming|told|interested|curious|drawn|given|struck|fascinated)\b)(?:\w+ing|an?|in|at|on|with|out|home|the)\b",
    r"(?:doing|pursuing|reading|completing|finishing) (?:my|an?|for|the) (?:<W1>)?(?:b\.|m\.|ba\b|bsc|ma\b|msc|mba|phd|degree|diploma|masters?|master's|bachelors?|bachelor's|doctorate|course|studies|training|a-levels)",
    r"(?:currently|now|presently) (?:an?|in|at|working|studying)\b",
)
_NAMED = re.compile(
    r"(?:\b[Mm]y name is|\bI am|\bI'm|\b[Tt]his is|\b[Nn]ame's|\b[Ii]t's|\bcalled|\bnamed|\bname of)(?: called| named)? ([A-Z][\w'-]+)|^([A-Z][\w'-]+(?: [A-Z][\w'.-]+)+) (?:here|is my name)|, ([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)[.,]|[.?!] ([A-Z][a-z][\w'-]*(?: [A-Z][\w'-]+)+)$"
)
_ABOUT_ME = patterns(
    r"(?:i was (?:born|raised|trained)|i used to (?:be|work)|i come from|i live|i graduat\w+|i keep|i edit|i'm from|at present i|these days i|during the (?:day|week) i|i earn|i belong|i help|i volunteer)",
)
# "I'm Lou Hart, from the corner shop": a name, and something about it that is no wish.
_NAME_AND_MORE = re.compile(
    r"\b(?:I am|I'm|[Mm]y name is|[Mm]y name's|[Tt]his is|[Ii]t's) [A-Z][\w'-]+(?: [A-Z][\w'.-]+){0,3}(?:,| and| from| of| in| at| with| -|;| \() ?"
    r"(?!(?:and |who )?(?:I|I'd|I'm|I am|I would|we)? ?(?:would|want|wish|hope|hoping|writing|write|wonder|ask|interested|looking|contacting|reaching|got|found|read|saw|heard|came|am (?:writing|interested|hoping|looking|contacting|curious))\b)[a-z0-9]"
)
_NAME_FIRST = re.compile(
    r"[A-Z][\w'-]+(?: [A-Z][\w'.-]+)+(?:,| -| \(|:)? ?(?:here\b|\d{1,2}\b|an? |the |[a-z]+ (?:at|in|from|of|with|for)\b)"
)
# "I test brakes for a tram company": a verb in the present, said of oneself, that is not about this letter.
_HABIT = re.compile(
    r"(?:^|[,;] |\band |\bwhere |\bwho )i (?:currently |now |also |mostly |usually )?(?!(?:read|saw|see|found|find|heard|hear|know|think|wonder|hope|want|would|could|can|will|shall|may|might|must|am|was|were|have|had|wish|need|like|love|admire|enjoy|"
    r"write to|wrote|got|get|came|come|understand|believe|feel|keep|met|noticed|notice|learned|learnt|listened|watched|attended|trust|do|did|don't|didn't|ask|appreciate|realise|realize|recognise|recognize|promise|plan|really|just|should|happened|look|remember|imagine|guess|suppose|mean|thank)\b)[a-z]+s?\b"
)
# "I stock shelves at a grocery store": what one does, and with what or where.
_OCCUPIED = re.compile(
    r"(?:^|[,;:] |\band |[a-z], )i(?:'ve| have)? (?:currently |now |also |mostly |usually |still )?(?:stock|drive|driven|run|sing|sold|play|deliver|clean|answer|look after|care for|fly|sail|paint|draw|write (?:for|code)|edit|test|load|pack|"
    r"serve|wait (?:on )?tables|mind|raise|grow|farm|bake|brew|weld|guard|lead|direct|supervise|coordinate|handle|process|operate|maintain|install|fit|deal|help (?:out )?(?:at|in|my)|keep (?!in touch|hearing|wondering|thinking|reading|coming))\b"
    r"[^.?!]{0,60}?\b(?:at|in|for|a|an|the|my|on|shelves|years)\b"
)
_GREETING_SENTENCE = re.compile(
    r"^(?:i (?:really |do |sincerely )?(?:hope|trust)\b.{0,60}\b(?:well|finds? you|day|week|weekend|spring|summer|autumn|fall|winter|year|good|great|lovely)|(?:happy|good|warm|greetings)\b.{0,40}$|"
    r"how are you|thank you for (?:taking|reading)|thanks for (?:taking|reading)|(?:i )?hop(?:e|ing) (?:all is|you))"
)
_SIGNATURE_NAME = re.compile(
    r"^[-~ ]*[A-Z][\w'-]+(?: (?:[A-Z][\w'.-]*|de|van|von|der|den|la|al|el|bin|da|dos|di)){0,4}(?:,.{0,60}| \(.{1,25}\))?[,.]?$"
)


def opening(view: View, count: int) -> tuple[Span, ...]:
    """Return the first sentences that say something; a bare "I hope you are well" is not counted."""
    telling = [one for one in view.message.sentences if not _GREETING_SENTENCE.match(one.low)]
    return tuple(telling[:count])


def name_given(view: View) -> bool:
    """Whether the sender's name stands anywhere in the text."""
    name = view.facts.sender.name
    if name:
        return _has_name(view.message.whole_low, name)
    if any(_NAMED.search(one.text) for one in view.message.sentences):
        return True
    return any(
        _SIGNATURE_NAME.match(one.text)
        for one in (*view.message.signature, *view.message.sentences[-2:])
        if one != view.message.closing
    ) or (
        view.message.closing is not None
        and bool(re.search(r"[,-] ?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*$", view.message.closing.text))
    )


def _has_name(low: str, name: str) -> bool:
    parts = [part for part in re.findall(r"[\w'-]+", lower(plain(name))) if len(part) > 1]
    return bool(parts) and all(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", low) for part in {parts[0], parts[-1]}
    )


def _introduced(sentences: tuple[Span, ...]) -> bool:
    """Whether the first sentences seem to say something about the writer, though in no known way."""
    return any(
        _ABOUT_ME.search(one.low)
        or _HABIT.search(one.low)
        or _NAME_AND_MORE.search(one.text)
        or _NAME_FIRST.match(one.text)
        for one in sentences[:TOLERATED]
    )


def _partly_named(view: View) -> bool:
    """Whether the first or the family name is there: "I'm Kasia" in a short message."""
    parts = [part for part in re.findall(r"[\w'-]+", lower(plain(view.facts.sender.name))) if len(part) > 1]
    low = EMAIL.sub(" ", view.message.whole_low)
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", low) for part in {*parts[:1], *parts[-1:]})


def says_status(one: Span, status: str = "") -> bool:
    """Whether a sentence says where the writer stands: studies, works, has just finished something."""
    if STATUS.search(one.low) or _OCCUPIED.search(one.low):
        return True
    return (
        len(status) > 5
        and fuzz.partial_token_set_ratio(_content(status), _content(one.low)) == 100
        and (fuzz.partial_ratio(lower(status), one.low) >= 75)
    )


def _content(text: str) -> str:
    return " ".join(word for word in re.findall(r"[\w'-]+", lower(text)) if len(word) > 3)


def check_who(view: View) -> Judged:
    sentences = opening(view, 99)
    status = view.facts.sender.status
    at = next((n for n, one in enumerate(sentences) if says_status(one, status)), None)
    if at is None:
        signed = next((one for one in view.message.signature if says_status(one, status)), None)
        if signed is None and _introduced(sentences):
            yield should(
                "L-01", "Say more plainly who you are in the first two sentences: what you study or do."
            )
        elif signed is None:
            yield must(
                "L-01", "Say who you are in the first two sentences: your name, and what you study or do."
            )
        else:
            yield should(
                "L-01",
                "Say what you study or do in the first two sentences, not only under your name.",
                signed,
            )
    elif at >= TOLERATED and not _introduced(sentences):
        yield must("L-01", "Say who you are earlier, in the first two sentences.", sentences[at])
    elif at >= EARLY:
        yield should("L-01", "Say who you are a little earlier, in the first two sentences.", sentences[at])
    if not name_given(view):
        if view.facts.sender.name and not _partly_named(view):
            yield must("L-01", f"Your name, {view.facts.sender.name}, is not in the text.")
        elif view.facts.sender.name:
            if not view.is_network:  # a network shows the whole name beside the message
                yield should("L-01", f"Give your whole name once: {view.facts.sender.name}.")
        else:
            yield should("L-01", "Your name does not seem to be in the text.")
    elif (
        at is not None
        and view.kind == "letter"
        and not view.is_network
        and not _named_early(view, sentences[:EARLY])
    ):
        yield hint("L-01", "Your name stands only under the letter; it may come in the first sentences too.")


def _named_early(view: View, early: tuple[Span, ...]) -> bool:
    first = view.facts.sender.name.split()[:1]
    if first:
        return any(lower(first[0]) in one.low for one in early)
    return any(_NAMED.search(one.text) for one in early)
