"""Someone they named becomes a person referred by them, with the reason a letter can use."""

from django.utils.translation import gettext as _

from halfhour.due.actions import refresh
from halfhour.find.actions import add_person
from halfhour.find.models import Person, Referral, Source
from halfhour.history.actions import note
from halfhour.interview.models import Interview
from halfhour.record.told import PersonTold
from halfhour.refused import Refused


def name_person(interview: Interview, told: PersonTold) -> Referral:
    """Keep who was named, why, and whether the name of the one who named them may be used.

    Someone already known by that name gets the referral; nobody is doubled.
    """
    owner = interview.owner
    if told.permission not in Referral.Permission.values:
        raise Refused(_("Say whether you may use their name with %(name)s.") % {"name": told.name})
    referral = _known(interview, told)
    person = referral.to if referral else _person(interview, told)
    values = {
        "candidate": told.candidate or interview.candidate,
        "why": told.why.strip()[:300],
        "how_to_reach": told.how_to_reach.strip()[:300],
        "permission": told.permission,
        "first": told.first,
    }
    if referral is None:
        referral, made = Referral.objects.get_or_create(
            by=interview.person, to=person, defaults={**values, "owner": owner, "on": interview.on}
        )
        if made:
            note(owner, "record.named", person, by=interview.person_id)
    if any(getattr(referral, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(referral, name, value)
        referral.save(update_fields=list(values))
    _tell_the_source(referral)
    refresh(person)
    return referral


def _known(interview: Interview, told: PersonTold) -> Referral | None:
    named = Referral.objects.visible_to(interview.owner).filter(by=interview.person).select_related("to")
    if told.row is not None:
        return named.filter(pk=told.row).first()
    return named.filter(to__name__iexact=_plain(told.name)).first()


def _person(interview: Interview, told: PersonTold) -> Person:
    """The person of that name, or a new one who was found through this talk."""
    owner, name = interview.owner, _plain(told.name)
    candidate = told.candidate or interview.candidate
    found = Person.objects.visible_to(owner).current().filter(name__iexact=name).order_by("pk").first()
    if found is not None:
        return found
    source = Source.objects.create(
        owner=owner, kind=Source.Kind.REFERRAL, name=interview.person.name, on=interview.on
    )
    return add_person(
        owner,
        name=name,
        title=_plain(told.title)[:200],
        organisation=_plain(told.organisation),
        candidate=candidate,
        source=source,
        email=told.email.strip(),
        phone=told.phone.strip(),
    )


def _tell_the_source(referral: Referral) -> None:
    """Letters read "how I found you" from the source: it says who named them, why, and whether that may be said."""
    source = referral.to.source
    if source is None or source.kind != Source.Kind.REFERRAL or source.name != referral.by.name:
        return
    source.detail = referral.why
    source.may_mention = referral.permission == Referral.Permission.YES
    source.save(update_fields=["detail", "may_mention"])


def _plain(words: str) -> str:
    return " ".join(words.split())
