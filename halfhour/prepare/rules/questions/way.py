"""Questions about the way: this person's path, preparation and ways in, the first years, pay.

Source: the seeds' "history of their career path", "educational background", "different ways to prepare", level of entry;
pay only as a range for the position (Brooklyn/Magner); wording ours.
"""

from halfhour.prepare.rules.question import Aim, Focus, Group, Kind, Stage, Topic

_PATH = frozenset({Focus.CAREER_PATH})
_POSITION = frozenset({Focus.POSITION})
_GET_IN = frozenset({Aim.GET_IN})

_path = Group(Topic.PATH, Stage.CORE, "path", "routes", _PATH).ask
_way = Group(Topic.WAYS_IN, Stage.CORE, "ways_in", "training", _PATH, _GET_IN).ask
_entry = Group(Topic.ENTRY, Stage.CORE, "level", "entry_level", _POSITION, _GET_IN).ask
_pay = Group(Topic.PAY, Stage.CORE, "pay", "pay", _POSITION, sensitive=True).ask

PATH = (
    _path("how-you-came", Kind.STORY, "How did you come to this work, step by step?",
          "What came just before?", "Who or what tipped the balance?", "What did you nearly do instead?", minutes=3),
    _path("first-job", Kind.STORY, "What was your first job in this field, and how did you get it?",
          "What did you know then, and what not?", "How long did you stay?", aim=_GET_IN),
    _path("turning-point", Kind.STORY, "Which decision along the way changed most for you?",
          "Did it feel big at the time?", "Who advised you?"),
    _path("differently", Kind.REFLECTION, "What would you do differently if you began today?",
          "What would you leave out?", "What would you do sooner?", aim=_GET_IN),
    _path("from-elsewhere", Kind.STORY, "Whom do you know here who came from another field, and how did they manage it?",
          "What did they bring along?", "What was hard for them?", aim=_GET_IN),
    _path("luck", Kind.REFLECTION, "How much of your way was plan, and how much was chance?",
          "Where did chance help?", "What can one do to have such luck?"),
    _path("next-step", Kind.OPINION, "Where do people go from a position like yours?",
          "How long does that take?", "Would you want to?", criterion="next_moves"),
    _path("helpers", Kind.STORY, "Who helped you along the way, and how did you find them?",
          "What did you do for them?", "Who helps beginners here today?"),
)  # fmt: skip

WAYS_IN = (
    _way("what-counted", Kind.STORY, "What in your training did you really use in your first year?",
         "What was missing?", "Where did you learn the rest?", minutes=3),
    _way("other-routes", Kind.FACT, "Which different routes did your colleagues take into this work?",
         "Which one surprised you?", "Which would you advise against?", criterion="routes"),
    _way("degree-needed", Kind.FACT, "What degree do I need for this work?",
         "What do you look at besides?", "Which exceptions do you know?", look_up="education",
         sharper="I read what is usual; which training do the people you actually work with have, and who got in without it?"),
    _way("licence", Kind.FACT, "Is there a licence or an examination one needs here, and what is it like?",
         "How did you prepare?", "What does it cost, in money and months?"),
    _way("cost", Kind.FACT, "What does the training cost, counting the months without a wage?",
         "How do people pay for it?", "Is there a slower way beside a job?"),
    _way("beginners-lack", Kind.OPINION, "What do beginners most often lack when they arrive?",
         "How could I show that I have it?", "How long until it is learned?", criterion="gaps"),
    _way("on-the-job", Kind.FACT, "What can only be learned on the job?",
         "Who teaches it?", "How long did it take you?"),
    _way("portfolio", Kind.ADVICE, "What should I be able to show before anyone takes me seriously?",
         "What did you show?", "What looks good but counts little?", criterion="gaps"),
    _way("school-worth-it", Kind.OPINION, "Which course or school is worth its time, and which is not?",
         "How do you know?", "What do you hear from recent graduates?", criterion="education"),
    _way("study-later", Kind.FACT, "How much further study is expected once you are in?",
         "Who pays for it?", "Does it change what you do?", criterion="education"),
    _way("late-start", Kind.OPINION, "What is it like for someone who starts this later than most?",
         "What helps?", "What is closed to them?"),
    _way("apprenticeship", Kind.FACT, "Are there ways to learn this while being paid, and how does one find them?",
         "Who offers them near here?", "When do they start?", criterion="routes"),
)  # fmt: skip

ENTRY = (
    _entry("first-year", Kind.STORY, "What does the first year look like for somebody new here?",
           "What are they allowed to do alone?", "When does it get interesting?"),
    _entry("first-title", Kind.FACT, "What are the first positions called here, and what does each really do?",
           "Which is closest to the work itself?", "Which leads nowhere?", look_up="titles",
           sharper="I know the usual titles; in your place, which first position is closest to the real work?"),
    _entry("supervision", Kind.FACT, "How closely is a beginner supervised?",
           "Who checks the work?", "When does that end?", criterion="autonomy"),
    _entry("what-is-handed-down", Kind.FACT, "Which tasks are handed to the newest person?",
           "For how long?", "What do they learn from it?"),
    _entry("how-many-start", Kind.OPINION, "How many begin in a year here, and how many are still there after three?",
           "Where are the others now?", "What tells the two apart?"),
    _entry("trial", Kind.OPINION, "How would you notice in the first month that this is the wrong work for someone?",
           "And how would they notice?", "What would you tell them?", aim=frozenset({Aim.WHICH_WORK})),
)  # fmt: skip

PAY = (
    _pay("range-beginner", Kind.FACT, "What range can a beginner in this position expect around here?",
         "What moves somebody within it?", "How does that differ between employers?", minutes=2, look_up="pay",
         sharper="I know the published median; what would you call a fair range for a beginner in a place like this?"),
    _pay("range-later", Kind.FACT, "And what range is usual after five or ten years in the position?",
         "What does the jump depend on?", "Where does it stop?", minutes=2),
    _pay("how-set", Kind.FACT, "How is pay settled in this field: by scale, by agreement, by project?",
         "How often is it looked at?", "What is paid besides money?", minutes=2),
    _pay("security", Kind.OPINION, "How safe are positions like this when times get worse?",
         "What happened last time?", "Who was let go first?", criterion="security", minutes=2),
    _pay("live-on-it", Kind.OPINION, "How do people starting in this position manage on what it pays in this town?",
         "What do they do beside it?", "When does it get easier?", minutes=2),
    _pay("fixed-or-free", Kind.FACT, "How many work on a fixed contract, and how many from job to job?",
         "Which is better at the start?", "How do they find the next one?", criterion="security", minutes=2),
)  # fmt: skip
