"""Maya's three weeks, from the wonder to the morning on which a call is due and two people disagree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from halfhour import clock
from halfhour.accounts.actions import describe_myself, welcome
from halfhour.accounts.models import User
from halfhour.choose import actions as choose
from halfhour.choose.models import Candidate, Occupation
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.find import actions as find
from halfhour.find.models import Person, Source
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
from halfhour.web.demo import NOW
from halfhour.web.demo.people import connections_csv

ZONE = "America/Los_Angeles"
Say = Callable[[str], object]


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Seattle."""
    return datetime(2026, month, day, hour, minute, tzinfo=clock.zone_of(ZONE)).astimezone(UTC)


@dataclass
class Story:
    """The story as it is told: the user, and the people by first name."""

    user: User
    say: Say

    def on(self, month: int, day: int, hour: int, minute: int = 0):  # type: ignore[no-untyped-def]  # a context manager
        self.user.refresh_from_db()
        self.user = User.objects.select_related("seeker").get(pk=self.user.pk)
        return clock.at(at(month, day, hour, minute))

    def person(self, first: str) -> Person:
        return (
            Person.objects.visible_to(self.user)
            .current()
            .select_related("organisation", "source")
            .get(given=first)
        )

    def candidate(self, words: str) -> Candidate:
        return Candidate.objects.get(owner=self.user, words=words)

    def approach(self, first: str) -> Approach:
        found = Approach.objects.visible_to(self.user).with_facts().select_related("owner__seeker")
        return found.filter(person__given=first).latest("opened_at")

    def ask(self, first: str, words: str, *, why: str, channel: str, minutes: int = 20) -> Approach:
        """Open the approach and send its letter as drafted."""
        contact.open_approach(
            self.user,
            self.person(first),
            self.candidate(words),
            channel=channel,
            minutes=minutes,
            why_person=why,
            anyway=True,
        )
        approach = self.approach(first)
        draft = contact.draft_of(approach)
        contact.record_sent(
            approach, key=f"demo-{first}-1", subject=draft.subject, body=draft.body, because="TEMP"
        )
        return self.approach(first)


def tell(user: User, say: Say) -> None:
    """Write the whole story, day by day."""
    story = Story(user, say)
    for chapter in (
        second_of_november,
        third_of_november,
        first_letters,
        jules_does_not_answer,
        sam_says_no,
        omar_talks,
        lena_says_yes,
        sixteenth_of_november,
        priya_talks,
    ):
        say(chapter.__doc__ or chapter.__name__)
        chapter(story)
    with clock.at(clock.parse_moment(NOW)):
        contact.follow_the_calendar()


def second_of_november(story: Story) -> None:
    """Monday 2 November: three occupations, and what she wants in a job."""
    with story.on(11, 2, 18, 30):
        user = story.user
        describe_myself(
            user,
            name="Maya Lindqvist",
            about="I am in my second year of audio production at Harbor Community College",
            situation="student",
            school="Harbor Community College",
            phone="(206) 555-0117",
            email="maya@example.org",
            country="US",
            region="WA",
            timezone=ZONE,
            minutes=20,
            time_sentence="I see our twenty minutes are over, and I know you have a full day.",
        )
        welcome(user)
        shortlist = (
            (
                "game sound designer",
                "27-4014.00",
                "Making strange noises all day with people who love games.",
            ),
            ("audiologist", "29-1181.00", "Tests, hearing aids, and a lot of waiting rooms."),
            (
                "music therapist",
                "29-1129.02",
                "Singing with people who need it. I have no idea how one earns a living.",
            ),
        )
        for words, code, expectation in shortlist:
            choose.add_candidate(
                user, words=words, occupation=Occupation.objects.get(code=code), expectation=expectation
            )
        for text, kind, must in (
            ("no night work", "setting", True),
            ("work with sound every day", "interests", True),
            ("at most two more years of study", "education", False),
            ("enough pay to live in Seattle", "earnings", False),
            ("use my ears more than a screen", "skills", False),
        ):
            choose.add_want(user, text=text, kind=kind, must=must)
        choose.set_goal(
            user, text="Know by spring whether I finish audio production or change to health sciences."
        )


