"""The method's rows on making contact, each acceptance check through the pages; named by the row's number."""

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach, Attempt, Channel, Draft, Override, Promise, Reply
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.resistance import CARDS
from halfhour.contact.rules.samples import SAMPLES
from halfhour.find.models import Acquaintance, Organisation, Person, Referral, Source

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
PROMISED = date(2026, 12, 2)


def on(day: date, hour: int = 17) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def text_of(page: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.content.decode())))


@pytest.fixture
def asked(monday: datetime, maya: User, okafor: Person, candidate: Candidate) -> Approach:
    why = "Your talk about recording the rain for Lantern"
    return actions.open_approach(maya, okafor, candidate, channel="email", minutes=20, why_person=why)


@pytest.fixture
def sent(asked: Approach) -> Attempt:
    draft = actions.draft_of(asked)
    return actions.record_sent(asked, key="first", subject=draft.subject, body=draft.body)


@pytest.fixture
def tobias(maya: User, candidate: Candidate) -> Person:
    return someone(maya, candidate, "Tobias Ek")


def someone(user: User, candidate: Candidate, name: str, **more: object) -> Person:
    given, family = name.split()
    told = {
        "title": "Sound designer", "email": f"{given.lower()}@example.com", "candidate": candidate, "code_by": "seeker",
        "occupation": candidate.occupation, "code_score": 1.0, "does_it": "yes", "level": "working",
        "added_at": MONDAY, "coded_at": MONDAY, **more,
    }  # fmt: skip
    return Person.objects.create(owner=user, name=name, given=given, family=family, **told)


def where(approach: Approach, name: str = "approach") -> str:
    return reverse(f"contact:{name}", args=[approach.pk])


def ends(client: Client, approach: Approach, outcome: str, key: str = "") -> Any:
    return client.post(where(approach, "attempts"), {"key": key or outcome, "outcome": outcome}, follow=True)


def checks(client: Client, approach: Approach, body: str) -> dict[str, str]:
    """What the tick list says of a text: the rule and how grave it is, nothing where all is well."""
    draft = actions.draft_of(approach)
    told = {"subject": draft.subject, "body": body, "version": str(draft.version), "page": "a"}
    page = client.post(where(approach, "check"), told)
    return {one["rule"]: one["severity"] for one in page.context["checks"]}


def lacking(client: Client, approach: Approach, rule: str) -> str:
    """The letter without the sentences that fulfil a rule, so that the rule names what is missing."""
    body = actions.draft_of(approach).body
    assert checks(client, approach, body)[rule] == ""
    pieces = re.split(r"(?<=[.?!;])(?=\s)", body)
    for many in (1, 2, 3):
        for at in range(len(pieces) - many + 1):
            shorter = "".join(pieces[:at] + pieces[at + many :])
            if checks(client, approach, shorter)[rule] == "must":
                return shorter
    raise AssertionError(f"{rule} is never named")


def test_m2_49_without_the_statement_the_checker_says_what_is_missing(
    asked: Approach, as_maya: Client
) -> None:
    shorter = lacking(as_maya, asked, "L-05")
    page = as_maya.post(where(asked, "check"), {"subject": "A", "body": shorter, "version": "1", "page": "a"})
    assert "information, not a job Say that you want information, not a job" in text_of(page)


def test_m2_50_the_ask_page_makes_it_smaller(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, okafor: Person, tobias: Person
) -> None:
    page = as_maya.get(reverse("contact:ask", args=[tobias.pk]))
    assert page.context["easier"].person == okafor
    assert f'href="{reverse("contact:ask", args=[okafor.pk])}' in page.content.decode()
    assert re.search(r'<button[^>]*name="then"[^>]*value="practise"', page.content.decode())
    assert page.content.decode().count("<cite>") == 1


def test_m2_50_practising_comes_before_anything_is_sent(
    monday: datetime, as_maya: Client, candidate: Candidate, okafor: Person
) -> None:
    told = {
        "candidate": candidate.pk,
        "way": "email",
        "minutes": "20",
        "why_person": "Your talk",
        "then": "practise",
    }
    answer = as_maya.post(reverse("contact:ask", args=[okafor.pk]), told)
    assert answer["Location"] == where(Approach.objects.get(), "rehearsal")
    assert Attempt.objects.count() == 0


