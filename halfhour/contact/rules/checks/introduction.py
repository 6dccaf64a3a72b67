"""What a request to a mutual acquaintance holds: a text to forward, the other person asked first, and who does the work.

I-01 to I-07. Source: Informational Interviewing Part 1, "Making Contact" (a friend might make the initial request, then
you call to arrange the time; friends' names can be mentioned); the double opt-in guides; Yale (report back).
"""

import re
from itertools import pairwise

from halfhour.contact.rules.checks.easy_no import has_easy_no
from halfhour.contact.rules.checks.minutes import lengths
from halfhour.contact.rules.checks.not_a_job import NAMED_ONLY, said
from halfhour.contact.rules.checks.phrases import any_in, patterns
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.checks.who import says_status
from halfhour.contact.rules.checks.why import tells_why
from halfhour.contact.rules.checks.work_words import names_work
from halfhour.contact.rules.message import Span

_TO_FORWARD = patterns(
    r"(?:forward|pass|send|share|paste|copy|hand|show|relay|read|give|use|cut)(?:ing|ed)? (?:<W2>)?(?:(?:it|this|that|these|them|her|him|on|along|the|what|below|following|text|note|paragraph|lines|words|few|short|something|a)\b ?)",
    r"(?:forward\w*|for you to (?:send|pass|share)|to (?:pass|send) (?:on|along)|ready to send|as (?:it is|is|it stands))",
    r"(?:what|something|lines|words|this|these|text) (?:<W2>)?(?:she|he|they|dr|mr|mrs|ms) (?:<W1>)?(?:could|can|might|may) (?:read|see|have|look at|keep)|(?:for|to) (?:her|him|them) (?:to read|to look at|to see)",
    r"(?:paragraph|blurb|note|lines|text|words|message|few sentences|draft)[^.?!]{0,30}(?:below|here|under|follows?|following|you can|you could|you may|for (?:her|him|them|you))",
)
FIRST_ASKED = patterns(
    r"(?:ask|check with|sound out|see (?:if|whether)|find out (?:if|whether)|asking|checking with|run (?:it|this) (?:by|past)|run by|mention (?:it|this|me) to|put (?:it|this|the question) to|show (?:it|this)|float (?:it|this)|consult|clear it with|talk to|speak to) [^.?!]{0,90}?(?:first|if|whether|before|okay|ok\b|willing|open to|happy|comfortable|mind|would like|be up for|interested|wants|agree\w*|says|said)",
    r"(?:see|know|find out|learn|hear|wonder\w*|tell me) (?:if|whether) [^.?!]{0,50}?(?:would|might|is|'d|could|were|are) (?:<W2>)?(?:be )?(?:willing|open|happy|comfortable|mind|up for|glad|game|interested|able|ready|like)",
    r"(?:before|until|unless|only if|only when|only once|only after|only with) (?:you |we |either of you )?[^.?!]{0,40}?(?:agree\w*|says? (?:yes|so|it)|said yes|is (?:happy|fine|ok|okay|willing|comfortable|open)|okay|gives? [^.?!]{0,15}(?:ok|okay|blessing|permission)|wants|share|sharing|give me|giving me|pass(?:ing)? (?:on|me)|sending me|copy|copying|connect|putting|introduc\w+)",
    r"(?:double opt|ask first|with (?:her|his|their) (?:ok|okay|permission|blessing|agreement|consent)|(?:her|his|their|the) (?:permission|okay|blessing|agreement|consent))",
    r"would you (?:<W2>)(?:ask|check|sound|see|mention|find out|put|forward|pass)\b",
)
_BOTH_COPIED = patterns(
    r"(?:cc|copy|copying|cc'?ing|loop|put|include|add|connect|introduce) (?:<W1>)?(?:us|both of us|the two of us|me and|her and me|him and me|them and me) (?:<W3>)?(?:both|in|on|into|together|by e-?mail|over e-?mail|straight away|directly|in one|in an|on an)",
    r"(?:cc|copy|copying|cc'?ing|loop(?:ing)?) (?:me|us|both)\b",
    r"(?:e-?mail|write to|message) (?:us )?both\b|(?:an|one|a (?:group|joint)) (?:e-?mail|message|thread|chat) (?:to|with) (?:us )?both",
    r"(?:give|send|share|text|pass|forward|let me have|tell me|what is|what's) (?:me |along |on |over )?(?:with me )?(?:her|his|their|[a-z]+'s) (?:<W1>)?(?:number|phone|e-?mail|address|contact|details|cell|mobile)",
)
NAME_USED = patterns(
    r"(?:mention|mentioning|use|using|drop|dropping|give|giving|cite|quote|say|saying|refer to|write|include|put in) (?:that )?(?:<W2>)(?:your name|you (?:sent|suggested|told|know|said|gave|pointed|recommended|thought|and i)|our (?:friendship|connection|acquaintance)|it was you|i know you|we know|it came from you|that i know you|how i know you)",
    r"(?:mention|mentioning|cite|name|naming|refer to|quote) you\b",
    r"(?:my|me) (?:using|mentioning|dropping|giving) your name|your name (?:<W3>)(?:mention\w*|used?|come up|drop\w*|appear|stand|be given|in (?:it|my|the))",
    r"(?:say|said|saying|tell|told|add|added|write|wrote|mention\w*) (?:<W2>)?(?:that )?(?:i know you|we know each other|you (?:sent|suggested|told|pointed))",
    r"(?:say|saying|tell (?:her|him|them)|write|mention|add|told|tell) (?:<W1>)?(?:that )?(?:your name|you're my|you are my|you and i|i'm your|i am your|i know you|it was you|it's you|you put me|you gave me)",
    r"(?:at|on|following|with) your (?:suggestion|recommendation|advice|introduction|name)\b",
    r"(?:refer|referring|point|pointing|allude) to you\b(?! (?:as|for))|(?:take|taking|took|taken|quote|quoting|bring up|bringing up) your name\b",
    r"(?:in|with|under) your name\b|say (?:that )?(?:it was )?you (?:who )?(?:sent|told|suggested|pointed)",
)
FOLLOWED_UP = patterns(
    r"(?:<ILL>|i'd|i would|i can|i'm happy to|let me|i am happy to|i'd be happy to|leave it to me|then i|so i can|and i) (?:<W3>)?(?:then )?(?:<W2>)?(?:call|phone|ring|write|email|e-mail|contact|get in touch|be in touch|arrange|organi[sz]e|take it from (?:there|here)|do the rest|handle|sort|set up|set it up|fix|follow up|schedule|reach out|message|take care|text|do all|see to|make the call|look after|carry it from|run with it|do the (?:work|arranging|legwork))",
    r"(?:the rest|everything else|the arranging|arranging|all the arranging|finding a time|the scheduling|scheduling) (?:<W2>)(?:is|would be|will be|stays|falls) (?:<W2>)?(?:on me|my|with me|mine|up to me|to me)",
    r"(?:you (?:won't|will not|don't|needn't|would not|wouldn't) (?:<W2>)?(?:have to|need to)? ?(?:do|arrange|organi[sz]e|lift)[^.?!]{0,30}(?:anything|nothing|more|else|further|rest|a time|finger))",
)
_GUARDED = re.compile(
    r"\b(?:before|until|till|unless|once|only|first|if|when|agree\w*|after|rather than|not|n't|without|don't|rather you)\b"
)
# Words that come near it, which only a person can judge: they are asked to look, and nothing is held back.
_NEARLY_ASKED = patterns(
    r"(?:ask|asking|check|checking|see|find out|sound out|speak|talk|tell|wonder\w*|enquire|inquire) (?:<W3>)(?:her|him|them|dr|mr|mrs|ms|whether|if|first)\b",
    r"(?:before|until|unless|once) (?:<W2>)(?:she|he|they|dr|mr|mrs|ms)\b",
)
_NEARLY_NAMED = patterns(
    r"(?:may|could|can|might|would|ok|okay|all right|alright|mind|fine|happy|prefer|if i|instead)\b[^.?!]{0,60}\b(?:your name|mention\w*|refer\w*|you (?:suggested|told|sent|know|gave|recommended)|suggested|know each other|through you)\b",
)
_NEARLY_DONE = patterns(
    r"(?:i|i'll|i'd|me|my)\b[^.?!]{0,60}\b(?:call|phone|ring|arrang\w+|schedul\w+|contact|e-?mail|write|reach|set|fix|organi[sz]e|follow up|from there|the rest)\b",
)
REPORTED = patterns(
    r"(?:let you know|tell you|report back|write to you|keep you posted|update you|send you (?:a|word|news)|share (?:with you )?(?:what|how)|fill you in|drop you a line|come back to you|bring you|hear from me|you'll hear|you will hear|get back to you|keep you in the loop|call you|thank you (?:again )?(?:properly|afterwards|after)|owe you a (?:report|story|coffee and))[^.?!]{0,60}?(?:how|what|after\w*|went|goes|came|comes|learn\w*|out|news|line|story|report|posted|in\b|know|loop|either way)",
    r"(?:report|report back|keep you posted|fill you in|keep you in the loop|full report)\b",
)
_MARK_LINE = re.compile(r"^\s*(?:>|\||[-=_*~]{3,}|\"|'')")
SHORTEST_FORWARDABLE = 18


