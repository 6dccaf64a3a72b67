"""A long file on its way: how far it is, and a way to stop it."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.models import User
from halfhour.accounts.requests import SignedIn
from halfhour.find import at_work
from halfhour.find.at_work import Doing, Ended, Told
from halfhour.find.models import Import, Person
from halfhour.find.said_of_imports import say_taken_back, say_written

PACKED = 5  # a ZIP holds about so many times its size
MANY_ROWS = 4_000
MANY_PEOPLE = 15_000


def takes_long(user: User, size: int, head: bytes) -> bool:
    """Whether reading a file of this size and comparing it with everyone here takes longer than anyone waits at a page."""
    weight = size * PACKED if head.startswith(b"PK") else size
    if weight > settings.IMPORT_AT_ONCE_BYTES:
        return True
    return Person.objects.visible_to(user).current()[MANY_PEOPLE : MANY_PEOPLE + 1].exists()


def is_long(file: Import) -> bool:
    """Whether keeping it or taking it back takes longer than anyone waits at a page."""
    return file.read > MANY_ROWS


@require_GET
def progress(request: SignedIn, work_id: int) -> HttpResponse:
    """How far it is, asked for again every second; at the end, what came of it."""
    told = at_work.look(request.user.pk, work_id)
    if told is None:
        raise Http404
    if told.ended is Ended.DONE:
        return _on(request, _after(request, told))
    if request.htmx and told.ended:
        return _on(request, reverse("find:import_progress", args=[work_id]))
    template = "find/_progress.html" if request.htmx else "find/import_progress.html"
    back = told.doing is not Doing.READING and Import.objects.visible_to(request.user).filter(pk=told.subject)
    return render(request, template, {"work": work_id, "told": told, "back": back and back.exists()})


@require_POST
def stopping(request: SignedIn, work_id: int) -> HttpResponse:
    if at_work.look(request.user.pk, work_id) is None:
        raise Http404
    at_work.stop(request.user.pk, work_id)
    return redirect("find:import_progress", work_id)


def _on(request: SignedIn, url: str) -> HttpResponse:
    return HttpResponse(headers={"HX-Redirect": url}) if request.htmx else redirect(url)


def _after(request: SignedIn, told: Told) -> str:
    """Where it goes on. A file that was read twice at once has only its last preview."""
    wanted = told.result if told.doing is Doing.READING else told.subject
    file = Import.objects.visible_to(request.user).defer("file").filter(pk=wanted).first()
    if file is None:
        return reverse("find:imports")
    if told.doing is Doing.KEEPING:
        return say_written(request, file)
    if told.doing is Doing.TAKING_BACK:
        return say_taken_back(request, file, told.result)
    return reverse("find:import_columns" if file.to_map else "find:import_preview", args=[file.pk])
