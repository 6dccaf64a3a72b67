"""The chapter in which Lena Ortiz agrees to a talk that is still to come."""

from datetime import date, time

from halfhour.contact import actions as contact
from halfhour.interview import actions as interviews
from halfhour.prepare import actions as prepare
from halfhour.web.demo.storyteller import Story


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
    with story.on(11, 22, 17, 0):
        prepare.say_ready(prepare.make_plan(story.approach("Lena")))
