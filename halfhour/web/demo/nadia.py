"""The chapter in which Aunt Eva opens a door, and Nadia Brandt talks longer than was asked."""

from datetime import date, time

from halfhour.choose import actions as choose
from halfhour.contact import actions as contact
from halfhour.find import actions as find
from halfhour.interview import actions as interviews
from halfhour.record import actions as record
from halfhour.record.models import Noted
from halfhour.record.told import AdviceTold, OpportunityTold, PersonTold, QualityTold, StepTold, WayTold
from halfhour.thank import actions as thank
from halfhour.web.demo.storyteller import Said, Story, at

NOTE = """Dear Eva,

You once mentioned a colleague who tests children's hearing at the schools, Nadia Brandt. Would you ask her first whether I may call? If it does not suit you, or her, that is completely fine. And if you would rather not ask: may I mention your name if I write to her myself? Here is a paragraph you can forward as it is.

I am Maya Lindqvist, in my second year of audio production at Harbor Community College. I am trying to find out what the work of an audiologist is really like, and would like to hear from you, because you test children at their own school. May I ask you about it for 20 minutes? I am looking for information, not for a job.

If she says yes, I will call her to arrange a time. I will tell you how it went.

Love, Maya"""
ANSWERS = {
    "last-week": Said("I see eleven children before lunch, and most of them are fine.", stance=1, quote=True),
    "how-you-came": Said("As an assistant first; her supervisor told her to go on.", stance=0),
    "what-counted": Said("The placements. The rest was exams.", stance=0, quote=True),
    "wears-you-down": Said("The reports take as long as the children.", stance=-1, quote=True),
    "would-see": Said("A van, a quiet room in each school, nobody at the next desk.", stance=1),
    "how-combined": Said("Half past seven to half past three, and never a night.", stance=1, quote=True),
    "school-worth-it": Said(
        "A doctorate: four years after the degree. I was twenty-eight.", stance=-1, quote=True
    ),
    "what-keeps-you": Said("A boy heard his sister's voice and turned round.", stance=1, quote=True),
    "who-else": Said("Harriet Boone; Nadia asks her first."),
    "not-asked": Said("Whether I like driving. She drives two hours a day."),
}


def eva_introduces(story: Story) -> None:
    """Aunt Eva asks Nadia Brandt for Maya, and Nadia says yes on the telephone."""
    hearing = story.candidate("audiologist")
    with story.on(11, 5, 18, 0):
        nadia = find.add_person(
            story.user,
            name="Nadia Brandt",
            title="Educational audiologist",
            organisation="Everett School District",
            phone="(425) 555-0178",
            how_met="my aunt works with her",
        )
        find.answer_sweep(nadia, does_it="yes", candidate=hearing)
        contact.open_approach(
            story.user,
            story.person("Nadia"),
            hearing,
            channel="introduction",
            minutes=20,
            why_person="you test children at their own school",
            anyway=True,
        )
        asked = contact.ask_introducer(story.approach("Nadia"), story.person("Eva"), body=NOTE)
    with story.on(11, 7, 12, 0):
        contact.record_introduction(asked, outcome="introduced", may_mention=True)
    with story.on(11, 9, 16, 0):
        contact.record_call(story.approach("Nadia"), key="demo-Nadia-call", outcome="reached-yes")
        interviews.arrange(
            story.approach("Nadia"),
            on=date(2026, 11, 12),
            at=time(15, 30),
            minutes=20,
            format="phone",
            link_or_number="(425) 555-0178",
        )
        story.plan("Nadia", ANSWERS)


def nadia_talks(story: Story) -> None:
    """Twenty minutes were agreed; Nadia offered to go on."""
    with story.on(11, 11, 16, 0):
        interviews.confirm(story.talk("Nadia"))
    with story.on(11, 12, 15, 25):
        interviews.say_before(story.talk("Nadia"), confidence=35, expected=50)
    talk = story.hold("Nadia", begins=at(11, 12, 15, 30), minutes=27, answers=ANSWERS, extended=21)
    with story.on(11, 12, 19, 0):
        debrief = record.save_debrief(
            talk,
            answers=story.answers(talk, ANSWERS),
            people=(
                PersonTold(
                    "Harriet Boone",
                    permission="not_asked",
                    title="Cochlear implant audiologist",
                    organisation="Cascade Children's Hospital",
                    why="The other end of the same work: fewer children, for years",
                    candidate=story.candidate("audiologist"),
                    first="them",
                ),
            ),
            path=(
                StepTold("Speech therapy assistant", "a clinic in Tacoma", "2009-2012"),
                StepTold(
                    "Doctorate in audiology", "University of Washington", "2012-2016", "kept working weekends"
                ),
                StepTold(
                    "Educational audiologist",
                    "Everett School District",
                    "since 2016",
                    "her supervisor told her",
                ),
            ),
            ways_in=(WayTold("degree", "bachelor in speech science, then the doctorate"),),
            opportunities=(
                OpportunityTold(
                    "shadow", "A morning of school tests", "Everett School District", "any Tuesday"
                ),
                OpportunityTold("volunteer", "Hearing-screening day", "Everett School District", "April"),
            ),
            qualities=(
                QualityTold(
                    True,
                    "I explain what I hear in plain words",
                    "She asked me to describe a noise; she wrote it down.",
                ),
                QualityTold(
                    False, "I know no anatomy and little physics", "Half of the first year is both, she says."
                ),
            ),
            advice=(
                AdviceTold(
                    "advice", "Sit in on one morning before paying for a single course", date(2026, 12, 15)
                ),
                AdviceTold("offer", "to let me sit in on a Tuesday morning of school tests"),
            ),
            lists={
                "people": ["Harriet Boone"],
                "organisations": ["Educational Audiology Association"],
                "trends": ["children's headphones"],
            },
            lists_empty={"publications": "not_asked", "companies": "nothing", "interests": "nothing"},
            day_to_day="Two schools a day, tests in the morning, reports and parents in the afternoon.",
            as_expected="The hearing aids, and the parents who are afraid of them.",
            otherwise="I thought of waiting rooms. She drives to the children and is hardly ever indoors with others.",
            wants=story.wants({"no night work": True, "at most two more years of study": False}),
            surprised_me="That most of the day is healthy children, and that the reports eat the afternoon.",
            quote="I see eleven children before lunch, and most of them are fine",
            use="I will sit in on one morning of school tests before I look at any course",
            fit_interests=1,
            fit_interests_because="it is listening, but not to sound itself",
            fit_skills=0,
            fit_skills_because="explaining, yes; the science I would have to learn",
            fit_personality=1,
            fit_personality_because="alone in a van suits me",
            leaning_before="unsure",
            leaning="unsure",
            leaning_because="The hours are what I want; four years more are not.",
            confidence=50,
            confidence_after=60,
            learned=80,
            years_in_job=10,
            referral_asked=True,
            they_spoke_percent=80,
            goal_changed=True,
        )
        choose.set_goal(
            story.user, text="Know by spring whether I finish audio production or change to health sciences."
        )
        record.mark_followed_up(debrief.noted.get(kind=Noted.Kind.ORGANISATIONS), wanted=True)
    with story.on(11, 13, 7, 45):
        message = thank.thanks_of(talk)
        thank.record_thanked(message, subject=message.subject, body=message.body)
        news = thank.news_of(talk, story.person("Eva"))
        thank.record_thanked(news, subject=news.subject, body=news.body)
