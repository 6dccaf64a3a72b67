"""Whether a text makes exactly one request, a short talk, and leaves the reader a choice of when and how.

L-06 and L-07. Source: Boomerang (one to three questions help, more hurt); Informational Interviewing Part 1, "Making
Contact": people want time to check their schedules.
"""

import re

from halfhour.contact.rules.checks.easy_no import EASY
from halfhour.contact.rules.checks.minutes import lengths
from halfhour.contact.rules.checks.not_a_job import STATED
from halfhour.contact.rules.checks.phrases import any_in, matches, patterns, place, unnegated
from halfhour.contact.rules.checks.promise import promises_contact
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.message import Span

MOST_QUESTION_MARKS = 3
_TALK = (
    r"(?:minutes?|mins?|half[ -](?:an )?hour|quarter[ -](?:of an )?hour|hour|talk|talks|talking|chat|chats|speak|speaking|call\b|phone call|video call|zoom|"
    r"conversation|converse|meet|meeting|visit|coffee|tea|discuss|discussion|interview|interviews|ask you|asking you|hear|listen|time|sit down|"
    r"tell me|share|stop by|drop by|come by|questions|catch)"
)
_MEETING = r"(?:minutes?|mins?|half[ -](?:an )?hour|quarter[ -](?:of an )?hour|talk|talking|chat|speak|speaking|call with|phone call|video call|zoom|conversation|converse|meet|meeting|visit|coffee|interview you|sit down|come by|stop by|of your time)"
ASK = patterns(
    rf"(?:would|could|can|might|may|will|do) (?:you|i|we) (?:[^.?!]{{0,80}}?){_TALK}\b",
    rf"(?:wonder(?:ing|ed)?|ask(?:ing)?|writ(?:e|ing)|hop(?:e|ing)|request(?:ing)?|like to know|curious|see) (?:<W1>)?(?:if|whether|for|to|that|you) (?:[^.?!]{{0,90}}?){_TALK}\b",
    rf"(?:<ID>|would|i|we|it would|that would) <ADV>(?:<W1>)?(?:be (?:<W3>)?(?:grateful|thankful|glad|happy|delighted|thrilled|obliged|pleased|wonderful|great|lovely|honou?red|kind|helpful|good|appreciative|a (?:<W1>)(?:help|pleasure|kindness|privilege))|appreciate|love|like|welcome|value|treasure|enjoy|wish|want|hope) (?:[^.?!]{{0,90}}?){_MEETING}\b",
    rf"(?:is|are|might) there (?:[^.?!]{{0,70}}?){_TALK}\b",
    rf"(?:any|a) (?:chance|possibility|way) (?:[^.?!]{{0,70}}?){_TALK}\b",
    rf"(?:my|the|one|this is my|only|single) (?:<W1>)(?:request|question|ask|favou?r|hope|wish|reason)\b(?:[^.?!]{{0,90}}?){_TALK}\b",
    rf"(?:would|could|might|may|can|is|are|do|does|got|have|any|20|15|30|twenty|fifteen|thirty)\b[^.?!]{{0,90}}{_MEETING}\b[^.?!]{{0,200}}\?",
    rf"(?:if|when|whenever) (?:you|there|your)(?:[^.?!]{{0,60}}?){_TALK}\b(?:[^.?!]{{0,60}}?)(?:grateful|appreciate|love|like|thank|glad|happy|wonderful|great|welcome|help|mean|come|bring|call|delighted)",
    rf"(?:spare|lend|give|grant|offer|allow|free up|find|set aside|afford) (?:me )?(?:[^.?!]{{0,30}}?){_TALK}\b",
    rf"<IM> (?:<W1>)(?:asking|hoping|looking|writing|requesting) (?:[^.?!]{{0,90}}?){_TALK}\b",
    rf"(?:please|let me|allow me|may i|might i) (?:[^.?!]{{0,60}}?){_TALK}\b",
    r"(?:<NUM>|half an hour|a quarter of an hour) ?-?(?:minutes?|mins?)?(?:[^.?!]{0,50}?)(?:would be|is all|all i|would help|would do|would mean|enough|at most|your choice|whenever|at a time|when)",
)
_OTHER_ASK = patterns(
    r"(?:introduce|connect|refer|recommend|put) me (?:<W2>)(?:to|with|in touch with) (?:<W6>)(?:colleagues?|team|people|others|someone|anyone|friends|contacts?|network|manager|boss|your)",
    r"(?:could|would|can|will|might|please|hope|mind|grateful|appreciate)(?: you)? (?:<W4>)?(?:review|read|look (?:at|over|through)|critique|edit|check|proofread|give me feedback on|comment on|assess|reviewing|reading|looking (?:at|over|through)|critiquing|editing|checking|proofreading|giving me feedback on|commenting on|assessing) (?:<W1>)(?:my|the|some of my|a few of my) (?:<W3>)(?:portfolio|work|essay|cover letter|application|code|writing|project|thesis|screenplay|samples?|statement|profile|website|r[eé]sum[eé]|cv|drafts?|paper|business plan)",
    r"(?:send|mail|email|e-mail|forward|share|give|lend) me (?:<W4>)(?:materials?|list|copies|copy|information|documents?|syllabus|reports?|brochures?|slides|links?|recommendations?|names?|contacts?|samples|templates?|notes|reading)",
    r"(?:to|i|me|and|day|days|hours|morning|afternoon|shift|while|chance of|by|also) (?:also |just |perhaps |maybe )?(?:shadow|shadowing|follow|following|accompany|accompanying|watch|watching) (?:you|someone|your|one of) ?(?:around|for|at work|on|through|about|\b)(?! (?:work|talk|career|on linkedin))",
    r"(?:could|may|might|can|would|let|like|love|hope|chance|possible)\b[^.?!]{0,30} (?:shadow|shadowing) (?:<W2>)",
    r"(?:spend|spending) (?:<W2>)(?:day|morning|afternoon|shift|week|hours?) (?:<W1>)?(?:watching|with you|beside you|at your|in your|alongside|observing|shadowing|following)",
    r"(?:mentor me|be (?:<W1>)mentor|as my mentor|my mentor|mentoring me|mentorship|take me under)",
    r"(?:write|provide|give) (?:<W2>)(?:reference|recommendation|letter of recommendation|testimonial)",
    r"(?:endorse|subscribe|donate|invest|sponsor|sign up|vote|fill (?:in|out)|complete|take) (?:<W2>)(?:survey|questionnaire|form|page|channel|petition)\b|(?:endorse|follow|sponsor|vote for) (?:me|us) (?:on|for|in)\b",
    r"(?:give|show) (?:me|us) (?:<W2>)tour\b|(?:come|speak|talk|present) (?:to|at|before) (?:my|our) (?:<W2>)?(?:class|club|school|society|group|students|members|association|chapter|meeting)",
    r"(?:meet|talk|speak|call|meeting|talking|speaking) (?:(?:up |again )?(?:with (?:you|me) )?|you )?(?:every|each|weekly|monthly|regularly|once a (?:week|month)|on a regular)",
    r"(?:collaborate|partner|work together) (?:with|on)\b",
    r"(?:send|mail|email|e-mail|forward|give|share|pass|tell) (?:me )?(?:<W1>)?(?:the )?(?:names?|contacts?|addresses|numbers|details) of (?:<W3>)(?:people|others|colleagues|friends|persons|contacts|someone|employers|professionals)",
    r"also (?:ask|like you|appreciate it if you|be grateful if you|want you|love it if you|need you|hope you|could you|would you|can you|please)",
)
# A second wish announced as one: "I'd also like to tour ...", "Can I come along, too?", "And would you mind introducing me".
_ONE_MORE = patterns(
    r"(?:i'd|i would|could i|may i|can i|might i|could you|would you|can you|will you) (?:also|as well|additionally|further|furthermore)\b",
    r"(?:also|in addition|additionally|furthermore|besides|moreover|another thing|one more thing|secondly|and|plus|on top of that|while i'm at it),? (?:please |kindly )?(?:could|would|can|will|may|might) (?:you|i|we)\b",
    r"(?:could|would|can|will|may|might) (?:you|i|we)\b[^.?!]{3,90}(?:,? too|,? as well|,? also) ?[.?!]?$",
    r"(?:please|kindly) also\b|also,? (?:please|kindly)\b",
    r"(?:would you|do you) mind (?:also )?(?:introducing|connecting|sending|showing|reading|checking|reviewing|sharing|forwarding|giving|writing|putting|passing|lending|recommending|letting me (?:see|have|borrow|use|try))\b",
    r"i(?:'d| would) (?:also |really |very much |just )?(?:like|love|want) (?:to|a) (?:<W1>)?(?:tour|see round|look round|sit in|try out|borrow|have a copy|receive|get a copy|ride along|tag along|come along with you)\b",
    r"(?:send|mail|e-?mail|forward|lend|pass|post) me (?:<W2>)(?:\w+ )?(?:manual|book|materials?|guide|handbook|brochure|list|notes|plans?|contract|copy|article|syllabus)\b",
    r"(?:tour|tag along|ride along|ride-along|shadow\w*|sit in on|come along (?:with|on|for))\b",
)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:phone|telephone|call|video|zoom|in person|meet|talk|speak|chat|conversation|coffee|tea|minutes?|hour|time|day|week|date|morning|afternoon|evening|"
    r"convenient|suits?|glad|happy|ask you (?:about|how|what)|hear|know (?:what|how|why)|learn|understand|curious|come to you|say no|decline|tell me (?:about|what|how)|my question)\b"
)
_ELSEWHERE = re.compile(
    r"tour|along|shadow|sit in|introduc|connecting|(?:also|too|as well)\b.{0,40}for an? (?:day|morning|week|shift|afternoon)"
)
_ONLY_IF = re.compile(
    r"\b(?:if (?:you|it|that|this|not|there)|should you|perhaps someone|otherwise|in case|or someone|or a colleague)\b"
)
_FORMATS = (
    re.compile(r"\b(?:phone|telephone|call|ring|calling|ringing|phoning)\b"),
    re.compile(
        r"\b(?:in person|face to face|visit|come|meet|office|studio|shop|workshop|yard|hangar|farm|lab|hospital|clinic|museum|site|works|campus|courthouse|institute|school|warehouse|counter|desk|coffee|drop by|stop by|stop in|look in|sit down|travel|lunch)\b"
    ),
    re.compile(r"\b(?:video|zoom|teams|skype|facetime|remotely|online|google meet|meet online)\b"),
)
FLEXIBLE = patterns(
    r"(?:convenien\w+|flexible|whenever|whichever|any ?time|any (?:day|afternoon|morning|evening|weekday|hour|week)|your (?:choice|choosing|call|schedule|calendar|diary|timetable|availability|preference)|you (?:choose|pick|prefer|name|like|say|decide)|"
    r"suits?(?: me| you| your|\b)|fit in with|work around|works? for (?:you|me)|easiest|easier|simplest|best for you|good for you|up to you|in whatever|whatever)\b",
    r"(?:your working day|mornings?|afternoons?|evenings?|lunchtimes?|weekdays?|weekends?|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays?|after hours|before work|after work|early or late|over lunch)\b",
    r"(?:in|over|during|within|sometime|some time|before) (?:<W2>)(?:next|coming|the (?:next|coming|following|holidays|new year)|this|two|three|four|few|the week of|the weeks) ?(?:<W3>)(?:weeks?|month|days|fortnight|holidays)",
)


