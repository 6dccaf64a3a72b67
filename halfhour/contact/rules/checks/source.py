"""Whether a text says how its writer found this person, and names nobody who has not allowed it.

L-02. Source: Informational Interviewing Part 1, "Making Contact": you might mention how you found the name, it adds
credibility; connection first: SFU.
"""

import re

from halfhour.contact.rules.checks.phrases import patterns
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.checks.who import opening
from halfhour.contact.rules.facts import Source, SourceKind
from halfhour.contact.rules.message import Span, lower, plain

_PLACE = (
    r"(?:directory|list|listing|register|registry|database|network|alumni|alumnae|career (?:center|centre|service|office)|website|web site|"
    r"web page|site|page|linkedin|profile|newsletter|magazine|journal|paper|newspaper|blog|podcast|episode|interview|article|"
    r"piece|feature|column|talk|panel|lecture|webinar|conference|event|fair|open (?:day|house|evening)|workshop|meet-?up|exhibition|show|"
    r"association|society|guild|chapter|institute|union|bulletin|gazette|times|herald|tribune|post|quarterly|review|video|"
    r"channel|conversation with|catalogue|catalog|group|forum|community|feed|mailing list|program|programme|staff|switchboard|reception|front desk|your office)"
)
FOUND = patterns(
    r"(?:suggest(?:s|ed)|recommend(?:s|ed)|said|says|thought|thinks|advised|encouraged|urged|told|proposed|mention(?:ed|s)|wrote|reckons|reckoned|swears|insisted|thinks) "
    r"(?:<W3>)(?:i (?:<W2>)(?:write|contact|get in touch|reach|talk|speak|ask|email|e-mail|call|try|look|should|might|could)|me (?:to|about|that|of|you)|(?:that )?you(?:'d|'re)?\b|your name|contacting|writing|talking|speaking|reaching|getting in touch|might|would|to (?:write|contact|get in touch|ask|call|say))",
    r"(?:told|mentioned) (?:<W4>)(?:about you|of you|your (?:name|work))",
    r"(?:gave|given|passed|sent|handed|shared|offered|got|had|have|received|obtained|got hold of|was given|took|found|saw|noticed|came across|come across|discovered|spotted|picked up|came upon|learned|learnt|heard|read|looked up|seen) "
    r"(?:<W2>)(?:your (?:<W2>)(?:name|details|contact|address|profile|email|e-mail|entry|number|listing|biography|bio)|you (?:through|via|on|in|at|from|by|among|listed|while)\b|yours (?:in|on|at|through|among))",
    r"(?:is|was|that's|that is) how i (?:<W1>)(?:know|found|heard|learned|learnt|came|have|got|discovered)|how i (?:have|got|came by|know) (?:your|of you|about you)",
    r"your (?:<W4>)(?:caught my eye|pinned|stuck on|on my (?:wall|desk|fridge))|you(?:'re| are) (?:<W2>)listed\b|(?:lists|listed|listing|naming|names|named|recommends|recommended|praised|praises) you\b",
    r"(?:you|he|she|they) (?:were|was|led|ran|treated|taught|gave|fixed|cut|built|did|sold|made) (?:my|our|the|a|an) [^.?!]{0,60}\b(?:i (?:went|was|took|saw|heard)|my (?:<W2>)(?:roof|grand\w+|mother|father|parents|house|sister|brother|dog|cat|class))",
    r"(?:brought|led|sent) me (?:here|to you|to write)|(?:you're|you are|we're|we are) (?:also|both|fellow|a fellow) |(?:we were both|we overlapped|we worked|we sat|we studied|both (?:at|in|of us)|you were (?:the|my|our|a year|in))\b",
    r"(?:your name|your profile|your details|your entry|your address) (?:<W4>)(?:came|comes|was|is|stood|appears?|appeared|listed|kept|popped|turned|given|from|through|in|on)",
    r"(?:put|pointed|pointing|sent|steered|directed|led|referred|brought) (?:<W1>)me (?:<W3>)(?:to you|your way|in touch|towards? you|in your direction|to your)",
    r"(?:referred|introduced|recommended|connected) (?:to you )?by\b",
    r"(?:through|via|thanks to|courtesy of|at the suggestion of|on the (?:recommendation|suggestion|advice) of|by way of|at the urging of) (?:<W4>)(?:[\w' ]{2,40})",
    rf"(?:found|saw|read|noticed|heard|came across|come across|listened|listening|reading|watched|watching|enjoyed|attended|went to|was at|sat in on|caught|looked|looking|got|learned|learnt|met|discovered|spotted|was in) (?:[\w'\"-]+,? ){{0,14}}?"
    rf"(?:in|on|at|from|through|via|of|to|for|with) (?:<W6>){_PLACE}\b",
    rf"(?:read|saw|heard|watched|loved|enjoyed|listened to|attended|caught|came across|learned (?:of|about)|learnt (?:of|about)|found) (?:<W1>)(?:your|the|a|an|about your) (?:<W4>){_PLACE}\b",
    r"(?:we|i) (?:<W1>)(?:met|spoke|talked|chatted|crossed paths|shook hands|were introduced|sat (?:next|beside|together)|heard you (?:speak|talk|give|present|read))",
    r"(?:when|after|since|as) you (?:<W1>)(?:spoke|visited|gave|came|presented|talked|judged|taught|lectured)",
    r"you (?:<W1>)(?:spoke|visited|gave (?:a|the|us|our)|came to (?:our|my|speak)|presented|talked (?:to|at)|lectured|judged) (?:[\w' ]{0,40})",
    r"(?:fellow|former|also an?|both|same) (?:<W2>)(?:alum\w*|graduate|student|member|school|college|class|department|course|university|team)",
    r"(?:we (?:both|share)|we're both|we are both|in common|mutual (?:friend|acquaintance|contact|connection)|connected (?:here|on)|already connected|share (?:a|the) )",
    r"(?:works|worked|studied|trained|trains|served|plays?|played|sings|rows|rides|volunteers?|grew up|went to school) (?:<W1>)(?:with|alongside|under|beside|next to) you\b",
    r"(?:plays|wears|drives|owns|uses|buys|bought|has) (?:<W3>)(?:of yours|you (?:made|did|built|sold)|from you)|one of your\b",
    r"(?:friend|neighbou?r|colleague|classmate|student|cousin|niece|nephew|daughter|son|sister|brother|patient|client|customer|pupil|teammate) of yours\b",
    r"(?:switchboard|reception|receptionist|front desk|the person (?:who|on)|when i (?:called|phoned|rang)|i (?:called|phoned|rang) (?:your|the))",
    r"your (?:<W2>)(?:office|switchboard|receptionist|colleague|reception|front desk|firm|company) (?:<W3>)(?:gave|told|suggested|passed|said|directed|named|put|recommended|pointed)",
    r"(?:alumni|alumnae|graduate|career|careers) (?:<W1>)(?:office|directory|network|list|database|page|association|centre|center|service)\b",
    r"(?:directory|membership list|member list|list of members|register) of\b",
    r"(?:is|was|are|be) (?:the reason|why) (?:<W1>)?(?:i'm|i am|i) (?:<W1>)?(?:writ\w+|wrote|contact\w*|turn\w*|ask\w*)|(?:in|on) (?:the |your )?(?:<W3>)(?:journal|times|herald|gazette|tribune|post|news|magazine|paper|programme|program|show|podcast|radio|newsletter|blog|interview|column|column|echo|mail|argus|review|chronicle) (?:<W3>)?you (?:<W1>)?(?:said|wrote|told|explained|described|talked|spoke|were|mentioned)",
    r"you (?:<W1>)?(?:led|ran|taught|hosted|gave|held|judged|chaired|opened|presented) (?:<A>)(?:<W3>)(?:workshop|class|course|session|talk|tour|seminar|panel|lesson|evening|lecture|demonstration|stall|booth|training)\b",
    r"your (?:clinic|shop|firm|practice|office|garage|company|studio|team|crew|ward|surgery|bakery|workshop) (?:<W1>)?(?:treated|fixed|built|repaired|looked after|made|sold|designed|insured|handled|took care|did|printed|painted|catered|delivered|saved|represented)\b",
    r"your (?:<W2>)?(?:talk|booth|stall|stand|post|piece|letter|speech|lecture|workshop|reply|answer|comment|presentation|session|demonstration|visit|reading|photograph|picture|exhibit) (?:<W1>)?(?:at|in|on|to|about|from|with) [^.?!]{3,60}",
    r"(?:gave|handed|lent|passed|slipped|sent) me (?:your|one of your) (?:<W1>)?(?:card|number|name|address|leaflet|flyer|book|article|details)",
    r"as a (?:<W3>)(?:listener|reader|subscriber|member|patient|client|customer|visitor|neighbou?r|user) (?:of|to|at)\b",
)
_NAME_PART = re.compile(r"[\w'-]+")


