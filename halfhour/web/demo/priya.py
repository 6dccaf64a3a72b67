"""The chapter in which Priya Nair, in her first year, tells another story about the hours."""

from datetime import date, time

from halfhour.contact import actions as contact
from halfhour.interview import actions as interviews
from halfhour.record import actions as record
from halfhour.record.told import OpportunityTold, PersonTold, QualityTold, StatementTold, StepTold, WayTold
from halfhour.web.demo.storyteller import Said, Story, at

ANSWERS = {
    "last-week": Said("The first year is mostly cleaning dialogue.", stance=-1, quote=True),
    "how-you-came": Said("An internship, and then I simply stayed.", stance=1, quote=True),
    "what-counted": Said("The hours I spent editing for the college radio.", stance=1, quote=True),
    "wears-you-down": Said(
        "Four hundred lines a day, and you hear one of them in the game.", stance=-1, quote=True
    ),
    "would-see": Said("Fourteen people in one room with headphones on; hardly anyone talks.", stance=0),
    "how-combined": Said(
        "Crunch every spring. In March I slept under the desk twice.", stance=-1, quote=True
    ),
    "range-beginner": Said("", state="not_asked"),
    "test-myself": Said("A week of cleaning the same ten minutes of speech, every day.", state="answered"),
    "who-else": Said("Ingrid Solberg, who hires; I may say that Priya sent me."),
    "not-asked": Said("What the studio was like before this game."),
}


def priya_says_yes(story: Story) -> None:
    """Priya Nair says yes, and Maya plans what is still open after Omar."""
    with story.on(11, 10, 17, 0):
        contact.note_address(
            story.person("Priya"), kind="email", value="priya@example.net", found_at="she gave it to me"
        )
        story.ask("Priya", "game sound designer", why="you started less than a year ago", channel="email")
    with story.on(11, 13, 12, 0):
        contact.record_reply(
            story.approach("Priya"),
            key="demo-Priya-yes",
            kind="yes",
            channel="email",
            text="Yes! Monday the 23rd at half past eight, before work? Call me: (425) 555-0134",
        )
        interviews.arrange(
            story.approach("Priya"),
            on=date(2026, 11, 23),
            at=time(8, 30),
            minutes=20,
            format="phone",
            link_or_number="(425) 555-0134",
        )
    with story.on(11, 20, 18, 0):
        story.plan("Priya", ANSWERS)
        interviews.confirm(story.talk("Priya"))


def priya_talks(story: Story) -> None:
    """Priya Nair talked this morning, and does not agree with Omar about the hours."""
    with story.on(11, 23, 8, 20):
        interviews.say_before(story.talk("Priya"), confidence=60, expected=40)
    talk = story.hold("Priya", begins=at(11, 23, 8, 30), minutes=22, answers=ANSWERS)
    with story.on(11, 23, 9, 40):
        record.save_debrief(
            talk,
            answers=story.answers(talk, ANSWERS),
            statements=(
                StatementTold(
                    "satisfaction",
                    "The first time a player jumped at my sound, I cried.",
                    stance=1,
                    quote=True,
                ),
                StatementTold(
                    "entry_level", "Someone checks everything you do for a year, and that is good.", stance=1
                ),
            ),
            people=(
                PersonTold(
                    "Ingrid Solberg",
                    permission="yes",
                    title="Audio Director",
                    organisation="Northlight Interactive",
                    why="She hires, and says what beginners lack",
                    candidate=story.candidate("game sound designer"),
                ),
            ),
            path=(
                StepTold("Audio production student", "Cornish College", "2021-2025"),
                StepTold(
                    "Intern, then junior sound designer",
                    "Northlight Interactive",
                    "since 2025",
                    "answered a notice at school",
                ),
            ),
            ways_in=(WayTold("degree", "audio production, then an internship"),),
            opportunities=(
                OpportunityTold(
                    "internship", "Summer internship in audio", "Northlight Interactive", "apply in March"
                ),
            ),
            qualities=(
                QualityTold(
                    False, "I have never worked to a list of four hundred lines", "She asked how fast I cut."
                ),
            ),
            discovered=("dialogue editor",),
            lists={
                "people": ["Ingrid Solberg"],
                "companies": ["Northlight Interactive"],
                "interests": ["climbing"],
            },
            lists_empty={"organisations": "nothing", "publications": "not_asked", "trends": "not_asked"},
            day_to_day="Cleaning dialogue lines, checking them in the game, one review in the afternoon.",
            as_expected="People laugh a lot and go home late.",
            wants=story.wants({"no night work": False, "work with sound every day": True}),
            surprised_me="That the hours depend on the studio more than on the work.",
            quote="The first year is mostly cleaning dialogue",
            use="I will try a week of dialogue cleaning before I decide",
            fit_interests=1,
            fit_interests_because="I like the listening, less the repeating",
            fit_skills=1,
            fit_skills_because="I clean dialogue for the college radio already",
            fit_personality=1,
            fit_personality_because="she laughs about it; I could too",
            leaning_before="pursue",
            leaning="unsure",
            leaning_because="The hours. Omar says six o'clock, Priya says under the desk.",
            confidence=45,
            confidence_after=70,
            learned=70,
            years_in_job=1,
            referral_asked=True,
            they_spoke_percent=80,
            still_open="Whether the hours are the studio or the work. Ask Dana.",
        )
    with story.on(11, 23, 10, 30):
        contact.note_address(
            story.person("Ingrid"), kind="email", value="ingrid@example.net", found_at="Priya gave it to me"
        )
        contact.open_approach(
            story.user,
            story.person("Ingrid"),
            story.candidate("game sound designer"),
            channel="email",
            minutes=20,
            why_person="Priya says nobody knows better what beginners lack",
            anyway=True,
        )