def forwardable(view: View) -> tuple[Span, ...] | None:
    """Return the sentences of the text to be passed on, or None where no separate one stands.

    It is what is quoted, indented or set between rules; else the paragraphs after the sentence that announces it.
    """
    text = view.message.text
    paragraphs = _paragraphs(view)
    marked = [
        p
        for p in paragraphs
        if all(
            _MARK_LINE.match(line) or line.startswith(("    ", "\t"))
            for line in text[p[0] : p[1]].split("\n")
        )
    ]
    between = _between_rules(view, text)
    for found in (between, [p for p in marked if _words(text, p) >= SHORTEST_FORWARDABLE]):
        if found:
            return _sentences_in(view, found)
    for n, paragraph in enumerate(paragraphs[:-1]):
        if (
            any_in(_TO_FORWARD, _sentences_in(view, [paragraph]))
            and _words(text, paragraphs[n + 1]) >= SHORTEST_FORWARDABLE
        ):
            following = _until_i_speak_again(view, paragraphs[n + 1 :])
            if following and any(
                says_status(one) or re.search(r"\bi\b|i'm|my name|\bwho\b", one.low)
                for one in _sentences_in(view, following)
            ):
                return _sentences_in(view, following)
    return _speaking_for_itself(view, paragraphs)


_ANNOUNCED = re.compile(r":\s*$")
_INTRODUCES_ITSELF = re.compile(
    r"^[\"']?(?:(?:dear|hello|hi) [^,.!]{2,30}[,.!] *)?(?:my name is|my name's|i am [A-Z]|i'm [A-Z]|this is [A-Z]|[A-Z]\w+ [A-Z]\w+ (?:here|is (?:an?|my|the|in)))",
    re.IGNORECASE,
)


