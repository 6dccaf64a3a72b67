"""Whether a text asks for a job, an internship, or a way to someone who hires.

NOJOB. Source: Informational Interviewing Part 1, "Making Contact": you want information, not a job; O'Brien Center: it is
not about getting a job. Known ways of asking come first; then any sentence in which a word about jobs meets a word of
asking and a word about the reader.
"""

import re

from halfhour.contact.rules.checks.job_hints import near_a_request
from halfhour.contact.rules.checks.not_a_job import STATED
from halfhour.contact.rules.checks.phrases import is_negated, patterns, place
from halfhour.contact.rules.checks.view import Judged, View, must, should
from halfhour.contact.rules.message import Span

_YOURS = r"(?:you|your|the team|[\w' -]{0,20}(?:team|company|firm|studio|lab|department|organi[sz]ation|practice|agency|staff|crew|clinic|school|office))\b"
_ROLE = r"(?:jobs?|positions?|openings?|vacanc(?:y|ies)|internships?|placements?|apprenticeships?|traineeships?|roles?|opportunit(?:y|ies)|work experience|employment)\b"
ASKED = patterns(
    rf"(?:hear|know|aware|learn|think|heard|come across|find out|notified|told|informed|tell me|let me know|alert me|"
    rf"hears?|knows?) (?:<W1>)(?:of|about|if|when|whether) (?:<W6>){_ROLE}(?! (?:is|was|are|like|really|involves?|in this field|change))",
    rf"(?:is|are|if|were|might|may|could|should) (?:there|you|it|your company|your team|your firm|they) (?:<W1>)(?:be |have |had |has |offer |offers |got )?(?:<W1>)?"
    rf"(?:any|an|a|some|suitable|open|current|available|upcoming|junior|summer)+ (?:<W3>){_ROLE}",
    rf"(?:do|does|would|might|if|whether) (?:you|your (?:company|team|firm|studio|department|organi[sz]ation|office|lab)) (?:<W2>)(?:have|has|offer|offers|run|take|takes) "
    rf"(?:<W3>)(?:{_ROLE}|interns\b|on (?:interns|trainees|juniors|apprentices|graduates))",
    r"(?:keep|bear|have|hold|keeping) me in mind",
    r"(?:keep|hold|put) (?:my|me) (?:<W3>)(?:on|in) (?:<W1>)(?:file|files|list|database|talent pool)",
    r"keep (?:an? )?(?:eye|ear)s? (?:out |open )?(?:<W1>)?for me",
    r"keep your (?:eyes|ears) open",
    r"(?:consider|considering) me\b(?! (?:a |as )?(?:friend|pest|fool))",
    r"(?:consider|considering|review|accept|submit|submitting|forward|find) (?:<W1>)my (?:application|candidacy|qualifications)",
    r"(?:think of|remember) me (?:<W1>)(?:when|if|for|next|should|the next)",
    r"(?:are|is|if|whether|were|be|when) (?:you|your (?:company|team|firm|studio|department|organi[sz]ation|office|lab|practice|clinic)|they|[\w']+) "
    r"(?:<W3>)(?:hiring|recruiting|taking on|looking for (?:<W2>)(?:staff|people|help|interns?|someone|juniors?|assistants?|talent|candidates))",
    rf"(?:<ID>|would|i) <ADV>(?:love|like|want|hope|wish|be (?:happy|thrilled|glad|honou?red|keen|eager|delighted|excited)|jump at the chance) "
    rf"(?:<W1>)to <ADV>(?:join|work (?:for|with|at|alongside|under|in)|be (?:a )?part of|become (?:a )?part of|intern (?:at|with|for|in)|contribute to|be on|start (?:at|with)) (?:<W2>)?{_YOURS}",
    rf"(?:interested|interest|dream\w*|keen|hop\w+|eager\w*|excited|passionate|love the (?:idea|thought|chance)|like the (?:idea|chance)|chance|opportunity|possibility|prospects?|aim\w*|goal|ambition|wish\w*|desire) "
    rf"(?:is |would be )?(?:<W1>)?(?:of|in|to|about|on|for) (?:<W1>)?(?:join(?:ing)?|work(?:ing)? (?:for|with|at|alongside|under|in)|be(?:ing)? (?:a )?part of|becom(?:e|ing) (?:a )?part of|intern(?:ing)? (?:at|with|for|in)|contribut(?:e|ing) to) (?:<W2>)?{_YOURS}",
    rf"(?:(?:like|want|wish|write|writing|hope|hoping|love|intend|interested in|going|plan\w*|decided) <ADV>(?:to )?apply(?:ing)?|<IM> <ADV>applying|i <ADV>apply|how (?:do|can|could|might|should|would) i <ADV>apply|(?:my|an|this) application) "
    rf"(?:for|to) (?:<W4>)(?:{_ROLE}|{_YOURS})",
    r"(?:looking|searching|hunting|hoping|seeking|search|in need|market|on the lookout|eye out) (?:for |of |to (?:find|get|land|secure|obtain) )?(?:<W4>)(?:jobs?|positions?|openings?|vacanc(?:y|ies)|internships?|placements?|apprenticeships?|traineeships?|work experience|employment|full-time work|part-time work|paid work|freelance work|next role|new role|summer work|first role|entry-level role|junior role)\b(?! (?:that|which|was|is) )",
    r"(?:looking|searching|hunting) for work\b(?! (?:that|which|where|i))",
    r"(?:refer|recommend|introduce|connect|pass|forward|put|send|hand|point|direct|steer|get) (?:me|my [\w' ]{1,25}|it|this) (?:<W4>)"
    r"(?:to|with|at|by|in front of|for) (?:<W4>)(?:recruit\w*|hr\b|human resources|hiring|talent (?:team|acquisition|people)|personnel|whoever hires|decision[- ]makers?)",
    r"(?:recruiter|hiring manager|recruiting team|hiring team|hr (?:department|team|manager|contact))(?:'s|s')? (?:<W1>)(?:contact|name|details|e-?mail|address|number)",
    r"(?:job|internship|employment|placement|work[- ]experience|career|hiring|summer|graduate|entry[- ]level|trainee) (?:<W1>)(?:possibilit\w+|openings?|vacanc\w+|leads?\b|options|opportunit\w+)(?! (?:in (?:the|this|your) field|change|look|exist))",
    r"(?:job|internship|placement|vacanc\w+|openings?|positions?|opportunit\w+|roles?) (?:available|open|coming up|going|opening|for me|for someone like me|that (?:might|may|could|would) (?:suit|fit)|at your|with your|in your (?:team|company|firm|studio|department|lab|organi[sz]ation|office|practice|clinic)|on your team)\b",
    r"(?:hire|employ|offer|interview) me\b(?! (?:<W2>)(?:a few|advice|your|some|the chance|an insight|insight|guidance|ten|twenty|fifteen|any advice))",
    rf"(?:give|offer|find|get|land|secure|earn|win) me (?:<W3>)(?:{_ROLE}|a (?:shot|trial|chance to (?:prove|work|show)))",
    r"(?:take|bring) me on\b",
    r"(?:foot|toe) in the door",
    rf"help (?:me )?(?:<W1>)(?:to )?(?:find|get|land|secure|obtain|win|getting|finding|landing|into) (?:<W4>)(?:{_ROLE}|work\b|hired)",
    rf"(?:how|ways?|like|want|hope|hoping|chance|able|love|looking|keen) (?:<W2>)(?:to |of |i (?:might|could|can|may|would) )?(?:get|getting|secure|securing|obtain|obtaining|land|landing|find|finding|earn|win) (?:<A>)(?:<W3>)(?:{_ROLE}|hired) (?:at|with|in|on|by|from) (?:<W1>)?{_YOURS}",
    r"(?:ideal|perfect|strong|great|good|right|best|excellent|promising|suitable) (?:candidate|addition to|asset|match for your|fit (?:for|on|in|at|with) (?:your|the team|this (?:role|position)))",
    r"(?:an|a real|valuable|great) asset to",
    r"(?:available|able|ready|free|eager) (?:<W1>)(?:to (?:start|begin) (?:work|immediately|in|on|from|straight|right|at once|as)|for (?:work|hire|employment|an? (?:<W2>)(?:internship|position|interview|role|job)))",
    r"(?:my (?:<W2>)(?:skills|qualifications|experience|background|strengths)) (?:<W2>)(?:match|fit|suit|would be (?:useful|valuable|an asset|of value)|make me|could (?:benefit|contribute|help) your|qualif\w+)",
    r"(?:i (?:<W2>)(?:can|could|would|will|might) (?:<W1>)(?:contribute|add (?:<W1>)value|bring (?:<W3>)) (?:<W2>)to (?:your|the (?:team|company)))",
    r"what i (?:can|could|would) (?:offer|bring to|do for|contribute to) (?:your|the)",
    r"(?:open to|actively seeking|actively looking|open for) (?:<W3>)(?:opportunit\w+|work|roles|offers|positions)",
    r"(?:job|any|hiring|work) leads\b",
    r"(?:possibility|prospects?|chance|chances|availability) of (?:<W4>)(?:jobs?|internships?|positions?|employment|openings?|placements?|apprenticeships?|being hired|getting hired|a role|work experience)\b",
    r"(?:future|current|upcoming|suitable|possible|potential|relevant|junior|open|available|summer|paid|entry-level|similar) (?:<W2>)(?:openings?|positions?|vacanc\w+|internships?|employment|placements?|jobs?|roles?|opportunit\w+) (?:<W2>)(?:at|with|in|on|within) (?:your|the (?:team|company|firm)|[A-Z])",
    r"(?:if|when|should|in case|whenever) (?:<W4>)(?:(?:opening|position|job|role|vacancy|spot|internship|placement|opportunity)s? (?:<W2>)?(?:opens?|comes?|becomes?|arises?|appears?|pops?|turns?)|(?:something|anything) (?:<W2>)?(?:opens? up|becomes? (?:free|available|vacant|open)|frees? up|(?:suitable|relevant|interesting|fitting|right|along these lines) (?:comes?|turns?|pops?|crops?) up|(?:comes?|turns?|pops?|crops?) up (?:at|in|with|on|for me|that (?:would|might|could|suits?|fits?))))",
    r"(?:put in|say) a (?:good|kind|nice) word",
    r"(?:you|please|kindly|someone|anyone) (?:<W3>)vouch for me|recommend me\b|be (?:my|a) reference|act as (?:my|a) reference|refer me\b",
    r"job interview with|an interview (?:for|with) (?:<W2>)(?:the|your|a) (?:<W2>)(?:position|role|team|job|company)",
    r"(?:shadow|intern|volunteer|work) (?:for|with|at|under) (?:you|your (?:team|company|firm|studio|lab|department|practice|clinic|office))(?: (?:this|next|for|over|during|in the) |\?|$)",
)

