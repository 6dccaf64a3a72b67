"""Whether a text makes it easy to say no, with words for it.

L-09 and I-04. Source: Schlund, Sommers and Bohns 2024: an explicit phrase for refusing makes the decision feel freer.
Nothing here claims that more people then say yes.
"""

from halfhour.contact.rules.checks.phrases import any_in, patterns
from halfhour.contact.rules.checks.view import Judged, View, should

_CANNOT = (
    r"(?:not|n't|\w+n't|cannot|no time|too (?:busy|full|much|tight)|busy|full|impossible|inconvenient|wrong (?:time|person|moment|week|month)|"
    r"bad (?:time|moment|week|month)|rather not|prefer not|decline|no room|no space|no good|difficult|crowded|hectic|swamped|stretched|packed|"
    r"leaves? no|overloaded|snowed under|the answer is no|it's a no|it is a no|tied up|out of the question|unable|unavailable|say no|refuse|pass)"
)
_CONSOLATION = (
    r"(?:understand|fine|okay|ok\b|all right|alright|no problem|no worries|no worry|don't worry|say so|let me know|tell me|just say|enough|"
    r"one line|a line|a word|one word|welcome|no need|need not|needn't|don't need|no explanation|no reason|forget|ignore|leave it|hard feelings|"
    r"thank you (?:all the same|anyway|for reading)|grateful|won't mind|not mind|offen[cs]e|no pressure|of course|(?:not|n't) trouble|trouble (?:you|me) (?:no )?further|feel free)"
)
EASY = patterns(
    r"(?:feel|you(?:'re| are)|please be|perfectly|completely|entirely) (?:<W2>)?free to (?:<W2>)(?:say no|say so|decline|ignore|refuse|pass|turn|not|tell me no)",
    r"(?:say(?:ing)?|answer|reply|with an?|a|an|tell me|it's an?|simple|short|plain|quick|polite|one-line|one line|honest|friendly|brief|one-word|even) (?:<W1>)[\"']?(?:no|not now|no thanks|no thank you|not this time|can't)\b[\"']?(?! (?:time|more|longer|idea|need|later|matter|one|other|degree|experience|training|\w+ing|visitors|background))",
    r"[\"'](?:<W2>)(?:no|not now|not this (?:month|time|week|year|term|season|quarter)|sorry|can't|too busy|no thanks|not possible|not right now|not at the moment)[\w ,]{0,20}[.!]?[\"']",
    r"(?:understand|understandable|respect (?:that|it)|take no offen[cs]e|not be offended|won't be offended|no hard feelings|won't mind|not mind|don't mind) (?:<W3>)(?:if|should|whichever|either way|a no|any answer|that|whatever|completely|entirely|perfectly)",
    r"(?:i'll|i will|i'd|i would|i) (?:of course |quite |completely |entirely |fully |perfectly |certainly |totally |absolutely |well )?understand\b(?! (?:that|how|why|what|the|your|from))",
    r"(?:i'd|i would|i'll|i will) (?:of course |quite |completely )?understand if\b",
    rf"(?:fine|okay|ok|all right|alright|no problem|no worries|no trouble|no harm|welcome|not a problem|no bother) (?:<W3>)(?:if|should) (?:<W6>){_CANNOT}",
    r"(?:no worries|no problem|no trouble|not to worry|fine|no hard feelings)(?: at all)? (?:if not|either way|otherwise|if you'd rather not|whatever you)",
    rf"(?:if|should|when) (?:[\w',&.-]+ ){{0,10}}?{_CANNOT}\b[^.?!]{{0,90}}?{_CONSOLATION}",
    r"no (?:<W1>)(?:pressure|obligation|need to (?:explain|reply|answer|give|say|apologi[sz]e|justify)|explanations?\b|reasons? (?:is |are )?(?:needed|required|necessary)|hard feelings)",
    r"without (?:<W2>)(?:obligation|an? explanation|explaining|giving (?:a|any) reasons?|a reason)",
    r"(?:decline|declining|turn (?:me|this|it) down|saying no|a \"?no\"?(?= (?:is|will|would|won't|from|costs|and|needs))|\"?not now\"?|say no\b|refusal|refusing|refuse\b|turn me away|to pass\b|skip this|ignore this|left in peace|wave me off)",
    r"(?:fine|cool|ok|okay|alright|all right|quite right|acceptable|understandable|good|welcome|won't mind|plenty|enough)[\w ]{0,20} (?:if not|to pass|to say no|to decline|either way|to skip)\b|(?:it's|it is|that's|a|plain|if it's) (?:a )?no (?:is|that's|will|would|from|,)",
    r"(?:\"no\"|\"not now\"|\"can't\"|'no')",
    r"(?:do not|don't|please don't|never) (?:<W2>)(?:feel (?:obliged|obligated|bound|you have to|pressed)|worry (?:about|if|at all)|give it (?:a|another)|think twice)",
    rf"{_CONSOLATION} (?:<W4>)(?:if|should|when) (?:<W6>){_CANNOT}",
    r"(?:if|should) (?:<W4>)(?:more than you|nuisance|bother|trouble|burden|not welcome|plate's full|prefer to be left|rather (?:not|skip)|sooner (?:not|skip)|any trouble|had to decline|you've sure|haven't (?:the|got|any)|have no|you can't|don't have|isn't possible|not possible)",
    r"if (?:it's|it is|the answer is|that's) (?:a )?(?:\")?no\b|(?:no|not) (?:<W1>)(?:claim on your time|disappointment)|may of course say no|silence will do|taken in good part",
    r"you (?:don't|do not|needn't|need not) (?:<W1>)(?:have|need)? ?(?:to )?(?:explain|give (?:a|me|any)|justify|say why|reply|answer)",
    r"(?:if|should)\b[^.?!]{0,70},? (?:no worries|no problem|no bother|that's (?:fine|ok|okay|all right)|it's (?:fine|ok|okay|all right)|all good|then not)\b",
    r"if not,? (?:<W4>)(?:understand|fine|problem|worries|all right|okay|ok|thank|thanks|no harm|grateful)",
)


def has_easy_no(view: View) -> bool:
    return any_in(EASY, view.message.everything) is not None


def check_easy_no(view: View) -> Judged:
    if not has_easy_no(view):
        yield should(
            "L-09", "Make it easy to say no, with words for it: a one-line “not now” is completely fine."
        )
