"""A file of people: dropped, looked at, written, taken back."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import chain

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.models import User
from halfhour.accounts.requests import SignedIn
from halfhour.find import actions, at_work
from halfhour.find.actions.columns import WORDS
from halfhour.find.at_work import Doing
from halfhour.find.forms import FileForm, PastedForm
from halfhour.find.models import Import, ImportRow
from halfhour.find.said_of_imports import say_taken_back, say_written
from halfhour.find.views_progress import is_long, takes_long
from halfhour.integrations.contacts_files import refuse_size
from halfhour.integrations.spreadsheet.cells import table
from halfhour.refused import Refused

ROWS_A_PAGE = 100
SHOWN = 20


def imports(request: SignedIn) -> HttpResponse:
    """Where a file is dropped, and the files that were read before."""
    is_pasted = "names" in request.POST
    form = FileForm(None if is_pasted else request.POST or None, request.FILES or None)
    pasted = PastedForm(request.POST if is_pasted else None)
    if is_pasted and pasted.is_valid():
        try:
            return redirect(
                "find:import_preview",
                actions.read_pasted_list(request.user, pasted.cleaned_data["names"]).pk,
            )
        except Refused as no:
            pasted.add_error("names", str(no))
    if request.method == "POST" and not is_pasted and form.is_valid():
        try:
            return redirect(_read(request.user, form.cleaned_data["file"]))
        except Refused as no:
            form.add_error("file", str(no))
    return render(
        request,
        "find/imports.html",
        {
            "form": form,
            "pasted": pasted,
            "imports": _read_before(request),
            "at_work": list(at_work.running_of(request.user.pk)),
        },
        status=422 if form.errors or pasted.errors else 200,
    )


def _read(user: User, file: UploadedFile) -> str:
    """Read a dropped file, at once when it is short; where it goes on. Refused before it is read when it is too large."""
    name, size, head = file.name or "", file.size or 0, file.read(512)
    refuse_size(head, size, file=name)
    file.seek(0)
    data = file.read()
    if not takes_long(user, size, head):
        staged = actions.read_file(user, name=name, data=data)
        return reverse("find:import_columns" if staged.to_map else "find:import_preview", args=[staged.pk])
    work = at_work.begin(
        user.pk,
        Doing.READING,
        name,
        lambda: actions.read_file(user, name=name, data=data).pk,
        mark=sha256(data).hexdigest(),
    )
    return reverse("find:import_progress", args=[work])


def _read_before(request: SignedIn) -> list[tuple[Import, int]]:
    """The files read last, each with the number of its open questions."""
    files = list(Import.objects.visible_to(request.user).defer("file")[:SHOWN])
    asking = actions.open_questions(request.user).filter(import_file__in=[f.pk for f in files]).order_by()
    waiting = dict(asking.values_list("import_file").annotate(n=Count("pk")))
    return [(file, waiting.get(file.pk, 0)) for file in files]


def _mine(request: SignedIn, import_id: int) -> Import:
    return get_object_or_404(Import.objects.visible_to(request.user).defer("file"), pk=import_id)


@require_GET
def import_preview(request: SignedIn, import_id: int) -> HttpResponse:
    """What each row would become, or became; a page of a hundred rows however long the file is."""
    staged = _mine(request, import_id)
    if staged.to_map:
        return redirect("find:import_columns", staged.pk)
    tally = dict(staged.rows.order_by().values_list("action").annotate(n=Count("pk")))
    only = request.GET.get("only", "")
    only = (
        only
        if only in tally
        else (ImportRow.Action.ASK if tally.get("ask") and "only" not in request.GET else "")
    )
    rows = staged.rows.select_related("person__organisation")
    rows = rows.filter(action=only) if only else rows
    paginator = Paginator(rows, ROWS_A_PAGE)
    paginator.count = tally.get(only, 0) if only else sum(tally.values())  # counted once, above
    page = paginator.get_page(request.GET.get("page"))
    return render(
        request,
        "find/import_preview.html",
        {
            "import": staged,
            "page": page,
            "lines": _with_reading(request, page.object_list),
            "only": only,
            "tabs": [
                (action.value, action.label, tally[action.value])
                for action in ImportRow.Action
                if tally.get(action.value)
            ],
            "in_all": sum(tally.values()),
            "questions": tally.get("ask", 0),
            "changes": sum(tally.get(a, 0) for a in ("add", "update")),
            "own": actions.own_path(staged),
            "columns": [
                (c["heading"] or c["index"] + 1, WORDS.get(c["field"], ""))
                for c in staged.told.get("columns", ())
                if c["samples"]
            ],
        },
    )


def _with_reading(request: SignedIn, rows: Iterable[ImportRow]) -> list[tuple[ImportRow, str]]:
    """Each row of the page with the occupation its title is read as."""
    rows = list(rows)
    titles = [row.values.get("title") or row.before.get("title", ("", ""))[1] for row in rows]
    read = actions.readings(request.user, titles)
    codes = [read[title].codes if title in read else () for title in titles]
    return [(row, code[0].name if code else "") for row, code in zip(rows, codes, strict=True)]


@require_POST
def import_writing(request: SignedIn, import_id: int) -> HttpResponse:
    user, staged = request.user, _mine(request, import_id)
    if is_long(staged) and staged.written_at is None and not staged.to_map:
        return _in_background(user, Doing.KEEPING, staged, lambda: actions.write_import(user, staged).pk)
    return redirect(say_written(request, actions.write_import(user, staged)))


@require_POST
def undoing(request: SignedIn, import_id: int) -> HttpResponse:
    user, written = request.user, _mine(request, import_id)
    if is_long(written) and written.undone_at is None:
        return _in_background(user, Doing.TAKING_BACK, written, lambda: actions.undo_import(user, written))
    return redirect(say_taken_back(request, written, actions.undo_import(user, written)))


def _in_background(user: User, doing: Doing, file: Import, work: Callable[[], int]) -> HttpResponse:
    return redirect(
        "find:import_progress", at_work.begin(user.pk, doing, file.file_name, work, subject=file.pk)
    )


@require_POST
def discarding(request: SignedIn, import_id: int) -> HttpResponse:
    actions.discard_import(request.user, _mine(request, import_id))
    messages.success(request, _("Nothing of that file was kept."))
    return redirect("find:imports")


@require_POST
def own_path(request: SignedIn, import_id: int) -> HttpResponse:
    """The seeker's own jobs and schools out of their export: whoever shares one is seen as nearer."""
    new = actions.keep_own_path(request.user, _mine(request, import_id))
    said = ngettext(
        "%(n)s place of your own is noted. People from there are marked.",
        "%(n)s places of your own are noted. People from there are marked.",
        new,
    )
    messages.success(request, said % {"n": new} if new else _("These places were noted already."))
    return redirect("find:import_preview", import_id)


@require_GET
def import_lines(request: SignedIn, import_id: int) -> StreamingHttpResponse:
    """What became of each row of the file, as a table to keep."""
    file = _mine(request, import_id)
    rows = file.rows.select_related("person").iterator(chunk_size=2000)
    lines = (
        (row.line, row.action, row.reason, row.person.name if row.person else row.values.get("name", ""))
        for row in rows
    )
    cells = table(chain([("line", "action", "reason", "person")], lines))
    return StreamingHttpResponse(
        cells,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="import-{file.pk}-rows.csv"'},
    )
