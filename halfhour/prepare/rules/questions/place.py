"""Questions about the place: environment and conditions, the organisation, life around the work.

Source: the seeds' "business environment", "company", "work setting", "inside look"; what one would see is asked at a distance
because a telephone talk loses sight of it. Life around the work is asked of everyone alike (Gallen and Wasserman).
"""

from halfhour.prepare.rules.question import AT_A_DISTANCE, Aim, Focus, Format, Group, Kind, Stage, Topic

_ORGANISATION = frozenset({Focus.ORGANISATION})
_WHICH = frozenset({Aim.WHICH_WORK})

_place = Group(Topic.ENVIRONMENT, Stage.CORE, "conditions", "setting").ask
_firm = Group(Topic.ORGANISATION, Stage.CORE, "organisation", "organisation", _ORGANISATION).ask
_life = Group(Topic.LIFE, Stage.CORE, "conditions", "hours", sensitive=True).ask

ENVIRONMENT = (
    _place("around-you", Kind.FACT, "What is it like where you work: the place, the pace, the people around you?",
           "What do you hear?", "Where do you go to think?", minutes=3),
    _place("would-see", Kind.FACT, "If I stood beside you now, what would I see around you?",
           "Who sits near?", "What is on your desk?", minutes=2, formats=AT_A_DISTANCE),
    _place("show-me", Kind.FACT, "Would you show me where the work happens?",
           "Whose place is this?", "What happens here on a busy day?", formats=frozenset({Format.VISIT})),
    _place("hours", Kind.FACT, "Which hours do you really work, and who decides them?",
           "When did you last stay late?", "Is it quiet at some time of the year?", criterion="hours"),
    _place("travel", Kind.FACT, "How much are you on the road, and where to?",
           "With how much notice?", "What do you do on the way?", criterion="travel"),
    _place("body", Kind.FACT, "What does the work ask of your body?",
           "What do colleagues over fifty say?", "What helps against it?", criterion="load"),
    _place("stress", Kind.STORY, "When is the pressure highest, and what is it like then?",
           "How long does it last?", "Who helps whom?", criterion="load"),
    _place("feelings", Kind.STORY, "What do you take home with you in your head?",
           "How do you put it down?", "Did that change over the years?", criterion="load"),
    _place("from-home", Kind.FACT, "What can be done from elsewhere, and what needs you to be there?",
           "How does that go in practice?", "What is lost?"),
    _place("people-contact", Kind.FACT, "With whom from outside do you speak in a week, and about what?",
           "What is hard about it?", "Could somebody shy do it well?", criterion="people_contact"),
    _place("freedom", Kind.OPINION, "How much of your day can you arrange as you like?",
           "What is fixed?", "Who would object?", criterion="autonomy"),
    _place("pace", Kind.STORY, "What sets the pace of your work?",
           "Who decides how fast things have to go?", "What happens when it is too fast?", "Is there time to do it properly?", criterion="load"),
    _place("noise-dress", Kind.FACT, "What do people wear, and how loud is it?",
           "What would be out of place?", "Was that always so?"),
)  # fmt: skip

ORGANISATION = (
    _firm("how-it-lives", Kind.FACT, "How does this place make its living, or what is it judged by?",
          "Who pays?", "What would it stop doing first if money were short?", look_up="organisation",
          sharper="Your pages say what you do; what decides, on the inside, whether it was a good year?"),
    _firm("where-it-fits", Kind.FACT, "Where does your work fit into the whole?",
          "Who waits for it?", "Who comes before you?"),
    _firm("who-decides", Kind.STORY, "How was the last larger decision here made?",
          "Who was heard?", "How long did it take?"),
    _firm("how-people-talk", Kind.OPINION, "How do people here treat one another when they disagree?",
          "Can you think of a case?", "And with those at the top?"),
    _firm("elsewhere", Kind.OPINION, "How would the same work be different at a smaller or larger place?",
          "Where would you rather have started?", "Who would thrive where?"),
    _firm("who-stays", Kind.FACT, "How long do people usually stay here?",
          "What makes them stay?", "Where do they go?"),
    _firm("who-is-here", Kind.FACT, "Who works here: what backgrounds, what ages?",
          "Who is missing?", "How do newcomers find their feet?"),
    _firm("good-place", Kind.ADVICE, "How can one tell from outside whether a place is good to work at?",
          "What would you ask them?", "What should make me careful?", aim=frozenset({Aim.GET_IN})),
    _firm("what-changed-here", Kind.STORY, "What has changed here since you came?",
          "For better or worse?", "What should have changed and did not?"),
)  # fmt: skip

LIFE = (
    _life("predictable", Kind.FACT, "How far ahead do you know your hours?",
          "How often do they change at the last moment?", "Who gets a say?", minutes=2),
    _life("busy-seasons", Kind.FACT, "Is there a busy season, and what should one expect then?",
          "How long does it last?", "What makes up for it?", minutes=2),
    _life("how-combined", Kind.OPINION, "How do people here combine the work with the rest of their life?",
          "What does the place do about it?", "What would you wish for?", minutes=2),
    _life("nights-weekends", Kind.FACT, "How are evenings, nights and weekends shared out?",
          "How many in a month?", "Can one ask to be left out?", minutes=2, aim=_WHICH),
    _life("part-time", Kind.FACT, "What should one expect who wants to work shorter hours for a while?",
          "Who has done it?", "What did it cost them?", minutes=2),
    _life("where-to-live", Kind.FACT, "Where does one have to live for this work?",
          "Could you move and keep it?", "How long is the way in the morning for most?", criterion="travel", minutes=2),
)  # fmt: skip