_HARD = re.compile(
    r"(?<![\w'-])(?:openings?|vacanc(?:y|ies)|internships?|interns?|interning|placements?|apprenticeships?|traineeships?|trainees?|work[- ]experience|recruiters?|"
    r"hiring|hires?|hired|hr|human resources|talent (?:team|acquisition)|graduate scheme|open positions?|job (?:leads?|openings?|opportunit\w+|vacanc\w+|offers?)|employment|candida\w+|recruit\w*|"
    r"co-op(?: place\w*| term| position)|summer jobs?|part-time (?:jobs?|work)|paid work)(?![\w'-])"
)
_ASKING = re.compile(
    r"\?|\b(?:(?:could|would|can|will|do|does|are|is|might|may) (?:you|your|there|the|it|i)|any|if (?:you|there|your|something|anything)|hope|hoping|(?:would|'d) (?:\w+ )?(?:like|love|welcome|appreciate|be|jump)|let me know|please|kindly|"
    r"interested|curious (?:whether|if|about)|looking|seeking|possib\w+|chances?|maybe|perhaps|want|wish|goal|aim|available|tips|connect|who does|consider|should you|in case|ever need|welcome|apply|keen|eager|lead to|turn into|whether|dream\w*|tell me about|inquir\w+|enquir\w+)(?![\w-])"
)
_READER = re.compile(
    r"\b(?:you|your|yours|there|her|his|their|the (?:firm|company|yard|shop|studio|team|office|department|clinic|lab|school|organi[sz]ation|practice|agency|museum|crew|group|business))\b"
)
# Roundabout ways: an offer of oneself, a hope that the talk leads on, a question about how one gets in at their place.
_ROUNDABOUT = patterns(
    r"(?:consider|want|use|need|take|try|employ|benefit from|interest in|room for|looking for) (?:<W1>)?(?:having me|someone with my|somebody with my|a person with my|someone like me|my (?:<W1>)?(?:skills|services|help|background|experience|profile))\b",
    r"(?:start|begin|continue|launch|build|make|further) my (?:<W1>)?career (?:with|at|in) (?:you|your|<A>(?:company|firm|team|studio))",
    r"open (?:a|the|some|any|up a) doors? (?:<W1>)?(?:at|with|in|to|for me)|doors? (?:<W1>)?(?:open|opens) (?:at|with|for me)",
    r"(?:are|is) (?:you|your [\w' -]{2,30}?) (?:<W1>)?looking for (?:<W1>)?(?:anyone|anybody|someone|somebody|people|help|staff|interns?|juniors?)",
    r"my (?:<W2>)?(?:skills|background|experience|qualifications|languages|training) (?:<W4>)?(?:useful|of use|of value|valuable|an asset|welcome|benefit|help) (?:<W1>)?(?:to|for|in|at)? ?(?:you|your|the (?:team|company|firm))\b",
    r"i (?:<W2>)?need (?:<A>)(?:<W1>)?(?:jobs?|work|position|income|internship|placement|apprenticeship)\b(?! (?:out|through|on))",
    r"(?:<IM>|<IVE> been|i) <ADV>(?:actively |also )?(?:job[- ]?hunt\w*|job[- ]?search\w*|job[- ]?seek\w*|on the (?:job market|job hunt|lookout for work)|between jobs and|out of work|unemployed and)",
    r"(?:introduc\w+|connect\w*|contacts?|leads?|names?|put me in touch|point me|direct me|refer\w*|recommend\w*) (?:<W3>)(?:to|with|towards?|at|of|for) (?:<W2>)(?:employers?|compan(?:y|ies)|firms?|recruiters?|people|places|someone|anyone|studios?|agenc(?:y|ies)|organi[sz]ations?) (?:<W1>)?(?:who|that|which)? ?(?:are|is|might be|may be|could be)? ?(?:hir\w+|recruit\w+|taking (?:people|someone|on)|looking for)",
    r"(?:introductions?|leads?|referrals?) to (?:<W2>)(?:employers?|recruiters?|hiring)",
    r"(?:how|where|when|to whom|whom) (?:<W1>)?(?:i|to|do i|can i|could i|should i|might i|one) (?:<W2>)(?:apply|send (?:an|my) application|submit)(?! to (?:school|college|university|a course|programs?|programmes?|(?:<W2>)(?:school|college|programs?|programmes?|courses?|universit\w+)))",
    r"(?:send|submit|address|make|put in|file|forward|direct|start) (?:an|my|this|the) (?:<W1>)application",
    r"(?:be|being|been) considered\b(?: for| as|[.!?]|$| by you)",
    r"(?:available|free|ready|open) (?:<W1>)for (?:<W2>)(?:work|employment|shifts|an? start|projects|hire|assignments|duties)\b",
    r"(?:take|takes|taking|took) on (?:<W2>)(?:juniors?|students?|trainees?|people|staff|apprentices?|interns?|graduates?|beginners?|newcomers?|new (?:people|hands|staff)|anyone|someone|volunteers?|help|me)\b",
    r"(?:you|your [\w' -]{2,30}?|your) (?:<W2>)(?:need|needs|needed|require|requires|want|could use|be short of|are short of|is short of|lack) (?:<W2>)(?:assistants?|help|hands|staff|people|interns?|juniors?|someone|somebody|workers?|volunteers?|extra|another|support)\b(?! (?:of|from) (?:others|experts))",
    r"i(?:'d| would| could| can)? (?:gladly|happily|willingly|readily|be happy to|be glad to|love to|be delighted to) (?:step in|help out|fill in|lend a hand|pitch in|start (?:in|on|at|from|with)|volunteer (?:at|in|for|with) (?:your|you)|intern)",
    r"something (?:<W1>)?(?:permanent|lasting|regular|longer[- ]term|long[- ]term|steady|paid|official|full-time|part-time)",
    r"(?:lead|leads|led|leading|turn|turns|turned|grow|develop|become|result) (?:<W1>)?(?:to|into|in) (?:<A>)(?:something|more than|an? (?:<W1>)(?:opportunity|opening|offer|place|career (?:at|with)|future (?:at|with)))",
    r"(?:work|working|job|career|place|being|future) (?:at|for|with|in|on) (?:<W3>)(?:is|has (?:always |long )?been|would be|was) (?:<W1>)?(?:my|a) (?:<W1>)?(?:dream|goal|ambition|wish|aim|hope)",
    r"(?:my|a) (?:<W1>)?(?:dream|goal|ambition|aim|wish|hope|plan) (?:is|has (?:always |long )?been|would be|was) to (?:<W1>)?(?:work|be|get|land|find)(?:<W1>)? (?:for|with|at|on|in) (?:you|your|<W1>(?:team|company|firm|studio|staff))",
    r"(?:work|place|room|space|something|anything|a spot|use|opening|opportunity) (?:<W2>)?for (?:me|someone like me|someone of my|a person like me) (?:<W1>)?(?:in|at|with|on|among|there)\b",
    r"(?:i|who) (?:can|could|would|might|will|have to|am able to) (?:<W1>)?(?:offer|bring|contribute|give|add) (?:<W1>)?(?:to )?(?:you|your|the (?:team|company|firm|studio))\b(?! (?:nothing|little|no|a few|the chance|my thanks|in return|something in return|a call|a ring|a list|times?|dates?|more about|a short|a little more))",
    r"(?:arrange|organi[sz]e|set up|get|secure|schedule|help (?:me )?(?:get|with)|land) (?:me )?(?:<A>)(?:<W1>)?interviews? (?:for me|with your|with the|with hr|with (?:<W2>)(?:boss|manager|director|team))",
    r"(?:your|the (?:company|firm|studio|hospital)'s) (?:<W2>)?(?:training programme?|trainee programme?|graduate programme?|graduate scheme|training program|trainee scheme|apprenticeship scheme|talent pool|intake|payroll|staff list|recruitment)",
    r"(?:work|start|begin|help) (?:<W2>)?(?:for free|unpaid|without pay|for nothing|at the bottom|from the bottom|on trial|on probation)|prove myself|trial (?:day|shift|period|week)\b",
    r"(?:coming up|going|available|open|free) (?:<W1>)?(?:positions?|roles?|jobs?|places?|posts?)|(?:positions?|roles?|jobs?|places?|posts?|placements?) (?:<W1>)?(?:coming up|going\b|opening up|becoming free|available|that (?:is|are) open)",
    r"(?:get|getting|be|being) (?:<W1>)?(?:in|into|inside|in with|on board) (?:at|with) (?:you|your|the (?:company|firm|studio|team))",
    r"(?:hire|employ|recruit|take on|want|need|use) (?:someone|somebody|a person|people|students?) like me",
    r"(?:be|prove|make|become|of) (?:<W2>)?(?:benefit|asset|use|help|value|addition|gain|contribution|credit|service) (?:to|for|in|at) (?:your|the (?:team|company|firm|business|studio|department))\b",
    r"(?:qualifications?|experience|credentials|background|skills|achievements|profile|strengths)\b[^.?!]{0,40}\bfor (?:your|the team's|the company's|any) (?:<W1>)?(?:consideration|review|perusal|attention)",
    r"(?:i|i'm|urgently|badly|really|and) (?:<W2>)?need(?:ing)? (?:something|anything|money|a wage|a salary|a pay ?check|to earn|to get (?:back )?(?:in|to) work) ?(?:quick\w*|soon|fast|urgently|by|paid|to pay|steady|badly|again|right|,|\.|$)",
    r"(?:anything|whatever|something|leads?) (?:that )?you (?:<W1>)?(?:hear|come across|know) of\b(?! (?:in|from|about|that would help me (?:understand|learn)))",
    r"room for (?:one more|another|an extra|me)\b|(?:some|any|a few|extra|paid) (?:<W1>)?(?:hours|shifts|sessions) (?:<W1>)?for me\b|paid (?:hours|shifts|help)\b",
    r"(?:give|gives|gave|giving|offer|allow) (?:me|someone like me|a newcomer|a beginner|a student) (?:a|the|my (?:first|big)) (?:<W1>)?(?:chance|break|start|go|shot|try|trial)\b(?! (?:to (?:talk|ask|learn|hear|speak|understand|see what|meet|listen|find out)|of (?:hearing|talking|learning|meeting)))",
    r"(?:i|i'd|gladly|happy to|like to|love to|willing to|ready to) (?:would |could |will |can )?(?:<W1>)?apply\b(?! (?:to|for|at|in) (?:<W3>)(?:college|school|university|course|program\w*|degree|training|class|scholarship)| (?:myself|what|it|this|that|the lessons?|your advice|these))",
    r"there (?:might|may|could|would|will) (?:<W1>)?be (?:<W1>)?(?:an?|any|some) (?:<W3>)(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|internships?|placements?|apprenticeships?|traineeships?|spots?|place)\b",
    r"(?:get|getting|land|landing|secure|securing|score) (?:me )?an? (?:<W1>)?interview\b(?! (?:with you (?:about|for)|for (?:my|the|our) (?:paper|class|project)))",
    r"(?:you|your [\w' -]{2,30}?|they|company|firm) (?:<W2>)?(?:accept\w*|taking|take|open for|reviewing|consider\w*|welcom\w*) (?:<W2>)?(?:applications|applicants|candidates|r[eé]sum[eé]s|cvs)\b",
    r"(?:get|secure|land|find|obtain|win|earn|gain|getting|securing|landing|finding) (?:<A>)(?:<W3>)(?:jobs?|positions?|roles?|places?|spots?|internships?|posts?) (?:at|with|in|on) (?:<W4>)(?:yours|like (?:yours|this|that)|such as yours)\b",
    r"(?:takes?|taking|brings?|bringing) me on\b|(?:opened|opening|opens) (?:a|the|some|any|up a|doors?) ?(?:doors?)? (?:<W1>)?(?:at|with|in|to|for me)",
    r"who(?:m)? (?:<W6>)(?:talk|speak|write|apply|turn|go|contact|approach|see) (?:to |with )?(?:about|regarding|for) (?:(?!(?:their|your|his|her)\b)(?:<W3>)(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|internships?|placements?)|(?:getting |finding |some |paid )?work\b)",
    r"(?:any|an|your|every) employer (?:would|will|could)|(?:lucky|glad|happy|pleased) to have me (?:on|in|as|work)|won't (?:regret|be sorry|be disappointed)",
    r"(?:use|need|want|take|have room for|be (?:short of|looking for)|take on|consider) (?:<W2>)?(?:part-?timers?|temps?|casuals?|weekenders?|saturday (?:staff|boys?|girls?|person)|runners?|dogsbod(?:y|ies)|errand (?:boy|girl|runner))\b",
)
_NEAR_READER = patterns(
    r"(?:any|some|open|suitable|available|possible|potential|future) (?:<W2>)(?:jobs?|positions?|roles?|posts?|places?|spots?|opportunit(?:y|ies)) (?:that )?(?:<W2>)(?:you|your|available|open|coming|going|there)\b(?! (?:mentioned|described|had|held|turned|took|left|see|saw|think|would))",
    r"(?:get|getting|land|landing|secure|arrange|offer|grant|have|schedule|apply for) (?:me )?an? (?:<W1>)interview (?:at|with|for|in) (?:<W1>)?(?:you|your|the)\b(?! (?:school|class|course|paper|project))",
    r"(?:an?|any|some|the|part-time|summer|paid|junior|entry-level|small|little|possible|first) (?:<W2>)(?:jobs?|positions?|roles?|posts?|spots?|places?|seats?) (?:<W2>)(?:with|at|on|in|under|among|for) (?:you|your|me|a student|someone (?:like me|new)|the (?:firm|company|yard|shop|studio|team|office|department|clinic|lab|crew|group)|a (?:beginner|newcomer))\b",
    r"you (?:<W1>)(?:have|need|had|want|could use|are short of|are looking for|require|take) (?:<W4>)(?:jobs? for|positions? for|roles? for|assistants?|apprentices?|trainees?|helpers?|(?:free|spare|more|extra|enough) hands|spots? for|places? for|someone (?:like me|to)|juniors?)\b",
    r"(?:room|space|use|need) (?:<W2>)?for (?:me\b|someone (?:like|with)|an? (?:<W2>)(?:trainee|intern|apprentice|assistant|beginner|newcomer|junior|student like me|helper|pair of hands))",
    r"i(?:'m| am) (?:your|the) (?:man|woman|person|one)\b|(?:extra|another|spare) pair of hands",
    r"i (?:can|could|would be able to|am able to|am free to|am ready to|will be able to|would be happy to|'d be happy to) (?:<W1>)(?:start|begin) (?:<W1>)?(?:on|in|from|at|as|next|this|immediately|right|straight|any)",
    r"i'd (?:<W1>)be (?:<W1>)(?:happy|glad|ready|able|free|thrilled|delighted) to (?:start|begin|join|intern|work|help out) (?:<W1>)?(?:on|in|from|at|as|next|this|immediately|with|for|your)\b(?! (?:in|at|on) your (?:free|spare))",
    r"(?:lead|leads|turn|turns|grow|develop|result) (?:<W1>)?(?:to|into|in) (?:<W2>)(?:jobs?|positions?|roles?|offers?|work|employment|internships?)\b",
    r"(?:get|getting|be|being|become) (?:hired|taken on|employed|recruited) (?:by|at|in|on|with|there|somewhere)\b",
    r"(?:landing|land|getting|get|finding|find|securing|secure|winning|win|scoring|score|snagging|bagging|obtaining) (?:<A>)(?:<W2>)(?:jobs?|positions?|roles?|posts?|spots?|places?) (?:with|at|on|in) (?:you|your|the (?:firm|company|studio|team|lab|crew|group))\b",
    r"(?:think|thought|remember|bear|let) (?:of )?me (?:<W2>)?(?:first|in mind|then|know (?:<W3>)(?:need|open|free|vacant))",
    r"(?:something|anything|a place|a spot|a seat|a desk) (?:<W1>)?(?:opens? up|(?:comes?|becomes?|turns?) (?:free|vacant|available)|frees? up)",
    r"(?:a place|a spot|a seat|a desk) (?:<W1>)?(?:comes?|turns?) up\b",
    r"(?:work|working) (?:for|under|alongside) you\b(?! (?:is|are|what))",
)
# What one has done or heard: "I held three internships", "you joined after an internship", "how people get hired".
_PAST = re.compile(
    r"(?:\b(?:held|had|did|done|finished|completed|after|during|joined|started|began|through|since|left|lost|quit|were|was|as|talked to|spoke to|spoke with|met|used to|been|once|from|worked|leaving|offered|got|taken|took|turned down|between) (?:[\w'-]+ ){0,3}"
    r"|\b(?:my|your) (?:first|last|current|present|old|previous|own|regular|day|second|third|early|earlier|present) (?:[\w'-]+ )?|\bmy (?:own )?|\bhow (?:do |did |does |would |can |could |might )?(?:you|people|beginners|others|newcomers|one|they|anyone|someone|it|a person|a beginner|somebody) (?:[\w'-]+ ){0,4})$"
)
# "Nobody hired you for a year" is the reader's story.
_OTHERS = re.compile(
    r"(?:hires?|hired|hiring|recruit\w*) (?:you|him|her|them|us|people|somebody|someone|others)\b"
)
# "What an apprenticeship is like" asks what it is like, not for one.
_AS_IT_IS = re.compile(
    r" (?:is|was|are|were|looks?|feels?|really|teaches|taught|asks|involves?|means|meant|gave|gives|was like|demands)\b"
)
# "I would love to join you for a coffee", "work around your schedule", "start with ten minutes": the talk itself.
_TO_MEET = re.compile(
    r"^[^.?!]{0,30}\b(?:join|start|begin|work|be on|come)\b[^.?!]{0,30}\b(?:coffee|tea|lunch|breakfast|drink|walk|call|video|zoom|schedule|calendar|"
    r"convenience|availability|timetable|diary|hours|minutes|time zone|visit|wherever you)\b"
)
_EVEN_IF = re.compile(r"\beven (?:if|though|when)\b[^.?!]{0,12}$")
_NO_MATTER = re.compile(r"\b(?:does not|doesn't|don't|do not) matter\b|\bbeside the point\b")
_ABOUT_FIELD = re.compile(
    r"\b(?:what|how) (?:employers?|recruiters?|hiring managers?|firms|companies|people) (?:look|want|ask|expect|think|see)|\bdo(?:es)? not matter|\bdon't matter|\bthe job (?:itself|is|market)|\byour (?:job|role|position|post)\b|\bjobs? like yours|\bin (?:this|the|your) (?:\w+ )?(?:field|trade|line|industry|profession|business|sector)\b|\bhow you (?:hire|choose|train)|\bwhat (?:the|a|your|this) (?:job|role|position|post)"
)
# "How did you get your first job?" asks for a story, "the job market" for information.
_STORY = re.compile(
    r"\b(?:your|you|people|someone|beginners|graduates|newcomers|others|they)\b(?:(?!\bme\b|\bhelp)[\w' ]){0,14} (?:first|get|got|found|find|start\w*|land\w*|comes?|came|enter\w*|train|trains|begin|break|apply|applied)\b"
)


