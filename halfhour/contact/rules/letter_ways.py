"""The ways a letter can say each thing, to be combined so that no two letters read alike.

Source: a default of ours; what each part must hold is Informational Interviewing Part 1, "Making Contact".
"""

# {work} "a game sound designer's work", {being} "being a game sound designer", {becoming} and {became} alike, {as_one} "as a
# game sound designer", {spend} "how game sound designers spend their weeks", {at} " at Lantern Games".
PURPOSE = (
    "I would like to know what {work} is really like{at}",
    "I am trying to find out {spend}{at}",
    "I would like to understand {work} from someone who does it{at}",
    "I want to learn what {being} asks of a person{at}",
    "I hope to find out what {work} looks like from inside{at}",
    "I would like to hear what {being} is like on a plain day{at}",
    "I have begun to wonder about {being}, and what it is like{at}",
    "I would like to get a true picture of {being}{at}",
    "I wonder whether {being} could be something for me",
)
PURPOSE_CHANGER = (
    "I am thinking of {becoming}",
    "I am thinking of {becoming}, and want to know what it is like{at} first",
    "before I change anything, I would like to hear what {work} is like{at}",
)
PURPOSE_RETURNING = (
    "on my way back to work, I would like to hear what {work} is like{at}",
    "I am thinking of {becoming}, and would like to know what it is like{at} these days",
)
PURPOSE_LEAVER = (
    "before I choose what to learn, I would like to hear what {work} is like{at}",
    "I have to choose a course, and would like to know what {work} is like{at}",
)

# {fact} a noun, such as "your talk about recording the rain".
WHY_NOUN = (
    "{Fact} made me want to ask you in particular.",
    "{Fact} made me think of you first.",
    "{Fact} stayed with me, and I would like to hear how it came about.",
    "I keep coming back to {fact}, and have a few questions about it.",
    "{Fact} is why I thought of you.",
    "I am asking you because of {fact}.",
    "I would most like to ask about {fact}.",
    "Of all I have read and heard, {fact} made me most curious.",
)
# {you} a clause, such as "you moved from teaching to testing".
WHY_YOU = (
    "I understand that {you}, and that is what I would most like to ask about.",
    "I am asking you in particular because {you}.",
    "I was glad to learn that {you}, and would like to hear more about it.",
    "I thought of you because {you}.",
    "I noticed that {you}, and that is why I thought of you.",
    "Since {you}, I would rather ask you than read about it.",
    "Since {you}, you can tell me things that no page does.",
)
WHY_OTHER = (
    "What I would most like to ask you about: {fact}.",
    "One thing made me think of asking you: {fact}.",
    "I have one thing in mind that made me write to you: {fact}.",
)

ASK_HEADS = (
    "Would you have {time}{formats}",
    "Could you spare {time}{formats}",
    "Might you have {time}{formats}",
    "May I ask you for {time}{formats}",
    "Could I ask you for {time}{formats}",
    "Would {time} be possible{formats}",
    "Could you find {time}{formats}",
    "Would you be willing to give me {time}{formats}",
    "Do you think you could spare {time}{formats}",
    "Is there a chance of {time}{formats}",
    "Would you be open to {time}{formats}",
    "Could we find {time}{formats}",
)
# {people} "game sound designers", {org} "Lantern Games"; after "to talk about".
TOPICS_POSITION = (
    "what a week holds for {people}",
    "what fills the days of {people}",
    "what nobody writes about {being}",
    "what {work} asks of you",
    "which parts of {being} you would not want to miss",
    "how a usual day goes for {people}",
    "what surprised you about {being}",
    "what newcomers get wrong about {being}",
    "what you wish you had known about {being}",
    "the good and the dull sides of {being}",
    "what people outside do not see of {work}",
    "who does well {as_one}, and who leaves",
)
TOPICS_CHANGE = (
    "what you would tell someone who thinks of {becoming}",
    "what one gives up, and gains, by {becoming}",
    "what {being} asks of someone who comes from elsewhere",
)
TOPICS_BACK = (
    "how {work} has changed in recent years",
    "what {being} asks of someone who starts a little later",
    "what someone who comes back to work should know about {being}",
)
TOPICS_CHOICE = (
    "what you would want to know before {becoming}",
    "what no course tells you about {being}",
    "what the first year {as_one} is like",
)
TOPICS_ORGANISATION = (
    "how {org} looks from the inside to {people}",
    "what {work} is like at {org}",
    "how {work} is shared out at {org}",
    "what makes {org} different for {people}",
    "how a day goes at {org}, and what {work} is like there",
)
TOPICS_PATH = (
    "how you {became}",
    "the steps you took before you {became}",
    "the turns your path took before you {became}",
    "what you would do again before {becoming}",
    "how you found out that {being} is for you",
    "what helped you on the way to {becoming}",
)
ASK_LINKS = ("to talk about {topic}", "for a talk about {topic}", "for a few questions about {topic}")
# After the purpose has been told, nothing but the length and the choice is left to say.
ASK_WHEN = (
    "whenever suits you",
    "at a time you choose",
    "on a day of your choice",
    "at whatever hour is easiest for you",
    "some time in the next few weeks",
    "before or after your working day",
    "on any day that works for you",
    "at a time that suits your week",
    "when it is convenient for you",
)