# "She told me that you ..." leans on a sentence that has named her; "you mentioned" is about the reader.
_SECOND_HAND = re.compile(r"(?:^|\b)(?:he|she|they|you) (?:\w+ )?$")


def tells_source(one: Span) -> bool:
    """Whether a sentence says how its writer came to this person."""
    return any(not _SECOND_HAND.search(one.low[: found.start()]) for found in FOUND.finditer(one.low))


def source_sentence(view: View, sentences: tuple[Span, ...]) -> int | None:
    """Return which sentence, counted from 0, says how the person was found, or None."""
    name = view.facts.source.name
    for n, one in enumerate(sentences):
        if tells_source(one) or (name and mentions(one.low, name)):
            return n
    return None


def mentions(low: str, name: str) -> bool:
    """Whether a text in lower case holds a name: as it stands, or its first and last word close together."""
    wanted = lower(plain(name))
    if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", low):
        return True
    parts = [part for part in _NAME_PART.findall(wanted) if len(part) > 1]
    if len(parts) < 2:
        return False
    last = rf"(?<!\w){re.escape(parts[-1])}(?!\w)"
    return bool(re.search(rf"(?<!\w){re.escape(parts[0])} (?:[\w.'-]+ ){{0,2}}{last}", low))


def _is_a_person(source: Source) -> bool:
    """Whether the source's name is somebody's: so is a name of no known kind for which leave was refused."""
    if source.kind is None or source.kind is SourceKind.OTHER:
        return source.may_mention is False
    return source.kind.is_a_person


