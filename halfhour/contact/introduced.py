"""The texts and the standing of each introduction: what the pages about them show."""

from dataclasses import dataclass
from datetime import date

from halfhour.contact.facts_of import facts_of, recipient_of
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Introduction
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.handover import mailto_url
from halfhour.contact.rules.introducer_words import Ended, draft_news, draft_reminder
from halfhour.contact.rules.introduction import Introduction as Note
from halfhour.contact.rules.introduction import draft_hand_back, draft_introduction
from halfhour.contact.rules.states import REMIND_INTRODUCER_WORKING_DAYS
from halfhour.contact.standings import Asking, news_owed
from halfhour.find.models import Person

ENDED = {Approach.Closed.NO_CONTACT: Ended.SILENCE, Approach.Closed.BY_HAND: Ended.LEFT}


@dataclass(frozen=True)
class Shown:
    """One introduction on its page. text: the reminder, or the words that hand it back, when one of them is due.

    news_by: by when the acquaintance should hear how it ended, when that is owed.
    """

    row: Introduction
    open: bool
    stalled: bool
    text: Draft | None
    mailto: str | None
    news_by: date | None


def rows_of(asking: Asking) -> list[Shown]:
    owed = {row.pk: day for row, day in news_owed(asking)}
    return [_shown(asking, row, owed.get(row.pk)) for row in asking.introductions]


def _shown(asking: Asking, row: Introduction, news_by: date | None) -> Shown:
    is_open = asking.approach.closed_at is None and not (row.introduced_on or row.declined_on)
    stalled = is_open and _stalled(row, asking.approach)
    text = None
    if stalled:
        text = hand_back(asking, row)
    elif is_open and row.reminded_on is None:
        text = reminder(asking, row)
    to = row.introducer.email
    mailto = mailto_url(to, text.subject, text.body) if text is not None and to else None
    return Shown(row, is_open, stalled, text, mailto, news_by)


def _stalled(row: Introduction, asked: Approach) -> bool:
    """Reminded once, five working days gone, and not a word."""
    if row.reminded_on is None or row.agreed_on:
        return False
    calendar = working_days_of(asked.owner.seeker, row.reminded_on)
    return asked.owner.today >= calendar.add(row.reminded_on, REMIND_INTRODUCER_WORKING_DAYS)


def note_for(asked: Approach, introducer: Person) -> Note:
    """The note that asks, with the paragraph that can be forwarded."""
    seed = f"{asked.pk}-{introducer.pk or introducer.name}"
    return draft_introduction(facts_of(asked, earlier=False), introducer=recipient_of(introducer), seed=seed)


def reminder(asking: Asking, row: Introduction) -> Draft:
    return draft_reminder(_facts(asking), introducer=recipient_of(row.introducer), seed=_seed(row))


def hand_back(asking: Asking, row: Introduction) -> Draft:
    return draft_hand_back(_facts(asking), introducer=recipient_of(row.introducer), seed=_seed(row))


def news_of(asking: Asking, row: Introduction) -> Draft:
    """Thanks and how it ended, when no talk came of it."""
    return draft_news(
        _facts(asking),
        introducer=recipient_of(row.introducer),
        ended=ENDED.get(Approach.Closed(asking.approach.closed_because or Approach.Closed.REFUSED), Ended.NO),
        asked=row.introduced_on is not None,
        seed=_seed(row),
    )


def _facts(asking: Asking) -> Facts:
    return facts_of(asking.approach, asking=asking, earlier=False)


def _seed(row: Introduction) -> str:
    return f"{row.approach_id}-{row.introducer_id}"
