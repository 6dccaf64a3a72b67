"""Books, trade magazines and associations: of one occupation or of the whole project, with what I noted."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.choose import reading
from halfhour.choose.forms import NoteForm, ReadingForm
from halfhour.choose.models import Candidate, Reading
from halfhour.choose.views import next_page


def readings(request: SignedIn) -> HttpResponse:
    """The list, and the form that adds to it; `?for=` names the occupation it is about."""
    form = ReadingForm(request.POST or None, user=request.user, initial=_asked_for(request))
    if request.method == "POST" and form.is_valid():
        added = reading.add_reading(request.user, **form.cleaned_data)
        messages.success(request, _("“%(title)s” is on your list.") % {"title": added.title})
        return redirect(next_page(request, reverse("choose:readings")))
    rows = list(Reading.objects.visible_to(request.user).select_related("candidate"))
    shown: dict[str, Any] = {
        "form": form,
        "to_read": [(row, _note_form(row)) for row in rows if row.read_at is None],
        "done": [(row, _note_form(row)) for row in rows if row.read_at is not None],
    }
    return render(request, "choose/readings.html", shown, status=422 if form.errors else 200)


def _asked_for(request: SignedIn) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    asked: dict[str, Any] = {"kind": kind if kind in Reading.Kind.values else Reading.Kind.BOOK}
    number = request.GET.get("for", "")
    if number.isdecimal():
        asked["candidate"] = Candidate.objects.visible_to(request.user).open().filter(pk=number).first()
    return asked


def _note_form(row: Reading) -> NoteForm:
    return NoteForm(
        initial={"read": row.read_at is not None, "note": row.note}, auto_id=f"reading-{row.pk}-%s"
    )


@require_POST
def noting(request: SignedIn, reading_id: int) -> HttpResponse:
    row = get_object_or_404(Reading.objects.visible_to(request.user), pk=reading_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        reading.note_reading(row, **form.cleaned_data)
        if row.note and row.read_at:
            said = _("Kept. Your note stands on the sheet for the next talk.")
        else:
            said = _("Kept.")
        messages.success(request, said)
    return redirect(next_page(request, reverse("choose:readings")))


@require_POST
def removal(request: SignedIn, reading_id: int) -> HttpResponse:
    row = get_object_or_404(Reading.objects.visible_to(request.user), pk=reading_id)
    reading.remove_reading(row)
    messages.success(request, _("“%(title)s” is off your list.") % {"title": row.title})
    return redirect(next_page(request, reverse("choose:readings")))
