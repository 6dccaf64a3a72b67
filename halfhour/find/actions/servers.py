"""The people of an address book server, brought like a file: looked at first, then kept, and taken back as a whole."""

from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.find.actions.reading import read_file
from halfhour.find.models import Import


def read_server(user: User, *, url: str, name: str, password: str) -> Import:
    """Read every address book found at an address and show what each card would become. Nothing is written there.

    The password is used for this one time and kept nowhere. Refused, with one plain sentence, when there is no way in.
    """
    from halfhour.integrations.carddav.client import pull
    from halfhour.integrations.carddav.guarded import host_of

    pulled = pull(url, name, password)
    staged = read_file(user, name=_("Address book at %(host)s") % {"host": host_of(url)}, data=pulled.cards)
    books = ", ".join(f"{book} ({cards:,})" for book, cards in pulled.books)
    staged.told["notes"] = [*staged.told.get("notes", ()), books]
    staged.save(update_fields=["told"])
    return staged
