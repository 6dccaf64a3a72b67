"""Finding out how to reach someone: an address or a number, and where it was found."""

from django.db import transaction
from django.utils.translation import gettext as _
from email_validator import EmailNotValidError, validate_email

from halfhour.contact.actions.drafting import keep_drafts_true
from halfhour.contact.models import Approach, Attempt
from halfhour.due import actions as due
from halfhour.find import actions as find
from halfhour.find.models import Person
from halfhour.history.actions import note
from halfhour.refused import Refused

LOST = (Attempt.Result.BOUNCED, Attempt.Result.WRONG_NUMBER)
EMAIL, PHONE, POSTAL, SWITCHBOARD, NETWORK = "email", "phone", "postal_address", "switchboard", "url"


@transaction.atomic
def note_address(person: Person, *, kind: str, value: str, found_at: str) -> Person:
    """Keep an address or number and its source; an approach that waited for it goes on."""
    value, found_at = value.strip(), found_at.strip()
    if not value:
        raise Refused(_("There is nothing to note yet."))
    if not found_at:
        raise Refused(_("Say where you found it, so that you can tell them if they ask."))
    if kind == EMAIL:
        try:
            value = validate_email(value, check_deliverability=False).normalized
        except EmailNotValidError:
            raise Refused(_("“%(value)s” is not an e-mail address.") % {"value": value}) from None
    if kind == SWITCHBOARD:
        if person.organisation is None:
            raise Refused(_("Their organisation is not known yet."))
        person.organisation.telephone = value[:60]
        person.organisation.save(update_fields=["telephone"])
    elif kind in {EMAIL, PHONE, POSTAL, NETWORK}:
        find.describe_person(person, **{kind: value, "address_from": found_at[:200]})
    else:
        raise Refused(_("That is no kind of address."))
    note(person.owner, "contact.address_noted", person, kind=kind)
    for approach in Approach.objects.open().filter(person=person).select_related("person__organisation"):
        if approach.attempts.filter(result__in=LOST).exists():  # something did not reach them: now it can
            approach.address_fixed_on = person.owner.today
            approach.save(update_fields=["address_fixed_on"])
        keep_drafts_true(approach)
        due.refresh(approach)
    return person