def check_source(view: View) -> Judged:
    source = view.facts.source
    everything = view.message.everything
    if source.name and _is_a_person(source):
        if source.may_mention is False:
            for one in everything:
                found = _name_in(one, source.name)
                if found:
                    yield must("L-02", f"{source.name} has not said that you may use the name.", found)
            sentences = opening(view, 99)
            if not any(tells_source(one) for one in sentences):
                yield should("L-02", "Say in one sentence how you found this person, without naming anyone.")
            return
        if source.may_mention and not any(_name_in(one, source.name) for one in everything):
            yield must("L-02", f"Name {source.name} in the first sentences: the permission is there.")
            return
    sentences = opening(view, 99)
    at = source_sentence(view, sentences)
    if at is None:
        yield should("L-02", "Say in one sentence how you found this person's name.")
    elif at >= 2 and _is_shared(view):
        yield should(
            "L-02", "What you have in common belongs in the first or second sentence.", sentences[at]
        )


def _is_shared(view: View) -> bool:
    kind = view.facts.source.kind
    return kind is not None and (kind.is_a_person or kind.value == "school")


def _name_in(one: Span, name: str) -> tuple[int, int] | None:
    """Return the place of a person's name, the whole of it or a part that stands for it."""
    wanted = lower(plain(name))
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", one.low)
    parts = [part for part in _NAME_PART.findall(wanted) if len(part) > 2 and part not in _TITLES]
    if not found and parts:
        found = re.search(rf"(?<!\w){re.escape(parts[-1])}(?!\w)", one.low) if len(parts) > 1 else None
    if not found and parts:
        found = re.search(rf"(?<![\w'])(?:{re.escape(parts[0])})(?!\w)", one.low)
    return (one.start + found.start(), one.start + found.end()) if found else None


_TITLES = frozenset({"mrs", "prof", "professor", "doctor", "miss", "sir"})
