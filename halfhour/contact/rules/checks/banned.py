"""What must not stand in a first message, besides a request for a job.

CALLME, RESUME, BRAIN, WRITTENQ, LINK, L-15. Source: K-State (arranging is your job, do not ask to be called);
Wheaton and Dartmouth (no résumé in the first message); Roghanizad and Bohns (strangers' links are distrusted).
"""

import re

from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, Skip, View, must, should
from halfhour.contact.rules.message import READ_AT_MOST, Span, plain

CALL_ME = patterns(
    r"(?:call|phone|telephone|ring|dial|text|buzz|facetime|whatsapp) (?:me|us)\b",
    r"(?:so|just|please|and),? (?:please )?(?:call|ring|phone) (?:any ?time|whenever|at any (?:time|hour)|day or night|soon)\b|(?:receive|get|have|take|expecting) (?:a|your) (?:<W1>)?(?:call|phone call|ring) from you\b",
    r"if you (?:called|phoned|rang|telephoned|texted) me\b",
    r"(?:mind|by|before|consider|appreciate (?:your)?|grateful for (?:your)?) (?:calling|phoning|telephoning|ringing|texting) me\b",
    r"(?:give|make|place|drop) (?:me |us )?(?:<A>)(?:<W1>)(?:call|ring|buzz|missed call|bell|shout|phone call) (?:<W1>)?(?:on|to|at) (?:me|my|the (?:below|above|following|given)|this|\(?\+?\d)",
    r"(?:a|your) (?:<W1>)?(?:call back|callback|return call|call-back)(?! from me)\b",
    r"(?:please|kindly|just|then|you can|you may|you could|do) (?:call|phone|ring|telephone)(?: back)? (?:to|and|so|when|whenever|at|on|any|if|back|in|before|after|with)\b",
    r"(?:await|awaiting|expect|hope for|wait for|waiting for|eager for|grateful for|glad of|welcome|look(?:ing)? forward to) (?:<W2>)(?:your|a) (?:<W1>)(?:call|ring|phone call|telephone call)\b(?! (?:from me|to you))",
    r"drop (?:me )?(?:a|your) (?:call|text)|hear from you (?:by|on the) (?:phone|telephone)|(?:call|phone|text|ring) (?:or|and) (?:write|e-?mail|call|text|phone) me",
    r"(?:call|phone|ring|text) (?:my|this) (?:<W2>)?(?:cell|mobile|number|phone|home|line|house)",
    r"give me (?:<A>)(?:<W1>)(?:call|ring|buzz|bell|shout|tinkle|text)\b",
    r"(?:drop|shoot) me (?:a|your) (?:<W1>)(?:call|text|number)",
    r"(?:return|expect|await|awaiting|look(?:ing)? forward to|wait(?:ing)? for|hope for|welcome|appreciate) (?:<W1>)(?:your|a) (?:<W1>)(?:call|phone call|telephone call|ring)\b(?! (?:from me|to you))",
    r"(?:hear|hearing) from you by (?:phone|telephone)",
    r"(?:call|phone|ring) (?:back )?(?:<W1>)?(?:at|on) (?:\(?\+?\d)",
    r"(?:number|mobile|cell|phone)[^.?!]{0,30}(?:below|here|is \+?[\d ()-]+)[^.?!]{0,12} (?:call|ring|phone) (?:when|any|if|me|at)",
    r"(?:contact|use|try|dial|reach) my (?:<W1>)?(?:mobile|cell|number|phone|line|landline|cellphone) (?:to|and|so|if|when|in order)",
    r"(?:have|ask|get) your (?:assistant|secretary|office|receptionist) (?:to )?(?:call|phone|ring|contact|schedule|set)",
    r"(?:wait|waiting|sit|sitting|stay|staying) (?:<W2>)?by (?:the|my) (?:phone|telephone)|(?:wait|waiting|listen|listening|watch|watching)[^.?!]{0,30} for your (?:phone |telephone )?call\b",
    r"(?:please|just|do|kindly|simply) (?:call|phone|ring|telephone)(?= ?(?:[.;!,)]|$))",
    r"(?:please|just|kindly|simply|you can|you could|you may) (?:call|phone|ring|telephone|dial|text) (?:me )?(?:when(?:ever)?|any ?time|as soon as|once|if) (?:you|it|your|that)\b(?! (?:were|was|had|see|know|think|say|decide|choose|spoke))",
    r"(?:call|phone|ring) (?:so|to) (?:that )?(?:we can )?(?:schedule|arrange|set up)(?! with you)",
)
ARRANGE = patterns(
    r"(?:you (?:can|could|may|might)|please|kindly|feel free to) (?:<W1>)?(?:reach|get|contact|try|catch) (?:me|us) (?:<W1>)?(?:by|on|at|over|via) (?:<W2>)?(?:phone|telephone|mobile|cell|number|\(?\+?\d)",
    r"(?:contact|reach|get in touch with|get hold of|write to|write|e-?mail|message|get back to|come back to|tell) me(?:[^.?!]|[.](?=\S)){0,60}\b(?:arrange|schedule|scheduling|set (?:up|a)|fix (?:a|up|the)|agree (?:a|on)|settle|find a time|when (?:we|to) (?:can |could )?(?:talk|meet)|so (?:that )?we can|book)",
    r"(?:you|please|kindly|and) (?:<W1>)?(?:can |may |could |should )?(?:reach|contact|get (?:back to|in touch with|hold of)|write to|get back to|message|e-?mail) me\b[^.?!]{0,60}?\b(?:to|and|so (?:that )?we can) (?:<W1>)?(?:schedule|arrange|set up|set|book|fix|organi[sz]e|agree|plan|find|make (?:an appointment|a time))",
)
# "They call me Lou", "call me old-fashioned": about a name, not about the telephone.
_A_NAME = re.compile(
    r"\b(?:they|people|friends|everyone|everybody|who|family|mates|colleagues|students|kids) (?:\w+ )?(?:call)|call me (?:an? )?(?:crazy|old-fashioned|old fashioned|mad|nosy|curious|naive|a dreamer|stubborn|romantic|silly|odd|strange|lucky|by my)"
)
_I_CALL = re.compile(r"\b(?:i'll|i will|i shall|i can|i could|i'd|i would|may i|let me|i)\b[^.?!,;]{0,50}$")
_OFFERED = re.compile(
    r"\bif you(?:'d| would)? (?:rather|prefer|like|want|wish)\b|\bno need to\b|\brather than\b|\bif (?:it is|it's|that is|that's) easier\b|\bin case\b"
)
ATTACHED = patterns(
    r"(?:attach(?:ed|ing|ment)?|enclos(?:ed|ing|ure)|includ(?:ed|ing)|append(?:ed|ing)?|pasted|copied|uploaded|linked|find attached|please find|pfa|sharing|shared|sending|sent|forwarding|send|share|here is|here's|herewith|below is|passing on)(?: (?:is|are|please find|you'll find|you will find|herewith|here|you|for you|below|along|for your (?:review|reference|information|convenience|perusal),?))? (?:<W3>)(?:a copy of )?(?:<W2>)<CV>",
    r"(?:see|review|look at|take a look at|look over|look through|go through|read|glance at|feedback on|critique|comment on|comments on|thoughts on|opinion on|advice on|improve|update|improving|polish|help with|view|check|correct|have a look at|cast an eye over|run an eye over) (?:<W2>)my (?:<W1>)<CV>",
    r"<CV> (?:<W4>)(?:attach\w*|enclos\w*|include\w*|below|is at|can be (?:found|seen)|follows|with this|herewith|linked|in the attachment|for (?:you|your)|along|online)",
    r"(?:enclosures?|encl|enc|attachments?|attached)\.?:? ?(?:<W2>)(?:<CV>|my background|my qualifications)",
    r"(?:\w+[_-])?(?:cv|r[eé]sum[eé])(?:[_-]\w+)*\.(?:pdf|docx?|odt|rtf)\b",
    r"attach\w*:? (?:<W1>)?(?:my )?(?:\w+[_-])?(?:cv|r[eé]sum[eé]|curriculum)",
    r"(?:attached|enclosed|attaching|enclosing) (?:<W3>)(?:cover letter|portfolio|transcript|application|bio-?data|biodata|list of (?:my )?(?:qualifications|references)|references)",
)
_MY_OWN_CV = re.compile(
    r"\bi(?:'ll| will|'d| would| want to| need to| should| have to| must)? (?:\w+ ){0,2}(?:update|improve|polish|write|rewrite|review|read|see)\b|\bbefore i\b"
)
_CV_AT_ALL = patterns(r"<CV>")
BRAIN = patterns(
    r"(?:pick(?:ing)?|poke|poking|tap|tapping|mine|mining) (?:at )?(?:<A>)?(?:<W2>)(?:brains?|minds?)\b",
    r"brain[- ]pick\w*",
)
WRITTEN = patterns(
    r"(?:answer|reply to|respond to|answering|answers to|responses to|replies to|complete|fill (?:in|out)|thoughts on|reply with) (?:<W4>)(?:questions|questionnaire|survey)(?: (?:below|by (?:e-?mail|return|reply)|in writing|here|attached|that follow|listed|following|at your convenience))",
    r"(?:answer|reply to|respond to|answering) (?:<W2>)?(?:these|the|my|a few|some|five|six|ten|four) (?:<W1>)?(?:questions|queries)(?= ?(?:[:.!?;]|$))|(?:answer|reply to) (?:these|them|each) (?:by e-?mail|in writing|by return|on paper)",
    r"(?:answer|reply|respond|complete|send|write|revert|give|provide|address|consider|have|are|see|find) (?:<W6>)(?:following|below|attached|enclosed|listed) (?:<W1>)(?:questions|queries|points)\b|(?:following|below|attached|enclosed) (?:<W1>)(?:questions|queries)\b",
    r"(?:my|the|few|several|some|these|here are) (?:<W2>)?questions (?:follow|below|are (?:as follows|listed|these|below|the following|attached)|are:|:|in writing|by e-?mail)",
    r"(?:write|written|type|jot down|send|e-?mail|mail|give|fill in|return|provide) (?:<W4>)(?:your |back )?(?:answers|responses|replies)\b",
    r"(?:questions?|queries|points|each|all of (?:them|these))[^.?!]{0,50} (?:in writing|by e-?mail|by return|on paper|by letter|in your reply|in an e-mail|below)\b(?! (?:if|beforehand|ahead|before|first))",
    r"(?:answer|answering|reply|respond)[^.?!]{0,30} (?:in writing|on paper|by letter|in a few lines each|under each|one by one|point by point)\b",
    r"(?:write|send|type|e-?mail) me (?:<W4>)(?:paragraphs?|pages?|an essay|essays|summary of|summaries|description of|descriptions|account of|sentences about|lines about)\b",
    r"(?:please|you|to|kindly|and) (?:answer|complete|fill in|fill out|return|fill up) (?:<W3>)(?:questionnaire|survey|question sheet|list of questions|question list)\b",
    r"(?:questions|points|queries)[^.?!]{0,20} (?:below|listed|attached|enclosed|that follow)\b|(?:below|here|following|attached) (?:<W3>)questions\b",
)
# "If you like, I can send my questions beforehand" is kind, not a questionnaire.
_BEFOREHAND = re.compile(
    r"\b(?:beforehand|ahead|in advance|before (?:we|the|our)|bring|notebook|in mind|ready|minute|when we|to the talk)\b"
)
_FOR_THE_TALK = re.compile(
    r"^(?:(?:would|could|can|may|might|is|are|do) (?:i|you|we|it|there|that|this)\b[^?]{0,120}\b(?:minutes?|hour|talk|time|call|meet|coffee|tea|chat|possible|speak|visit|come|okay|ok|suit|convenient|work for)\b|any chance|how about)"
)
_QUESTION_LINE = re.compile(
    r"^(?:[-*•]|\(?\d{1,2}[.):]|[a-h][.)]) *(?:what|how|why|when|where|who|which|do|does|did|is|are|was|were|can|could|would|should|have|has|tell|describe|explain)\b"
)
MOST_WRITTEN = 3
_SHORTENER = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|buff\.ly|is\.gd|lnkd\.in|rebrand\.ly|cutt\.ly|shorturl\.at|tiny\.cc|rb\.gy|s\.id|t\.ly|v\.gd|bl\.ink|short\.io|soo\.gd|clck\.ru|qr\.ae|adf\.ly)/\S+",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|co|app|ly|edu|uk|dev|info|us|ca|de|be|gl|at)/[^\s<>\"')\]]+",
    re.IGNORECASE,
)
_ANSWER_BY_LINK = re.compile(
    r"\b(?:click|book|booking|schedule|sign up|signup|register|choose (?:a|your) (?:time|slot)|pick (?:a|your) (?:time|slot)|select|grab a (?:time|slot)|fill (?:in|out)|complete|answer here|reply here|respond (?:here|via|through)|use (?:this|the) (?:link|form|page)|this link|link below|following link|calendar|slot|form|confirm|rsvp|tap|visit)\b"
)
_BOOKING = re.compile(
    r"calendly|youcanbook|doodle\.com|cal\.com|acuityscheduling|forms\.gle|docs\.google\.com/forms|surveymonkey|typeform|appoint\.ly|savvycal|zcal|meetings\.hubspot|when2meet|koalendar|tidycal|simplybook|booking",
    re.IGNORECASE,
)
_HTML = re.compile(
    r"<(?:img|a|p|br|div|html|body|table|span|font|script|style|td)\b[^>\n]{0,300}>|!\[[^\]\n]{0,40}\]\(http|\btracking pixel\b",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"\b(?:no-?reply|do-?not-?reply|noreply|donotreply|mailer-daemon|unattended|unmonitored)\b(?:@[\w.-]+)?|\b(?:do not|please don't|cannot) reply to this (?:e-?mail|message|address)|sent (?:by|from) an automated",
    re.IGNORECASE,
)


