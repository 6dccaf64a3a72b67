"""Questions for the beginning and about the days themselves: opening, day-to-day, satisfactions and frustrations.

Source: the seeds' "day-to-day of the person" and "realities of the work"; wording ours.
"""

from halfhour.prepare.rules.question import Aim, Focus, Group, Kind, Stage, Topic

_POSITION = frozenset({Focus.POSITION})
_WHICH = frozenset({Aim.WHICH_WORK})

_open = Group(Topic.OPENING, Stage.OPEN, "frame").ask
_day = Group(Topic.DAY_TO_DAY, Stage.CORE, "day_to_day", "tasks", _POSITION).ask
_joy = Group(Topic.JOYS, Stage.CORE, "satisfaction", "satisfaction", _POSITION, _WHICH).ask

OPENING = (
    _open("time-check", Kind.FACT,
          "Thank you for taking the time. I asked for {minutes} minutes; is that still all right?",
          "If less: which of my questions should come first?", "If more: let me know when you need to go.", minutes=1),
    _open("purpose", Kind.FACT,
          "I am trying to find out what {occupation} is really like before I choose. May I ask you about your own days?",
          "Is there something you would rather leave out?", "Shall I begin with last week?", minutes=1),
    _open("why-you", Kind.STORY,
          "I came to you because of {why_you}. How did that come about?",
          "What was your part in it?", "What came of it?", minutes=2),
    _open("notes", Kind.FACT, "Do you mind if I write down a few words while you talk?",
          "What should I keep to myself?", "May I quote you to others who are choosing?", minutes=1),
)  # fmt: skip

DAY_TO_DAY = (
    _day("last-week", Kind.STORY, "What did your last working week look like, day by day?",
         "Which of these days was the usual one?", "What took longer than you had thought?", "Where was that different a year ago?", minutes=4),
    _day("yesterday", Kind.STORY, "Could you walk me through yesterday, from the first thing you did to the last?",
         "What interrupted you?", "What did you put off?"),
    _day("share-of-time", Kind.FACT, "If you split a usual week into parts, how much goes to which activity?",
         "Which part would you like to be smaller?", "Which part do outsiders not expect?"),
    _day("dull-parts", Kind.OPINION, "Which parts of the work are plain routine, and how much of it is there?",
         "What makes them bearable?", "Who does them when you are away?", criterion="frustrations", aim=_WHICH),
    _day("wrong-idea", Kind.OPINION, "What do people outside usually get wrong about this work?",
         "What did you get wrong yourself?", "Where does that picture come from?", criterion="surprises", aim=_WHICH),
    _day("last-decision", Kind.STORY, "What was the last thing you had to decide by yourself?",
         "Who could have overruled you?", "How did you know it was right?", criterion="autonomy"),
    _day("what-is-finished", Kind.STORY, "When you finish something, what is it that you can point to?",
         "Who uses it?", "How long did it take?"),
    _day("hardest-hour", Kind.STORY, "What was the most difficult hour of the past month?",
         "What helped?", "Would it happen again?", criterion="load"),
    _day("with-whom", Kind.FACT, "Whom do you work with in an ordinary week?",
         "How much of the day are you alone?", "Who needs something from you most often?", "How do you talk: in a room, in writing, on the telephone?", criterion="people_contact"),
    _day("tools", Kind.FACT, "Which tools or machines do you have in your hands every day?",
         "Which of them took longest to learn?", "Which would you miss most?", look_up="technologies",
         sharper="Which tool in your place is different from what is taught, and why?"),
    _day("tasks-list", Kind.FACT, "What are the main tasks in this occupation?",
         "Which of them is really yours?", "Which one is new?", look_up="tasks",
         sharper="The published list of tasks says a lot; which two fill most of your own time?"),
    _day("good-at-it", Kind.OPINION, "How can you tell, from a day's work, whether somebody is good at this?",
         "What do beginners overlook?", "Who notices?", criterion="skills"),
    _day("emergency", Kind.STORY, "What happens here when something goes wrong?",
         "Who is called first?", "How often is that?", criterion="load"),
    _day("paperwork", Kind.FACT, "How much of your time goes into writing things down, forms and meetings?",
         "Has that grown?", "What would happen without it?", criterion="frustrations"),
)  # fmt: skip

JOYS = (
    _joy("wears-you-down", Kind.STORY, "What wears you down in this work, and when did you feel it last?",
         "What do you do about it?", "Do colleagues say the same?", criterion="frustrations"),
    _joy("best-day", Kind.STORY, "Tell me about a day when you went home and thought: this is why I do it.",
         "How often are there such days?", "What made that one possible?"),
    _joy("what-keeps-you", Kind.OPINION, "What keeps you in this work?",
         "Was it the same five years ago?", "What would have to go for you to go?"),
    _joy("thought-of-leaving", Kind.STORY, "What, if anything, has made you think of doing something else?",
         "What made you stay?", "Where would you have gone?", criterion="frustrations"),
    _joy("worst-week", Kind.STORY, "What was the worst week of the past year like?",
         "Was it bad luck, or does it belong to the work?", "What did you learn from it?", criterion="frustrations"),
    _joy("who-leaves", Kind.OPINION, "When people leave this work, why do they leave?",
         "After how long?", "What do they do then?", criterion="frustrations"),
    _joy("proud-of", Kind.STORY, "Which piece of work are you still glad to have done?",
         "Who else had a part in it?", "What did it change?"),
    _joy("same-things", Kind.REFLECTION,
         "I would miss {want} in a job. How would I fare with that in yours?",
         "Whom do you know who needs the same?", "Where in this field is it easier?", criterion=""),
    _joy("would-choose-again", Kind.REFLECTION, "What would you choose if you began again today?",
         "What speaks for it, what against?", "What would you want to have known?"),
    _joy("thanks", Kind.STORY, "When did somebody last thank you for your work, and for what?",
         "Who sees what you do?", "Does that matter to you?"),
)  # fmt: skip
