"""Whether a text says that it asks for information, not for a job.

L-05. Source: Informational Interviewing Part 1, "Making Contact": make it clear that you want information,
not a job; O'Brien Center: it is not about getting a job. One short clause, nothing more: SFU and Dalton.
"""

import re

from halfhour.contact.rules.checks.easy_no import EASY
from halfhour.contact.rules.checks.phrases import any_in, matches, patterns, place
from halfhour.contact.rules.checks.view import Judged, View, hint, must, should
from halfhour.contact.rules.message import Span

_NOT = (
    r"(?:not|never|nor|neither|no|without|rather than|instead of|as opposed to|far from|isn't|aren't|wasn't|won't|wouldn't|don't|doesn't|"
    r"didn't|can't|cannot|shan't|nothing|none|isnt|arent|dont|wont|hardly)"
)
_JOB_WORD = (
    r"(?:jobs?|job-?\w*|positions?|posts?|openings?|vacanc(?:y|ies)|internships?|placements?|traineeships?|apprentices?|apprenticeships?|employment|"
    r"employed|employ me|roles?|hire|hired|hires|hiring|apply|applying|applicants?|applications?|recruit\w*|commission|candidate|candidacy|taken on|"
    r"take me on|put(?:ting)? myself forward|interview for|work experience|place on|(?:asking|ask|looking|look|seeking|seek|after|hunting|getting|get|"
    r"wanting|want|need|for|about|of|any|find|finding) (?:paid |more |new |some )?work|job)"
)
# "I am not sure the job is right for me" says nothing about why one writes.
_OTHER_NOT = (
    r"(?:sure|certain|know|knew|see (?:of|how|what)|decided|idea|enough|only|hesitate|yet|longer|easy|have an?|had|got|find out|clear|understand|tell|much|many|often|"
    r"everyone|anyone|anybody|nobody|one|person|worked|held|done|seen|been|met|heard|found|able|expect(?:ed)?|mind(?! a)|like (?:my|the)|love|enjoy|happy|suit)"
)
STATED = patterns(
    r"(?:long way|years|far|months|miles) (?:away )?from (?:applying|looking|seeking|needing|asking|wanting)\b",
    rf"(?:{_NOT}|and no)\b(?:,? (?!{_OTHER_NOT}\b)[\w'/-]+){{0,11}}?,? {_JOB_WORD}\b(?! (?:is right|suits|i want|that suits|i could))",
    r"no(?: [\w'-]+){0,2} (?:job|hiring|employment|recruit\w*|application|vacancy|internship|position|opening)s?\b[- ]?(?:request|ask|enquir\w+|inquir\w+|application|search|hunt\w*|pitch|agenda|strings|angle|talk|here|involved|attached|expected|hint|in mind|sought|wanted|needed|hoped)",
    r"(?:jobs?|posts?|positions?|employment|internships?|openings?|work|vacanc(?:y|ies)|roles?|placements?|being hired) (?:is|are|isn't|aren't|was|would be)(?: not|n't)? ?(?:not |n't )?(?:<W2>)(?:what|why|the point|the purpose|my reason|on my mind|my aim|my goal|the reason|what i|my purpose|in my mind|my object)",
    rf"{_NOT} (?:[\w'-]+ ){{0,2}}?(?:for |about |to |after |in order to )?(?:getting|get|asking for|looking for|seeking|applying for|find|finding|land|landing|scrounging for|begging for|angling for|fishing for|hunting for|chasing) (?:one|any|some|it|work|jobs?)\b",
    r"(?:only|purely|solely|strictly|merely|entirely|exclusively|simply) (?:<W3>)(?:to learn|to understand|to listen|to find out|to hear|to know|to see|"
    r"to ask (?:questions|about|stuff|things)|to explore|for information|for advice|for research|for an honest|for the truth|exploring|learning|gathering|researching|mapping|looking before|"
    r"curious|curiosity|information\w*|exploratory|explorative|research|advice|listening|knowledge|ask questions|"
    r"(?:trying|want\w*|hop\w+|looking|here|wish\w*|like|interested|seeking|asking) (?:<W2>)(?:learn\w*|understand\w*|find out|hear\w*|listen\w*|know\w*|see|work out|picture|information|advice|insights?|how|what|questions|to ask|ask))",
    r"just (?:<W1>)(?:exploring|gathering|curious|information\w*|mapping|listening|learning|looking around|finding out|researching|(?:trying|looking|here|want\w*|wanting|like) (?:<W1>)(?:to )?(?:learn|understand|work out|figure|listen|find out|hear|know|information|the (?:real|true|truth|facts|whole)|an honest)|want the|the (?:truth|facts|real story|information))",
    r"(?:only|sole|one|whole|single) (?:aim|goal|purpose|interest|wish|reason|hope|agenda|intention|motive|object\w*)",
    r"(?:information|advice|conversation|insight|learning|curiosity|to learn|a talk|questions|your story|knowledge|research|listening) (?:is|are) (?:all|my only|the only|my sole|my whole)\b",
    r"(?:this|it|it's|that) (?:is |'s )?(?:<W1>)?(?:research for myself|for my own (?:information|understanding)|research only|homework for myself|about finding out|about learning)",
    r"all i (?:want|need|ask|am asking|hope|would like|am after|'m after|seek|am seeking) (?:for )?(?:is|to|are) (?:<W2>)(?:information|advice|learn|to learn|to listen|listen|conversation|talk|honest|understand\w*|insight|knowledge|hear)",
    r"(?:to learn|information|to listen|learning|curious|advice|questions|the truth)[\w ]{0,40}?[,;-]? ?(?:and )?(?:nothing|no) (?:more|else|other)\b",
    r"(?:not|n't) (?:<W3>)(?:anything|something) (?:else|more|beyond|other) (?:from you|of you|than)",
    r"nothing (?:more|else|beyond|other) than",
    r"(?:happy|happily|content|settled|comfortable|fine) (?:<W3>)(?:job|employed|position|where i am|role)\b",
    r"(?:i have|i've got|i've) (?:<A>)(?:<W1>)(?:jobs?|trade|position)(?=[,.;!]|$| and\b| already| that)",
    r"(?:already (?:have|employed|in|got)|i have|i've got) (?:<A>)(?:<W1>)(?:jobs?|work|position|employed|role) (?:and|already|of my own|so|that i|i)\b",
)
NAMED_ONLY = patterns(
    r"information(?:al)? (?:interview|conversation|chat|meeting|talk|discussion|call|purposes)",
    r"no (?:hidden|secret|ulterior)? ?(?:agenda|strings|motives?)\b",
    rf"{_NOT}\b[^.?!]{{0,70}}<CV>",
    r"(?:to be clear|rest assured|please be assured|i promise|to be plain|i should say|i wish to stress|let me say|just so you know|honest(?:ly)?[,.!]?$)",
    r"just (?:want|like|hoping|hope|wanted|interested|wondering) (?:<W2>)(?:learn|hear|understand|know|learning|hearing|to)",
    r"(?:favou?rs?|sell(?:ing)? you|handouts?|pitch)\b",
    rf"{_NOT}\b(?: [\w'-]+){{0,4}} (?:asking|ask|looking|look|hunting|seeking|applying|angling|fishing|after|searching|begging|pitching|selling|pushing|proposing|expecting|wanting|requesting|hoping)\b(?! (?:you )?(?:again|twice|further|any more|more than once)\b)",
    r"(?:(?<!made me )(?<!made me most )curious|curiosity|(?:to|want to|only|here to) (?:learn|understand|listen)\b(?! (?:whether|if|that|when|which|what you would like to do))|better understanding|for (?:information|advice|insight|guidance|knowledge)|(?:insight|guidance|advice|information) (?:i|rather|is|only|and)|long way from)\b",
)

