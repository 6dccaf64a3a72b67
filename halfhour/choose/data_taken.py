"""Which occupation data the database holds: what was written when, and its fingerprint."""

from halfhour import clock
from halfhour.choose import facts
from halfhour.choose.models import DataTaken, Occupation
from halfhour.choose.rules.fingerprint import fingerprint
from halfhour.choose.rules.release_order import version


def fingerprint_of_database() -> str:
    return fingerprint(Occupation.objects.values_list("code", "name", "facts").iterator(chunk_size=200))


def note_data(what: str, *, release: str, form: str = "") -> DataTaken:
    """Remember what was just written."""
    return DataTaken.objects.create(
        what=what,
        release=release,
        form=form,
        occupations=Occupation.objects.filter(dropped_in="").count(),
        fingerprint=fingerprint_of_database(),
        at=clock.now(),
    )


def attribution() -> tuple[str, ...]:
    """The sentences the licences ask for, with every O*NET release that is really in this database."""
    embedded = [s.release for s in facts.releases() if s.key in {"onet", "onet_titles"}]
    taken = DataTaken.objects.filter(what=DataTaken.What.RELEASE).values_list("release", flat=True)
    return facts.attribution_lines(tuple(sorted({*embedded, *taken}, key=version)))
