"""Connecting one's own calendar, and the word on a talk that was changed on both sides."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halfhour.contact.views.found import SignedIn
from halfhour.interview import other_calendar as calendars
from halfhour.interview.forms import CalendarAccount
from halfhour.interview.models import Interview, OtherCalendar
from halfhour.refused import Refused


@require_http_methods(["GET", "POST"])
def other_calendar(request: SignedIn) -> HttpResponse:
    kept = OtherCalendar.objects.visible_to(request.user).first()
    known = {"url": kept.url, "username": kept.username, "private_ok": kept.private_ok} if kept else None
    form = CalendarAccount(request.POST or None, initial=known)
    choices: list[object] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = calendars.connect(
                request.user, calendar_url=request.POST.get("calendar_url", ""), **form.cleaned_data
            )
        except Refused as why:
            form.add_error(None, str(why))
        else:
            if isinstance(made, OtherCalendar):
                messages.success(request, _("“%(name)s” is connected.") % {"name": made.name})
                return redirect("interview:other_calendar")
            choices = list(made)
    page = {"form": form, "kept": kept, "choices": choices}
    return render(request, "interview/other_calendar.html", page, status=422 if form.errors else 200)


@require_POST
def other_calendar_removal(request: SignedIn) -> HttpResponse:
    calendars.disconnect(request.user)
    messages.success(request, _("The calendar is no longer connected. What was written there stays there."))
    return redirect("interview:other_calendar")


@require_POST
def settling(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = get_object_or_404(Interview.objects.visible_to(request.user).with_people(), pk=interview_id)
    talk.owner = request.user
    calendars.settle(talk, take_theirs=request.POST.get("holds") == "there")
    messages.success(request, _("Noted."))
    return redirect("interview:interview", talk.pk)