def third_of_november(story: Story) -> None:
    """Tuesday 3 November: her own contacts, and the two people she sees every week."""
    with story.on(11, 3, 19, 0):
        user = story.user
        imported = find.read_file(user, name="Connections.csv", data=connections_csv())
        find.write_import(user, imported)
        while find.code_people(user, limit=500):
            pass
        find.add_person(
            user,
            name="Tom Reyes",
            title="Audio instructor",
            organisation="Harbor Community College",
            relationship="teacher",
            email="tom.reyes@example.edu",
            how_met="taught me recording",
        )
        find.add_person(
            user,
            name="Eva Lindqvist",
            title="School nurse",
            relationship="family",
            phone="(206) 555-0161",
            how_met="my aunt",
        )
        sound, hearing = story.candidate("game sound designer"), story.candidate("audiologist")
        for first in ("Dana", "Priya", "Omar", "Marcus", "Jules"):
            find.answer_sweep(story.person(first), does_it="yes", candidate=sound)
        for first in ("Lena", "Sam", "Aisha"):
            find.answer_sweep(story.person(first), does_it="yes", candidate=hearing)
        find.answer_sweep(story.person("Tom"), does_it="no", may_know=[sound])
        find.answer_sweep(story.person("Eva"), does_it="no", may_know=[hearing])
        find.answer_sweep(story.person("Hannah"), does_it="yes", candidate=story.candidate("music therapist"))


def first_letters(story: Story) -> None:
    """Wednesday 4 November: the first letters."""
    with story.on(11, 4, 17, 0):
        for first, phone, how in (
            ("Omar", "(425) 555-0123", "the studio's contact page"),
            ("Jules", "(206) 555-0150", "the studio's contact page"),
            ("Sam", "(206) 555-0171", "the hospital's directory"),
        ):
            contact.note_address(story.person(first), kind="phone", value=phone, found_at=how)
            contact.note_address(
                story.person(first), kind="email", value=f"{first.lower()}@example.net", found_at=how
            )
        story.ask(
            "Omar",
            "game sound designer",
            why="your talk about footsteps in snow at the Audio Meetup",
            channel="email",
        )
        story.ask("Jules", "game sound designer", why="the way Paper Kite records insects", channel="email")
        story.ask(
            "Sam",
            "audiologist",
            why="your clinic's page for parents of children who hear little",
            channel="email",
        )


def jules_does_not_answer(story: Story) -> None:
    """Three polite attempts with Jules Fontaine, and then the next name."""
    with story.on(11, 12, 10, 0):
        contact.record_call(story.approach("Jules"), key="demo-Jules-2", outcome="no-answer")
    with story.on(11, 19, 10, 15):
        contact.record_call(story.approach("Jules"), key="demo-Jules-3", outcome="voicemail")


def sam_says_no(story: Story) -> None:
    """Sam Cho has no time, and names Lena Ortiz."""
    with story.on(11, 6, 12, 0):
        contact.record_reply(
            story.approach("Sam"),
            key="demo-Sam-no",
            kind="no",
            channel="email",
            text="I am sorry, our clinic is short of people and I can't. Try Lena Ortiz at Sound Hearing, tell her I sent you.",
            named=contact.Named(
                name="Lena Ortiz",
                title="Audiologist, Au.D.",
                organisation="Sound Hearing Clinic",
                permission="yes",
            ),
        )
        contact.thank_for_answer(story.approach("Sam"))


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


def sixteenth_of_november(story: Story) -> None:
    """Monday 16 November: the next letters, with a call promised to Dana Whitfield for the 23rd."""
    with story.on(11, 16, 18, 0):
        dana = story.person("Dana")
        taught = Source.objects.create(
            owner=story.user,
            kind=Source.Kind.ACQUAINTANCE,
            name="Tom Reyes",
            detail="who taught me at Harbor Community College",
            may_mention=True,
        )
        find.describe_person(dana, salutation="Ms", phone="(206) 555-0142", source=taught)
        story.ask(
            "Dana",
            "game sound designer",
            why="your talk about recording the rain for Lantern",
            channel="email",
        )
    with story.on(11, 18, 17, 30):
        story.ask(
            "Marcus", "game sound designer", why="your post about reverb in small rooms", channel="network"
        )
    with story.on(11, 19, 17, 30):
        contact.note_address(
            story.person("Aisha"), kind="phone", value="(253) 555-0188", found_at="the practice's page"
        )
        contact.note_address(
            story.person("Aisha"), kind="email", value="aisha@example.net", found_at="the practice's page"
        )
        story.ask(
            "Aisha", "audiologist", why="your practice sees musicians with hearing damage", channel="email"
        )
    with story.on(11, 20, 16, 0):
        contact.record_reply(
            story.approach("Marcus"),
            key="demo-Marcus-later",
            kind="later",
            channel="network",
            call_back_on=date(2026, 12, 4),
            text="Swamped until the 4th, try me after?",
        )
        story.ask("Hannah", "music therapist", why="your groups for people after a stroke", channel="network")


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