def job_requests(sentences: tuple[Span, ...]) -> Judged:
    """NOJOB: every sentence that asks for a job, an internship, or a way to someone who hires."""
    for one in sentences:
        at = _known_way(one) or _any_way(one)
        if at:
            words = one.text[at[0] - one.start : at[1] - one.start]
            yield must("NOJOB", f"This can be read as a request for a job: “{words}”.", at)
            continue
        at = near_a_request(one)
        if at:
            words = one.text[at[0] - one.start : at[1] - one.start]
            yield should("NOJOB", f"Could this sound like a request for a job: “{words}”?", at)


def _known_way(one: Span) -> tuple[int, int] | None:
    if _NO_MATTER.search(one.low):
        return None
    for pattern in (ASKED, _NEAR_READER, _ROUNDABOUT):
        for found in pattern.finditer(one.low):
            if _STORY.search(found[0]) or STATED.search(found[0]):
                continue
            if is_negated(one.low, found.start()) or is_negated(one.low, found.end()):
                continue
            if _STORY.search(one.low[max(0, found.start() - 24) : found.start() + 12]):
                continue
            if _TO_MEET.search(one.low[found.start() : found.end() + 36]) or _EVEN_IF.search(
                one.low[: found.start() + 4]
            ):
                continue
            if pattern is not ASKED and _ABOUT_FIELD.search(one.low[found.start() : found.end() + 30]):
                continue
            return place(one, found)
    return None


def _any_way(one: Span) -> tuple[int, int] | None:
    if _NO_MATTER.search(one.low):
        return None
    for found in _HARD.finditer(one.low):
        if is_negated(one.low, found.start()) or _PAST.search(
            one.low[max(0, found.start() - 45) : found.start()]
        ):
            continue
        if _OTHERS.match(one.low[found.start() :]) or _AS_IT_IS.match(one.low[found.end() :]):
            continue
        if _ABOUT_FIELD.search(one.low):
            continue
        if _ASKING.search(one.low) and _READER.search(one.low):
            return place(one, found)
    return None


def check_asked(view: View) -> Judged:
    """NOJOB over the whole text, the subject and a postscript too."""
    subject = (view.message.subject,) if view.message.subject else ()
    yield from job_requests(subject + view.message.everything)