def test_m2_52_a_no_brings_the_next_name_in_the_same_view(
    sent: Attempt, asked: Approach, as_maya: Client, tobias: Person
) -> None:
    page = ends(as_maya, asked, "reached-no")
    assert page.context["next"].person == tobias
    assert "Next: Tobias Ek" in text_of(page)
    assert page.context["next"].left < 3
    assert "Only 0 further names are on the list." in text_of(page)


@pytest.mark.parametrize(
    ("way", "channel"), [("email", "email"), ("letter", "letter"), ("network", "network")]
)
def test_m2_54_each_written_way_leaves_its_own_entry(
    monday: datetime, as_maya: Client, candidate: Candidate, okafor: Person, way: str, channel: str
) -> None:
    okafor.url, okafor.postal_address = "https://example.com/okafor", "12 Harbor Way, Seattle"
    okafor.save()
    told = {"candidate": candidate.pk, "way": way, "minutes": "20", "why_person": "Your talk about rain"}
    as_maya.post(reverse("contact:ask", args=[okafor.pk]), told)
    asked = Approach.objects.get()
    draft = actions.draft_of(asked)
    told = {
        "subject": draft.subject,
        "body": draft.body,
        "version": str(draft.version),
        "page": "a",
        "key": "k",
    }
    as_maya.post(where(asked, "sending"), told)
    assert [a.channel for a in Attempt.objects.all()] == [channel]


def test_m2_54_the_ask_page_offers_the_three_ways(monday: datetime, as_maya: Client, okafor: Person) -> None:
    ways = {one["way"] for one in as_maya.get(reverse("contact:ask", args=[okafor.pk])).context["ways"]}
    assert ways >= {"introduction", "email", "letter", "network", "phone"}


