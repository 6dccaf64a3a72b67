"""What a held talk makes due: the thank-you within a day, news to those who led there, a line every three months."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.due.days import day_ends, day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.interview.models import Interview
from halfhour.record.models import Advice
from halfhour.thank.models import KeepInTouch, Thanks
from halfhour.thank.news import news_for
from halfhour.thank.rules.loops import AdviceDone, News, advice_to_report
from halfhour.thank.rules.thanks_text import quoted
from halfhour.thank.rules.times import thanks_times


def wanted_for_interview(interview: Interview) -> Iterator[Wanted]:
    if interview.ended_at is None or interview.kind != Interview.Kind.INTERVIEW:
        return
    if not Thanks.objects.filter(interview=interview, kind=Thanks.Kind.TALK).done().exists():
        times = thanks_times(interview.ended_at, due_hours=interview.owner.seeker.thanks_hours)
        yield Wanted(
            "thank.talk", due_at=times.due_at, overdue_at=times.overdue_at, shows_at=interview.ended_at
        )
    owed = news_for([interview])[interview.pk]
    if owed:
        zone, day = interview.owner.seeker.timezone, min(n.due_on for n in owed)
        yield Wanted(
            "thank.news",
            due_at=day_starts(day, zone),
            overdue_at=day_ends(day, zone),
            shows_at=interview.ended_at,
        )


def wanted_for_touch(touch: KeepInTouch) -> Iterator[Wanted]:
    if touch.stopped_at is None:
        yield Wanted("thank.touch", due_at=day_starts(touch.next_on, touch.owner.seeker.timezone))


def wanted_for_advice(advice: Advice) -> Iterator[Wanted]:
    """Advice was followed: its giver would like to hear."""
    if advice.kind == Advice.Kind.PROMISE or advice.done_at is None or advice.told_at is not None:
        return
    zone = clock.zone_of(advice.owner.seeker.timezone)
    done_on = advice.done_at.astimezone(zone).date()
    owed = advice_to_report([AdviceDone(advice.text, done_on)])
    for _advice, day in owed:
        yield Wanted(
            "thank.advice", due_at=day_starts(day, advice.owner.seeker.timezone), shows_at=advice.done_at
        )


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """The lines of Today for this step's rows, in a fixed number of queries."""
    about_talks = {r.subject_id for r in rows if r.kind in {"thank.talk", "thank.news"}}
    talks = Interview.objects.visible_to(user).with_people().select_related("debrief").in_bulk(about_talks)
    owed = news_for(talks.values()) if any(r.kind == "thank.news" for r in rows) else {}
    about_touch = {r.subject_id for r in rows if r.kind == "thank.touch"}
    touches = (
        KeepInTouch.objects.visible_to(user).select_related("person", "owner__seeker").in_bulk(about_touch)
        if about_touch
        else {}
    )
    about_advice = {r.subject_id for r in rows if r.kind == "thank.advice"}
    followed = (
        Advice.objects.visible_to(user).select_related("interview__person").in_bulk(about_advice)
        if about_advice
        else {}
    )
    made = []
    for row in rows:
        if row.kind == "thank.talk" and row.subject_id in talks:
            made.append(_talk(row, talks[row.subject_id], now))
        elif row.kind == "thank.news" and owed.get(row.subject_id):
            made.append(_news(row, talks[row.subject_id], owed[row.subject_id][0], now))
        elif row.kind == "thank.advice" and row.subject_id in followed:
            made.append(_advice(row, followed[row.subject_id]))
        elif row.kind == "thank.touch" and row.subject_id in touches:
            made.append(_touch(row, touches[row.subject_id]))
    return made


def months(days: int) -> str:
    """A number of days as about so many months."""
    count = max(1, round(days / 30))
    return ngettext("a month", "%(n)d months", count) % {"n": count}


def _late(row: Due, now: datetime) -> bool:
    return row.overdue_at is not None and now > row.overdue_at


def _talk(row: Due, talk: Interview, now: datetime) -> Line:
    name = talk.person.name
    debrief = getattr(talk, "debrief", None)
    said = debrief.quote if debrief else ""
    context = (
        _("They told you: “%(said)s” A draft that says so is ready.") % {"said": quoted(said)} if said else ""
    )
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=_late(row, now),
        overdue_at=row.overdue_at,
        shows_at=row.shows_at,
        person=name,
        text=_("Thank %(name)s for the talk") % {"name": name},
        context=context,
        why=_("A thank-you within a day, with one thing they said, is what people remember."),
        url=reverse("thank:talk", args=[talk.pk]),
        action=_("Read the draft"),
        headline=_("You owe %(name)s a thank-you.") % {"name": name},
    )


def _news(row: Due, talk: Interview, news: News, now: datetime) -> Line:
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=_late(row, now),
        overdue_at=row.overdue_at,
        shows_at=row.shows_at,
        person=news.helper.name,
        text=_("Tell %(helper)s how the talk with %(name)s went")
        % {"helper": news.helper.name, "name": talk.person.name},
        context=news.why,
        why=_("Whoever opened a door likes to hear what was behind it."),
        url=reverse("thank:news", args=[talk.pk, news.helper.person_id]),
        action=_("Write two lines"),
        headline=_("%(helper)s would like to hear how it went.") % {"helper": news.helper.name},
    )


def _advice(row: Due, advice: Advice) -> Line:
    name = advice.interview.person.name
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=False,
        overdue_at=None,
        shows_at=row.shows_at,
        person=name,
        text=_("Tell %(name)s that you followed their advice") % {"name": name},
        context=advice.text,
        why=_("People who give advice seldom hear what became of it."),
        url=reverse("thank:index") + "#advice",
        action=_("Tell them"),
    )


def _touch(row: Due, touch: KeepInTouch) -> Line:
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=False,
        overdue_at=None,
        shows_at=row.shows_at,
        person=touch.person.name,
        text=_("Send %(name)s a line") % {"name": touch.person.name},
        context=_("About %(time)s since the last one.")
        % {"time": months(touch.owner.seeker.keep_in_touch_days)},
        why=_("People who helped you like to know where you are now."),
        url=reverse("thank:touch", args=[touch.pk]),
        action=_("Write a line"),
    )
