"""Whether a text presses its reader: a must, a last day for an answer, guilt, begging.

PRESSURE. Source: the list of what must not be in a first message. Words that can be innocent ("deadline", "you have to")
are asked about and hold nothing back; only what is plainly laid on the reader does.
"""

import re

from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.message import Span

_ANSWER = (
    r"(?:answer|reply|respond|response|get back to me|let me know|write back|call back|confirm|"
    r"hear (?:back )?from you|your (?:answer|reply|decision|response)|an answer|a reply|a response|a decision|revert)"
)
_BY_A_DAY = (
    r"(?:by|before|no later than|until|within|not later than|at the latest by|latest by) (?:<W2>)?(?:monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|tomorrow|tonight|noon|the end of|end of|close of|the \d|\d|next|this|24|48|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|midday|then|today|two days|a day|the weekend|eod|cob)"
)
_AT_ONCE = r"(?:immediately|right away|at once|without delay|promptly|straight away|at your earliest (?:convenience|opportunity)|this minute|today|asap|a\.s\.a\.p|as soon as (?:possible|you can)|urgently|without fail|at the earliest)"
_HELP = r"(?:help|answer|reply|respond|make time|find (?:the |some |a little )?time|see me|agree|talk to me|talk with me|speak to me|speak with me|meet me|meet with me|say yes|give me|let me|do this|assist|accept|support|guide me)"
_ME = r"(?:me|a student|students|us|young people|the next generation|a young person|a beginner|beginners|people like me|someone like me)"

