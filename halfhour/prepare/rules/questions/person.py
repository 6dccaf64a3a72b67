"""Questions about who fits the work and about me: skills and personality, advice, résumé.

Source: the seeds' "see if it fits your interests, skills and personality", "strengths and weaknesses", feedback on résumé and
search strategies; wording ours.
"""

from halfhour.prepare.rules.question import Aim, Group, Kind, Stage, Topic

_WHICH = frozenset({Aim.WHICH_WORK})
_GET_IN = frozenset({Aim.GET_IN})

_fit = Group(Topic.FIT, Stage.CORE, "fit", "personality", aim=_WHICH).ask
_me = Group(Topic.ABOUT_ME, Stage.LEADS, "advice", "gaps", aim=_GET_IN).ask
_resume = Group(Topic.RESUME, Stage.CLOSE, "resume", "", aim=_GET_IN).ask

FIT = (
    _fit("who-thrives", Kind.OPINION, "What kind of person thrives in this work, and who is unhappy in it?",
         "Whom are you thinking of?", "Can one grow into it?", minutes=3),
    _fit("daily-skills", Kind.FACT, "Which skills do you use every single day?",
         "Which did you have before?", "Which are rarer than one thinks?", criterion="skills", look_up="skills",
         sharper="The published list names the usual skills; which one decides in practice who is good?"),
    _fit("learned-here", Kind.STORY, "What can you do today that you could not when you began?",
         "How did you learn it?", "What was the slowest?", criterion="skills"),
    _fit("not-for", Kind.OPINION, "Whom would you talk out of this work?",
         "How would you notice it early?", "What would suit them better?"),
    _fit("likes-detail", Kind.REFLECTION, "I like {interest}. How much of that would I find in your work?",
         "Where in the field is there more?", "What comes with it that I might not like?", criterion="interests"),
    _fit("my-skill", Kind.REFLECTION, "I am at my best when I can use {skill}. Where would that be of use here?",
         "Who uses it now?", "What would have to come with it?", criterion="skills"),
    _fit("alone-or-team", Kind.OPINION, "What share of this work is done alone?",
         "Could you tell it from a usual day?", "How was it for you?", criterion="people_contact"),
    _fit("curious-about", Kind.OPINION, "What do you still find interesting about it after all this time?",
         "What has become dull?", "What are you learning at the moment?", criterion="interests"),
    _fit("under-pressure", Kind.STORY, "How do the good ones behave when everything comes at once?",
         "Can that be learned?", "What does one see from outside?"),
    _fit("mistakes", Kind.STORY, "Which mistake does nearly everybody make at the beginning?",
         "Which was yours?", "How was it taken?", criterion="skills"),
)  # fmt: skip

ABOUT_ME = (
    _me("in-my-place", Kind.ADVICE, "With what I have told you: what would you do next in my place?",
        "What first?", "What can wait?", minutes=3, aim=frozenset(Aim)),
    _me("strengths-gaps", Kind.ADVICE, "From what I told you, which of my strengths would count in this work?",
        "What is missing?", "How could I close that gap?", "How would I know that it is closed?", minutes=3),
    _me("test-myself", Kind.ADVICE, "How could I find out in a few weeks whether this is for me?",
        "Who would let me try?", "What should I watch for?", criterion="try_it", aim=_WHICH),
    _me("search", Kind.ADVICE, "How do people here usually hear of openings like their first one?",
        "What did you do yourself?", "What is a waste of time?", field="search", minutes=2),
    _me("worries-me", Kind.REFLECTION, "What worries me is {worry}. How much should it?",
        "When did it matter to you?", "What can one do about it?", criterion=""),
    _me("hard-truth", Kind.ADVICE, "What would a good friend tell me about this plan?",
        "What am I not seeing?", "What would you need to hear to say: do it?", aim=_WHICH),
    _me("one-year", Kind.ADVICE, "If I had one year to get ready, how should I spend it?",
        "And with half a year?", "What would you leave out?"),
    _me("compare", Kind.REFLECTION, "I am also looking at {other_occupation}. What would you weigh between the two?",
        "Whom do you know who does that?", "What would you miss there?", criterion="", aim=_WHICH),
)  # fmt: skip

RESUME = (
    _resume("resume-first-look", Kind.ADVICE, "What would you read first in my résumé?",
            "What is missing?", "What would you leave out?"),
    _resume("resume-gap", Kind.ADVICE, "What would somebody in your field want to see there that is not there yet?",
            "How could I get it?", "How would you word it?"),
    _resume("resume-words", Kind.ADVICE, "Which words of your field should I understand before I use them?",
            "Which give a beginner away?", "Where did you learn them?", minutes=2),
)  # fmt: skip