def _speaking_for_itself(view: View, paragraphs: list[tuple[int, int]]) -> tuple[Span, ...] | None:
    """A paragraph after a short line with a colon, or one that begins with my name though the letter has begun."""
    text = view.message.text
    for before, paragraph in pairwise(paragraphs):
        if _words(text, paragraph) < SHORTEST_FORWARDABLE:
            continue
        announced = _words(text, before) <= 20 and _ANNOUNCED.search(text[before[0] : before[1]])
        sentences = _sentences_in(view, [paragraph])
        if sentences and (announced or _INTRODUCES_ITSELF.match(sentences[0].text)):
            return sentences
    return None


def _paragraphs(view: View) -> list[tuple[int, int]]:
    text, at, end = view.message.text, view.message.body.start, len(view.message.text)
    found = []
    for piece in re.finditer(r"(?:[^\n]|\n(?![ \t\r]*\n))+", text[at:end]):
        if piece[0].strip():
            found.append((at + piece.start(), at + piece.end()))
    return found


def _words(text: str, place: tuple[int, int]) -> int:
    return len(text[place[0] : place[1]].split())


def _between_rules(view: View, text: str) -> list[tuple[int, int]]:
    rules = [
        found
        for found in re.finditer(r"(?m)^[ \t]*[-=_*~]{3,}.*$", text)
        if found.start() >= view.message.body.start
    ]
    if not rules:
        return []
    end = rules[1].start() if len(rules) > 1 else len(text)
    return [(rules[0].end(), end)] if len(text[rules[0].end() : end].split()) >= SHORTEST_FORWARDABLE else []


