"""Sending thanks and news through the seeker's own mailbox; they can be taken back for some seconds."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.refused import Refused
from halfhour.thank import actions, mail
from halfhour.thank.forms import ThanksText
from halfhour.thank.models import Thanks
from halfhour.thank.views import held, someone


@require_POST
def talk_posting(request: SignedIn, interview_id: int) -> HttpResponse:
    thanks = actions.thanks_of(held(request, interview_id))
    return _posting(request, thanks, reverse("thank:talk", args=[interview_id]))


@require_POST
def news_posting(request: SignedIn, interview_id: int, person_id: int) -> HttpResponse:
    thanks = actions.news_of(held(request, interview_id), someone(request, person_id))
    return _posting(request, thanks, reverse("thank:news", args=[interview_id, person_id]))


def _posting(request: SignedIn, thanks: Thanks, back: str) -> HttpResponse:
    form = ThanksText(request.POST)
    if not form.is_valid():
        messages.error(request, _("There is no text yet, so nothing was sent."))
        return redirect(back)
    try:
        mail.send(thanks, **form.cleaned_data)
    except Refused as why:
        messages.error(request, str(why))
    return redirect(back)
