"""What happened before a journey begins, written through the same actions as the pages use."""

from datetime import UTC, date, datetime, time

from halfhour import clock
from halfhour.accounts import actions as accounts
from halfhour.accounts.models import User
from halfhour.choose import actions as choose
from halfhour.choose.models import Candidate, Occupation
from halfhour.contact import actions as contact
from halfhour.contact.models import Approach
from halfhour.find import actions as find
from halfhour.interview import actions as interviews
from halfhour.interview.models import Interview

SOUND, HEARING = "game sound designer", "audiologist"


def maya_at_the_laptop() -> User:
    """Who she is, two occupations and one thing she wants; Monday 16 November."""
    user = accounts.laptop_user()
    accounts.describe_myself(
        user,
        name="Maya Lindqvist",
        about="I am in my second year of audio production at Harbor Community College",
        email="maya@example.org",
        phone="(206) 555-0117",
        country="US",
        region="WA",
        timezone="America/Los_Angeles",
        minutes=20,
    )
    accounts.welcome(user)
    for words, code in ((SOUND, "27-4014.00"), (HEARING, "29-1181.00")):
        choose.add_candidate(user, words=words, occupation=Occupation.objects.get(code=code))
    choose.add_want(user, text="no night work", kind="setting", must=True)
    return User.objects.select_related("seeker").get(pk=user.pk)


def dana_is_asked(user: User) -> Approach:
    """A letter to Dana Whitfield, ready and not sent."""
    work = Candidate.objects.get(owner=user, words=SOUND)
    dana = find.add_person(
        user,
        name="Dana Whitfield",
        title="Sound Designer",
        organisation="Lantern Games",
        candidate=work,
        source=find.add_source(user, kind="network", name="LinkedIn"),
        email="dana@example.com",
        phone="(206) 555-0142",
        does_it="yes",
    )
    return contact.open_approach(
        user, dana, work, channel="email", minutes=20, why_person="your talk about recording the rain"
    )


def dana_will_talk(user: User) -> Interview:
    """Dana said yes: Monday 30 November at 12:30, for 20 minutes by telephone."""
    asked = dana_is_asked(user)
    draft = contact.draft_of(asked)
    contact.record_sent(asked, key="before-letter", subject=draft.subject, body=draft.body, because="before")
    asked = Approach.objects.select_related("owner__seeker").get(pk=asked.pk)
    with clock.at(datetime(2026, 11, 20, 18, 0, tzinfo=UTC)):
        contact.record_reply(asked, key="before-yes", kind="yes", channel="email", text="Yes, gladly.")
        return interviews.arrange(
            Approach.objects.select_related("owner__seeker").get(pk=asked.pk),
            on=date(2026, 11, 30),
            at=time(12, 30),
            minutes=20,
            format="phone",
            link_or_number="(206) 555-0142",
        )
