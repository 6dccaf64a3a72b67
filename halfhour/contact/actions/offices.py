"""Where no person is known: a call to an organisation, a letter to a school's office or an association's administrator."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.contact.models import OfficeLetter, OrganisationCall
from halfhour.find import actions as find
from halfhour.find.models import Organisation, Person, Referral, Source
from halfhour.history.actions import note
from halfhour.refused import Refused

SOURCES = {
    OfficeLetter.Kind.SCHOOL: Source.Kind.SCHOOL,
    OfficeLetter.Kind.ASSOCIATION: Source.Kind.ADMINISTRATOR,
}


@dataclass(frozen=True)
class Given:
    """A name that a call or an office gave. may_mention: whether one may say who gave it."""

    name: str
    title: str = ""
    extension: str = ""
    said_by: str = ""
    organisation: str = ""
    email: str = ""
    may_mention: bool = True


@transaction.atomic
def record_organisation_call(
    organisation: Organisation,
    candidate: Candidate,
    *,
    key: str,
    outcome: str,
    office: str = "",
    note_text: str = "",
    given: Given | None = None,
) -> OrganisationCall:
    """How a call without a person ended. It is an attempt on nobody; the same key is the same call."""
    user = organisation.owner
    already = OrganisationCall.objects.filter(owner=user, key=key).select_related("person").first()
    if already is not None:
        return already
    ended = OrganisationCall.Outcome(outcome)
    if ended is OrganisationCall.Outcome.NAME and (given is None or not given.name.strip()):
        raise Refused(_("Write down the name they gave you."))
    if ended is OrganisationCall.Outcome.OFFICE and not office.strip():
        raise Refused(_("Write down which office they named."))
    person = _who_does_it(organisation, candidate, given) if given and given.name.strip() else None
    row = OrganisationCall.objects.create(
        owner=user,
        organisation=organisation,
        candidate=candidate,
        key=key,
        at=clock.now(),
        on=user.today,
        outcome=ended,
        office=office.strip(),
        note=note_text.strip(),
        person=person,
    )
    note(user, "contact.organisation_called", organisation, call=row.pk, outcome=row.outcome)
    return row


def _who_does_it(organisation: Organisation, candidate: Candidate, given: Given) -> Person:
    user = organisation.owner
    source = find.add_source(
        user,
        kind=Source.Kind.ORGANISATION_CALL,
        name=organisation.name,
        detail=given.said_by.strip() or _("the switchboard"),
        on=user.today,
    )
    extension = given.extension.strip()
    short = sum(c.isdigit() for c in extension) <= LONGEST_EXTENSION
    number = f"{organisation.telephone} ext. {extension}".strip() if extension and short else extension
    return find.add_person(
        user,
        name=given.name,
        title=given.title,
        organisation=organisation.name,
        candidate=candidate,
        source=source,
        phone=number,
    )


LONGEST_EXTENSION = 6


@transaction.atomic
def record_office_letter(
    user: User,
    candidate: Candidate,
    *,
    key: str,
    kind: str,
    office: str,
    subject: str,
    body: str,
    name: str = "",
    email: str = "",
) -> OfficeLetter:
    """A letter to an office has gone out. The office becomes somebody who can name people; the same key is one letter."""
    already = OfficeLetter.objects.filter(owner=user, key=key).first()
    if already is not None:
        return already
    office, name = " ".join(office.split()), " ".join(name.split())
    if not office:
        raise Refused(_("Write down which school or association it is."))
    where = OfficeLetter.Kind(kind)
    person = find.add_person(
        user,
        name=name or _("The office of %(office)s") % {"office": office},
        title=_("Career or alumni office") if where is OfficeLetter.Kind.SCHOOL else _("Administrator"),
        organisation=office,
        source=find.add_source(user, kind=SOURCES[where], name=office, on=user.today),
        email=email.strip(),
        does_it="no",
    )
    row = OfficeLetter.objects.create(
        owner=user,
        person=person,
        candidate=candidate,
        kind=where,
        key=key,
        subject=subject,
        body=body.replace("\r\n", "\n"),
        at=clock.now(),
        on=user.today,
    )
    note(user, "contact.office_written", person, letter=row.pk)
    return row


@transaction.atomic
def record_given_by_office(letter: OfficeLetter, given: Given) -> Person:
    """The office named somebody: a person of my list, with the office as whoever referred me."""
    if not given.name.strip():
        raise Refused(_("Write down the name they gave you."))
    user, office = letter.owner, letter.person
    place = office.organisation.name if office.organisation else office.name
    person = find.add_person(
        user,
        name=given.name,
        title=given.title,
        organisation=given.organisation,
        candidate=letter.candidate,
        source=find.add_source(
            user,
            kind=SOURCES[OfficeLetter.Kind(letter.kind)],
            name=place,
            on=user.today,
            may_mention=given.may_mention,
        ),
        email=given.email.strip(),
    )
    Referral.objects.update_or_create(
        by=office,
        to=person,
        defaults={
            "owner": user,
            "candidate": letter.candidate,
            "permission": Referral.Permission.YES if given.may_mention else Referral.Permission.NO,
            "on": user.today,
        },
    )
    note(user, "contact.office_named", office, letter=letter.pk, to=person.pk)
    return person
