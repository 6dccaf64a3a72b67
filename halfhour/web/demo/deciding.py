"""The chapters in which an aunt opens a door, and Maya writes down what she thinks so far."""

from datetime import date, time

from halfhour.contact import actions as contact
from halfhour.decide import actions as decide
from halfhour.find import actions as find
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview, Mark
from halfhour.record import actions as record
from halfhour.record.models import Finding
from halfhour.record.told import AdviceTold, OpportunityTold, QualityTold, StatementTold, StepTold, WayTold
from halfhour.thank import actions as thank
from halfhour.web.demo.storyteller import Story

NOTE = (
    "Dear Eva, you once mentioned a colleague who tests children's hearing at the schools. I am trying to find out what the work of "
    "an audiologist is really like, and would love to hear from her for twenty minutes; I am not looking for a job there. Could you "
    "ask her whether I may call? If it does not suit, that is fine. Love, Maya"
)


def eva_introduces(story: Story) -> None:
    """Aunt Eva asks Nadia Brandt for Maya, and Nadia talks on 12 November."""
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
    nadia_talks(story)


def nadia_talks(story: Story) -> None:
    """Twenty minutes were agreed; Nadia offered to go on."""
    talk = Interview.objects.get(owner=story.user, person__given="Nadia")
    with story.on(11, 12, 15, 30):
        interviews.say_before(talk, confidence=35, expected=50)
        interviews.start_interview(talk)
    with story.on(11, 12, 15, 51):
        interviews.mark(talk, key="demo-nadia-1", kind=Mark.Kind.EXTENDED)
    with story.on(11, 12, 15, 57):
        interviews.end_interview(talk)
    with story.on(11, 12, 19, 0):
        record.save_debrief(
            talk,
            statements=(
                StatementTold(
                    "hours", "Half past seven to half past three, and never a night.", stance=1, quote=True
                ),
                StatementTold(
                    "tasks",
                    "I see eleven children before lunch, and most of them are fine.",
                    stance=1,
                    quote=True,
                ),
                StatementTold(
                    "education",
                    "A doctorate: four years after the degree. I was twenty-eight.",
                    stance=-1,
                    quote=True,
                ),
                StatementTold(
                    "satisfaction", "A boy heard his sister's voice and turned round.", stance=1, quote=True
                ),
                StatementTold(
                    "frustrations", "The reports take as long as the children.", stance=-1, quote=True
                ),
                StatementTold(
                    "setting", "A van, a quiet room in each school, nobody at the next desk.", stance=0
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
            ),
            advice=(
                AdviceTold(
                    "advice", "Sit in on one morning before paying for a single course", date(2026, 12, 15)
                ),
            ),
            lists={
                "organisations": ["Educational Audiology Association"],
                "trends": ["children's headphones"],
            },
            lists_empty={
                "people": "nothing",
                "publications": "not_asked",
                "companies": "nothing",
                "interests": "nothing",
            },
            day_to_day="Two schools a day, tests in the morning, reports and parents in the afternoon.",
            environment="",
            surprised_me="That most of the day is healthy children, and that the reports eat the afternoon.",
            quote="I see eleven children before lunch, and most of them are fine",
            use="I will sit in on one morning of school tests before I look at any course",
            fit_interests=1,
            fit_interests_because="it is listening, but not to sound itself",
            fit_skills=1,
            fit_skills_because="I would need the science",
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
        )
    with story.on(11, 13, 7, 45):
        message = thank.thanks_of(talk)
        thank.record_thanked(message, subject=message.subject, body=message.body)
        news = thank.news_of(talk, story.person("Eva"))
        thank.record_thanked(news, subject=news.subject, body=news.body)


def what_maya_thinks_so_far(story: Story) -> None:
    """Monday 23 November: a decision for now, with what would change it."""
    with story.on(11, 23, 10, 50):
        sound, hearing = story.candidate("game sound designer"), story.candidate("audiologist")
        decide.judge(
            sound,
            outcome="need_more",
            because="The listening is what I want every day. About the hours two people say opposite things.",
        )
        decide.judge(
            hearing,
            outcome="alternate",
            because="The hours and the children, yes. Four more years of study is twice what I wanted.",
        )
        decide.decide(
            story.user,
            choice=sound,
            alternate=hearing,
            reasons="I want to work with sound itself, and the way in is a portfolio I can begin now. Audiology fits my hours, but not"
            " the two years I am ready to study.",
            would_change_my_mind="If Dana Whitfield says what Priya says about March. Then no night work, which I must have, depends"
            " on luck with the studio.",
            first_steps="Call Dana today. Lena Ortiz on Wednesday. One scene in a game engine by 13 December.",
            cited=list(
                Finding.objects.visible_to(story.user).filter(
                    text__in=(
                        "We stopped doing overtime two years ago. I am home at six.",
                        "Nobody asked for my degree. They listened to the portfolio.",
                        "Crunch every spring. In March I slept under the desk twice.",
                        "A doctorate: four years after the degree. I was twenty-eight.",
                    )
                )
            ),
        )
