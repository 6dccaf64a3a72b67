"""What a thank-you holds: one thing they said, what will be done with it, a name they gave, the right name on top.

Y-01 to Y-07. Source: RCEL; Hampshire; Yale; Kumar and Epley 2018 (warmth counts, worries about wording are misplaced);
O'Brien Center (correct name, one letter for each person). 40 to 120 words is a default of ours.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from rapidfuzz import fuzz

from halfhour.contact.rules.checks.one_ask import other_asks
from halfhour.contact.rules.checks.phrases import any_in, is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, Skip, View, hint, must, should
from halfhour.contact.rules.day_words import said_days
from halfhour.contact.rules.message import Span, lower, plain
from halfhour.contact.rules.sentences import word_set

DUE_DAYS, OVERDUE_DAYS = 1, 2
FEWEST_WORDS, MOST_WORDS = 40, 120
_SAYING = r"(?:said|told|described|explained|mentioned|showed|shared|pointed out|suggested|recommended|advised|warned|talked|spoke|noted|compared|called|put it|made clear|recounted|walked me|taught|brought up|observed|confessed|admitted|laughed|answered|stressed|urged|reminded|gave|drew|remarked|encouraged)"
SPECIFIC = patterns(
    rf"(?:what|how|the way|when|as|that|which|where|why|everything|something|one thing|whatever|things?|because|after|since|and|,) you (?:<W1>)(?:{_SAYING})\b",
    rf"you (?:<W1>)(?:{_SAYING}) (?:<W1>)?(?:that|me|how|about|of|on|it|as|what|why|whether|to|the|your|a|an|[a-z]+ing)\b",
    r"(?:he|she|they|which|and) (?:<W1>)(?:explained|told me|showed me|described|taught me|pointed out|warned me|said that|admitted|recalled|let me)\b",
    r"your (?:<W2>)(?:story|stories|remark|comment|description|account|point|tip|warning|honesty about|answer about|answer on|answer to|example|explanation|advice|words|line|suggestion|recommendation|comparison|view|thoughts|take|anecdote|picture|reminder|observation|idea) (?:<W1>)?(?:about|of|on|that|to|for|regarding|from|how|concerning|with|when|as|over|:|was|is|stayed|has|will|\")",
    r"(?:the|that|one|a) (?:<W1>)?(?:bit|part|story|idea|point|line|example|tip|remark|advice|picture|detail|image|moment|thought) (?:about|of|on|where|with|that|when|from|how) (?:<W6>)",
    r"(?:learn\w*|hear\w*|understand|know|struck|surprised|see|realis\w+|realiz\w+|remember|think\w*|keep\w*|stay\w*|stuck) (?:<W4>)?(?:that|about|how|why|from|back to|with me|by) (?:<W4>)?(?:your|you|the)\b",
)
_EMPTY_SPECIFIC = re.compile(
    r"(?:what|everything|all|how|things?|whatever|that|,) you (?:\w+ )?(?:said|told me|shared|explained|shared with me|talked about)(?: (?:about|on) (?:your (?:work|job|career|experience|experiences)|yourself|the (?:field|work|job|industry)|it))?[.!,]?$"
)
_THIN = re.compile(
    r"(?:your (?:\w+ )?(?:advice|insights?|thoughts|experience|experiences|words|time|help|answers?|stor(?:y|ies))|(?:the|your) (?:\w+ )?(?:work|job|career|field|industry|experience|profession|role|day))\b"
)
USE = patterns(
    r"(?:<ILL>|i'm going to|i am going to|i plan to|i intend to|i've already|i have already|i've (?:signed|ordered|written|started|put|begun|looked|decided|found|registered|asked|booked|bought|joined|added|changed|read|marked|enrolled|made|subscribed|borrowed|contacted|emailed|tried|begun)|i have (?:signed|ordered|written|started|put|begun|looked|decided|found|registered|asked|booked|bought|joined|added|changed|read|marked|enrolled|made|subscribed|borrowed|contacted)|"
    r"i want to|i'd like to|i would like to|i hope to|i mean to|my next step|(?:next|this|last|every) (?:week|weekend|month|term|semester|year|summer|spring|autumn|fall|night|morning|evening|saturday|monday|tuesday|wednesday|thursday|friday) i\b|(?:tonight|tomorrow|now) i\b|i (?:signed|ordered|looked|started|put|bought|wrote(?! (?:it|that|this|them|down)\b)|asked|booked|began|registered|decided|spent|downloaded|joined|added|borrowed|read|am now|now|shall)|i(?:'m| am) (?:signing|taking|adding|looking|reading|starting|applying|trying|planning|putting|changing|ordering|writing|asking|now)|because of (?:you|that|what|it)|thanks to (?:you|that|what)|as you suggested|following your|on your (?:advice|suggestion)|taking your)",
)
_NOT_A_USE = re.compile(
    r"(?:i'd|i would) like to (?:thank|say|express|let you|tell you|send)|i want(?:ed)? to (?:thank|say|express|let|tell|send)|i hope to (?:stay|keep|see|meet|hear)|i(?:'ll| will) (?:always|never forget|be in touch|keep in touch|let you know|stay)"
)
_REFERRED = patterns(
    r"(?:talk|speak|write|reach out|get in touch|contact|call|introduce|meet|email|e-mail|look up|ask for|put me in touch|connect)\w* (?:me )?(?:<W3>)?(?:to|with|for)?",
)
_NAME = re.compile(r"\b(?:(?:Dr|Ms|Mr|Mrs|Prof)\.? )?([A-Z][a-z'-]+(?: [A-Z][a-z'-]+)+)\b")
_OFFERED_TO_READ = re.compile(
    r"\b(?:offer\w*|promis\w*|said you (?:would|could|might|were happy)|kind enough to|willing|happy to|glad to|agreed|suggested (?:i|that i) send|asked (?:me )?(?:to|for|if)|as you asked|you asked)\b"
)
_CV = patterns(r"<CV>")
_WHEN = patterns(
    r"(?:today|yesterday|this (?:morning|afternoon|evening|week)|last (?:night|week|month|monday|tuesday|wednesday|thursday|friday)|earlier|the other day|just now|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|our (?:talk|conversation|call|meeting|half hour|half-hour))"
)
_NEW_ASK = patterns(
    r"(?:could|would|can|might|may) (?:you|we|i) (?:<W4>)?(?:meet again|talk again|speak again|have another|another (?:talk|call|meeting)|come (?:back|again)|shadow|mentor|introduce|recommend|refer|review|read|send me|forward|write me|put me in touch|connect|visit your|spend a day|join you|sit in)",
    r"(?:hope|hoping|love|like|grateful|appreciate) (?:<W4>)?(?:another (?:talk|call|meeting|chat)|meet again (?:next|this|soon)|a second (?:talk|meeting|conversation))",
)


PLAINLY_TELLING, BARELY_TELLING = 5, 3
_THANKING = re.compile(
    r"(?:(?:[\w',]+ ){0,6}?thank|i(?:'m| am| was| remain)? (?:\w+ ){0,3}(?:thank|grateful|appreciate|enjoyed)|it was (?:so |very |really )?(?:kind|good|generous|great|lovely|nice|a pleasure)|please|you (?:were|are|have been) )"
)


def check_thanks(view: View) -> Judged:
    yield from _check_time(view)
    yield from _check_specific(view)
    if not any(_says_use(one) for one in view.message.sentences):
        yield should("Y-03", "Say what you will do with what you heard.")
    yield from _check_named(view)
    words = view.message.words
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        yield hint("Y-05", f"{words} words; {FEWEST_WORDS} to {MOST_WORDS} are about right.")
    if not _says_when(view):
        yield hint("Y-06", "Say when you talked.")
    yield from _check_new_ask(view)
    yield from _check_resume(view)


# "I will write to Priya Nair" takes up a name; it is not yet a use of what was said.
_TAKES_UP_NAME = re.compile(
    r"\b(?:write|wrote|written|writing|talk|speak|call|get in touch|reach out|contact|e-?mail|look up|meet|see|introduce|tell|ring|phone)\w* (?:\w+ ){0,3}?(?:to |with |for )?(?:(?:Dr|Ms|Mr|Mrs|Prof|Sister|Professor)\.? )?[A-Z][a-z]+ ?(?:[A-Z][a-z]+)?"
)


_TELLS_SOMEONE = re.compile(
    r"as you suggested|on your (?:advice|suggestion)|following your|(?:[\w']+ ){1,4}?(?:also |then |certainly |surely |be )?(?:writ|talk|speak|call|get|reach|contact|e-?mail|look|meet|see|introduc|tell|ring|phone|let|say|mention)\w*"
)


def _says_use(one: Span) -> bool:
    """Whether a sentence tells what the writer does with what was said."""
    if not USE.search(one.low) or _NOT_A_USE.search(one.low):
        return False
    if not _TAKES_UP_NAME.search(one.text):
        return True
    return any(not _TELLS_SOMEONE.match(one.low[found.start() :]) for found in USE.finditer(one.low))


def _check_time(view: View) -> Judged:
    if view.facts.talk_on is None:
        yield Skip("Y-01")
    elif view.today > view.facts.talk_on + timedelta(days=OVERDUE_DAYS) and not re.search(
        r"\b(?:late|later|sorry|apolog|overdue|should have|belated|sooner|delay)", view.message.whole_low
    ):
        days = (view.today - view.facts.talk_on).days
        yield should("Y-01", f"The talk was {days} days ago: one line may say that this comes late.")


def _check_specific(view: View) -> Judged:
    sentences = view.message.sentences
    if view.facts.said:
        told = [said for said in view.facts.said if not _is_referral(said)] or list(view.facts.said)
        if not any(_quotes(view, said) for said in told):
            yield must("Y-02", "Name one thing they told you; you noted some.")
        return
    for one in sentences:
        for found in SPECIFIC.finditer(one.low):
            rest = one.low[found.end() :]
            if found[0].startswith("as you ") and _TAKES_UP_NAME.search(one.text):
                continue  # whom they suggested, not what they said
            if _EMPTY_SPECIFIC.search(one.low[found.start() :]) or _is_thin(one.low[found.start() :], rest):
                continue
            return
    most = max((_telling_words(one) for one in sentences), default=0)
    if most >= PLAINLY_TELLING:
        return
    words = "Name one thing they told you."
    yield should("Y-02", words) if most >= BARELY_TELLING else must("Y-02", words)


def _telling_words(one: Span) -> int:
    """How many words of a sentence belong to this talk: none where it thanks, tells a plan, or takes up a name."""
    if _says_use(one) or _TAKES_UP_NAME.search(one.text) or _THANKING.match(one.low):
        return 0
    low = _THIN.sub(" ", one.low)
    return len({word for word in re.findall(r"[a-z'-]{4,}", low) if word not in _GENERAL})


def _is_thin(piece: str, rest: str) -> bool:
    """Whether "your advice about the work" is all that is said: no word that belongs to this talk alone."""
    words = [word for word in re.findall(r"[a-z'-]{4,}", _THIN.sub(" ", piece)) if word not in _GENERAL]
    return len(words) < 2


_GENERAL = word_set(
    "about your with that this what told said shared explained talked spoke when from have more very much really also will would could truly helpful useful "
    "valuable interesting insight insights great time thank thanks grateful appreciate wonderful conversation talk meeting call learn learned learning hear "
    "hearing everything something things thing know think career careers work working experience experiences field industry advice information kind kindly "
    "generous generously taking took giving gave long short best look forward keep touch again been just some them they there were which into today "
    "yesterday lovely enjoyed nice good many most lot different help helped job role path day week team company mentioned described made clear"
)


def _quotes(view: View, said: str) -> bool:
    """Whether the text takes up a note of the talk: its telling words, or most of its wording."""
    low = view.message.body.low
    words = [word for word in re.findall(r"[\w'-]{4,}", lower(plain(said))) if word not in _GENERAL]
    if not words:
        return fuzz.partial_ratio(lower(plain(said)), low) >= 75
    held = sum(any(stem in low for stem in (word, word[: max(4, len(word) - 3)])) for word in set(words))
    return (
        (held >= 2 and held / len(set(words)) >= 0.25)
        or (len(set(words)) <= 2 and held >= 1)
        or held / len(set(words)) >= 0.5
    )


def _check_named(view: View) -> Judged:
    names = list(_named(view))
    if not names:
        yield Skip("Y-04")
        return
    low = view.message.whole_low
    for name in names:
        parts = lower(plain(name)).split()
        if not any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", low) for part in (parts[0], parts[-1])):
            yield should(
                "Y-04",
                f"They named {name}: say that you will get in touch, or thank them for offering to introduce you.",
            )


def _is_referral(said: str) -> bool:
    """Whether a note says whom to talk to; taking that up is another matter than quoting."""
    return bool(_REFERRED.match(lower(plain(said)))) and bool(_NAME.search(said))


def _named(view: View) -> Iterator[str]:
    yield from view.facts.named
    if view.facts.named:
        return
    for said in view.facts.said:
        if _REFERRED.search(lower(plain(said))):
            for found in _NAME.finditer(said):
                if found[1].split()[0] not in {
                    "You",
                    "The",
                    "Talk",
                    "Ask",
                    "Call",
                    "Write",
                    "Speak",
                    "Contact",
                    "Read",
                    "Look",
                }:
                    yield found[1]


def _says_when(view: View) -> bool:
    return any_in(_WHEN, view.message.sentences) is not None or any(
        True for _ in said_days(view.message.body.low, view.today)
    )


def _check_new_ask(view: View) -> Judged:
    sentences = view.message.sentences
    for one in sentences:
        found = _NEW_ASK.search(one.low)
        if found and not is_negated(one.low, found.start()) and not _OFFERED_TO_READ.search(one.low):
            yield must("L-06", "A thank-you asks for nothing new.", place(one, found))
            return
    for start, end in other_asks(sentences)[:1]:
        sentence = _holding(sentences, start)
        if (
            sentence
            and not _OFFERED_TO_READ.search(sentence.low)
            and not is_negated(sentence.low, start - sentence.start)
            and "thank" not in sentence.low
        ):
            yield must("L-06", "A thank-you asks for nothing new.", (start, end))


def _holding(sentences: tuple[Span, ...], at: int) -> Span | None:
    return next((one for one in sentences if one.start <= at < one.end), None)


def _check_resume(view: View) -> Judged:
    offered = any(_CV.search(lower(plain(said))) for said in view.facts.said)
    for one in view.message.everything:
        found = _CV.search(one.low)
        if not found or is_negated(one.low, found.start()):
            continue
        told = re.search(
            r"\b(?:your|you) (?:\w+ ){0,3}(?:advice|suggest\w*|tips?|comments?|thoughts|told|said|notes|point\w*|remark\w*|mention\w*|feedback)\b",
            one.low,
        )
        if not (offered or _OFFERED_TO_READ.search(one.low) or told):
            yield must(
                "RESUME",
                "A résumé belongs in a thank-you only when they offered to read it.",
                place(one, found),
            )
            return
