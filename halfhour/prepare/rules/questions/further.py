"""Questions that lead on: trends, neighbouring occupations, ways to try it, sources, other people, the close.

Source: the seeds' trends, specialties, careers one never knew existed, volunteer, seasonal, part-time and internship
opportunities, publications, organisations, referrals; "may I use your name" from a careers handout; wording ours.
"""

from halfhour.prepare.rules.question import Aim, Focus, Group, Kind, Stage, Topic

_PATH = frozenset({Focus.CAREER_PATH})
_ORGANISATION = frozenset({Focus.ORGANISATION})
_WHICH = frozenset({Aim.WHICH_WORK})
_GET_IN = frozenset({Aim.GET_IN})

_trend = Group(Topic.TRENDS, Stage.CORE, "trends", "trends").ask
_related = Group(Topic.RELATED, Stage.CORE, "discovered", "specialties", _PATH, _WHICH).ask
_try = Group(Topic.TRY_IT, Stage.LEADS, "opportunities", "try_it", aim=_GET_IN).ask
_source = Group(Topic.SOURCES, Stage.LEADS, "publications", "").ask
_refer = Group(Topic.REFERRAL, Stage.LEADS, "referrals", "people_known").ask
_close = Group(Topic.CLOSING, Stage.CLOSE, "next_touch", "").ask

TRENDS = (
    _trend("what-is-changing", Kind.OPINION, "What is changing in this work at the moment?",
           "What does that do to your days?", "Who gains and who loses by it?", minutes=3),
    _trend("five-years", Kind.OPINION, "What will matter in five years that does not count much today?",
           "What will nobody need any more?", "What are you doing about it yourself?"),
    _trend("technology", Kind.STORY, "Which new tool has changed your work most?",
           "What did you do before?", "What is it bad at?", criterion="trends"),
    _trend("shortage", Kind.OPINION, "Where are people being looked for, and where are there too many?",
           "In this region too?", "Since when?", criterion="outlook", look_up="outlook",
           sharper="I know the national forecast; what do you see in this region and at this level?", aim=_GET_IN),
    _trend("worries-field", Kind.OPINION, "What do people in your field worry about when they talk among themselves?",
           "Do you share it?", "What was it ten years ago?"),
    _trend("rules-money", Kind.FACT, "Which law, price or customer could change this work from one year to the next?",
           "Has that happened?", "How did people cope?", criterion="outlook"),
    _trend("growing-part", Kind.OPINION, "Which part of the field is growing?",
           "Who is going there?", "What does one need for it?", criterion="outlook"),
)  # fmt: skip

RELATED = (
    _related("specialties", Kind.FACT, "Which different kinds of this work are there, and how do their days differ?",
             "Which would you choose today?", "How does one move between them?"),
    _related("next-door", Kind.OPINION, "Which neighbouring jobs would suit somebody who likes this one?",
             "What is different there?", "Whom do you know in them?", criterion="next_moves"),
    _related("never-heard", Kind.FACT, "Which jobs around here exist that hardly anyone outside has heard of?",
             "What do these people do?", "How did they get there?"),
    _related("moved-on", Kind.STORY, "Where are the people today with whom you began?",
             "Who moved furthest?", "Who is happiest?", criterion="next_moves"),
    _related("if-not-this", Kind.REFLECTION, "If this work disappeared tomorrow, what would you do?",
             "What would carry over?", "What would you be glad to lose?", criterion="next_moves"),
    _related("change-sides", Kind.OPINION, "How easy is it to move later to another kind of employer?",
             "Who has done it?", "What gets in the way?", criterion="next_moves"),
)  # fmt: skip

TRY_IT = (
    _try("try-first", Kind.ADVICE, "Where could someone like me try this for a few days or weeks?",
         "Whom would one ask?", "When is a good time?"),
    _try("volunteer", Kind.FACT, "Where around here can one help without pay and see the real work?",
         "How much time does it take?", "What would one be allowed to do?"),
    _try("seasonal", Kind.FACT, "Which seasonal or part-time work comes close to it?",
         "When do they look for people?", "What does one learn there?"),
    _try("internship", Kind.FACT, "Which internships in this field are worth doing?",
         "How does one hear of them?", "What makes one worthwhile?"),
    _try("shadow", Kind.FACT, "How does somebody get to come along for a day and watch?",
         "Who decides that?", "Which day would show most?", minutes=2),
    _try("own-project", Kind.ADVICE, "What small project could I do at home that is close to the real thing?",
         "How would I know it is any good?", "Who could look at it?"),
)  # fmt: skip

SOURCES = (
    _source("read", Kind.FACT, "What do you read to keep up?", "Which issue was good?", "What can a beginner follow?",
            minutes=2),
    _source("associations", Kind.FACT, "Which association or group is worth joining for a beginner?",
            "Where do they meet?", "What does it cost?", field="organisations", minutes=2),
    _source("events", Kind.FACT, "Where do people of your field meet?",
            "When is the next time?", "Could I simply come?", field="organisations", minutes=2),
    _source("follow", Kind.FACT, "Whose work do you follow?", "What is it that you like?", "Where can one see it?",
            minutes=2),
    _source("employers", Kind.FACT, "Which places in this area do this work well?",
            "What are they known for?", "Which would you keep away from, and why?", field="companies", focus=_ORGANISATION, minutes=2),
    _source("book", Kind.FACT, "Which book or film shows the work as it is?",
            "And which one shows it wrongly?", "What did it leave out?", minutes=2),
)  # fmt: skip

REFERRAL = (
    _refer("who-else", Kind.FACT, "Who else should I talk to, and may I say that you sent me?",
           "How are they best reached?", "Would you rather ask them first?", minutes=2),
    _refer("sees-it-differently", Kind.FACT, "Who in your field would see this differently from you?",
           "About what?", "May I mention you when I write to them?", minutes=2, aim=_WHICH),
    _refer("just-started", Kind.FACT, "Whom do you know who began in the last year or two?",
           "What would they tell me that you cannot?", "May I use your name?", minutes=2, aim=_GET_IN),
    _refer("different-place", Kind.FACT, "Whom do you know who does the same at a quite different place?",
           "What is different there?", "May I use your name?", minutes=2, focus=_ORGANISATION),
    _refer("took-another-way", Kind.FACT, "Whom do you know who came in by another way than you?",
           "Which way was it?", "May I use your name?", minutes=2, focus=_PATH),
)  # fmt: skip

CLOSING = (
    _close("not-asked", Kind.REFLECTION, "What should I have asked you and did not?",
           "And your answer to it?", "Who else should be asked that?", minutes=1),
    _close("keep-posted", Kind.FACT, "May I let you know what comes of it?",
           "How do you like to be reached?", "Is this the right spelling and address?", minutes=1),
    _close("said-thanks", Kind.REFLECTION, "Thank you. What helped me most was what you said about {best}.",
           "May I come back to you on one point?", "Is there something I can do for you?", minutes=1),
    _close("for-you", Kind.FACT, "What could I look up or send you in return?",
           "Shall I tell you what others say?", "When would it be welcome?", minutes=1),
)  # fmt: skip
