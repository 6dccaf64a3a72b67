"""The chapters in which people say yes and talk, and two of them disagree."""

from datetime import date, time

from halfhour.contact import actions as contact
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview, Mark
from halfhour.record import actions as record
from halfhour.record.told import (
    AdviceTold,
    OpportunityTold,
    PersonTold,
    QualityTold,
    StatementTold,
    StepTold,
    WayTold,
)
from halfhour.thank import actions as thank
from halfhour.web.demo.storyteller import Story


def omar_talks(story: Story) -> None:
    """Omar Haddad says yes, and talks on 17 November."""
    with story.on(11, 9, 9, 40):
        contact.record_reply(
            story.approach("Omar"),
            key="demo-Omar-yes",
            kind="yes",
            channel="email",
            text="Happy to. Tuesday the 17th at four, by video? Send me a link.",
        )
        interviews.arrange(
            story.approach("Omar"),
            on=date(2026, 11, 17),
            at=time(16, 0),
            minutes=20,
            format="video",
            link_or_number="https://meet.example.org/maya",
        )
    talk = Interview.objects.get(owner=story.user, person__given="Omar")
    with story.on(11, 17, 16, 1):
        interviews.start_interview(talk)
    with story.on(11, 17, 16, 9):
        interviews.mark(
            talk, key="demo-omar-1", kind=Mark.Kind.STAR, text="two weeks recording, a month at the desk"
        )
    with story.on(11, 17, 16, 21):
        interviews.end_interview(talk)
    with story.on(11, 17, 20, 30):
        record.save_debrief(
            talk,
            statements=(
                StatementTold(
                    "tasks",
                    "Two weeks of recording outside, then a month at the desk editing it.",
                    stance=1,
                    quote=True,
                ),
                StatementTold(
                    "hours",
                    "We stopped doing overtime two years ago. I am home at six.",
                    stance=1,
                    quote=True,
                ),
                StatementTold(
                    "routes",
                    "Nobody asked for my degree. They listened to the portfolio.",
                    stance=1,
                    quote=True,
                ),
                StatementTold(
                    "frustrations", "You hand in forty versions of one door.", stance=-1, quote=True
                ),
                StatementTold(
                    "trends", "Small studios share one sound person between three games.", stance=0
                ),
            ),
            path=(
                StepTold("Live sound engineer", "small clubs", "2012-2016", "evenings, no future"),
                StepTold("Dialogue editor", "a film house", "2016-2020", "through a former classmate"),
                StepTold(
                    "Game audio designer",
                    "Tidepool Studios",
                    "since 2020",
                    "sent a portfolio of three scenes",
                ),
            ),
            ways_in=(WayTold("portfolio", "three short scenes with all sound replaced"),),
            opportunities=(
                OpportunityTold("project", "Sound for the January game jam", "Audio Meetup", "16-18 January"),
            ),
            qualities=(
                QualityTold(
                    True, "I hear small differences quickly", "He played two doors; I knew which was foley."
                ),
                QualityTold(False, "I have never worked in a game engine", "He asked; I had to say no."),
            ),
            advice=(
                AdviceTold(
                    "advice", "Put one scene into a game engine before writing to studios", date(2026, 12, 13)
                ),
            ),
            lists={
                "publications": ["Designing Sound"],
                "organisations": ["Audio Meetup Seattle"],
                "companies": ["Paper Kite Audio"],
            },
            lists_empty={"people": "nothing", "trends": "not_asked", "interests": "nothing"},
            day_to_day="Recording trips in blocks, then weeks of editing; one meeting a day.",
            surprised_me="How little of it is making noises, and how much is listening again.",
            quote="You hand in forty versions of one door",
            use="I will rebuild one scene from start to end before I decide",
            fit_interests=1,
            fit_interests_because="the recording weeks, yes; the forty doors, not sure",
            fit_skills=1,
            fit_skills_because="my ears are good enough",
            fit_personality=0,
            fit_personality_because="a lot of sitting alone",
            leaning_before="pursue",
            leaning="pursue",
            leaning_because="It is calmer than I feared.",
            confidence=60,
            referral_asked=True,
            they_spoke_percent=75,
        )
    with story.on(11, 18, 8, 30):
        message = thank.thanks_of(talk)
        thank.record_thanked(message, subject=message.subject, body=message.body)


def lena_says_yes(story: Story) -> None:
    """Lena Ortiz, whom Sam named, will talk on Wednesday."""
    with story.on(11, 12, 18, 0):
        story.ask(
            "Lena",
            "audiologist",
            why="your clinic lets people borrow hearing aids to try them",
            channel="email",
        )
    with story.on(11, 16, 8, 50):
        contact.record_reply(
            story.approach("Lena"),
            key="demo-Lena-yes",
            kind="yes",
            channel="email",
            text="If Sam sends you, gladly. Wednesday the 25th at half past twelve, here at the clinic?",
        )
        interviews.arrange(
            story.approach("Lena"),
            on=date(2026, 11, 25),
            at=time(12, 30),
            minutes=20,
            format="visit",
            place="Sound Hearing Clinic, 214 Pine Street, second floor",
        )


def priya_talks(story: Story) -> None:
    """Priya Nair talked this morning, and does not agree with Omar about the hours."""
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
    talk = Interview.objects.get(owner=story.user, person__given="Priya")
    with story.on(11, 20, 18, 0):
        interviews.confirm(talk)
    with story.on(11, 23, 8, 30):
        interviews.start_interview(talk)
    with story.on(11, 23, 8, 41):
        interviews.mark(
            talk, key="demo-priya-1", kind=Mark.Kind.STAR, text="first year is mostly cleaning dialogue"
        )
    with story.on(11, 23, 8, 52):
        interviews.end_interview(talk)
    with story.on(11, 23, 9, 40):
        record.save_debrief(
            talk,
            statements=(
                StatementTold("tasks", "The first year is mostly cleaning dialogue.", stance=-1, quote=True),
                StatementTold(
                    "hours",
                    "Crunch every spring. In March I slept under the desk twice.",
                    stance=-1,
                    quote=True,
                ),
                StatementTold("routes", "An internship, and then I simply stayed.", stance=1, quote=True),
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
            discovered=("dialogue editor",),
            lists={
                "people": ["Ingrid Solberg"],
                "companies": ["Northlight Interactive"],
                "interests": ["climbing"],
            },
            lists_empty={"organisations": "nothing", "publications": "not_asked", "trends": "not_asked"},
            day_to_day="Cleaning dialogue lines, checking them in the game, one review in the afternoon.",
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
            referral_asked=True,
            they_spoke_percent=80,
        )
    with story.on(11, 23, 10, 30):
        ingrid = story.person("Ingrid")
        contact.note_address(ingrid, kind="email", value="ingrid@example.net", found_at="Priya gave it to me")
        contact.open_approach(
            story.user,
            story.person("Ingrid"),
            story.candidate("game sound designer"),
            channel="email",
            minutes=20,
            why_person="Priya says nobody knows better what beginners lack",
            anyway=True,
        )
