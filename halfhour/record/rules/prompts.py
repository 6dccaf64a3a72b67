"""The four short prompts after a talk, and the ten long ones for those who want them.

Source: seriousjobseeker and Santa Clara (what did I learn, how does it fit, what else, who else); about.com's list of
reflections (facts, satisfaction, hours, stress, culture, misconceptions, red flags); wording ours.
"""

SHORT: tuple[tuple[str, str], ...] = (
    ("learned", "What do I know now that I did not know this morning?"),
    ("fits", "How does that sit with what I can do, what I care about and what I like?"),
    ("else", "What do I still need to hear, and from whom?"),
    ("who", "Who came up, and what have I promised?"),
)

LONG: tuple[tuple[str, str], ...] = (  # answers are stored under these keys
    ("new", "Which facts were new to me?"),
    ("satisfied", "Would I be content with such a day, a hundred times a year?"),
    ("dissatisfied", "Would what bothers them bother me too?"),
    ("hours", "Could I live with these hours?"),
    ("stress", "How much pressure was in what they said, and would I carry it well?"),
    ("culture", "Would I like to be among these people?"),
    ("competitive", "What would make someone choose me, and what not yet?"),
    ("opinion", "What do I think differently about than before?"),
    ("misconceptions", "Which picture of mine was wrong?"),
    ("red_flags", "What made me hesitate, even for a second?"),
)
