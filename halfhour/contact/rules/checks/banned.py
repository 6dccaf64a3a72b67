"""What must not stand in a first message, besides a request for a job.

CALLME, RESUME, BRAIN, WRITTENQ, PRESSURE, LINK, L-15. Source: K-State (arranging is your job, do not ask to be called);
Wheaton and Dartmouth (no résumé in the first message); Roghanizad and Bohns (strangers' links are distrusted).
"""

import re

from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, Skip, View, must, should
from halfhour.contact.rules.message import READ_AT_MOST, Span, plain

_ME_DAY = r"(?! (?:[A-Z]))"
CALL_ME = patterns(
    r"(?:call|phone|telephone|ring|dial|text|buzz|facetime|whatsapp)(?:ed|ing)? me\b",
    r"(?:please|kindly|just|then|you can|you may|you could|do) (?:call|phone|ring|telephone)(?: back)? (?:to|and|so|when|whenever|at|on|any|if|back|in|before|after|with)\b",
    r"(?:await|awaiting|expect|hope for|wait for|waiting for|eager for|grateful for|glad of|welcome|look(?:ing)? forward to) (?:<W2>)(?:your|a) (?:<W1>)(?:call|ring|phone call|telephone call)\b(?! (?:from me|to you))",
    r"drop (?:me )?(?:a|your) (?:call|text)|hear from you (?:by|on the) (?:phone|telephone)|(?:call|phone|text|ring) (?:or|and) (?:write|e-?mail|call|text|phone) me",
    r"(?:contact|reach|get in touch with|get hold of|write to|write|e-?mail|message|get back to|come back to|tell) me(?:[^.?!]|[.](?=\S)){0,60}\b(?:arrange|schedule|scheduling|set (?:up|a)|fix (?:a|up|the)|agree (?:a|on)|settle|find a time|when (?:we|to) (?:can |could )?(?:talk|meet)|so (?:that )?we can|book)",
    r"(?:call|phone|ring|text) (?:my|this) (?:<W2>)?(?:cell|mobile|number|phone|home|line|house)",
    r"give me (?:<A>)(?:<W1>)(?:call|ring|buzz|bell|shout|tinkle|text)\b",
    r"(?:drop|shoot) me (?:a|your) (?:<W1>)(?:call|text|number)",
    r"(?:return|expect|await|awaiting|look(?:ing)? forward to|wait(?:ing)? for|hope for|welcome|appreciate) (?:<W1>)(?:your|a) (?:<W1>)(?:call|phone call|telephone call|ring)\b(?! (?:from me|to you))",
    r"(?:hear|hearing) from you by (?:phone|telephone)",
    r"(?:you|please|kindly|and) (?:<W1>)?(?:can |may |could |should )?(?:reach|contact|get (?:back to|in touch with|hold of)|write to|get back to|message|e-?mail) me\b[^.?!]{0,60}?\b(?:to|and|so (?:that )?we can) (?:<W1>)?(?:schedule|arrange|set up|set|book|fix|organi[sz]e|agree|plan|find|make (?:an appointment|a time))",
    r"(?:call|phone|ring) (?:back )?(?:<W1>)?(?:at|on) (?:\(?\+?\d)",
    r"(?:number|mobile|cell|phone)[^.?!]{0,30}(?:below|here|is \+?[\d ()-]+)[^.?!]{0,12} (?:call|ring|phone) (?:when|any|if|me|at)",
    r"(?:contact|use|try|dial|reach) my (?:<W1>)?(?:mobile|cell|number|phone|line|landline|cellphone) (?:to|and|so|if|when|in order)",
    r"(?:have|ask|get) your (?:assistant|secretary|office|receptionist) (?:to )?(?:call|phone|ring|contact|schedule|set)",
    r"(?:wait|waiting|sit|sitting|stay|staying) (?:<W2>)?by (?:the|my) (?:phone|telephone)|(?:wait|waiting|listen|listening|watch|watching)[^.?!]{0,30} for your (?:phone |telephone )?call\b",
    r"(?:please|just|do|kindly|simply) (?:call|phone|ring|telephone)(?= ?(?:[.;!,)]|$))",
    r"(?:please|just|kindly|simply|you can|you could|you may) (?:call|phone|ring|telephone|dial|text) (?:me )?(?:when(?:ever)?|any ?time|as soon as|once|if) (?:you|it|your|that)\b(?! (?:were|was|had|see|know|think|say|decide|choose|spoke))",
    r"(?:call|phone|ring) (?:so|to) (?:that )?(?:we can )?(?:schedule|arrange|set up)(?! with you)",
)
_OFFERED = re.compile(
    r"\bif you(?:'d| would)? (?:rather|prefer|like|want|wish)\b|\bno need to\b|\brather than\b|\bif (?:it is|it's|that is|that's) easier\b|\bin case\b"
)
ATTACHED = patterns(
    r"(?:attach(?:ed|ing|ment)?|enclos(?:ed|ing|ure)|includ(?:ed|ing)|append(?:ed|ing)?|pasted|copied|uploaded|linked|see|find|find attached|sharing|shared|sending|sent|forwarding|send|share|review|look at|look over|read|glance at|feedback on|critique|comment on|comments on|thoughts on|opinion on|advice on|improve|update|improving|polish|help with|view|here is|here's|herewith|below is)(?: (?:is|are|please find|you'll find|you will find|herewith|here|you|for you|below|for your (?:review|reference|information|convenience),?))? (?:<W3>)(?:a copy of )?(?:<W2>)<CV>",
    r"<CV> (?:<W3>)(?:attach\w*|enclos\w*|include\w*|below|is at|can be (?:found|seen)|follows|with this|herewith|linked|in the attachment|for (?:you|your)|along|online)",
    r"(?:enclosures?|encl|enc|attachments?|attached)\.?:? ?(?:<W2>)(?:<CV>|my background|my qualifications)",
    r"(?:my|the|a|copy of my) (?:<W1>)<CV>(?: (?:is|and|as))",
    r"(?:\w+[_-])?(?:cv|r[eé]sum[eé])(?:[_-]\w+)*\.(?:pdf|docx?|odt|rtf)\b",
    r"attach\w*:? (?:<W1>)?(?:my )?(?:\w+[_-])?(?:cv|r[eé]sum[eé]|curriculum)",
    r"(?:attached|enclosed) (?:<W3>)(?:cover letter|portfolio|transcript|application|list of (?:my )?(?:qualifications|references)|references)",
)
_CV_AT_ALL = patterns(r"<CV>")
BRAIN = patterns(
    r"(?:pick(?:ing)?|poke|poking|tap|tapping|mine|mining) (?:at )?(?:<A>)?(?:<W2>)(?:brains?|minds?)\b",
    r"brain[- ]pick\w*",
)
WRITTEN = patterns(
    r"(?:answer|reply to|respond to|answering|answers to|responses to|complete|fill (?:in|out)|thoughts on|reply with) (?:<W4>)(?:questions|questionnaire|survey)(?: (?:below|by (?:e-?mail|return|reply)|in writing|here|attached|that follow|listed|following|at your convenience))",
    r"(?:following|below|attached|these|these few|written|list of|couple of|by e-?mail) (?:<W1>)questions\b",
    r"(?:my|the|few|several|some) questions (?:are|follow|below|:|are listed|are these|in writing|by e-?mail)",
    r"(?:write|written|type|jot down|send|e-?mail|answer) (?:<W4>)(?:your |back )?(?:answers|responses|replies)\b",
    r"(?:answer|answering|answered|reply|respond|questions)[^.?!]{0,50} (?:in writing|by e-?mail|by return|on paper|by letter|in your reply|in an e-?mail|below)\b",
    r"(?:write|send|type|e-?mail) me (?:<W4>)(?:paragraphs?|pages?|an essay|essays|summary of|summaries|description of|descriptions|account of|sentences about|lines about)\b",
    r"(?:please|you|to|kindly|and) (?:answer|complete|fill in|fill out|return) (?:<W3>)(?:questionnaire|survey|question sheet|list of questions|question list)\b",
    r"(?:questions|points)[^.?!]{0,20} (?:below|listed|attached|that follow)\b|(?:below|here|following|attached) (?:<W3>)questions\b",
)
_QUESTION_LINE = re.compile(
    r"^(?:[-*•]|\(?\d{1,2}[.):]|[a-h][.)]) *(?:what|how|why|when|where|who|which|do|does|did|is|are|was|were|can|could|would|should|have|has|tell|describe|explain)\b"
)
MOST_WRITTEN = 3
PRESSURE = patterns(
    r"i (?:really |absolutely |urgently |desperately )?must (?:<W1>)(?:speak|talk|meet|hear|get|have your|know|insist|ask you to|see you|receive)",
    r"i (?:really |absolutely |urgently |desperately )(?:need|have to) (?:<W1>)?(?:you|your|this|to (?:speak|talk|meet|hear|get|see)|an answer|a reply|answers|help)",
    r"i need (?:you to|your (?:answer|reply|help|response|decision)|an answer|a reply|a response|to (?:hear|know|have)|it by|this (?:by|for))",
    r"(?:answer|reply|respond|response|get back to me|let me know|write back|confirm|decide|hear (?:back )?from you|your answer|your reply|an answer|a reply)(?: to me)? (?:<W4>)?(?:by|before|no later than|until|within|not later than) (?:<W2>)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|the end of|end of|close of|the \d|\d|next|this|24|48|january|february|march|april|may|june|july|august|september|october|november|december|midday|then|today|two days|a day|the weekend|eod|cob)",
    r"(?:as soon as (?:possible|you can)|asap|a\.s\.a\.p|urgent(?:ly)?|time is (?:short|running out)|running out of time|my (?:<W1>)deadline|deadline is|final (?:chance|reminder|notice)|last chance)",
    r"(?:reply|answer|respond|write back|get back to me|let me know|call back|need|hear|help|decide|confirm|response|meet|see you|talk)[^.?!]{0,40} (?:immediately|right away|at once|without delay|promptly|straight away|at your earliest (?:convenience|opportunity)|this minute|today)\b",
    r"(?:don't|do not|please don't|you can't|you cannot) (?:let me down|ignore (?:me|this|my)|say no|disappoint|refuse|turn me away|turn me down|leave me)",
    r"(?:(?:won't|will not|cannot|can't|not going to|refuse to) (?:take|accept) (?:<A>)?\"?no\b|not (?:take|accept)(?:ing)? \"?no\"?)",
    r"(?:keep|continue|carry on|go on) (?:on )?(?:calling|writing|trying|emailing|e-mailing|phoning|messaging) (?:you|until|till|again|every|as)\b",
    r"(?:keep|continue|carry on) (?:calling|writing|trying|emailing|e-mailing|phoning|asking|messaging)(?: you)? (?:until|till|every|again)|until you (?:answer|reply|respond|agree|say yes)",
    r"(?:surely|certainly|of course|i know|i'm sure|i am sure) (?:<W1>)?(?:you|anyone|someone) (?:can|could|will|would|must|have|has) (?:<W1>)?(?:spare|find|make|manage|afford|time|twenty|20|a few)",
    r"(?:least you (?:can|could) do|you owe|owe (?:me|it)|obligat(?:ed|ion) to|it is your duty|your duty|you should (?:help|make time|give)|you (?:have to|must|ought to|need to|'ve got to) (?:<W1>)(?:help|answer|reply|respond|make|see|agree|talk|meet|give|find|say yes|let me|understand that)|expect you to|counting on you|relying on you|depend(?:s|ing)? on (?:you|this|your))",
    r"(?:disappointed|hurt|upset|devastated|heartbroken|let down|crushed) (?:<W3>)(?:if|not|unless|should)",
    r"(?:won't|will not|not|don't) (?:just |simply )?(?:ignore|overlook|forget|abandon) (?:me|this message|my (?:message|letter|e-?mail|request))|like (?:everyone|everybody|all the) (?:else|others?)|(?:shame|pity|sad|disappointing|disappointment) (?:<W1>)?(?:if|that|to think) (?:<W1>)?you|how little time (?:it|this) (?:would )?takes?",
    r"i (?:trust|expect|am confident|count on it) (?:that )?you(?:'ll| will| can| won't)\b|(?:please |do |just )(?:make|find) (?:the |some )?time (?:for me|to (?:see|talk|meet))|waiting (?:<W2>)?for your (?:answer|reply|response|message)|can(?:'t|not) wait (?:any|much) longer",
    r"(?:break|breaks|broke) my heart|(?:not|n't) (?:want|like|wish) to (?:let|disappoint|turn away|fail|be the one)|(?:i'll|i will|i'd|i would|i) (?:have to |must |can only |shall )?(?:assume|conclude|think|take it|believe) (?:<W1>)?(?:that )?you (?:don't|do not|couldn't|didn't|aren't|are not|have no)|let (?:an?|the|this|us|any) (?:<W2>)?(?:student|person|people|man|woman|generation|kid|child|boy|girl|beginner|veteran) down|(?:assume|conclude|know|think|take it) (?:<W1>)?(?:that )?you (?:don't|do not|couldn't|didn't|just don't|simply don't) (?:care|want to help|bother|think (?:i|much))",
    r"my (?!(?:choice|decision|answer|schedule|day|view|opinion|week|timing)\b)(?:[\w-]+ ){0,2}(?:[\w-]+) (?:depends?|hinges?|rests?|hangs?|rides?|is riding|relies) on (?:it|this|that|you|your|our|hearing|getting|talking|speaking)\b",
    r"(?:do|did) the (?:right|decent|kind|honou?rable) thing|failure to (?:respond|reply|answer)|(?:must|will) (?:be answered|have an answer)|(?:no|without) (?:an )?(?:answer|reply|response)[^.?!]{0,20} (?:i will|i'll|i would|would mean|means)",
    r"(?:it is|it's) (?:<W1>)?(?:essential|vital|crucial|imperative|critical|urgent|necessary) (?:<W2>)?(?:that |for me )?(?:you|we|i (?:speak|talk|hear|get|know)|to (?:speak|talk|hear|get))|i (?:really |do |would )?(?:must |have to )?insist|i (?:have to|must|need to) know (?:<W2>)?(?:by|before|soon|now|today|tomorrow)",
    r"(?:last|only) person (?:<W2>)?(?:i|who|that|to|left)|(?:can't|cannot|don't|do not|fail to) (?:see|understand|imagine) (?:why|how) (?:you|anyone|anybody) (?:would|could|should|might)|(?:without|if not for) (?:you|your (?:<W1>)?(?:help|answer|reply|support)),? (?:<W2>)?(?:i|my)\b",
    r"i (?:fully |do |will |shall |really |would )?expect (?:to (?:hear|speak|talk|meet|receive|get|be (?:answered|seen|called))|an? (?:<W1>)?(?:answer|reply|response|call|yes)|your\b|you to\b|nothing less)",
    r"(?:i|think i|feel i|believe i|surely i) (?:<W1>)?deserve (?:<W1>)?(?:a|an|some|your|at least|better|to (?:hear|be))",
    r"(?:guilty|feel bad|selfish|unkind|rude) (?:<W3>)(?:if|not|to)",
    r"(?:my (?:whole |entire )?(?:future|career|life|grade|happiness) (?:depends|is riding|rests|hangs)|only hope|my last hope|beg(?:ging)? you|i beg|i implore|desperate(?:ly)?)",
    r"(?:everyone else|everybody else|all (?:of )?(?:the|your) (?:others|colleagues)|others have|your colleagues|nobody else|no one else)[^.?!]{0,40} (?:agreed|said yes|already|answered|will help|helps|has said|helped|found time|made time)",
    r"too (?:important|busy|proud|grand|high and mighty|senior) (?:to|for) (?:answer|reply|help|care|talk|me|students?|people like)|(?:hate|sorry|sad|shame) to think (?:that )?you|what would it say|remember (?:when|that) you (?:were|too)|you (?:were|too were) (?:once|too) (?:a student|young|in my|starting|where i|new)|have a (?:<W1>)?(?:duty|responsibility|obligation)|you must have (?!little|no |so |not |many|more|less)(?:<W2>)(?:minutes|time|half an hour)",
    r"(?:or i|otherwise i|else i)(?:'ll| will| would|'d)? (?:<W1>)(?:fail|lose|miss|have to|not graduate|be in trouble)|fail (?:the|my) (?:class|course|module)|i'm counting on|count on you|rely on you|you(?:'re| are) my (?:only|last)",
    r"(?:third|fourth|fifth) time i(?:'m| am| have|'ve)|why (?:haven't|have you not|didn't|won't) you (?:answer|repl|respon|written|got)|still (?:haven't|have not) (?:answered|replied|heard)",
)
_PRESSURE_FINE = re.compile(
    r"\bno (?:rush|pressure|hurry|deadline)|\bnot urgent|\bnothing urgent|i must (?:admit|confess|say)|(?:graduat\w+|started|decided|left|hired) immediately|immediately (?:made|wanted|thought|knew|after|recogni[sz]ed|drew|felt)|when you have to|you have to (?:know|be|do|learn|train|love|like|carry|go|have|say no)|what you have to|things? you (?:must|have to)|you must (?:be|get|hear|know how|see)\b"
)
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
        for found in CALL_ME.finditer(one.low):
            after = one.text[found.end() : found.end() + 25].lstrip()
            if (
                found[0].endswith("call me")
                and re.match(r"[A-Z][a-z]+\b(?! me)", after)
                and not re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\b", after)
            ):
                continue  # "please call me Mo" is about the name
            if is_negated(one.low, found.start()):
                continue
            if _OFFERED.search(one.low):
                yield should(
                    "CALLME",
                    "Arranging is your part: say when you will call rather than offering to be called.",
                    place(one, found),
                )
            else:
                yield must(
                    "CALLME",
                    "Do not ask them to call or to arrange it: say when you will call.",
                    place(one, found),
                )
            break


def check_resume(view: View) -> Judged:
    for one in view.message.everything:
        found = ATTACHED.search(one.low)
        if found and not is_negated(one.low, found.end() - 1) and not is_negated(one.low, found.start()):
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
    marked = [one for one in view.message.sentences if one.text.rstrip("\"') ").endswith("?")]
    for one in view.message.sentences:
        found = WRITTEN.search(one.low)
        if found and not is_negated(one.low, found.start()) and "minute" not in one.low:
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


def check_pressure(view: View) -> Judged:
    for one in view.message.everything:
        for found in PRESSURE.finditer(one.low):
            around = one.low[max(0, found.start() - 16) : found.end() + 24]
            if is_negated(one.low, found.start()) or _PRESSURE_FINE.search(around):
                continue
            yield must(
                "PRESSURE",
                f"This presses the reader: “{one.text[found.start() : found.end()]}”.",
                place(one, found),
            )
            break


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
    return next((one for one in sentences if one.start <= at <= one.end + 60), None)


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