def _sentences_in(view: View, places: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(one for one in view.message.everything if any(a <= one.start < b for a, b in places))


_SPEAKS_AGAIN = patterns(
    r"(?:if (?:she|he|they|this|you|it)|may i|could i|thank you so|thanks (?:so|again|for)|either way|whatever|once (?:she|he|they)|as soon as (?:she|he|they)|and if|no (?:pressure|worries)|please don't|and please|of course|i'll (?:let you|take it|do the)|i will (?:let you|take it|do the)|should (?:she|he|they)|or if you)"
)


def _until_i_speak_again(view: View, paragraphs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out what is said to the acquaintance after the text to be forwarded."""
    kept: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        sentences = _sentences_in(view, [paragraph])
        if sentences and _SPEAKS_AGAIN.match(sentences[0].low):
            break
        kept.append(paragraph)
    return kept


def check_introduction(view: View) -> Judged:
    everything = view.message.everything
    part = forwardable(view)
    if part is None:
        yield must("I-01", "Add a short paragraph about you that can be forwarded as it is.")
    yield from _check_part(view, part or everything)
    asked = any_in(FIRST_ASKED, everything)
    copied = any_in(_BOTH_COPIED, everything)
    if copied and not asked:
        yield must(
            "I-02",
            "Ask that the other person is asked first, before anyone is copied or a number is passed on.",
            copied,
        )
    elif copied and not _GUARDED.search(copied.low):
        yield should(
            "I-02", "Ask for a number or a joint message only once the other person has agreed.", copied
        )
    elif not asked:
        words = "Ask your acquaintance to check with the other person first."
        yield must("I-02", words) if any_in(_NEARLY_ASKED, everything) is None else should("I-02", words)
    if not has_easy_no(view):
        yield should("I-04", "Give your acquaintance an easy way out.")
    if any_in(NAME_USED, everything) is None:
        words = "Ask whether you may mention their name if you write yourself."
        yield must("I-05", words) if any_in(_NEARLY_NAMED, everything) is None else should("I-05", words)
    if not any(FOLLOWED_UP.search(one.low) and not _only_reports(one) for one in everything):
        words = "Say that you will call to arrange the time yourself."
        yield must("I-06", words) if any_in(_NEARLY_DONE, everything) is None else should("I-06", words)
    if any_in(REPORTED, everything) is None:
        yield should("I-07", "Promise to tell your acquaintance how it went.")


_ARRANGES = re.compile(
    r"\b(?:call|phone|ring|arrang\w+|fix|time|rest|there|here|schedul\w+|set|sort|organi[sz]\w+|contact|work|legwork|her|him|them)\b"
)


def _only_reports(one: Span) -> bool:
    """Whether "I will write" is the promise to tell how it went, or the question about the name."""
    return bool(NAME_USED.search(one.low)) or (
        bool(REPORTED.search(one.low)) and not _ARRANGES.search(one.low)
    )


def _check_part(view: View, part: tuple[Span, ...]) -> Judged:
    whole = (part[0].start, part[-1].end) if part else None
    if not any(tells_why(one, view.facts.ask.occupation) for one in part) or not any(
        names_work(one.low, view.facts.ask.occupation) for one in part
    ):
        words = "The paragraph to forward must say what work you want to hear about, and why this person."
        near = any(tells_why(one) or names_work(one.low) for one in part)
        yield should("I-03", words, whole) if near else must("I-03", words, whole)
    given = list(lengths(part))
    asked = view.facts.ask.minutes
    if not given:
        yield must("I-03", "The paragraph to forward must say how many minutes you ask for.", whole)
    elif asked is not None and not any(asked in {low, high} for low, high, _ in given):
        yield must(
            "I-03",
            f"The paragraph to forward gives another length than the {asked} minutes noted.",
            given[0][2],
        )
    if said(part) is None:
        words = "The paragraph to forward must say that you want information, not a job."
        elsewhere = said(view.message.everything) or any_in(NAMED_ONLY, part)
        yield should("I-03", words, whole) if elsewhere else must("I-03", words, whole)


_SEVERAL = patterns(
    r"(?:introduce|connect) me (?:<W2>)(?:to|with) (?:(?:[^.?!]|\b(?:mr|ms|mrs|dr)\.){2,50}?),? (?:and|as well as|or) (?:also )?(?:to |with )?(?!(?:to|i|see|ask|that|whether|if|then|learn|hear|her|his|their|find|we|she|he|they|let|so|it|maybe|perhaps|get)\b)[a-z][\w'-]+",
    r"(?:both|each of|either of|any of|all (?:three|four|of)|as many of) (?:them|these|those|your (?:colleagues|friends|contacts))",
    r"(?:everyone|anyone|anybody|all the people|people|as many people|a few people|several people|some people) (?:you know|in your (?:network|company|team|firm)|who)",
    r"(?:two|three|four|several|a few|some) (?:of your )?(?:people|colleagues|friends|contacts|names|introductions)",
)


def check_one_person(view: View) -> Judged:
    """RECIPIENTS in a request for an introduction: one person is asked for."""
    mine = view.message.sentences
    for one in mine:
        found = _SEVERAL.search(one.low)
        if (
            found
            and re.search(r"\b(?:introduc\w+|connect|ask|put me|in touch|talk to|meet)\b", one.low)
            and _names_two(one, found)
        ):
            yield must(
                "RECIPIENTS",
                "Ask for one introduction at a time.",
                (one.start + found.start(), one.start + found.end()),
            )
            return


def _names_two(one: Span, found: re.Match[str]) -> bool:
    """Two names need their capitals; "several people" speaks for itself."""
    piece = one.text[found.start() : found.end()]
    return not piece.startswith(("introduce", "connect")) or bool(
        re.search(r"[A-Z]\w+.* (?:and|or|as well as) (?:also )?(?:to |with )?[A-Z]\w+", piece)
    )