PRESSES = patterns(
    r"i (?:really |absolutely |urgently |desperately )?must (?:<W1>)(?:speak|talk|meet|hear|get|have (?:your|an answer|a reply|your answer)|know|insist|ask you to|see you|receive)\b",
    r"i (?:really |absolutely |urgently |desperately )(?:need|have to) (?:<W1>)?(?:you|your|an answer|a reply|answers|your help|to (?:speak|talk|meet|hear|get an answer|see) (?:<W2>)?(?:you|with you|from you|this|soon|now|today|tomorrow))\b",
    r"i need (?:you to|your (?:answer|reply|help|response|decision)|an answer|a reply|a response|to (?:hear (?:back )?from you|know (?:<W2>)?(?:by|before|soon|now|today|whether you)|have (?:your|an) (?:answer|reply))|it by|this (?:by|for))",
    r"important (?:for me |to me )?that you (?:<W1>)?(?:answer|reply|respond|help|agree|say yes|talk|speak|meet|see me|give|call|write|find|make)\b",
    r"i (?:have to|must|need to|have got to|simply have to|just have to) (?:<W1>)?(?:meet|see|speak|talk|hear) (?:<W1>)?(?:to|with|from)? ?you\b[^.?!]{0,60}\b(?:no matter|at all costs?|whatever|before|by|soon|now|this week|today|tomorrow|or else)\b|no matter what\b|at all costs?\b",
    r"(?:answer|reply|respond|write back|tell me|get back to me)(?: to)?(?: me| this| back)?,? (?:quickly|soon|fast|right now|now|this time|as quickly|without fail|at once)\b",
    r"(?:already|twice|three times|several times|again and again|repeatedly)[^.?!]{0,40}(?:written|wrote|called|e-?mailed|tried|asked|phoned|messaged)?[^.?!]{0,30}\b(?:without|no|never|not) (?:<W2>)?(?:answer|reply|response|word|heard)\b[^.?!]{0,30}\b(?:please|so|you|now|this time)\b",
    r"(?:nobody|no one|none)(?: else)? (?:will|can|would|wants to|is willing to|has) (?:<W1>)?(?:help|talk|answer|see|time)[^.?!]{0,40}\b(?:so you|you (?:must|have|need)|except you|but you)|so you (?:have to|must|need to)(?=[.!]|$| help| answer| say)|you(?:'re| are) all i have",
    r"(?:would|will|could|is going to|'ll|'d) (?:<W1>)?(?:ruin|wreck|destroy|cost me|sink|spoil|end|finish) (?:<W1>)?(?:my|me|everything)\b",
    r"an? [\"']?no[\"']?(?: from you| answer)? (?:would|will|could) (?:<W1>)?(?:ruin|hurt|cost|end|break|crush|sink|destroy|be (?:an?|the) (?:<W1>)?(?:end|disaster|blow|catastrophe))\b|(?:write|complain|report|speak|go|turn) (?:<W2>)?to your (?:boss|manager|dean|supervisor|company|employer|board|director)\b|report you\b",
    r"i (?:really |must |do |hereby )?(?:require|demand|request) (?:<A>)(?:<W2>)(?:answer|reply|response|decision|confirmation) (?:<W2>)?(?:within|by|before|today|tomorrow|now|at once|this week|immediately)\b|i (?:really |must |do )?demand\b",
    r"(?:won't|will not|cannot|can't|shan't|do not|don't|refuse to|not going to) (?:accept|take|hear|tolerate|listen to) (?:<A>)(?:<W1>)?(?:refusal|rejection|excuses?|no for|denial)\b",
    r"(?:answer|reply|respond|response|let me know)[^.?!]{0,30} (?:by return|by return of post|first thing|the same day|by tonight|by then)\b",
    r"i(?:'ve| have)? (?:already )?(?:told|promised|assured) (?:<W3>)(?:everyone|everybody|teacher|boss|professor|class|parents|family|mother|father|wife|husband|friends|school|them) (?:that )?you (?:would|will|'d|'ll|are going)|embarrass me|(?:don't|do not) make me (?:beg|look|wait|ask|call|come)",
    r"(?:please|just|do) (?:just |do )?(?:say yes|hurry|agree to (?:see|meet|talk))\b|until you (?:see|meet|talk|speak|let|give|help|come)\b|(?:it )?(?:has|had|have) to be you\b|keep your (?:word|promise)\b|(?:make|find|any|your) excuses\b",
    r"(?:nobody|no one|no-one) else (?:to|that i can|i can|whom i can|i could) (?:ask|turn|go|talk|write)\b|if you (?:really |truly |only )?(?:cared|valued|had any|had a heart|were (?:really|serious|kind))\b",
    r"please,? please\b|pretty please|on my knees|for (?:pity|heaven|god|goodness)'?s? ?'?sake|have (?:<A>)?(?:mercy|pity|heart)\b|take pity",
    r"i need to (?:talk|speak|meet|see|hear) (?:<W2>)?you\b[^.?!]{0,40}\b(?:before|by|soon|today|tomorrow|now|this week|quickly)\b|(?:due|deadline|exam|hand in|submit)\b[^.?!]{0,40}\bso (?:please|i need|i must|i have to|could you|can you|you)\b",
    r"(?:will not|won't|not going to|shall not|never) (?:stop|rest|give up|quit|leave you (?:alone|in peace|be)|go away|let (?:it|this) (?:go|rest)) (?:<W2>)?(?:until|till|before|unless)\b",
    r"i (?:don't|do not|wouldn't|would not) know (?:what (?:i'll|i will|i would|i'd|else to|to) do|where (?:else )?to turn|who else)",
    rf"{_ANSWER}(?: to me)? (?:<W4>)?{_BY_A_DAY}",
    rf"(?:{_ANSWER}|(?:need|want|require) (?:<W3>)(?:answer|reply|help|decision|you|to hear))[^.?!]{{0,40}} {_AT_ONCE}\b",
    r"(?:reply|answer|respond|response|call|write|help|tell me|decide)(?: to me| me)? (?:urgently|urgent|asap|immediately|without delay|this minute|without fail)\b",
    r"(?:treat|consider|regard|mark|take) (?:this|my|it) (?:<W3>)?(?:as )?(?:<W1>)?(?:urgent|a priority|priority|top priority|high priority)",
    r"(?:give|make|put) (?:this|it|me|my [\w-]+) (?:<W2>)?(?:top |first |high |highest |utmost |immediate )?(?:priority|attention first|at the top of your)|(?:time is running out|running out of time)",
    r"(?:this is|you are|you're|it is|it's) my (?:<W1>)?(?:last|final|only) (?:chance|hope|resort|option|opportunity|attempt)|(?:final|last) (?:reminder|notice|warning)\b",
    r"(?:don't|do not|please don't|you can't|you cannot|never) (?:<W1>)?(?:let me down|ignore (?:me|this|my)|say no|disappoint (?:me|us|a)|refuse\b|turn me away|turn me down|leave me (?:waiting|hanging|without))",
    r"(?:(?:won't|will not|cannot|can't|not going to|refuse to) (?:take|accept) (?:<A>)?[\"']?no\b|not (?:take|accept)(?:ing)? [\"']?no[\"']?)",
    r"(?:keep|continue|carry on|go on) (?:on )?(?:calling|writing|trying|emailing|e-mailing|phoning|messaging|ringing|asking|coming|knocking)(?: you| back| by)? (?:until|till|again and|every|as often|as long)\b|until you (?:answer|reply|respond|agree|say yes|give in)",
    r"(?:surely|certainly|of course) (?:<W1>)?(?:you|anyone|someone|a person) (?:<W3>)?(?:can|could|will|would|must|have|has|is able to) (?:<W1>)?(?:spare|find|make|manage|afford|time|twenty|20|a few|half)",
    r"(?:i know|i'm sure|i am sure) (?:that )?you (?:<W1>)(?:can|could|will|would) (?:<W1>)?(?:find|make|manage to find|do this) (?:<W2>)?(?:time|minutes|it|for me)\b",
    r"(?:least you (?:can|could) do (?:is|would be|for)|you owe|owe (?:me|it to)|it is your duty|your duty to|your obligation to|counting on you|relying on you|count on you|rely on you|banking on you)",
    rf"you (?:have to|must|ought to|need to|'ve got to|have got to|should|really should|simply have to|are obliged to|are supposed to|are meant to) (?:<W1>){_HELP}\b(?! (?:people|patients|clients|customers|others|them|children|him|her)\b)",
    rf"(?:people|someone|anyone|a person|professionals|those|adults) (?:in your position|like you|of your (?:standing|rank|success)|who made it)[^.?!]{{0,30}} (?:should|ought to|must|have a duty|owe|need to|have to|has to|are expected to)[^.?!]{{0,30}} (?:{_ME}|{_HELP}|time|something back)",
    rf"(?:have|has|feel|feels) (?:<A>)(?:<W1>)(?:duty|responsibility|obligation|moral duty) (?:to|towards?) (?:<W1>)(?:help|{_ME})\b",
    r"(?:everything|it all|all of (?:this|it)|so much|a lot|my (?!decision|choice|answer|schedule|day|week)\w+|the whole \w+) (?:really |now |also )?depends on (?:you(?:r (?:answer|help|reply|decision|agreeing|saying yes))?)(?=[.!,;]|$| (?:and|now|agreeing|saying))",
    r"(?:disappointed|disappoint\w+|hurt|upset|devastated|heartbroken|let down|crushed|heart-broken|gutted|shattered) (?!with myself|in myself)(?:<W3>)(?:if you|unless|should you|not to (?:hear|get|be)|if (?:this|it|i (?:don't|do not|didn't|can't|cannot|could not|couldn't|never)))\b",
    r"(?:(?:a|an) (?:<W2>)?(?:disappointment|blow|pity|shame|loss|disaster|tragedy)) (?:<W3>)?(?:if you|unless you|should you (?:say|refuse|decline|turn))",
    r"(?:won't|will not|not|don't) (?:just |simply )?(?:ignore|overlook|forget about|abandon) (?:me|this message|my (?:message|letter|e-?mail|request))|(?:shame|pity|sad|disappointing|disappointment) (?:<W1>)?(?:if|that|to think) (?:<W1>)?you (?:<W1>)?(?:can|could|did|do|would|will|refus|say|said|ignor|turn|have no|don't|are|were)|how little time (?:it|this) (?:would )?takes?",
    r"i (?:trust|expect|am confident|count on it) (?:that )?you(?:'ll| will| can| won't)\b|(?:please |do |just )(?:make|find) (?:the |some )?time (?:for me|to (?:see|talk|meet))|can(?:'t|not) wait (?:any|much) longer",
    r"(?:break|breaks|broke) my heart (?:if|to (?:hear|be))|you (?:do not|don't|wouldn't|would not|surely don't) (?:<W2>)?(?:want|like|wish) to (?:let|disappoint|turn away|be the one|be remembered|be known)",
    r"(?:assume|conclude|know|think|take it|tell (?:everyone|people|others)|show|shows|mean|means|prove|proves) (?:<W2>)?(?:that )?you (?:don't|do not|couldn't|didn't|just don't|simply don't|never) (?:care|want to help|bother|think (?:i|much)|like (?:students|young))",
    r"(?:hate|sorry|ashamed|sad|embarrassing|awkward|loath) to (?:<W2>)?(?:tell|report to|write to|inform|explain to|go back to) [^.?!]{2,30} (?:that )?you (?:refused|turned|said no|didn't|did not|wouldn't|would not|had no|declined|couldn't|ignored)",
    r"let (?:an?|the|this|us|any) (?:<W2>)?(?:student|person|people|man|woman|generation|kid|child|boy|girl|beginner|veteran) down",
    r"my (?!(?:choice|decision|answer|schedule|day|view|opinion|week|timing)\b)(?:[\w-]+ ){0,2}(?:[\w-]+) (?:depends?|hinges?|rests?|hangs?|rides?|is riding|relies) on (?:it|this|that|you|your|our|hearing|getting|talking|speaking)\b",
    r"(?:do|did) the (?:right|decent|kind|honou?rable) thing(?: and| by me|\.|!|$)|failure to (?:respond|reply|answer)|(?:must|will) (?:be answered|have an answer)|(?:no|without) (?:an )?(?:answer|reply|response)[^.?!]{0,20} (?:i will|i'll|i would|would mean|means) (?:<W1>)?(?:take|think|assume|be|have|keep|come|write again and)",
    r"(?:it is|it's) (?:<W1>)?(?:essential|vital|crucial|imperative|critical|urgent|necessary) (?:for me |to me )?(?:that )?(?:you (?:<W1>)?(?:answer|reply|respond|help|agree|say|talk|speak|meet|see|give|call|write|find|make)|i (?:speak|talk|hear|get|know)|we (?:speak|talk|meet)|to (?:speak|talk|hear from|get an answer))\b|i (?:really |do |would )?(?:must |have to )?insist\b|i (?:have to|must|need to) know (?:<W2>)?(?:by|before|soon|now|today|tomorrow)",
    r"(?:you're|you are) (?:<W1>)?the (?:last|only) (?:person|one) (?:<W2>)?(?:i can|who can|left|that can|to turn)|(?:can't|cannot|don't|do not|fail to) (?:see|understand|imagine) (?:why|how) (?:you|anyone|anybody) (?:would|could|should|might) (?:<W1>)?(?:refuse|say no|turn|not|object|decline)|(?:without|if not for) (?:you|your (?:<W1>)?(?:help|answer|reply|support)),? (?:<W2>)?(?:i (?:will|would|can't|cannot|won't|shall|am|have)|i'll|i'd|my)\b",
    r"i (?:fully |do |will |shall |really |would )?expect (?:to (?:hear|speak|talk|meet|receive|get|be (?:answered|seen|called))|an? (?:<W1>)?(?:answer|reply|response|call|yes)|your (?:answer|reply|call|help|response)|you to\b|nothing less)",
    r"(?:i|think i|feel i|believe i|surely i) (?:<W1>)?deserve (?:<W1>)?(?:an? (?:answer|reply|chance|response|hearing)|some of your|your|at least|better|to (?:hear|be))",
    r"you(?:'d| would| will|'ll| should| ought to)? (?:<W1>)?(?:feel|be) (?:guilty|bad|ashamed|sorry) (?:<W2>)(?:if|for|about)|(?:selfish|unkind|rude|cruel|heartless|mean) (?:of you|not to (?:answer|help|reply)|to (?:refuse|say no|ignore|turn))",
    r"(?:my (?:whole |entire )?(?:future|career|life|grade|happiness) (?:depends|is riding|rests|hangs|is in your)|(?:only|last|one) hope (?:is you|left)|my (?:only|last) hope|beg(?:ging)? (?:you|of you)|i beg\b(?! (?:your pardon|to differ|leave))|i implore|i plead|pleading with you)",
    r"(?:everyone else|everybody else|all (?:of )?(?:the|your) (?:others|colleagues)|the others|others have|your colleagues|nobody else|no one else)[^.?!]{0,40} (?:agreed|said yes|already (?:said|agreed|answered|helped|replied|made)|found time|made time|been kind enough|refused|turned me|said no|ignored)\b",
    r"too (?:important|busy|proud|grand|high and mighty|senior|good) (?:to|for) (?:answer|reply|help|care|talk to|me\b|students?|people like|a student|someone like)|(?:hate|sorry|sad|shame) to think (?:that )?you (?:would|might|could|don't|do not|were)|what would it say about",
    r"you must have (?!little|no |so |not |many|more|less|seen|had|been|felt|known|heard|met|learn|made|found|taken|spent)(?:<W2>)(?:minutes|half an hour|ten minutes|a moment|time for)",
    r"(?:or i|otherwise i|else i)(?:'ll| will| would|'d)? (?:<W1>)(?:fail|not graduate|be in trouble|lose my|have to repeat)|i(?:'ll| will| shall|'m going to| am going to) (?:<W1>)?fail (?:the|my|this) (?:class|course|module|exam|year)|(?:you(?:'re| are) my (?:only|last))",
    r"(?:third|fourth|fifth|second) time (?:that )?i(?:'m| am| have|'ve|'ve had to| have had to) (?:<W1>)(?:writ|call|ask|try|tri|e-?mail|contact|phon|had to)|why (?:haven't|have you not|didn't|won't) you (?:answer|repl|respon|written|got)|still (?:haven't|have not) (?:answered|replied|heard (?:back|from you))",
)

