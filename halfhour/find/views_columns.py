"""Which column is what: asked before the rows of a table with unknown headings are shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions
from halfhour.find.forms_columns import ColumnsForm
from halfhour.find.models import Import
from halfhour.refused import Refused


def columns(request: SignedIn, import_id: int) -> HttpResponse:
    """One choice for each column, with what stands in it; then the rows are shown."""
    staged = get_object_or_404(Import.objects.visible_to(request.user).defer("file"), pk=import_id)
    if staged.written_at is not None or "columns" not in staged.told:
        return redirect("find:import_preview", staged.pk)
    form = ColumnsForm(request.POST or None, told=staged.told)
    if request.method == "POST" and form.is_valid():
        try:
            read = actions.read_again(
                request.user, staged, columns=form.columns(), first_row=form.first_row()
            )
        except Refused as no:
            form.add_error(None, str(no))
        else:
            messages.success(request, _("The next file with these headings is read the same way."))
            return redirect("find:import_preview", read.pk)
    return render(
        request,
        "find/import_columns.html",
        {"import": staged, "form": form},
        status=422 if form.errors else 200,
    )