NOT_A_JOB = (
    "I am exploring the field, not applying.",
    "This is about information, not about a job.",
    "I want to learn about the work; I am not asking for a job.",
    "It is information I am after, not a position.",
    "I am only finding out about careers, not applying for anything.",
    "To be clear, I am not looking for a job: I only want to learn.",
    "I would like to learn, and am not applying for anything.",
)

NO_IF = (
    "If this is a bad time",
    "If your weeks are too full",
    "Should you have no time",
    "If you would rather not",
    "If it does not fit",
    "If you are too busy just now",
    "Should it not be possible",
    "If this comes at the wrong moment",
    "If you cannot manage it",
    "Should your diary be full",
    "If there is no room for this",
    "If that is too much just now",
    "Should you prefer not to",
    "If your days are packed",
    "If the coming weeks are too crowded",
    "Should you be snowed under",
    "If you are too stretched for this",
    "If now is no good",
    "If you would sooner not",
    "Should that be difficult",
    "If your calendar is full",
    "If you have too much on already",
    "If the timing is wrong",
    "If a talk is more than you can fit in",
    "If another month is better, or none",
)
# {org} as above; used when the organisation has been named no more than once.
NO_IF_AT = (
    "If your weeks at {org} are too full",
    "If things are too busy at {org} just now",
    "If this is a bad time at {org}",
    "If your days at {org} have no room for this",
)
NO_THEN = (
    "a one-line “not now” is completely fine",
    "just say “not now”, and I will understand",
    "a plain “no” is a good answer too",
    "one word is enough, and no reason is needed",
    "I will understand, and “no, sorry” will do",
    "please feel free to say no in a line",
    "a short “not this time” is quite all right",
    "simply tell me so; you need not explain",
    "a friendly “no” costs nothing",
    "“not this month” is a full answer",
    "please just say so, and I will not ask again",
    "a two-word “not now” is welcome too",
    "a single line saying no is fine, without a reason",
    "then “no” is all you need to write",
    "a word is enough, and I will not take it amiss",
    "“sorry, no” is quite enough",
    "please say so, and nothing more is needed",
    "I will gladly accept a no",
    "a brief no is fine, and I will thank you for it",
    "that is quite all right, and “no” will do",
    "just answer “no, thanks”",
)
NO_TURNED = (
    "A one-line “not now” is completely fine {if_}.",
    "A plain “no” is a good answer too {if_}.",
    "Please feel free to say no {if_}.",
    "It is quite all right to answer “not this time” {if_}.",
    "Just write “not now” {if_}; no reason is needed.",
    "I will understand a short “no” {if_}.",
)

# {day}, {org_tail} " at Lantern Games" now and then.
CALL_HEADS = (
    "I will call you on {day}",
    "On {day} I will call you",
    "I will telephone you on {day}",
    "I will phone on {day}",
    "On {day} I will telephone",
    "I plan to call you on {day}",
    "Unless I hear from you first, I will call on {day}",
    "Arranging this is my part: I will call you on {day}",
    "I will give you a short call on {day}",
    "To save you writing, I will call on {day}",
    "So that you need not write back, I will call on {day}",
    "On {day} I will give you a call",
    "I will try you by telephone on {day}",
    "I will be calling on {day}",
    "On {day} I will try you by telephone",
    "As arranging this is up to me, I will call on {day}",
    "I will ring you on {day}",
)
WRITE_HEADS = (
    "I will write again on {day}",
    "On {day} I will write once more",
    "I will send you one more line on {day}",
    "Unless I hear from you first, I will write again on {day}",
    "I plan to write once more on {day}",
    "On {day} I will send another short note",
    "I will get in touch again on {day}",
    "On {day} I will follow up with one more line",
    "On {day} I will get in touch again",
    "I will check back with you on {day}",
)
PROMISE_TAILS = (
    "to ask whether that could work",
    "to hear whether this would suit you",
    "to find out whether a talk is possible",
    "to ask which day might suit you",
    "to see whether we can find a time",
    "to ask what you think",
    "to hear your answer, whichever it is",
    "and ask whether a time can be found",
    "and ask what would suit you",
    "to ask how that sounds to you",
    "to hear whether you have room for it",
    "to ask whether {time} might fit into your week",
    "to hear if this is something you could do",
    "to ask whether you might have room for it",
    "to learn whether it can be done",
    "and ask whether you can spare the time",
    "to ask if a day can be found",
    "to hear how it looks at your end",
    "and take a yes or a no with thanks",
    "to ask whether you are willing",
    "to find a day, if you are willing",
    "to hear a yes or a no",
    "to learn what you would like to do",
    "to see whether you would be willing",
    "to ask whether it is possible at all",
    "to hear whether there is a good day for it",
    "and ask whether you would be up for it",
    "and ask how you feel about it",
    "and ask whether it suits you",
    "to see what is possible",
    "and will take no for an answer",
    "to ask whether you would like to",
)