MAY_PRESS = patterns(
    r"(?:give|giving|pay|paying) (?:something |anything |it |a little )?(?:back|forward)\b|i need (?:to have )?(?:this|it) (?:<W2>)?(?:by|before|for) (?:<W1>)?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|next|the|class)|little time left\b",
    r"(?:unfair|unkind|wrong|selfish|cruel|heartless|shameful|petty|small|mean|cold) of you\b|(?:any|a|every|some) (?:<W1>)?(?:decent|kind|good|caring|generous|reasonable|real) (?:person|man|woman|professional|human|soul|colleague|alum\w*|citizen|teacher|leader)? ?(?:<W1>)?(?:would|should|could|will|ought)\b|any(?:one|body) (?:decent|kind|good|with a heart|who cares)",
    r"(?:fail|flunk|expel\w*|repeat|lose|drop out|not graduate|not pass|be thrown|be stuck|be finished|be lost)\b[^.?!]{0,40}\b(?:if|unless|without)\b[^.?!]{0,30}\b(?:you|your|this (?:talk|call|meeting|interview)|an answer|an interview)\b",
    r"(?:if|unless|without)\b[^.?!]{0,30}\b(?:you|your (?:help|answer)|this (?:talk|call|meeting|interview))\b[^.?!]{0,30}\bi(?:'ll| will| shall|'m going to| am going to| would|'d)? (?:<W1>)?(?:fail|flunk|lose|drop out|not graduate|not pass|be stuck|be finished|be lost|have to repeat)\b",
    r"i (?:can't|cannot|can not|won't be able to|couldn't|am unable to|am not able to) (?:<W1>)?(?:go on|finish|continue|graduate|pass|sleep|move on|start|complete|decide|choose|rest|apply) (?:<W4>)(?:until|unless|without|before) (?:<W4>)(?:you|your|this talk|our talk)\b",
    r"if you (?:<W1>)?(?:don't|do not|refuse|ignore|decline|won't|will not|fail to|can't|cannot|turn)\b(?! (?:mind|know|have|like|want|use|do|drink|live|work))(?=[^.?!]{3,60},? (?:then )?(?:i|my|we|it|that|this|everyone|people)\b)(?![^.?!]{0,140}\b(?:understand|fine|okay|ok|right|problem|worr\w+|just|simply|please|tell|say|know|no|not|thank\w*|need|do|enough|free|call|phone|ring|write|try|ask|glad|grateful|happy|welcome|mean|harm|bother|come|leave|manage|offen[cs]e|minutes?|another|instead)\b)",
    r"(?:as soon as possible|asap|a\.s\.a\.p|urgent(?:ly)?|my (?:<W1>)deadline|deadline is|final chance|last chance|desperate(?:ly)?|top priority|time is short)\b",
    rf"(?:decide|meet|see you|see me|talk to you|call|speak)[^.?!]{{0,20}} (?:{_AT_ONCE})\b",
    r"(?:wait\w*|hang\w*) (?:<W2>)?(?:for|on) your (?:answer|reply|response|message|decision)|like (?:everyone|everybody|all the|the) (?:else|others?|rest) (?:<W1>)?(?:did|has|have|does|who|that|never)\b|(?:not (?:<W1>)?(?:be )?like (?:everyone|everybody|all the|the) (?:else|others?|rest)|(?:others|people|they) (?:<W2>)?never (?:answered|replied|wrote back|responded))\b|remember (?:when|that) you (?:were|too)|you (?:were|too were) (?:once|too) (?:a student|young|in my|starting|where i|new)",
    r"(?:it|that|this) would (?:<W2>)?(?:ruin|hurt|kill|crush|devastate|destroy|disappoint|sadden|upset) (?:me|my)|i(?:'d| would) (?:<W2>)?(?:cry|never forgive|be lost|not know what to do|be in a (?:bad|tight) spot)",
    r"you (?:have to|must|ought to|need to|'ve got to|should (?:really )?) (?:<W2>)(?:for me|understand that i|see that i|promise me|trust me|realise that i|realize that i|be the one)\b",
    r"(?:i'd|i would|i'll|i will|i) (?:have to |must |can only |shall )?(?:assume|conclude|take it) (?:<W1>)?(?:that )?you (?:don't|do not|couldn't|didn't|aren't|are not|have no)",
    r"(?:students|young people|someone like me|beginners|people like me|the next generation|nobody|no one)[^.?!]{0,40} (?:need|needs|deserve|deserves|rely on|count on) (?:people like you|you\b|your (?:help|support|time))",
    r"(?:only|just|merely) (?:<NUM>) (?:<W2>)?minutes?[^.?!]{0,30} (?:hardly|surely|not (?:too )?much|how can|can't be|cannot be|nothing)|(?:not|n't|hardly|is it) (?:<W1>)?(?:too much|a lot|much) to ask\b",
    r"(?:hoping|hope|pray\w*|praying) (?:<W1>)(?:that )?you (?:won't|will not|don't|do not|would not|wouldn't) (?:<W1>)(?:refuse|disappoint|say no|turn me|let me|ignore|reject|deny)",
    r"(?:please|kindly) (?:<W2>)?(?:make it happen|make an exception|find a way|don't make me|do the needful|oblige)\b|(?:whatever|anything) it takes",
    r"(?:reply|answer|response|respond|help|time)\b[^.?!]{0,25}\b(?:is|are) (?:<W1>)?(?:expected|required|mandatory|necessary|needed|compulsory|awaited)\b",
)
_FINE = re.compile(
    r"\bno (?:rush|pressure|hurry|deadline|need)|\bnot urgent|\bnothing urgent|\bisn't urgent|i must (?:admit|confess|say)|"
    r"(?:graduat\w+|started|decided|left|hired) immediately|immediately (?:made|wanted|thought|knew|after|recogni[sz]ed|drew|felt)|"
    r"(?:what|how|when|that|if|since|because|as|know|where|everything|anything|things?|imagine|whether|than|which|sure) (?:\w+ )?you (?:have to|must|need to|ought to|should)|"
    r"things? you (?:must|have to)|you must (?:be|get|hear|know how|see)\b"
)
# "I will let you know by Friday", "I have to decide by May": the writer's own day, not the reader's.
_MY_OWN = re.compile(
    r"\b(?:i|i'll|i'd|me|my \w+) (?:will |shall |can |could |must |have to |need to |want to |hope to |would like to |am to |'d like to )?(?:\w+ )?$"
)
_A_DEED = re.compile(r"(?:answer|reply|respond|confirm|decide|meet|call|speak)\b")
_I_NEED_IT = re.compile(
    r"\b(?:i need|i must|i have to have|need to hear|i expect|expect to|like to|want to|hope to) (?:\w+ ){0,3}$"
)


def check_pressure(view: View) -> Judged:
    """PRESSURE over the whole text: a "must" where it is plain, a "should" where it may be meant kindly."""
    for one in view.message.everything:
        plainly = _first(PRESSES, one)
        perhaps = None if plainly else _first(MAY_PRESS, one)
        at = plainly or perhaps
        if not at:
            continue
        words = one.text[at[0] - one.start : at[1] - one.start]
        if plainly:
            yield must("PRESSURE", f"This presses the reader: “{words}”.", at)
        else:
            yield should("PRESSURE", f"This may press the reader: “{words}”.", at)


def _first(pattern: re.Pattern[str], one: Span) -> tuple[int, int] | None:
    for found in pattern.finditer(one.low):
        around = one.low[max(0, found.start() - 16) : found.end() + 24]
        before = one.low[max(0, found.start() - 40) : found.start()]
        mine = _A_DEED.match(found[0]) and _MY_OWN.search(before) and not _I_NEED_IT.search(before)
        if mine or is_negated(one.low, found.start()) or _FINE.search(around):
            continue
        return place(one, found)
    return None
