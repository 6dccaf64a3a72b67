"""Which data folder and which person a mark kept in a browser belongs to.

Two programs may take turns on one port (the demo and the real one): a browser then holds marks of both, and each page
sends only its own.
"""

from django.utils.crypto import salted_hmac

from halfhour.accounts.models import User


def home_of(user: User) -> str:
    return salted_hmac("halfhour.interview.marks", str(user.pk)).hexdigest()[:16]
