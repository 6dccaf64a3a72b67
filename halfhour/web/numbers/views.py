"""The page with every number of the method, and the few things about the program that are a matter of taste."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from halfhour.accounts import actions as accounts
from halfhour.accounts.requests import SignedIn
from halfhour.contact.models import Approach
from halfhour.due.actions import refresh
from halfhour.interview.models import Interview
from halfhour.web.numbers.catalogue import FIXED
from halfhour.web.numbers.forms import NumbersForm

MOVES_TALKS = {"thanks_hours", "confirm_days", "timezone", "country", "region"}
MOVES_ASKING = {"max_attempts", "timezone", "country", "region"}
FOLLOWED = 200  # talks, and people being asked, whose due days are counted anew at once


@require_http_methods(["GET", "POST"])
def numbers(request: SignedIn) -> HttpResponse:
    form = NumbersForm(request.POST or None, instance=request.user.seeker)
    if request.method == "POST" and form.is_valid():
        changed = set(form.changed_data)
        accounts.describe_myself(request.user, **form.cleaned_data)
        if changed & MOVES_TALKS:
            _count_talks_anew(request)
        if changed & MOVES_ASKING:
            _count_asking_anew(request)
        messages.success(request, _("Kept. What is still to come follows it; what was sent stays as it was."))
        return redirect("numbers")
    page = {"form": form, "fixed": FIXED}
    return render(request, "web/numbers.html", page, status=422 if form.errors else 200)


def _count_asking_anew(request: SignedIn) -> None:
    """The due days of everyone who is being asked: another zone or holiday, or fewer attempts."""
    asked = Approach.objects.visible_to(request.user).open().with_facts().order_by("-opened_at")
    for approach in asked[:FOLLOWED]:
        approach.owner = request.user
        refresh(approach)


def _count_talks_anew(request: SignedIn) -> None:
    """The due days of talks that are coming or just held."""
    talks = Interview.objects.visible_to(request.user).standing().select_related("approach")
    for talk in talks.order_by("-starts_at")[:FOLLOWED]:
        talk.owner = request.user
        refresh(talk)
