"""Notifications of this computer: the wish for them, what to show now, and that it was shown."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour import clock
from halfhour.accounts.models import Notices
from halfhour.accounts.requests import SignedIn
from halfhour.web.today import notices


@require_POST
def wish(request: SignedIn) -> HttpResponse:
    kind = Notices(told) if (told := request.POST.get("kind", "")) in Notices.values else Notices.OFF
    notices.wish(request.user, kind)
    said = (
        _("This computer will show what is due while a page of Halfhour is open.")
        if kind
        else _("No notifications come any more.")
    )
    messages.success(request, said)
    return redirect(reverse("numbers") + "#notices")


@require_GET
def coming(request: SignedIn) -> HttpResponse:
    """What to show now, as JSON; an empty object when there is nothing. Asking changes nothing."""
    notice = notices.waiting(request.user, clock.now())
    if notice is None:
        return JsonResponse({})
    told = {"title": notice.title, "body": notice.body, "until": notice.until.isoformat()}
    return JsonResponse(told)


@require_POST
def shown(request: SignedIn) -> HttpResponse:
    try:
        until = datetime.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        return HttpResponseBadRequest()
    if until.tzinfo is None:
        return HttpResponseBadRequest()
    notices.shown(request.user, until)
    return HttpResponse(status=204)