def check_call_me(view: View) -> Judged:
    for one in view.message.everything:
        found = next((found for found in CALL_ME.finditer(one.low) if _asks_to_be_called(one, found)), None)
        if found and not _OFFERED.search(one.low):
            yield must(
                "CALLME",
                "Do not ask them to call or to arrange it: say when you will call.",
                place(one, found),
            )
            continue
        found = found or next(
            (it for it in ARRANGE.finditer(one.low) if not is_negated(one.low, it.start())), None
        )
        if found:
            yield should(
                "CALLME",
                "Arranging is your part: say when you will call rather than offering to be called.",
                place(one, found),
            )


def _asks_to_be_called(one: Span, found: re.Match[str]) -> bool:
    after = one.text[found.end() : found.end() + 25].lstrip()
    if (
        found[0].endswith("call me")
        and re.match(r"[A-Z][a-z]+\b(?! me)", after)
        and not re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\b", after)
    ):
        return False  # "please call me Mo" is about the name
    near = one.low[max(0, found.start() - 20) : found.end() + 20]
    if is_negated(one.low, found.start()) or _A_NAME.search(near):
        return False
    mine = re.search(
        r"\bme\b|\bmy\b|\byour\b|\bfrom you\b|back\b|by the phone|^(?:return|expect|await|look|wait|hope|welcome|appreciate|grateful|glad|eager|receive|get|so|please)",
        found[0],
    )
    return bool(mine) or not _I_CALL.search(one.low[: found.start()])


