"""How a whole file of people was come by."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from halfhour.find.actions.people import add_source
from halfhour.find.models import Import, Person, Source
from halfhour.history.actions import note


@transaction.atomic
def source_of_import(written: Import, **said: Any) -> int:
    """Say how the people of a written file were found; how many it now holds for.

    said: the arguments of `add_source`. Whoever has a source of their own keeps it; "a network" is none of their own.
    """
    source = add_source(written.owner, **said)
    changed = [name for name in ("terms", "may_mention") if getattr(source, name) != said.get(name, "")]
    for name in changed:
        setattr(source, name, said.get(name, getattr(source, name)))
    source.save(update_fields=changed or ["terms"])
    plain = Q(source=None) | Q(source__kind=Source.Kind.NETWORK)
    earlier = Q(source__people__imported_by=written) & Q(source__kind=source.kind)
    ids = Person.objects.filter(Q(imported_by=written) & (plain | earlier)).values_list("pk", flat=True)
    held = Person.objects.filter(pk__in=list(ids.distinct())).update(source=source)
    note(written.owner, "find.import_source", written, source=source.pk, people=held)
    return held
