"""Where no person is known: a call to an organisation, letters to offices; through HTTP, as Maya and as an outsider."""

import re
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import Approach, Attempt, OfficeLetter, OrganisationCall
from halfhour.contact.rules.checker import check
from halfhour.find.models import Organisation, Person, Referral


@pytest.fixture
def lantern(maya: User) -> Organisation:
    return Organisation.objects.create(owner=maya, name="Lantern Games", telephone="(206) 555-0100")


def call_page(place: Organisation) -> str:
    return reverse("contact:organisation_call", args=[place.pk])


def test_m2_47_the_switchboard_gave_a_name(
    monday: datetime, as_maya: Client, lantern: Organisation, candidate: Candidate
) -> None:
    told = {
        "key": "k",
        "for": candidate.pk,
        "outcome": "name",
        "name": "Kerstin Ask",
        "extension": "12",
        "said_by": "Joan",
    }
    answer = as_maya.post(call_page(lantern), told)
    as_maya.post(call_page(lantern), told)
    person = Person.objects.get()
    assert answer["Location"] == f"{reverse('contact:ask', args=[person.pk])}?for={candidate.pk}"
    assert (person.name, person.phone, person.organisation) == (
        "Kerstin Ask",
        "(206) 555-0100 ext. 12",
        lantern,
    )
    assert (person.source.kind, person.source.detail) == ("organisation_call", "Joan")
    assert OrganisationCall.objects.get().person == person
    assert (Attempt.objects.count(), Approach.objects.count()) == (0, 0)


def test_m2_46_an_organisation_without_a_person_has_its_own_log(
    monday: datetime, as_maya: Client, lantern: Organisation, candidate: Candidate
) -> None:
    for n, outcome in enumerate(("no_answer", "refused")):
        as_maya.post(call_page(lantern), {"key": f"k{n}", "for": candidate.pk, "outcome": outcome})
    page = as_maya.get(call_page(lantern)).content.decode()
    assert "Nobody answered" in page and "They would rather not" in page
    assert "Lantern Games would rather not." in page


def test_m2_48_another_office_changes_the_script(
    monday: datetime, as_maya: Client, lantern: Organisation, candidate: Candidate
) -> None:
    first = as_maya.get(call_page(lantern)).context["script"]
    assert first.department
    told = {"key": "k", "for": candidate.pk, "outcome": "office", "office": "audio team"}
    page = as_maya.post(call_page(lantern), told, follow=True)
    assert page.context["script"].department == "audio team"
    assert "Could you put me through to the audio team" in page.content.decode()


@pytest.mark.parametrize("outcome", ["name", "office"])
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    monday: datetime, as_maya: Client, lantern: Organisation, candidate: Candidate, outcome: str
) -> None:
    told = {"key": "k", "for": candidate.pk, "outcome": outcome, "extension": "12"}
    page = as_maya.post(call_page(lantern), told)
    assert "Write down" in page.content.decode()
    assert 'value="12"' in page.content.decode()
    assert OrganisationCall.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("People who are glad to talk about their work help most.", set()),
        ("Do you know whom I should talk to about getting work there?", {"NOJOB"}),
    ],
)
def test_to_talk_about_one_s_work_is_not_to_ask_for_work(words: str, rules: set[str]) -> None:
    found = check("letter", words, today=date(2026, 11, 16)).findings
    assert {f.rule for f in found if f.rule == "NOJOB"} == rules


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


@pytest.mark.parametrize("kind", ["school", "association"])
def test_m2_45_an_office_names_two_people(
    monday: datetime, as_maya: Client, maya: User, candidate: Candidate, kind: str
) -> None:
    asked = {
        "kind": kind,
        "office": "Game Audio Guild",
        "name": "",
        "email": "office@example.org",
        "candidate": candidate.pk,
    }
    page = as_maya.get(reverse("contact:offices"), asked)
    draft = page.context["draft"]
    assert page.context["mailto"]
    assert [f for f in check("letter", draft.body, today=maya.today).findings if f.rule == "NOJOB"] == []
    told = {**asked, "key": page.context["key"], "subject": draft.subject, "body": draft.body}
    as_maya.post(reverse("contact:offices"), told)
    as_maya.post(reverse("contact:offices"), told)
    letter = OfficeLetter.objects.get()
    for name in ("Ivo Brandt", "Sara Lind"):
        as_maya.post(reverse("contact:office", args=[letter.pk]), {"name": name, "may_mention": "on"})
    assert sorted(r.to.name for r in Referral.objects.filter(by=letter.person)) == ["Ivo Brandt", "Sara Lind"]
    shown = as_maya.get(reverse("contact:office", args=[letter.pk])).content.decode()
    assert "named 2 people." in shown
    assert Attempt.objects.count() == 0


def test_without_an_occupation_the_pages_say_what_comes_first(
    monday: datetime, as_maya: Client, lantern: Organisation
) -> None:
    for address in (call_page(lantern), reverse("contact:offices")):
        assert reverse("choose:index") in as_maya.get(address).content.decode()


def test_an_outsider_finds_nothing(
    monday: datetime, as_maya: Client, as_outsider: Client, lantern: Organisation, candidate: Candidate
) -> None:
    assert as_outsider.get(call_page(lantern)).status_code == 404
    told = {
        "kind": "school",
        "office": "Harbor",
        "candidate": candidate.pk,
        "key": "k",
        "subject": "A",
        "body": "B",
    }
    as_maya.post(reverse("contact:offices"), told)
    letter = OfficeLetter.objects.get()
    assert as_outsider.get(reverse("contact:office", args=[letter.pk])).status_code == 404
    assert "Harbor" not in as_outsider.get(reverse("contact:offices")).content.decode()


def test_each_page_needs_few_queries(
    monday: datetime,
    as_maya: Client,
    lantern: Organisation,
    candidate: Candidate,
    django_assert_max_num_queries,
) -> None:
    for n in range(3):
        as_maya.post(call_page(lantern), {"key": f"k{n}", "for": candidate.pk, "outcome": "no_answer"})
    for address in (call_page(lantern), reverse("contact:offices")):
        with django_assert_max_num_queries(10):
            as_maya.get(address)


@pytest.mark.parametrize("name", ["organisation_call", "offices"])
def test_whoever_has_not_said_who_they_are_is_told_so(
    monday: datetime, maya: User, as_maya: Client, okafor: Person, name: str
) -> None:
    url = reverse(f"contact:{name}", args=[okafor.organisation_id] if name == "organisation_call" else [])
    assert "Say who you are" not in as_maya.get(url).text
    maya.seeker.name = maya.seeker.about = ""
    maya.seeker.save()
    assert "Say who you are" in as_maya.get(url).text
