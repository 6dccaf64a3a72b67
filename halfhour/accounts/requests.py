"""A request that passed the gate: its user is one of ours."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from halfhour.accounts.models import User


class SignedIn(HttpRequest):
    """For annotations only: the gate has let it in, and the middleware has added htmx."""

    user: User
    htmx: HtmxDetails
