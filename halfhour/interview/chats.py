"""Logging an informal chat by the person's name: someone already known, or a new person."""

from django.db import transaction

from halfhour.accounts.models import User
from halfhour.find.actions import add_person
from halfhour.find.models import Person
from halfhour.interview.actions import log_chat
from halfhour.interview.forms import ChatForm
from halfhour.interview.models import Interview


@transaction.atomic
def log(user: User, form: ChatForm) -> Interview:
    """Keep the chat of a valid form; the same form again gives the same chat and no second person."""
    told = form.cleaned_data
    known = Interview.objects.visible_to(user).filter(key=told["key"]).first()
    if known is not None:
        return known
    person = form.the_person() or add_person(
        user, name=told["person"], candidate=told["candidate"], does_it=Person.DoesIt.YES
    )
    return log_chat(
        user,
        key=told["key"],
        person=person,
        candidate=told["candidate"],
        minutes=told["minutes"],
        on=told["on"],
        line=told["line"],
        format=told["format"],
        practice=told["practice"],
    )
