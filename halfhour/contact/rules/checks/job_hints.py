"""Words that come near a request for a job, and that only the writer can judge.

NOJOB, as a question. Source: a default of ours: an offer of oneself, a word of how one would fit, a way in. Whoever means
it otherwise is asked to look again, and nothing is held back.
"""

import re

from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.message import Span

_PLACE = r"(?:company|team|firm|business|staff|department|organi[sz]ation|plant|office|shop|crew|studio|practice|clinic|lab|school|hospital|workshop|agency|site|yard|kitchen|newsroom|ward)"
_ONESELF = patterns(
    r"(?:available|ready|free|willing|prepared|eager|able|happy|keen|open) (?:<W3>)(?:join\w*|immediate|serve|relocate|relocation|hire|be hired|be trained|train|start (?:work|immediately|soon|at any|any)|begin work|work (?:hard|nights|weekends|long|any|in any|for))\b",
    rf"\b(?:bring|brings|offer|have|possess|got)\b[^.?!]{{0,60}}\b(?:experience|skills?|background|degree|qualifications?|knowledge|talents?|languages)\b[^.?!]{{0,50}}\b(?:you|your {_PLACE}|the {_PLACE}|your)\b[^.?!]{{0,30}}\b(?:use|used|benefit|need|needs|help|value|valuable|useful|asset|fit|want|looking)\b",
    r"(?:could|would|can|will|might|may|please|kindly)\b[^.?!]{0,20}\b(?:get|bring|squeeze|fit|sneak|slot|smuggle|take) me (?:in|inside|into|aboard|on)\b(?! (?:touch|contact|on))",
    r"paid or (?:not|unpaid|otherwise)|(?:with|without) pay\b|(?:something|anything|jobs?|work|chores|odd jobs) (?:that )?i (?:could|can|might) (?:do|take on|help with) (?:for you|in (?:the|your)|at (?:the|your)|around)",
    r"(?:are|is|if) (?:you|your (?:<W1>)?\w+|they) (?:<W2>)?(?:short of|in need of|low on|looking for|desperate for|crying out for|wanting) (?!(?:time|breath|money|space|funds|words|answers|patience))(?:<W1>)?[a-z]+s\b",
    r"need (?:to )?(?:find|get|have|land) (?:<A>)(?:<W1>)?(?:job|work|position|internship|placement|apprenticeship)\b",
    r"(?:an|any|job|your|the) offers? (?:from|by|at|with) (?:you|your|the)\b|job offers?\b",
    r"take (?:<W2>)(?:students?|trainees?|interns?|apprentices?|graduates?|people|anyone|someone|beginners?|helpers?|me) on\b",
    r"(?:do|doing|take|accept|try|start with) (?:any|whatever) (?:<W1>)?(?:tasks?|jobs?|work|duties|chores)\b|(?:get|getting|be|being) started (?:with|at|in) (?:you|your)\b|i(?:'d| would| am|'m) (?:<W1>)?(?:willing|ready|prepared) to do\b",
    r"(?:needs?|wants?|looking for|could use|short of) (?:<A>)(?:<W1>)?(?:assistant|apprentice|helper|trainee|intern|junior|newcomer|beginner|worker|employee|someone) (?:<W1>)?(?:like me|about me|,? (?:please|tell|let)|who (?:can|will|is))",
    r"(?:tell|mention|speak to|talk to) (?:them|her|him|people|others|anyone) (?:<W2>)?about me\b",
    r"(?:fit|fitting|slot|settle) (?:<W1>)?(?:in|into|right in) (?:<W1>)?(?:on|in|at|with|to|into)? ?(?:your|the) (?:<W1>)?(?:team|company|firm|crew|staff|department|studio|office|place)",
    r"(?:put|send|throw|push|steer|pass|bring) (?:<W3>)?(?:my way|in my direction)\b|any work (?:you|that|at|for|going)",
    r"(?:offer|offering|lend|volunteer) (?:you )?(?:<W1>)?my (?:services|skills|help|labou?r|hands|talents|abilities|energy|assistance)\b",
    r"(?:chance|opportunity|time|invitation|invited|like|love|hope|want) (?:to|for) (?:an? )?interview (?:with|at|by) (?:you|your|the)\b(?! (?:for (?:my|the|our) (?:class|paper|school|course|project)))",
    r"(?:give|giving|gives) me (?:<W1>)?(?:one|another|a first|some|any) (?:<W1>)?(?:chance|opportunity|break|try|go|shot)\b",
    r"(?:your|an?) esteemed (?:company|organi[sz]ation|firm|institution|concern|establishment)",
    r"(?:get|getting|be|being|become) (?:hired|taken on|employed|recruited|shortlisted|selected|onboarded)\b",
    r"(?:arrange|provide|give|get|offer|grant|allow|fix|find|organi[sz]e) (?:for )?me (?:<W3>)(?:training|placement|trial|position|seat|post|vacancy|internship|project|assignment)\b",
    r"(?:hands?|shoulders?) (?:are|is) (?:<W1>)?(?:willing|ready|free|available)|short of (?:<W2>)(?:hands|people|staff|help)|short[- ]?handed|short[- ]?staffed|under-?staffed|mine are (?:willing|ready|free)",
    r"(?:next (?:steps?|stage|round)|hiring|selection|recruitment|interview|application|onboarding) process\b|the hiring\b",
    rf"(?:your|the) (?:<W2>)?{_PLACE} (?:<W3>)?(?:extra|additional|another|new|more|fresh) (?:<W1>)?(?:person|people|member|pair|hands?|staff|employee|colleague|recruit|face|blood|talent|worker)",
    rf"(?:join|joining|(?:part|member) of|on|in|into) your (?:<W1>)?(?:{_PLACE}) (?:someday|one day|some day|after|when i|once i|in the future|as an?|next (?:year|summer)|this (?:summer|year))",
    rf"(?:join|joining|(?:be|being|become|becoming) (?:<A>)(?:part|member) of) your (?:<W1>)?{_PLACE}\b",
    r"(?:prospects?|scope|use|future|chances?|hope) for (?:me\b|an? fresher|freshers|someone like me|people like me|a graduate like me)|\bfreshers?\b",
    r"(?:visa|permit) sponsor\w*|sponsor (?:<W2>)(?:visa|permit)|notice period|joining date|salary expectations?|expected (?:salary|ctc)|probation(?:ary)? period",
    r"(?:hard|fast|quick|diligent|dedicated|motivated|committed) (?:worker|learner|working)|hard-?working|team player|self-starter|go-getter|multi-?task\w*|proven track record|results-driven",
    r"(?:put|throw) (?:my|me) (?:name|hat)(?: <W2>)? (?:forward|in|into|down)|pass (?:on |along )?my (?:name|details|profile|number) (?:<W1>)?(?:along|on|to)",
    r"(?:career|growth|professional|exciting|new|better|other|good) (?:<W1>)?opportunit(?:y|ies) (?:<W2>)?(?:at|with|in|within|for me|you|your)\b",
    r"(?:grow|build a career|develop|advance|settle|make my career|see myself|future) (?:<W2>)?(?:with|at|in) your (?:<W1>)?(?:company|team|firm|organi[sz]ation|department|studio|hospital|school|practice)",
    r"(?:work|working) (?:for|under|alongside|with) (?:you|your (?:<W1>)?(?:company|team|firm|crew|studio|department|organi[sz]ation))(?= ?(?:[.!,;?]|$| one day| someday| some day| in the future))",
    r"i(?:'m| am) (?:<W1>)?(?:unemployed|jobless|out of work|between jobs|on the job market|in the job market|laid off)|(?:recently|just) (?:been )?(?:laid off|made redundant|let go)",
)
# Words of employment in a sentence about me and you.
_EMPLOYING = patterns(
    r"(?:employing|employ me|employable|hiring|hire|vacanc(?:y|ies)|(?:your|an|any) openings?|shifts? (?:for|with|at)|i'm applying|i am applying|applicants?|qualifications|qualified|taking me|want me|have me|"
    r"where i (?:could|can|might) (?:work|fit|be useful)|i (?:could|can|might) (?:<W1>)?work (?:for|at|with|there|here))(?![\w'])"
)
_ME, _YOU = re.compile(r"\b(?:i|i'm|i'd|i've|i'll|me|my)\b"), re.compile(r"\b(?:you|your|yours)\b")
_OF_OTHERS = re.compile(
    r"\b(?:how|what|why|when|who|whether|which) (?:\w+ ){0,3}(?:hir|employ|qualif|vacanc)|\b(?:college|school|university|course|degree|program\w*|scholarship)\b|\b(?:were|had|was|used to|last year|back then)\b"
)
# The story of others, or one's own past.
_TOLD = re.compile(
    r"\b(?:(?<!do )(?<!would )(?<!could )(?<!can )(?<!will )you|they|he|she|people|others|beginners|newcomers|friends?|father|mother|brother|sister|uncle|aunt|cousin|classmates?|until i|when i|before i|after i|i was|i used|one)\b[^.?!]{0,26}$"
)


def near_a_request(one: Span) -> tuple[int, int] | None:
    """Return the place of words that may be read as asking for work, or None."""
    for found in _ONESELF.finditer(one.low):
        if is_negated(one.low, found.start()) or is_negated(one.low, found.end()):
            continue
        told = _TOLD.search(one.low[max(0, found.start() - 40) : found.start()])
        if told and not re.search(r"\b(?:like|for|about) me\b", found[0]):
            continue
        return place(one, found)
    if _ME.search(one.low) and _YOU.search(one.low) and not _OF_OTHERS.search(one.low):
        for found in _EMPLOYING.finditer(one.low):
            if not (is_negated(one.low, found.start()) or is_negated(one.low, found.end())):
                return place(one, found)
    return None
