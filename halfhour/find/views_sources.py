"""How the people of a whole file were found: a directory, a school's list, an event."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.accounts.requests import SignedIn
from halfhour.find import actions
from halfhour.find.forms import SourceForm
from halfhour.find.models import Import


def import_source(request: SignedIn, import_id: int) -> HttpResponse:
    written = get_object_or_404(Import.objects.visible_to(request.user).select_related("owner"), pk=import_id)
    if written.written_at is None:
        return redirect("find:import_preview", written.pk)
    form: Any = SourceForm(request.POST or None)
    form.fields["source_kind"].label = _("How did you get this list?")
    if request.method == "POST" and form.is_valid():
        found = form.source()
        if found is not None:
            count = actions.source_of_import(written, **found)
            messages.success(
                request,
                ngettext(
                    "Noted with %(n)s person. A letter can say it.",
                    "Noted with %(n)s people. A letter can say it.",
                    count,
                )
                % {"n": f"{count:,}"},
            )
        return redirect("find:import_preview", written.pk)
    shown = {"form": form, "written": written}
    return render(request, "find/import_source.html", shown, status=422 if form.errors else 200)
