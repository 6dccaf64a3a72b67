"""The chapter in which Maya writes down what she thinks so far."""

from halfhour.decide import actions as decide
from halfhour.record.models import Finding
from halfhour.web.demo.storyteller import Story


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
            reasons="I want to work with sound itself, and the way in is a portfolio I can begin now. Audiology has the hours I want,"
            " but it asks for a doctorate: four more years, and I am ready for two.",
            would_change_my_mind="The hours. Omar is home at six; Priya slept under her desk in March. If Dana Whitfield tells of nights"
            " too, I choose audiology, because no night work is a must. If she is home in the evening as well, sound design it is.",
            first_steps="Call Dana Whitfield today, as I wrote to her. Visit Lena Ortiz on Wednesday and ask what a beginner earns."
            " One scene in a game engine by 13 December, and send it to Omar.",
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
