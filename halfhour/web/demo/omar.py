"""The chapter in which Omar Haddad talks by video, and agrees to a transcript."""

from datetime import date, time

from halfhour.contact import actions as contact
from halfhour.interview import actions as interviews
from halfhour.record import actions as record
from halfhour.record import transcripts
from halfhour.record.told import AdviceTold, OpportunityTold, QualityTold, StatementTold, StepTold, WayTold
from halfhour.thank import actions as thank
from halfhour.web.demo.storyteller import Said, Story, at

ANSWERS = {
    "last-week": Said(
        "Two weeks of recording outside, then a month at the desk editing it.", stance=1, quote=True
    ),
    "how-you-came": Said("Nobody asked for my degree. They listened to the portfolio.", stance=1, quote=True),
    "what-counted": Said(
        "One acoustics course. The rest came from mixing live sound for four years.", stance=0
    ),
    "wears-you-down": Said("You hand in forty versions of one door.", stance=-1, quote=True),
    "would-see": Said(
        "Three desks with the curtains drawn, and a cupboard full of shoes and gravel.", stance=1
    ),
    "how-combined": Said("We stopped doing overtime two years ago. I am home at six.", stance=1, quote=True),
    "school-worth-it": Said(
        "One evening course in acoustics; he would leave out the rest.", stance=1, state="partly"
    ),
    "range-beginner": Said("", state="refused"),
    "who-else": Said("Nobody came to his mind; he will think about it.", state="partly"),
    "not-asked": Said("Whether I would still like it at the tenth door."),
}

# What the meeting program wrote down, as Maya pasted it.
SPOKEN = """WEBVTT

00:00:40.000 --> 00:00:47.000
<v Maya Lindqvist>What did your last working week look like, day by day?

00:00:48.000 --> 00:01:24.000
<v Omar Haddad>Last week was all desk. Two weeks of recording outside, then a month at the desk editing it. We were out at the pass with four microphones, and now I cut snow until my ears hurt. One meeting a day, never longer than half an hour.

00:04:10.000 --> 00:04:14.000
<v Maya Lindqvist>How did you come to this work, step by step?

00:04:15.000 --> 00:04:52.000
<v Omar Haddad>I mixed live sound in small clubs for four years, evenings, no future in it. Then dialogue for a film house, through somebody I had studied with. Nobody asked for my degree. They listened to the portfolio.

00:09:30.000 --> 00:09:34.000
<v Maya Lindqvist>What wears you down in this work?

00:09:35.000 --> 00:10:05.000
<v Omar Haddad>You hand in forty versions of one door. And then they take the second one. Honestly, most of the work is listening again to what you made yesterday.

00:12:20.000 --> 00:12:25.000
<v Maya Lindqvist>How do people here combine the work with the rest of their life?

00:12:26.000 --> 00:12:58.000
<v Omar Haddad>We stopped doing overtime two years ago. I am home at six. It took a producer who left because of it, and now nobody wants to go back.
"""


def omar_says_yes(story: Story) -> None:
    """Omar Haddad says yes to twenty minutes by video."""
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
    with story.on(11, 15, 20, 0):
        story.plan("Omar", ANSWERS)


def omar_talks(story: Story) -> None:
    """Omar Haddad talks on 17 November."""
    with story.on(11, 16, 12, 0):
        interviews.confirm(story.talk("Omar"))
    with story.on(11, 17, 15, 55):
        interviews.say_before(story.talk("Omar"), confidence=50, expected=60)
    talk = story.hold("Omar", begins=at(11, 17, 16, 1), minutes=20, answers=ANSWERS)
    with story.on(11, 17, 20, 30):
        transcripts.keep_transcript(
            talk, name="", data=SPOKEN.encode(), agreed="beginning", agreed_who="Omar Haddad"
        )
        record.save_debrief(
            talk,
            answers=story.answers(talk, ANSWERS),
            statements=(
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
                AdviceTold("offer", "to listen to one scene of mine"),
                AdviceTold("promise", "send him the scene when it runs in the engine", date(2026, 12, 15)),
            ),
            lists={
                "publications": ["Designing Sound"],
                "organisations": ["Audio Meetup Seattle"],
                "companies": ["Paper Kite Audio"],
                "trends": ["one sound person for three small games"],
            },
            lists_empty={"people": "nothing", "interests": "not_asked"},
            day_to_day="Recording trips in blocks, then weeks of editing; one meeting a day.",
            otherwise="I had expected overtime every spring, as everyone says of games.",
            wants=story.wants({"work with sound every day": True}),
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
            confidence_after=55,
            learned=75,
            years_in_job=6,
            referral_asked=True,
            they_spoke_percent=75,
            still_open="What a beginner earns. He would rather not say.",
        )
    with story.on(11, 18, 8, 30):
        message = thank.thanks_of(talk)
        thank.record_thanked(message, subject=message.subject, body=message.body)
