"""What servers say, in words for the person who reads them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

TROUBLE = {
    "name": lazy("There is no server of that name. Is the name spelled right, and is this computer online?"),
    "connect": lazy("The server does not answer at that port. A firewall, a wrong port, or it is down."),
    "certificate": lazy(
        "The server could not prove that it is the one it says it is, so the password was not sent."
    ),
    "encryption": lazy("The server offers no encrypted line, so the password was not sent."),
    "greeting": lazy("The server answered, but would not talk. It may be busy; it is tried again."),
    "sign-in": lazy(
        "The server did not accept the name and password. Many providers want an app password here, which you make in the security settings of your account."
    ),
    "folder": lazy("Signing in works, but the inbox could not be opened."),
    "reading": lazy("The line broke off while the inbox was read. It is tried again."),
    "sender": lazy("The server does not let this address send."),
}


def trouble_in_words(step: str, said: str = "") -> str:
    """What went wrong at this step; what the server itself said follows when it said something."""
    words = str(TROUBLE.get(step, _("It did not work.")))
    return f"{words} ({said})" if said and step in {"sign-in", "greeting", "folder", "sender"} else words


def refusal_in_words(code: int, said: str) -> str:
    """Why a message was refused for good."""
    return _("Their mail server refused it: %(said)s") % {"said": f"{code} {said}".strip()[:300]}
