from math import comb

import pytest

from halfhour.contact.rules.answer_rates import Asked, names_needed, rate, rates_by_route, wilson
from halfhour.decide.rules.spread import Voice, spread_hints


def test_five_of_seventeen() -> None:
    found = rate(5, 17)
    assert found.words == "5 of 17; likely 13 to 53 in a hundred"
    assert (found.low, found.high) == (pytest.approx(0.1328, abs=1e-4), pytest.approx(0.5313, abs=1e-4))


@pytest.mark.parametrize(
    ("yes", "asked", "low", "high"),
    [
        pytest.param(0, 0, 0.0, 1.0, id="nobody asked"),
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(10, 10, 0.7225, 1.0, id="all of ten"),
        pytest.param(1, 1, 0.2065, 1.0, id="one of one is no certainty"),
    ],
)
def test_the_range(yes: int, asked: int, low: float, high: float) -> None:
    found = wilson(yes, asked)
    assert found == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_the_range_covers_the_truth_nine_times_in_ten() -> None:
    coverage = []
    for asked in (5, 10, 17, 30, 50):
        for percent in range(2, 99, 2):
            p = percent / 100
            covered = 0.0
            for yes in range(asked + 1):
                low, high = wilson(yes, asked)
                if low <= p <= high:
                    covered += comb(asked, yes) * p**yes * (1 - p) ** (asked - yes)
            coverage.append(covered)
    assert sum(coverage) / len(coverage) > 0.94
    assert sum(c >= 0.9 for c in coverage) / len(coverage) > 0.95
    assert min(coverage) > 0.8


def test_rates_by_route() -> None:
    asked = [Asked("email", n < 2) for n in range(6)] + [Asked("introduction", True)] * 2
    asked += [Asked("email", False, finished=False)] * 5
    found = rates_by_route(asked)
    assert [(route, r.yes, r.asked) for route, r in found.items()] == [
        ("email", 2, 6),
        ("introduction", 2, 2),
    ]


@pytest.mark.parametrize(
    ("wanted", "yes", "asked", "likely", "fewest", "most"),
    [
        pytest.param(3, 5, 17, 10, 6, 23, id="three more at 5 of 17"),
        pytest.param(1, 5, 17, 4, 2, 8, id="one more"),
        pytest.param(2, 0, 0, 4, 2, None, id="no answers yet"),
        pytest.param(2, 0, 6, 16, 6, None, id="none of six: many more"),
        pytest.param(0, 5, 17, 0, 0, 0, id="no more wanted"),
    ],
)
def test_how_many_more_names(
    wanted: int, yes: int, asked: int, likely: int, fewest: int, most: int | None
) -> None:
    found = names_needed(wanted, yes=yes, asked=asked)
    assert (found.likely, found.fewest, found.most) == (likely, fewest, most)


def test_impossible_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="more answers"):
        wilson(3, 2)


def voices(
    *, years: list[int | None], organisations: str = "abc", sizes: list[str] | None = None
) -> list[Voice]:
    sizes = sizes or ["small", "large", "large"]
    return [
        Voice(
            f"p{n}",
            y,
            organisations[n],
            sizes[n],
            ["working", "senior", "working"][n],
            ["degree", "other", "degree"][n],
        )
        for n, y in enumerate(years)
    ]


@pytest.mark.parametrize(
    ("people", "words"),
    [
        pytest.param(voices(years=[20, 18, 31]), "more than 15 years", id="three old hands"),
        pytest.param(voices(years=[20, 15, 31]), None, id="fifteen is not more than fifteen"),
        pytest.param(voices(years=[20, None, 31]), None, id="one unknown"),
        pytest.param(voices(years=[20, 18]), None, id="two old hands are too few to say"),
        pytest.param(voices(years=[2, 20], organisations="aa"), "works at a", id="two from one place"),
        pytest.param(
            voices(years=[2, 20, 3], sizes=["large"] * 3), "Hear one from a small one", id="all large"
        ),
        pytest.param([Voice("p", 20, "a")], None, id="one person"),
        pytest.param(
            [Voice(f"p{n}", n, str(n), level="heads") for n in range(3)],
            "near the beginning",
            id="all bosses",
        ),
        pytest.param(
            [Voice(f"p{n}", n, str(n), level=lv) for n, lv in enumerate(["heads", "senior", "heads"])],
            None,
            id="mixed levels",
        ),
        pytest.param(
            [Voice(f"p{n}", n, str(n), route_in="degree") for n in range(3)],
            "whom they know",
            id="one way in",
        ),
        pytest.param(
            [Voice(f"p{n}", n, str(n), led_by="Tom") for n in range(3)], "through Tom", id="one door"
        ),
    ],
)
def test_spread(people: list[Voice], words: str | None) -> None:
    hints = spread_hints(people)
    assert (hints == ()) if words is None else (len(hints) == 1 and words in hints[0])
