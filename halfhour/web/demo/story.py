"""Maya's three weeks, from the wonder to the morning on which a call is due and two people disagree."""

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.web.demo import NOW, asking, deciding, nadia, omar, priya, talks
from halfhour.web.demo.storyteller import Say, Story


def tell(user: User, say: Say) -> None:
    """Write the whole story, day by day."""
    story = Story(user, say)
    for chapter in (
        asking.second_of_november,
        asking.third_of_november,
        asking.first_letters,
        nadia.eva_introduces,
        asking.sam_says_no,
        omar.omar_says_yes,
        asking.jules_does_not_answer,
        nadia.nadia_talks,
        talks.lena_says_yes,
        asking.sixteenth_of_november,
        omar.omar_talks,
        priya.priya_says_yes,
        priya.priya_talks,
        deciding.what_maya_thinks_so_far,
    ):
        say(chapter.__doc__ or chapter.__name__)
        chapter(story)
    with clock.at(clock.parse_moment(NOW)):
        contact.follow_the_calendar()