def test_m2_54_a_call_leaves_its_own_entry(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    ends(as_maya, asked, "no-answer")
    assert [a.channel for a in Attempt.objects.order_by("pk")] == ["email", "phone"]


def introduced(client: Client, asked: Approach, tom: Person) -> None:
    client.post(where(asked, "introductions"), {"introducer": tom.pk, "name": tom.name, "body": ""})


def test_m2_55_the_introducer_is_reminded(asked: Approach, as_maya: Client, tom: Person, maya: User) -> None:
    introduced(as_maya, asked, tom)
    page = as_maya.get(where(asked, "introductions"))
    assert "Asked on" in text_of(page)
    with clock.at(on(date(2026, 12, 2))):
        move = actions.standing_of(asked, maya.today).next
    assert (move.action, move.due_on) == ("remind-introducer", date(2026, 12, 2))


@pytest.mark.parametrize("outcome", ["agreed", "introduced", "declined"])
def test_m2_55_each_answer_is_shown(asked: Approach, as_maya: Client, tom: Person, outcome: str) -> None:
    introduced(as_maya, asked, tom)
    row = asked.introductions.get()
    as_maya.post(reverse("contact:introduction_outcome", args=[row.pk]), {"outcome": outcome})
    shown = {"agreed": "Will ask, since", "introduced": "Has spoken to them", "declined": "Would rather not"}
    assert shown[outcome] in text_of(as_maya.get(where(asked, "introductions")))


def test_m2_56_after_the_introduction_the_call_is_due_within_two_working_days(
    asked: Approach, as_maya: Client, tom: Person, maya: User
) -> None:
    introduced(as_maya, asked, tom)
    row = asked.introductions.get()
    with clock.at(on(date(2026, 11, 25))):
        as_maya.post(reverse("contact:introduction_outcome", args=[row.pk]), {"outcome": "introduced"})
        move = actions.standing_of(asked, maya.today).next
        page = as_maya.get("/")
    # Thanksgiving and the day after it are holidays in Washington
    assert (move.action, move.due_on) == ("call-to-arrange", date(2026, 12, 1))
    with clock.at(on(date(2026, 12, 1))):
        page = as_maya.get("/")
    assert "Tom Reyes has spoken to Adaeze Okafor for you." in text_of(page)


def test_m2_57_without_leave_the_name_is_absent_and_the_page_says_why(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, okafor: Person
) -> None:
    Source.objects.update(may_mention=False)
    okafor.refresh_from_db()
    asked = actions.open_approach(
        maya, okafor, candidate, channel="email", minutes=20, why_person="Your talk"
    )
    body = actions.draft_of(asked).body
    assert "Tom" not in body and "Reyes" not in body
    page = as_maya.get(where(asked))
    assert "not to be named, so no text names them" in text_of(page)
    assert checks(as_maya, asked, body.replace("\n\n", "\n\nTom Reyes sent me. ", 1))["L-02"] == "must"


def test_m2_58_whom_a_common_acquaintance_knows_ranks_first(
    monday: datetime, as_maya: Client, candidate: Candidate, okafor: Person, tobias: Person
) -> None:
    page = as_maya.get(reverse("find:index") + f"?for={candidate.pk}")
    shown = text_of(page)
    assert shown.index("Adaeze Okafor") < shown.index("Tobias Ek")
    assert "Tom Reyes" in shown


def test_m2_59_letter_file_and_e_mail_from_the_same_facts(
    asked: Approach, as_maya: Client, okafor: Person
) -> None:
    okafor.postal_address = "12 Harbor Way\nSeattle, WA 98101"
    okafor.save()
    letter = text_of(as_maya.get(where(asked, "letter")))
    assert "Adaeze Okafor" in letter and "12 Harbor Way" in letter and "Lantern Games" in letter
    mail = as_maya.get(where(asked, "eml"))
    assert mail["Content-Type"].startswith("message/rfc822")
    assert b"To: Adaeze Okafor <a.okafor@example.com>" in mail.content


def test_m2_60_a_stranger_is_written_to_first_and_then_called(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, tobias: Person
) -> None:
    tobias.phone = "(206) 555-0150"
    tobias.save()
    assert as_maya.get(reverse("contact:ask", args=[tobias.pk])).context["chosen"] == "email"
    asked = actions.open_approach(
        maya, tobias, candidate, channel="email", minutes=20, why_person="Your rain"
    )
    draft = actions.draft_of(asked)
    actions.record_sent(asked, key="one", subject=draft.subject, body=draft.body)
    assert actions.standing_of(asked, maya.today).next.action == "call-as-promised"


def test_m2_61_the_call_is_days_after_the_letter(asked: Approach, as_maya: Client) -> None:
    days = as_maya.get(where(asked)).context["promise_days"]
    assert (
        days[0] > date(2026, 11, 24) and asked.promise_on == date(2026, 12, 1)
    ) or asked.promise_on == PROMISED
    body = actions.draft_of(asked).body
    day = f"{asked.promise_on:%A} {asked.promise_on.day} {asked.promise_on:%B}"
    american = f"{asked.promise_on:%A, %B} {asked.promise_on.day}"
    today = body.replace(day, "Monday 23 November").replace(american, "Monday, November 23")
    assert today != body
    assert checks(as_maya, asked, today)["L-08"] == "must"


@pytest.mark.parametrize("rule", ["L-01", "L-04"])
def test_m2_62_and_64_what_is_left_out_is_named(asked: Approach, as_maya: Client, rule: str) -> None:
    assert lacking(as_maya, asked, rule)


def test_m2_63_the_same_reason_as_last_time_is_warned_about(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate, tobias: Person
) -> None:
    other = actions.open_approach(
        maya, tobias, candidate, channel="email", minutes=20, why_person="Your reel"
    )
    assert checks(as_maya, other, actions.draft_of(other).body)["L-03"] == ""
    copied = sent.body.replace("Dr Okafor", "Tobias Ek").replace("Okafor", "Ek")
    assert checks(as_maya, other, copied)["L-13"] in {"should", "must"}


@pytest.mark.parametrize("kind", list(Source.Kind.values))
def test_m2_65_and_66_each_source_makes_a_sentence(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, okafor: Person, kind: str
) -> None:
    Source.objects.update(
        kind=kind, name="Tom Reyes", detail="the spring issue of Soundings", may_mention=True
    )
    okafor.refresh_from_db()
    asked = actions.open_approach(
        maya, okafor, candidate, channel="email", minutes=20, why_person="Your talk"
    )
    assert checks(as_maya, asked, actions.draft_of(asked).body)["L-02"] == ""


def test_m2_67_a_letter_without_a_source_is_marked(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, tobias: Person
) -> None:
    asked = actions.open_approach(
        maya, tobias, candidate, channel="email", minutes=20, why_person="Your reel"
    )
    body = "Dear Tobias Ek,\n\nI am Maya Lindqvist and I study audio. Would you talk for 20 minutes?\n\nMaya"
    assert checks(as_maya, asked, body)["L-02"] == "should"


def test_m2_68_letter_task_and_calendar_say_one_day_and_it_is_locked_once_sent(
    asked: Approach, as_maya: Client, maya: User
) -> None:
    draft = actions.draft_of(asked)
    told = {
        "subject": draft.subject,
        "body": draft.body,
        "version": str(draft.version),
        "page": "a",
        "key": "k",
    }
    as_maya.post(where(asked, "promise"), {**told, "promise_on": "2026-12-03"})
    draft = actions.draft_of(Approach.objects.get())
    assert "Thursday" in draft.body and "December" in draft.body
    told = {
        "subject": draft.subject,
        "body": draft.body,
        "version": str(draft.version),
        "page": "a",
        "key": "k",
    }
    as_maya.post(where(asked, "sending"), told)
    assert Promise.objects.get().on == date(2026, 12, 3)
    assert b"20261203" in as_maya.get(where(asked, "calendar")).content
    as_maya.post(where(asked, "promise"), {**told, "promise_on": "2026-12-04"})
    assert Promise.objects.get().on == date(2026, 12, 3)
    with clock.at(on(date(2026, 12, 3))):
        assert "You promised Adaeze Okafor a call today." in text_of(as_maya.get("/"))


def test_m2_69_a_promise_that_was_not_kept_stands_on_top_and_is_apologised_for(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    day = Promise.objects.get().on
    with clock.at(on(date(2026, 12, 7))):
        assert "You promised Adaeze Okafor a call on" in text_of(as_maya.get("/"))
        card = as_maya.get(where(asked, "call"))
        assert card.context["apology"]
        assert str(day.day) in card.context["apology"]


def test_m2_70_samples_need_no_data_and_pass(monday: datetime, as_maya: Client) -> None:
    page = text_of(as_maya.get(reverse("contact:samples")))
    for sample in SAMPLES:
        assert re.sub(r"\s+", " ", max(sample.text.split("\n\n"), key=len))[:60] in page
        assert check(sample.kind, sample.text, sample.facts, today=sample.written_on).ok
    assert {sample.kind for sample in SAMPLES} >= {"letter"}
    assert len(SAMPLES) >= 3


def test_m2_71_the_telephone_says_what_it_costs(monday: datetime, as_maya: Client, okafor: Person) -> None:
    ways = as_maya.get(reverse("contact:ask", args=[okafor.pk])).context["ways"]
    phone = next(one for one in ways if one["way"] == "phone")
    assert re.search(r"[Ff]aster|quick", str(phone["cost"])) and re.search(
        r"courage|nerve|stress", str(phone["cost"])
    )


def test_m2_72_one_change_of_the_why_changes_letter_and_script(asked: Approach, as_maya: Client) -> None:
    told = {"why_person": "Your footsteps on gravel for Night Ferry", "minutes": "20", "channel": "email"}
    as_maya.post(where(asked, "change"), told)
    assert "gravel" in actions.draft_of(Approach.objects.get()).body
    assert "gravel" in text_of(as_maya.get(where(asked, "call")))


def test_m2_73_the_script_keeps_the_order(asked: Approach, as_maya: Client) -> None:
    cards = as_maya.get(where(asked, "call")).context["cards"]
    keys = (
        [card.step.value if hasattr(card.step, "value") else card.step for card in cards]
        if hasattr(cards[0], "step")
        else [card.key for card in cards]
    )
    expected = ["hello", "good-time", "who", "how-found", "why", "how-long", "when"]
    assert [k for k in keys if k in expected] == [k for k in expected if k in keys]
    assert keys[:3] == ["hello", "good-time", "who"]
    good_time = cards[1]
    assert "better" in good_time.if_not.lower()


def practised(client: Client, asked: Approach) -> None:
    told: dict[str, str] = {"character": "friendly"}
    for _ in range(20):
        page = client.post(where(asked, "rehearsal"), told)
        if page.context.get("feedback"):
            return
        told = {
            **told,
            "said": page.context["said"],
            "key": page.context["key"],
            "choice": page.context["choices"][0]["key"],
        }
    raise AssertionError("the call did not end")


def test_m2_74_rehearsals_are_counted_and_noticed(asked: Approach, as_maya: Client) -> None:
    assert as_maya.get(where(asked, "call")).context["practise"]
    practised(as_maya, asked)
    card = as_maya.get(where(asked, "call"))
    assert card.context["practise"] is None
    assert "1 rehearsal so far" in text_of(card)
    practised(as_maya, asked)
    assert "2 rehearsals so far" in text_of(as_maya.get(where(asked, "rehearsal")))


def test_m2_75_each_resistance_card_opens_with_one_key(asked: Approach, as_maya: Client) -> None:
    page = as_maya.get(where(asked, "call")).content.decode()
    keys = re.findall(r'data-key="(\w)"', page)
    assert len(keys) == len(set(keys)) >= len(CARDS)


def test_m2_76_no_card_asks_for_a_job_or_another_favour(asked: Approach, as_maya: Client) -> None:
    for item in as_maya.get(where(asked, "call")).context["resistance"]:
        found = check("call", item["says"], today=date(2026, 11, 23)).findings
        assert [f for f in found if f.rule == "NOJOB"] == [], item["says"]


def test_m2_77_a_better_time_is_dated_and_uses_up_no_attempt(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User
) -> None:
    with clock.at(on(PROMISED)):
        made = actions.standing_of(asked, maya.today).attempts
        page = ends(as_maya, asked, "call-back")
        assert "Did they name a day?" in text_of(page)
        reply = Reply.objects.get()
        as_maya.post(reverse("contact:call_back", args=[reply.pk]), {"on": "2027-03-01"})
        standing = actions.standing_of(Approach.objects.get(), maya.today)
    assert (standing.next.action, standing.next.due_on) == ("call-back", date(2027, 3, 1))
    assert standing.attempts == made


def test_m2_78_by_telephone_instead_is_one_step(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    with clock.at(on(PROMISED)):
        page = ends(as_maya, asked, "phone-instead")
    assert page.redirect_chain[-1][0] == reverse("interview:arrange", args=[asked.pk])
    assert re.search(r'value="phone"[^>]*(?:checked|selected)', page.content.decode())


def test_m2_80_a_refusal_asks_for_a_name_which_becomes_a_person(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    page = ends(as_maya, asked, "reached-no")
    assert "They named someone" in text_of(page)
    as_maya.post(where(asked, "named"), {"name": "Priya Nair", "may_mention": "yes", "first": "me"})
    referral = Referral.objects.get()
    assert (referral.by.name, referral.to.name) == ("Adaeze Okafor", "Priya Nair")


def test_m2_81_after_a_clear_no_nothing_can_go_out(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    ends(as_maya, asked, "reached-no")
    made = Attempt.objects.count()
    page = ends(as_maya, asked, "no-answer", key="again")
    assert Attempt.objects.count() == made
    assert "They said no. Thank them and leave it there." in text_of(page)
    card = text_of(as_maya.get(where(asked, "call")))
    assert "They said no" in card and "How did it end?" not in card
    assert "They named someone" in text_of(as_maya.get(where(asked)))


def test_m2_81_opening_again_sets_aside_only_its_own_no_and_keeps_the_reason(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate, okafor: Person
) -> None:
    actions.close_approach(asked)
    other = Approach.objects.create(
        owner=maya, person=okafor, candidate=candidate, channel="email", opened_at=clock.now()
    )
    with clock.at(on(date(2026, 11, 24))):
        actions.record_reply(other, key="no", kind="no", text="No, thank you.")
        actions.thank_for_answer(other)
    with clock.at(on(date(2026, 11, 25))):
        page = as_maya.post(where(asked, "reopening"), {"because": "She was on leave"}, follow=True)
        assert "That stands." in text_of(page)
        assert Approach.objects.open().count() == 0
        as_maya.post(where(other, "reopening"), {"because": "She wrote after all"})
        page = as_maya.get(where(other))
    assert Reply.objects.get().set_aside_on == date(2026, 11, 25)
    assert [(o.rule, o.reason) for o in Override.objects.all()] == [("reopened", "She wrote after all")]
    assert "You opened it again by hand: She wrote after all" in text_of(page)


def test_a_way_that_is_chosen_is_not_asked_for_again(asked: Approach, as_maya: Client) -> None:
    Draft.objects.update(ready_on=None)
    assert "Choose how to reach them" not in text_of(as_maya.get(where(asked)))


def test_no_bare_rule_number_is_shown(asked: Approach, as_maya: Client) -> None:
    body = actions.draft_of(asked).body + " Please call me, and consider me for a job; my résumé is attached."
    page = as_maya.post(where(asked, "check"), {"subject": "A", "body": body, "version": "1", "page": "a"})
    assert not re.search(r"NOJOB|CALLME|RESUME", text_of(page))


def test_m2_82_no_fourth_attempt_without_a_reason(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    with clock.at(on(PROMISED)):
        ends(as_maya, asked, "no-answer", key="two")
    with clock.at(on(date(2026, 12, 9))):
        ends(as_maya, asked, "no-answer", key="three")
        ends(as_maya, asked, "no-answer", key="four")
        assert Attempt.objects.count() == 3
        as_maya.post(where(asked, "reopening"), {"because": "The switchboard says she was away"})
        ends(as_maya, asked, "no-answer", key="four")
    assert Attempt.objects.count() == 4


def test_m2_83_the_third_failure_on_the_named_day_shows_the_next_name_at_once(
    sent: Attempt, asked: Approach, as_maya: Client, tobias: Person
) -> None:
    """A message on the machine named the day of the last call: nobody waits for an answer to it after that."""
    with clock.at(on(PROMISED)):
        page = ends(as_maya, asked, "voicemail")
        as_maya.post(reverse("contact:next_call", args=[page.context["voicemail"].pk]), {"on": "2026-12-09"})
    with clock.at(on(date(2026, 12, 9))):
        page = ends(as_maya, asked, "no-answer")
    asked.refresh_from_db()
    assert asked.closed_because == Approach.Closed.NO_CONTACT
    assert page.context["headline"] == "Adaeze Okafor did not answer. Take the next name."
    assert page.context["next"].person == tobias
    assert "Dear Tobias Ek," in text_of(page)


def test_m2_83_a_message_as_the_last_attempt_speaks_of_no_form(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    with clock.at(on(PROMISED)):
        ends(as_maya, asked, "no-answer", key="two")
    with clock.at(on(date(2026, 12, 9))):
        page = ends(as_maya, asked, "voicemail", key="three")
    assert "the next name is yours" in text_of(page)
    assert "Say below" not in text_of(page)


def test_m2_84_attempts_count_across_channels(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User
) -> None:
    with clock.at(on(PROMISED)):
        ends(as_maya, asked, "voicemail")
        assert actions.standing_of(asked, maya.today).attempts == 2
    with clock.at(on(date(2026, 12, 10))):
        draft = actions.draft_of(asked)
        actions.record_sent(asked, key="third", subject=draft.subject, body=draft.body)
        assert actions.standing_of(asked, maya.today).attempts == 3
    assert {a.channel for a in Attempt.objects.all()} == {Channel.EMAIL, Channel.VOICEMAIL}


def test_m2_84_asking_a_friend_is_no_attempt(
    asked: Approach, as_maya: Client, tom: Person, maya: User
) -> None:
    introduced(as_maya, asked, tom)
    assert actions.standing_of(asked, maya.today).attempts == 0
    assert Draft.objects.filter(approach=asked).count() >= 1
    assert Acquaintance.objects.count() == 0
    assert Organisation.objects.count() == 1


def test_m1_18_half_an_hour_is_preset_unless_the_settings_say_otherwise(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, okafor: Person
) -> None:
    url = reverse("contact:ask", args=[okafor.pk])
    assert re.search(r'name="minutes" value="30"[^>]*checked', as_maya.get(url).text)
    maya.seeker.minutes = 20
    maya.seeker.save()
    assert re.search(r'name="minutes" value="20"[^>]*checked', as_maya.get(url).text)
