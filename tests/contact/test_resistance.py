import re

import pytest

from halfhour.contact.rules.resistance import (
    CARDS,
    Card,
    Heard,
    Offer,
    answer_for,
    card,
    may_offer,
    too_forceful,
)


def test_every_case_has_one_card_on_its_own_key() -> None:
    assert sorted(c.heard for c in CARDS) == sorted(Heard)
    keys = [c.key for c in CARDS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z]", key) for key in keys)


@pytest.mark.parametrize("one", CARDS, ids=lambda c: c.heard.value)
def test_a_card_is_short_and_asks_for_no_job(one: Card) -> None:
    assert len(set(one.answers)) == len(one.answers) >= 2
    for answer in one.answers:
        assert len(re.findall(r"[.?!](?:\s|$)", answer)) <= 2, answer
        assert "!" not in answer
        assert not re.search(
            r"\b(opening|vacanc|position available|hire me|my résumé|consider me)", answer, re.IGNORECASE
        )
        assert answer.count("?") <= 1, answer


@pytest.mark.parametrize(
    ("offer", "before", "clear_no", "kind"),
    [
        pytest.param(Offer.OTHER_TIME, [], False, True, id="one alternative"),
        pytest.param(Offer.SHORTER_OR_PHONE, [], False, True, id="or the other"),
        pytest.param(Offer.SHORTER_OR_PHONE, [Offer.OTHER_TIME], False, False, id="not both"),
        pytest.param(Offer.ANOTHER_NAME, [Offer.OTHER_TIME], False, True, id="then a name"),
        pytest.param(Offer.ANOTHER_NAME, [Offer.ANOTHER_NAME], False, False, id="a name once"),
        pytest.param(Offer.OTHER_TIME, [Offer.ANOTHER_NAME], False, False, id="nothing after the name"),
        pytest.param(Offer.ANOTHER_NAME, [], True, False, id="nothing after a clear no"),
        pytest.param(Offer.NOTHING, [Offer.ANOTHER_NAME], True, True, id="thanks always"),
    ],
)
def test_where_to_stop(offer: Offer, before: list[Offer], clear_no: bool, kind: bool) -> None:
    assert may_offer(offer, before, clear_no=clear_no) is kind


@pytest.mark.parametrize(
    ("offers", "clear_no", "words"),
    [
        pytest.param([Offer.NOTHING, Offer.OTHER_TIME, Offer.ANOTHER_NAME], False, None, id="courteous"),
        pytest.param(
            [Offer.OTHER_TIME, Offer.SHORTER_OR_PHONE], False, "second alternative", id="two alternatives"
        ),
        pytest.param([Offer.ANOTHER_NAME, Offer.OTHER_TIME], False, "let it be", id="on after the name"),
        pytest.param([Offer.ANOTHER_NAME], True, "had said no", id="after a clear no"),
    ],
)
def test_looking_back_on_a_call(offers: list[Offer], clear_no: bool, words: str | None) -> None:
    verdict = too_forceful(offers, clear_no=clear_no)
    assert verdict is None if words is None else words in (verdict or "")


def test_the_wordings_take_turns() -> None:
    said = [answer_for(Heard.HIRING, turn=n) for n in range(4)]
    assert len(set(said[:3])) == 3
    assert said[3] == said[0] == card(Heard.HIRING).answers[0]