def check_one_ask(view: View) -> Judged:
    sentences = view.message.sentences
    asking = [one for one in sentences if not promises_contact(one)]
    asked = any_in(ASK, [one for one in asking if not (EASY.search(one.low) or STATED.search(one.low))])
    if asked is None and any(True for _ in lengths(sentences)):
        asked = any_in(ASK, asking)
    if asked is None and not any_in(ASK, asking) and not any(True for _ in lengths(sentences)):
        yield must("L-06", "Ask one thing: whether they would talk with you for a short while.")
    elif asked is None:
        yield should("L-06", "Ask in so many words whether they would talk with you.")
    for one, found in unnegated(_OTHER_ASK, sentences):
        if _ONLY_IF.search(one.low):
            yield should(
                "L-06",
                "One request is enough for a first message: leave this for the talk.",
                place(one, found),
            )
        else:
            yield must("L-06", "This is a second request. Ask only for the talk.", place(one, found))
        break
    else:
        yield from _one_more(sentences)
    marks = [one for one in sentences if "?" in one.text]
    if sum(one.text.count("?") for one in marks) > MOST_QUESTION_MARKS:
        yield should(
            "L-06", "Keep the questions for the talk; one or two in a message are plenty.", marks[-1]
        )


def _one_more(sentences: tuple[Span, ...]) -> Judged:
    for one, found in unnegated(_ONE_MORE, sentences):
        elsewhere = _ELSEWHERE.search(one.low[found.start() :]) is None and _ABOUT_THE_TALK.search(one.low)
        if elsewhere or EASY.search(one.low) or promises_contact(one):
            continue
        yield should(
            "L-06", "Is this a second request? One is enough for a first message.", place(one, found)
        )
        return


def check_flexible(view: View) -> Judged:
    offered = [_before_the_no(one) for one in view.message.sentences if not promises_contact(one)]
    ways = sum(any(way.search(low) for low in offered) for way in _FORMATS)
    if ways < 2 and not any(FLEXIBLE.search(low) for low in offered):
        yield should("L-07", "Leave them the choice of when, and of meeting in person, by phone or by video.")


def _before_the_no(one: Span) -> str:
    """A sentence without its easy way out: "if it does not suit" offers no choice of when."""
    return re.split(r"\b(?:if|should)\b", one.low)[0] if EASY.search(one.low) else one.low


def other_asks(sentences: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Return the places of requests for something other than a short talk."""
    return [place(one, found) for one, found in matches(_OTHER_ASK, sentences)]
