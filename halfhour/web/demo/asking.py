"""The chapters in which Maya chooses, brings her contacts, and asks."""

from datetime import date

from halfhour.accounts.actions import describe_myself, welcome
from halfhour.choose import actions as choose
from halfhour.choose.models import Occupation
from halfhour.contact import actions as contact
from halfhour.find import actions as find
from halfhour.find.models import Source
from halfhour.web.demo.people import connections_csv
from halfhour.web.demo.storyteller import ZONE, Story


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
            ("no night work", "other", True),
            ("work with sound every day", "interests", True),
            ("at most two more years of study", "education", False),
            ("enough pay to live in Seattle", "earnings", False),
            ("use my ears more than a screen", "skills", False),
        ):
            choose.add_want(user, text=text, kind=kind, must=must)
        choose.set_goal(user, text="Find out whether audio production leads to work I would like.")


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