def check_resume(view: View) -> Judged:
    for one in view.message.everything:
        found = ATTACHED.search(one.low)
        mine = found is not None and _MY_OWN_CV.search(one.low[: found.end()])
        if (
            found
            and not mine
            and not is_negated(one.low, found.end() - 1)
            and not is_negated(one.low, found.start())
        ):
            yield must(
                "RESUME",
                "No résumé goes with a first message, and no request to read one.",
                place(one, found),
            )
            return
        mention = _CV_AT_ALL.search(one.low)
        if mention and not is_negated(one.low, mention.start()) and view.kind == "letter":
            yield should("RESUME", "Leave the résumé out of a first message.", place(one, mention))
            return


def check_brain(view: View) -> Judged:
    for one in view.message.everything:
        found = BRAIN.search(one.low)
        if found:
            yield must(
                "BRAIN",
                "Say what you would like to ask instead; many people dislike this phrase.",
                place(one, found),
            )


def check_written_questions(view: View) -> Judged:
    lines = [one for one in view.message.sentences if _QUESTION_LINE.match(one.low)]
    marked = [
        one
        for one in view.message.sentences
        if one.text.rstrip("\"') ").endswith("?") and not _FOR_THE_TALK.match(one.low)
    ]
    for one in view.message.sentences:
        found = WRITTEN.search(one.low)
        if found and not is_negated(one.low, found.start()) and not _BEFOREHAND.search(one.low):
            yield must(
                "WRITTENQ",
                "Keep the questions for the talk; nobody should have to answer in writing.",
                place(one, found),
            )
            return
    listed = lines if len(lines) > MOST_WRITTEN else marked if len(marked) > MOST_WRITTEN else []
    if listed:
        yield must(
            "WRITTENQ",
            "A list of questions makes work; ask them in the talk.",
            (listed[0].start, listed[-1].end),
        )


