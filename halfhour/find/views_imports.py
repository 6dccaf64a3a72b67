"""A file of people: dropped, looked at, written, taken back."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions
from halfhour.find.forms import FileForm
from halfhour.find.models import Import, ImportRow
from halfhour.refused import Refused

ROWS_A_PAGE = 100


def imports(request: SignedIn) -> HttpResponse:
    """Where a file is dropped, and the files that were read before."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > settings.MAX_IMPORT_BYTES:
                raise Refused(
                    _("%(file)s is larger than %(most)s MB. Nothing was read.")
                    % {"file": file.name, "most": settings.MAX_IMPORT_BYTES // 2**20}
                )
            staged = actions.read_file(request.user, name=file.name, data=file.read())
        except Refused as no:
            form.add_error("file", str(no))
        else:
            return redirect("find:import_preview", staged.pk)
    before = Import.objects.visible_to(request.user)[:20]
    return render(
        request, "find/imports.html", {"form": form, "imports": before}, status=422 if form.errors else 200
    )


def _mine(request: SignedIn, import_id: int) -> Import:
    return get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)


@require_GET
def import_preview(request: SignedIn, import_id: int) -> HttpResponse:
    """What each row would become, or became; a page of a hundred rows however long the file is."""
    staged = _mine(request, import_id)
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
    return render(
        request,
        "find/import_preview.html",
        {
            "import": staged,
            "page": paginator.get_page(request.GET.get("page")),
            "only": only,
            "tabs": [
                (action.value, action.label, tally[action.value])
                for action in ImportRow.Action
                if tally.get(action.value)
            ],
            "in_all": sum(tally.values()),
            "questions": tally.get("ask", 0),
            "changes": sum(tally.get(a, 0) for a in ("add", "update", "ask")),
        },
    )


@require_POST
def import_writing(request: SignedIn, import_id: int) -> HttpResponse:
    written = actions.write_import(request.user, _mine(request, import_id))
    messages.success(
        request,
        ngettext(
            "%(added)s person was added and %(updated)s updated. Now their job titles are read.",
            "%(added)s people were added and %(updated)s updated. Now their job titles are read.",
            written.added,
        )
        % {"added": f"{written.added:,}", "updated": f"{written.updated:,}"},
    )
    return redirect(f"{reverse('find:index')}?import={written.pk}")


@require_POST
def undoing(request: SignedIn, import_id: int) -> HttpResponse:
    taken_back = _mine(request, import_id)
    kept = actions.undo_import(request.user, taken_back)
    said = _("%(file)s was taken back.") % {"file": taken_back.file_name}
    if kept:
        said += " " + ngettext(
            "%(n)s person stayed, because you have done something with them since.",
            "%(n)s people stayed, because you have done something with them since.",
            kept,
        ) % {"n": kept}
    messages.success(request, said)
    return redirect("find:imports")


@require_POST
def discarding(request: SignedIn, import_id: int) -> HttpResponse:
    actions.discard_import(request.user, _mine(request, import_id))
    messages.success(request, _("Nothing of that file was kept."))
    return redirect("find:imports")


@require_POST
def answering(request: SignedIn, import_id: int, row_id: int) -> HttpResponse:
    """The same person, or two? Asked before the file is written."""
    staged = _mine(request, import_id)
    row = get_object_or_404(staged.rows, pk=row_id)
    if staged.written_at is None:
        actions.answer_row(row, same=request.POST.get("same") == "yes")
    return redirect("find:import_preview", staged.pk)
