"""The pages of the third step, through HTTP, as Maya and as an outsider."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from django.test import Client
from django.urls import reverse

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact import actions
from halfhour.contact.models import Approach, Attempt, Draft, Introduction, Override, Promise, Reply
from halfhour.find.models import Organisation, Person, Referral

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
PROMISED = date(2026, 12, 2)


def on(day: date, hour: int = 17) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.fixture
def asked(monday: datetime, maya: User, okafor: Person, candidate: Candidate) -> Approach:
    return actions.open_approach(
        maya,
        okafor,
        candidate,
        channel="email",
        minutes=20,
        why_person="Your talk about recording the rain for Lantern",
    )


@pytest.fixture
def sent(asked: Approach) -> Attempt:
    draft = actions.draft_of(asked)
    return actions.record_sent(asked, key="first", subject=draft.subject, body=draft.body)


def letter_post(approach: Approach, **more: str) -> dict[str, str]:
    draft = actions.draft_of(approach)
    return {
        "subject": draft.subject,
        "body": draft.body,
        "version": str(draft.version),
        "page": "window-a",
        "key": "sent-key",
        "promise_on": approach.promise_on.isoformat() if approach.promise_on else "",
        **more,
    }


def colleague(user: User, candidate: Candidate, name: str = "Tobias Ek") -> Person:
    return Person.objects.create(
        owner=user,
        name=name,
        given=name.split()[0],
        family=name.split()[-1],
        title="Sound designer",
        email="tobias@example.com",
        candidate=candidate,
        occupation=candidate.occupation,
        code_by="seeker",
        code_score=1.0,
        does_it="yes",
        level="working",
        added_at=MONDAY,
        coded_at=MONDAY,
    )


ASK = {"way": "email", "minutes": "20", "why_person": "Your talk about rain"}


def test_asking_someone_opens_a_letter(
    monday: datetime, as_maya: Client, okafor: Person, candidate: Candidate
) -> None:
    page = as_maya.get(reverse("contact:ask", args=[okafor.pk]))
    assert page.context["chosen"] == "email"
    assert page.context["about"] is None
    assert [w["way"] for w in page.context["ways"] if w["ready"]] == ["email", "phone"]
    answer = as_maya.post(reverse("contact:ask", args=[okafor.pk]), {**ASK, "candidate": candidate.pk})
    approach = Approach.objects.get()
    assert answer.url == reverse("contact:approach", args=[approach.pk])
    assert (approach.minutes, approach.channel, approach.why_person) == (20, "email", "Your talk about rain")


def test_a_newcomer_is_asked_who_they_are_only_here(
    monday: datetime, maya: User, as_maya: Client, okafor: Person, candidate: Candidate
) -> None:
    for name in ("name", "about", "email", "phone"):
        setattr(maya.seeker, name, "")
    maya.seeker.save()
    url = reverse("contact:ask", args=[okafor.pk])
    assert as_maya.get(url).context["about"] is not None
    told = {**ASK, "candidate": candidate.pk}
    refused = as_maya.post(
        url, {**told, "me-name": "Maya Lindqvist", "me-country": "US", "me-timezone": "Mars/Base"}
    )
    assert set(refused.context["about"].errors) == {"about", "email", "phone", "timezone"}
    assert refused.context["about"]["name"].value() == "Maya Lindqvist"
    assert Approach.objects.count() == 0
    about = {
        "me-name": "Maya Lindqvist",
        "me-about": "I study audio production",
        "me-email": "maya@example.org",
        "me-phone": "(206) 555-0117",
        "me-country": "US",
        "me-timezone": "America/Los_Angeles",
    }
    as_maya.post(url, {**told, **about})
    maya.seeker.refresh_from_db()
    assert (maya.seeker.name, maya.seeker.about) == ("Maya Lindqvist", "I study audio production")
    assert "Maya Lindqvist" in Draft.objects.get().body


def test_an_address_found_on_the_way_keeps_its_source(
    monday: datetime, as_maya: Client, okafor: Person, candidate: Candidate
) -> None:
    url = reverse("contact:ask", args=[okafor.pk])
    found = {"found_kind": "email", "found_value": "ada@lantern.example"}
    without = as_maya.post(url, {**ASK, "candidate": candidate.pk, **found})
    assert list(without.context["form"].errors) == ["found_at"]
    as_maya.post(url, {**ASK, "candidate": candidate.pk, **found, "found_at": "lantern.example/team"})
    okafor.refresh_from_db()
    assert (okafor.email, okafor.address_from) == ("ada@lantern.example", "lantern.example/team")


def test_who_wants_to_be_left_alone_is_not_asked(
    monday: datetime, as_maya: Client, okafor: Person, candidate: Candidate
) -> None:
    okafor.do_not_contact_at = MONDAY
    okafor.save()
    url = reverse("contact:ask", args=[okafor.pk])
    assert b"<form method" not in as_maya.get(url).content.split(b"<main")[1]
    as_maya.post(url, {**ASK, "candidate": candidate.pk})
    assert Approach.objects.count() == 0


def test_the_letter_page(asked: Approach, as_maya: Client) -> None:
    page = as_maya.get(reverse("contact:approach", args=[asked.pk]))
    assert page.context["headline"] == "A letter to Adaeze Okafor"
    assert page.context["result"].ok
    assert page.context["promise_days"][0] == date(
        2026, 11, 30
    )  # the third working day: two of the week are holidays
    assert page.context["mailto"].startswith("mailto:a.okafor@example.com?")


def test_checking_while_typing_names_what_is_missing_and_keeps_the_text(
    asked: Approach, as_maya: Client
) -> None:
    url = reverse("contact:check", args=[asked.pk])
    body = "Dear Dr Okafor,\n\nPlease consider me for an opening on your team."
    answer = as_maya.post(url, letter_post(asked, body=body), headers={"hx-request": "true"})
    rules = {c["rule"] for c in answer.context["checks"] if c["severity"] == "must"}
    assert rules >= {"NOJOB", "L-04", "L-08"}
    assert b"<html" not in answer.content
    assert Draft.objects.get().body == body


def test_another_window_is_told(asked: Approach, as_maya: Client) -> None:
    old = letter_post(asked)
    as_maya.post(reverse("contact:draft", args=[asked.pk]), {**old, "body": "from window a"})
    url = reverse("contact:draft", args=[asked.pk])
    conflict = as_maya.post(url, {**old, "body": "from window b", "page": "window-b"})
    assert conflict.status_code == 409
    assert b"from window a" in conflict.content
    assert b"from window b" in conflict.content
    chosen = {**old, "body": "from window b", "page": "window-b"}
    as_maya.post(reverse("contact:deciding", args=[asked.pk]), chosen)
    assert Draft.objects.get().body == "from window b"


def test_another_day_changes_the_letter(asked: Approach, as_maya: Client) -> None:
    url = reverse("contact:promise", args=[asked.pk])
    as_maya.post(url, letter_post(asked, promise_on="2026-12-04"))
    asked.refresh_from_db()
    assert asked.promise_on == date(2026, 12, 4)
    assert "Friday, December 4" in Draft.objects.get().body
    refused = as_maya.post(url, letter_post(asked, promise_on="2026-12-05"), follow=True)
    assert "That is a Saturday" in str(next(iter(refused.context["messages"])))
    asked.refresh_from_db()
    assert asked.promise_on == date(2026, 12, 4)


def test_the_mail_file(asked: Approach, as_maya: Client) -> None:
    answer = as_maya.get(reverse("contact:eml", args=[asked.pk]))
    message = message_from_bytes(answer.content, policy=default)
    draft = actions.draft_of(asked)
    assert (message["To"], message["X-Unsent"], message["Subject"]) == (
        "Adaeze Okafor <a.okafor@example.com>",
        "1",
        draft.subject,
    )
    assert message["From"] == "Maya Lindqvist <maya@example.org>"
    assert message.get_content().replace("\r\n", "\n").strip() == draft.body.strip()
    assert "attachment" in answer["Content-Disposition"]


def test_the_letter_on_paper(asked: Approach, as_maya: Client) -> None:
    page = as_maya.get(reverse("contact:letter", args=[asked.pk]))
    assert b"Lantern Games" in page.content
    assert b"Dr Okafor" in page.content


def test_i_sent_it(asked: Approach, as_maya: Client) -> None:
    url = reverse("contact:sending", args=[asked.pk])
    first = as_maya.post(url, letter_post(asked), follow=True)
    as_maya.post(url, letter_post(asked))
    assert Attempt.objects.count() == 1
    assert Promise.objects.get().on == PROMISED
    assert not actions.draft_of(asked).edited
    assert first.context["headline"] == "You will call Adaeze Okafor on Wednesday 2 December."
    assert not first.context["writing"]


def test_a_text_that_asks_for_a_job_is_held_back(asked: Approach, as_maya: Client) -> None:
    url = reverse("contact:sending", args=[asked.pk])
    bad = letter_post(asked, body="Dear Dr Okafor,\n\nPlease consider me for an opening on your team.")
    held = as_maya.post(url, bad)
    assert held.status_code == 409
    assert b"Please consider me for an opening on your team." in held.content
    assert Attempt.objects.count() == 0
    bad["version"] = str(Draft.objects.get().version)
    as_maya.post(url, {**bad, "because": "She told me to apply"})
    assert Attempt.objects.count() == 1
    assert {o.reason for o in Override.objects.all()} == {"She told me to apply"}


def test_the_call_card_on_the_day(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    with clock.at(on(PROMISED)):
        page = as_maya.get(reverse("contact:call", args=[asked.pk]))
    assert page.context["headline"] == "You promised Adaeze Okafor a call today."
    assert (page.context["number"], page.context["dial"]) == ("(206) 555-0142", "2065550142")
    assert page.context["hours"] is None
    assert page.context["practise"]
    assert b"As I wrote, I am calling you today." in page.content
    assert page.content.count(b'name="outcome"') == 10


def test_the_call_card_says_when_it_is_too_early_there(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    with clock.at(on(PROMISED, hour=14)):
        page = as_maya.get(reverse("contact:call", args=[asked.pk]))
    assert page.context["hours"] == "It is 06:00 where they are. Wait until 08:00."


def test_the_promised_day_as_a_calendar_file(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    answer = as_maya.get(reverse("contact:calendar", args=[asked.pk]))
    lines = answer.content.decode().split("\r\n")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert {line for line in lines if line.startswith(("DTSTART", "SUMMARY"))} == {
        "DTSTART;VALUE=DATE:20261202",
        "SUMMARY:Call Adaeze Okafor",
    }
    with clock.at(on(PROMISED)):
        actions.record_call(asked, key="c", outcome="no-answer")
    assert as_maya.get(reverse("contact:calendar", args=[asked.pk])).status_code == 404


def test_a_missed_call_is_apologised_for(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    with clock.at(on(date(2026, 12, 4))):
        page = as_maya.get(reverse("contact:call", args=[asked.pk]))
    assert page.context["headline"] == "You promised Adaeze Okafor a call on Wednesday 2 December."
    assert page.context["apology"]


@pytest.mark.parametrize(
    ("outcome", "leads_to"),
    [
        ("reached-yes", "interview:arrange"),
        ("phone-instead", "interview:arrange"),
        ("reached-no", "contact:approach"),
        ("no-answer", "contact:approach"),
        ("voicemail", "contact:approach"),
        ("wrong-number", "contact:approach"),
    ],
)
def test_one_tap_for_each_end_of_a_call(
    sent: Attempt, asked: Approach, as_maya: Client, outcome: str, leads_to: str
) -> None:
    with clock.at(on(PROMISED)):
        url = reverse("contact:attempts", args=[asked.pk])
        answer = as_maya.post(url, {"key": "tap", "outcome": outcome})
        again = as_maya.post(url, {"key": "tap", "outcome": outcome})
    assert answer.url == again.url == reverse(leads_to, args=[asked.pk])
    assert asked.attempts.count() == 2


def test_talking_now_opens_the_live_screen(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    answer = as_maya.post(reverse("contact:attempts", args=[asked.pk]), {"key": "t", "outcome": "talked-now"})
    assert answer.url == reverse("interview:arrange", args=[asked.pk]) + "?now=1"


def test_after_a_message_the_named_day_becomes_the_next_call(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    with clock.at(on(PROMISED)):
        url = reverse("contact:attempts", args=[asked.pk])
        page = as_maya.post(url, {"key": "v", "outcome": "voicemail"}, follow=True)
        voicemail = page.context["voicemail"]
        as_maya.post(reverse("contact:next_call", args=[voicemail.pk]), {"on": "2026-12-08"})
        page = as_maya.get(reverse("contact:approach", args=[asked.pk]))
    assert page.context["headline"] == "You will call Adaeze Okafor on Tuesday 8 December."


def test_the_third_silence_shows_the_next_name_with_a_letter(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate
) -> None:
    tobias = colleague(maya, candidate)
    url = reverse("contact:attempts", args=[asked.pk])
    with clock.at(on(PROMISED)):
        as_maya.post(url, {"key": "two", "outcome": "no-answer"})
    with clock.at(on(date(2026, 12, 9))):
        page = as_maya.post(url, {"key": "three", "outcome": "no-answer"}, follow=True)
    assert page.context["headline"] == "Adaeze Okafor did not answer. Take the next name."
    assert page.context["next"].person == tobias
    assert page.context["next"].letter.body in page.content.decode().replace("&#x27;", "'").replace(
        "&quot;", '"'
    )
    assert reverse("contact:ask", args=[tobias.pk]).encode() in page.content


def test_reading_a_pasted_answer_proposes_and_the_seeker_decides(
    sent: Attempt, asked: Approach, as_maya: Client
) -> None:
    text = "Yes, I would be glad to talk.\n\nAdaeze\n\nOn Mon, 23 Nov 2026, Maya Lindqvist wrote:\n> Dear Dr Okafor"
    page = as_maya.post(reverse("contact:reading", args=[asked.pk]), {"text": text, "key": "r"})
    assert page.context["form"]["kind"].value() == "yes"
    assert "wrote:" not in page.context["form"]["text"].value()
    assert Reply.objects.count() == 0
    url = reverse("contact:replies", args=[asked.pk])
    told = {"text": page.context["form"]["text"].value(), "key": "r", "kind": "yes", "on": "2026-11-23"}
    answer = as_maya.post(url, told)
    as_maya.post(url, told)
    assert answer.url == reverse("interview:arrange", args=[asked.pk])
    assert Reply.objects.count() == 1


def test_a_no_with_a_name(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate
) -> None:
    told = {"key": "n", "kind": "no", "named-name": "Ravi Menon", "named-permission": "yes"}
    page = as_maya.post(reverse("contact:replies", args=[asked.pk]), told, follow=True)
    ravi = Person.objects.get(name="Ravi Menon")
    assert Referral.objects.get().to == ravi
    assert page.context["headline"] == "Adaeze Okafor said no."
    assert page.context["next"].person == ravi
    done = as_maya.post(reverse("contact:thanks", args=[asked.pk]), follow=True)
    assert done.context["headline"] == "Asking Adaeze Okafor is closed."


def test_they_think_i_want_a_job(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    told = {"key": "j", "kind": "thinks_job", "text": "We have no vacancies."}
    page = as_maya.post(reverse("contact:replies", args=[asked.pk]), told, follow=True)
    assert page.context["headline"] == "Adaeze Okafor thinks you want a job."
    body = page.context["reassurance"]
    with clock.at(on(date(2026, 11, 24))):
        page = as_maya.post(
            reverse("contact:lines", args=[asked.pk]), {"key": "l", "body": body}, follow=True
        )
    assert page.context["state"] == "waiting"
    assert Attempt.objects.count() == 2


def test_opening_again_needs_a_reason(sent: Attempt, asked: Approach, as_maya: Client) -> None:
    actions.close_approach(asked)
    url = reverse("contact:reopening", args=[asked.pk])
    as_maya.post(url, {"because": ""})
    asked.refresh_from_db()
    assert asked.closed_at is not None
    as_maya.post(url, {"because": "We met at the fair"})
    asked.refresh_from_db()
    assert (asked.closed_at, asked.reopened_because) == (None, "We met at the fair")


def test_an_introduction_from_note_to_call(
    monday: datetime, as_maya: Client, okafor: Person, tom: Person, candidate: Candidate
) -> None:
    url = reverse("contact:ask", args=[okafor.pk])
    page = as_maya.get(url)
    assert page.context["introducers"] == [tom]
    assert page.context["ways"][0]["known"] == "ask Tom Reyes"
    as_maya.post(url, {**ASK, "way": "introduction", "candidate": candidate.pk})
    approach = Approach.objects.get()
    url = reverse("contact:introductions", args=[approach.pk])
    page = as_maya.get(url)
    assert page.context["chosen"] == tom
    as_maya.post(url, {"introducer": tom.pk, "body": page.context["note"]["body"]})
    row = Introduction.objects.get()
    assert row.body.replace("\r\n", "\n") == page.context["note"]["body"]
    done = as_maya.post(
        reverse("contact:introduction_outcome", args=[row.pk]),
        {"outcome": "introduced", "may_mention": "yes"},
    )
    assert done.url == reverse("contact:call", args=[approach.pk])
    page = as_maya.get(done.url)
    assert page.context["headline"] == "Tom Reyes has spoken to Adaeze Okafor for you."


def test_the_overview_is_sorted_by_whose_turn_it_is(
    sent: Attempt, asked: Approach, as_maya: Client, maya: User, candidate: Candidate
) -> None:
    empty_handed = as_maya.get(reverse("contact:index"))
    assert [r.asking.approach for r in empty_handed.context["waiting"]] == [asked]
    with clock.at(on(PROMISED)):
        page = as_maya.get(reverse("contact:index"))
    assert [r.asking.approach for r in page.context["now"]] == [asked]
    assert b"You promised Adaeze Okafor a call today." in page.content


def test_the_overview_teaches_when_nobody_is_asked(monday: datetime, as_maya: Client) -> None:
    page = as_maya.get(reverse("contact:index"))
    assert b"Nobody has been asked yet." in page.content


def test_the_overview_asks_the_database_the_same_for_one_and_three(
    sent: Attempt,
    asked: Approach,
    as_maya: Client,
    maya: User,
    candidate: Candidate,
    django_assert_max_num_queries: object,
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    as_maya.get(reverse("contact:index"))
    with CaptureQueriesContext(connection) as one:
        as_maya.get(reverse("contact:index"))
    for name in ("Tobias Ek", "Ravi Menon"):
        other = actions.open_approach(maya, colleague(maya, candidate, name), candidate, channel="email")
        draft = actions.draft_of(other)
        actions.record_sent(other, key=name, subject=draft.subject, body=draft.body, because="test")
    with CaptureQueriesContext(connection) as three:
        as_maya.get(reverse("contact:index"))
    assert len(three) == len(one) <= 10


@pytest.mark.parametrize("name", ["approach", "call", "replies", "introductions", "letter", "change"])
def test_each_page_needs_few_queries(sent: Attempt, asked: Approach, as_maya: Client, name: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = reverse(f"contact:{name}", args=[asked.pk])
    as_maya.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert as_maya.get(url).status_code == 200
    assert len(queries) <= 10, "\n".join(q["sql"][:150] for q in queries)


def test_an_outsider_finds_nothing(
    sent: Attempt, asked: Approach, okafor: Person, tom: Person, as_outsider: Client
) -> None:
    reply = actions.record_reply(asked, key="r", kind="unclear", text="hm")
    row = actions.ask_introducer(asked, tom, body="")
    one = [asked.pk]
    pages = [
        "approach",
        "eml",
        "letter",
        "call",
        "replies",
        "introductions",
        "change",
        "rehearsal",
        "calendar",
    ]
    posts = [
        "draft", "renewing", "keeping", "deciding", "check", "promise", "sending", "attempts", "reading", "named",
        "thanks", "lines", "closing", "reopening",
    ]  # fmt: skip
    got = {name: as_outsider.get(reverse(f"contact:{name}", args=one)).status_code for name in pages}
    got |= {name: as_outsider.post(reverse(f"contact:{name}", args=one)).status_code for name in posts}
    others = {
        "ask": okafor.pk, "addresses": okafor.pk, "next_call": sent.pk, "bounced": sent.pk, "judging": reply.pk,
        "call_back": reply.pk, "introduction_outcome": row.pk, "reminding": row.pk,
    }  # fmt: skip
    got |= {
        name: as_outsider.post(reverse(f"contact:{name}", args=[pk])).status_code
        for name, pk in others.items()
    }
    assert got == dict.fromkeys(got, 404)
    assert b"Okafor" not in as_outsider.get(reverse("contact:index")).content


def test_names_are_never_markup(monday: datetime, maya: User, as_maya: Client, candidate: Candidate) -> None:
    person = colleague(maya, candidate, "<script>alert(1)</script> Ek")
    person.organisation = Organisation.objects.create(owner=maya, name="<b>Bold</b>")
    person.save()
    approach = actions.open_approach(maya, person, candidate, channel="email")
    for name in ("approach", "call", "letter", "replies"):
        content = as_maya.get(reverse(f"contact:{name}", args=[approach.pk])).content
        assert b"<script>alert" not in content
        assert b"<b>Bold" not in content


def test_a_rehearsal_is_counted_once_when_it_ends(asked: Approach, as_maya: Client) -> None:
    url = reverse("contact:rehearsal", args=[asked.pk])
    page = as_maya.post(url, {"character": "friendly"})
    for _turn in range(20):
        if page.context["here"]["over"]:
            break
        told = {"character": "friendly", "said": page.context["said"], "key": page.context["key"]}
        told["choice"] = page.context["choices"][0]["key"]
        page = as_maya.post(url, told)
    assert page.context["here"]["over"]
    assert page.context["count"] == 1
    assert as_maya.post(url, told).context["count"] == 1
    assert as_maya.post(url, {**told, "said": "z z z"}).status_code == 404


def test_a_call_without_a_number_says_so_and_takes_one(
    approach: Approach, okafor: Person, as_maya: Client, monday: datetime
) -> None:
    Person.objects.update(phone="")
    Organisation.objects.update(telephone="")
    card = reverse("contact:call", args=[approach.pk])
    page = as_maya.get(card)
    assert "none is noted for Adaeze Okafor yet" in page.text and "Hello" in page.text
    told = {"kind": "phone", "value": "(206) 555-0199", "found_at": "her card", "then": "call"}
    answer = as_maya.post(reverse("contact:addresses", args=[okafor.pk]), told)
    assert answer["Location"] == card
    assert 'href="tel:2065550199"' in as_maya.get(card).text
