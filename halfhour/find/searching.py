"""Search as you type over one seeker's people: the index is kept in memory until something about people changes."""

from collections import OrderedDict
from threading import Lock

from django.db.models import Subquery

from halfhour.accounts.models import User
from halfhour.find.models import Person
from halfhour.find.rules.people_search import Findable, PeopleIndex
from halfhour.history.models import Event

KEPT_USERS = 4  # a school's server holds the indexes of those who typed last

_kept: OrderedDict[int, tuple[tuple[int, int], PeopleIndex]] = OrderedDict()
_lock = Lock()


def find_people(user: User, query: str, *, limit: int) -> list[int]:
    """Ids of the people whose name, organisation or title begins with the typed words; one slip is forgiven."""
    return _index_of(user).search(query, limit=limit)


def _index_of(user: User) -> PeopleIndex:
    """Every action of this step leaves a line of history, so the latest line says whether the index is still true."""
    events = Event.objects.filter(owner=user, verb__startswith="find.").order_by("-pk").values("pk")[:1]
    newest = Person.objects.filter(owner=user).order_by("-pk").values_list("pk", Subquery(events))[:1]
    person, event = next(iter(newest), (0, 0))
    stamp = (event or 0, person)
    with _lock:
        kept = _kept.get(user.pk)
        if kept is not None and kept[0] == stamp:
            _kept.move_to_end(user.pk)
            return kept[1]
    people = Person.objects.visible_to(user).current().order_by("-relationship", "family", "pk")
    rows = people.values_list("pk", "name", "organisation__name", "title").iterator(chunk_size=5000)
    index = PeopleIndex(Findable(pk, name, place or "", title) for pk, name, place, title in rows)
    with _lock:
        _kept[user.pk] = (stamp, index)
        while len(_kept) > KEPT_USERS:
            _kept.popitem(last=False)
    return index