def check_links(view: View) -> Judged:
    message = view.message
    text = plain(message.text[:READ_AT_MOST])
    pixel = _HTML.search(text)
    if pixel:
        yield must(
            "LINK",
            "Plain words only: no markup and no picture that reports back.",
            (pixel.start(), pixel.end()),
        )
    for found in _SHORTENER.finditer(text):
        yield must(
            "LINK",
            "A shortened link hides where it leads; strangers distrust it.",
            (found.start(), found.end()),
        )
    signature_from = (
        message.closing.start
        if message.closing
        else (message.signature[0].start if message.signature else len(text))
    )
    for found in _URL.finditer(text):
        at = (found.start(), found.end())
        sentence = _sentence_at(message.sentences, at[0])
        if _SHORTENER.match(found[0]):
            continue
        if _BOOKING.search(found[0]) or (sentence and _ANSWER_BY_LINK.search(sentence.low)):
            yield must("LINK", "An answer in words must be enough: leave the link out.", at)
        elif at[0] < signature_from:
            yield should("LINK", "A link from a stranger is distrusted; say it in words if you can.", at)


def _sentence_at(sentences: tuple[Span, ...], at: int) -> Span | None:
    """The sentence that holds an offset, or else the one that has just ended before it."""
    holding = next((one for one in sentences if one.start <= at < one.end), None)
    return holding or next((one for one in reversed(sentences) if one.end <= at <= one.end + 60), None)


def check_sender(view: View) -> Judged:
    """L-15: the message comes from an address of one's own, to which an answer arrives."""
    text = plain(view.message.text[:READ_AT_MOST])
    found = _NO_REPLY.search(text)
    if found:
        yield must("L-15", "Write from an address that takes answers.", (found.start(), found.end()))
    elif "from" in view.message.headers and view.facts.sender.email:
        header = view.message.headers["from"]
        if "@" in header.low and view.facts.sender.email.lower() not in header.low:
            yield must(
                "L-15", f"This comes from another address than yours, {view.facts.sender.email}.", header
            )
    elif not view.facts.sender.email:
        yield Skip("L-15")
