from datetime import UTC, date, datetime, timedelta

import pytest

from halfhour.thank.rules.loops import AdviceDone, Helper, advice_to_report, news_owed, next_touch
from halfhour.thank.rules.times import ThanksStatus, is_late, late_opening, thanks_status, thanks_times

ENDED = datetime(2026, 5, 12, 14, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "sent_after", "status"),
    [
        pytest.param(0, None, ThanksStatus.OPEN, id="just ended"),
        pytest.param(23.99, None, ThanksStatus.OPEN, id="before a day is over"),
        pytest.param(24, None, ThanksStatus.DUE, id="24 hours"),
        pytest.param(47.99, None, ThanksStatus.DUE, id="before two days are over"),
        pytest.param(48, None, ThanksStatus.OVERDUE, id="48 hours"),
        pytest.param(200, 3, ThanksStatus.SENT, id="sent the same day"),
        pytest.param(200, 48, ThanksStatus.SENT, id="sent at 48 hours"),
        pytest.param(200, 49, ThanksStatus.SENT_LATE, id="sent late"),
    ],
)
def test_thanks_are_due_at_24_hours_and_overdue_at_48(
    hours: float, sent_after: float | None, status: ThanksStatus
) -> None:
    sent_at = None if sent_after is None else ENDED + sent_after * HOUR
    assert thanks_status(ENDED, now=ENDED + hours * HOUR, sent_at=sent_at) is status


def test_the_clock_starts_at_the_real_end() -> None:
    times = thanks_times(ENDED)
    assert (times.due_at - ENDED, times.overdue_at - ENDED) == (24 * HOUR, 48 * HOUR)
    assert [is_late(ENDED, ENDED + hours * HOUR) for hours in (24, 47, 48)] == [False, False, True]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        pytest.param(0, None, id="today"),
        pytest.param(2, None, id="two days"),
        pytest.param(3, "Tuesday", id="three days"),
        pytest.param(14, "May 12", id="two weeks"),
        pytest.param(90, "in May", id="three months"),
    ],
)
def test_a_late_opening(days: int, words: str | None) -> None:
    line = late_opening(date(2026, 5, 12), today=date(2026, 5, 12) + timedelta(days=days))
    assert line is None if words is None else words in (line or "")


TOM, NORA = Helper(1, "Tom", "introduced"), Helper(2, "Nora", "named")


@pytest.mark.parametrize(
    ("helpers", "told", "owed"),
    [
        pytest.param([], [], [], id="found alone"),
        pytest.param([TOM, NORA], [], ["Tom", "Nora"], id="both led there"),
        pytest.param([TOM, NORA], [1], ["Nora"], id="one has heard"),
        pytest.param([Helper(1, "Tom", "named"), TOM], [], ["Tom"], id="introduced and named is told once"),
    ],
)
def test_news_for_those_who_led_there(helpers: list[Helper], told: list[int], owed: list[str]) -> None:
    news = news_owed(helpers, talked_to="Dana", held_on=date(2026, 5, 12), told=told)
    assert [n.helper.name for n in news] == owed
    assert all(n.due_on == date(2026, 5, 19) for n in news)


def test_the_introduction_is_the_reason_given() -> None:
    (news,) = news_owed([Helper(1, "Tom", "named"), TOM], talked_to="Dana", held_on=date(2026, 5, 12))
    assert news.why == "Tom asked Dana for you."


def test_advice_that_was_followed_is_reported() -> None:
    done = AdviceDone("visit the open day", date(2026, 5, 20))
    earlier = AdviceDone("read the book", date(2026, 5, 14))
    others = [AdviceDone("not yet", None), AdviceDone("told", date(2026, 5, 1), date(2026, 5, 2))]
    assert advice_to_report([done, *others, earlier]) == [
        (earlier, date(2026, 5, 21)),
        (done, date(2026, 5, 27)),
    ]


def test_a_line_about_every_three_months() -> None:
    assert next_touch(date(2026, 5, 12)) == date(2026, 8, 10)
