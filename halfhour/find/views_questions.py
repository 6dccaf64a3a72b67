"""The same person, or two? One question after the other, side by side, one key for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions, held
from halfhour.find.models import Import, ImportRow, Person
from halfhour.find.rules.beside import beside

MOST_PEOPLE = 4  # as many as stand side by side, each with a key


@dataclass(frozen=True)
class Beside:
    """Someone here beside the row. place: their number and key; 0 when there is only one."""

    pk: int
    name: str
    place: int


class Line(NamedTuple):
    what: str
    told: str
    cells: tuple[tuple[Beside, str, bool | None], ...]


def questions(request: SignedIn, import_id: int) -> HttpResponse:
    """The first open question of a file, or the one asked for; the answer leads to the next."""
    file = get_object_or_404(Import.objects.visible_to(request.user).defer("file"), pk=import_id)
    waiting = actions.open_questions(request.user).filter(import_file=file)
    after = _number(request.GET.get("after"))
    wanted = _number(request.GET.get("row"))
    row = waiting.filter(Q(pk=wanted) if wanted else Q(pk__gt=after)).first()
    row = row or waiting.first()
    people = _people(request, row) if row else []
    shown = [Beside(p.pk, p.name, number if len(people) > 1 else 0) for number, p in enumerate(people, 1)]
    lines = beside(held.as_facts(row.values), [held.facts_of_person(p) for p in people]) if row else []
    return render(
        request,
        "find/import_questions.html",
        {
            "import": file,
            "row": row,
            "left": waiting.count(),
            "people": shown,
            "lines": [Line(x.what, x.told, tuple(zip(shown, x.here, x.agrees, strict=True))) for x in lines],
        },
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 12 else 0


def _people(request: SignedIn, row: ImportRow) -> Sequence[Person]:
    """Whom the row may be, likeliest first."""
    perhaps = row.values.get("perhaps") or [row.person_id]
    found = Person.objects.visible_to(request.user).current().select_related("organisation").in_bulk(perhaps)
    return [found[pk] for pk in perhaps if pk in found][:MOST_PEOPLE]


@require_POST
def answering(request: SignedIn, import_id: int, row_id: int) -> HttpResponse:
    """Same, someone else, or left out; `again` asks once more while the file isn't written."""
    file = get_object_or_404(Import.objects.visible_to(request.user).defer("file"), pk=import_id)
    row = get_object_or_404(file.rows, pk=row_id)
    answer = request.POST.get("answer", "")
    if answer == "again":
        actions.ask_again(request.user, row)
    elif answer in ("other", "skip"):
        actions.answer_row(request.user, row, leave_out=answer == "skip")
    elif answer.isdigit():
        person = get_object_or_404(Person.objects.visible_to(request.user).current(), pk=int(answer))
        actions.answer_row(request.user, row, same_as=person)
    if request.POST.get("from") == "preview":
        return redirect(f"{reverse('find:import_preview', args=[file.pk])}?only=ask")
    if actions.open_questions(request.user).filter(import_file=file).exists():
        return redirect(f"{reverse('find:import_questions', args=[file.pk])}?after={row.pk}")
    messages.success(request, _("Every question of %(file)s is answered.") % {"file": file.file_name})
    return redirect("find:import_preview", file.pk)
