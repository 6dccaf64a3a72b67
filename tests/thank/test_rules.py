from datetime import UTC, date, datetime, timedelta

import pytest

from halfhour.thank.rules.loops import AdviceDone, Helper, advice_to_report, news_owed, next_touch
from halfhour.thank.rules.times import is_late, thanks_times

ENDED = datetime(2026, 5, 12, 14, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_clock_starts_at_the_real_end() -> None:
    times = thanks_times(ENDED)
    assert (times.due_at - ENDED, times.overdue_at - ENDED) == (24 * HOUR, 48 * HOUR)
    assert [is_late(ENDED, ENDED + hours * HOUR) for hours in (24, 47, 48)] == [False, False, True]


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