# "I'm not trying to get on your crew": a "not" of one's own that is about no time and no knowledge; only a person can say.
PERHAPS = patterns(
    rf"(?:<IM>|this is|this|it's|it is|that's|there's|there is|i do|<IVE>|i'd|i) <ADV>(?:not|no|nothing|never|don't|isn't|won't|ain't|wouldn't)\b(?! (?:<W1>)?(?:{_OTHER_NOT}|free|available|in (?:town|school|class)|at work|an? (?:morning|night|natural)|here|there|afraid|good|used|from|young|old|alone|convinced|too|quite|the only|read|think|want to (?:take|waste|keep|guess|bother)|need (?:long|much|more)|take (?:long|much|more)|keep|stay|come|let|hear|change|leave|live|drive|believe|feel))",
    r"(?:not|n't|never) (?:hitting|bugging|pestering|touting|soliciting|scrounging|canvassing|in search of|on the (?:hunt|lookout)|knocking|digging|dropping hints)\b",
    r"(?:nothing|no more|no other \w+) (?:but|than|except|beyond)\b|there's no\b|no (?:application|pitch|catch|favou?r)\b",
    rf"{_NOT} (?:trying|here|after|hoping|out|in the market|asking|looking|fishing|seeking|begging|hinting|angling|to ask|to get|about) ?(?:to |for )?(?!(?:much|too much|long|more than) )",
)
_JOB_ONCE = re.compile(r"\bjobs?\b")


def said(sentences: tuple[Span, ...]) -> Span | None:
    """Return the sentence that says this is not about a job, or None."""
    return any_in(STATED, sentences)


def check_stated(view: View) -> Judged:
    """L-05: the statement is there, once."""
    sentences = view.message.everything
    if said(sentences) is None:
        # An easy way to say no has a "not" in it as well, and speaks of something else.
        others = tuple(one for one in sentences if any_in(EASY, (one,)) is None)
        named = any_in(NAMED_ONLY, others) or any_in(PERHAPS, others)
        if named:
            yield should("L-05", "Say in so many words that you want information, not a job.", named)
        else:
            yield must("L-05", "Say that you want information, not a job: one short clause is enough.")
    uses = [place(*one) for one in matches(_JOB_ONCE, sentences)]
    if len(uses) > 1:
        yield hint("L-05", 'The word "job" once is enough.', uses[-1])
