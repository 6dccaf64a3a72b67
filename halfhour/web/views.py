"""Today, the start, and the pages about the seeker and the program itself."""

import logging
import secrets
from zoneinfo import available_timezones

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from halfhour import clock
from halfhour.accounts import actions as accounts
from halfhour.accounts.requests import SignedIn
from halfhour.choose import actions as choose
from halfhour.choose import facts
from halfhour.choose.data_taken import attribution
from halfhour.choose.models import DataTaken, Occupation
from halfhour.web import data_folder, keyboard, lan
from halfhour.web.forms import AboutMe
from halfhour.web.today import agenda
from halfhour.web.today.next_useful import next_useful

BEST_HITS = 6
log = logging.getLogger(__name__)


@require_GET
def start(request: HttpRequest, secret: str) -> HttpResponse:
    """The start link: whoever has the secret of the data folder is the one user of this laptop."""
    if not secrets.compare_digest(secret.encode(), data_folder.secret("start-secret").encode()):
        log.warning("a start link with a wrong secret was refused")
        return render(request, "web/no_key.html", status=403)
    user = accounts.laptop_user()
    login(request, user)
    log.info("user %s signed in with the start link", user.pk)
    return redirect(reverse("today"))


@require_GET
def today(request: SignedIn) -> HttpResponse:
    now = clock.now()
    page = agenda.page(request.user, now)
    return render(request, "web/today.html", {**page, "step_next": next_useful(request.user)})


@require_http_methods(["GET", "POST"])
def welcome(request: SignedIn) -> HttpResponse:
    """The one question. Looking changes nothing; choosing puts it on the shortlist and opens the program."""
    if request.method == "POST":
        return welcome_with(request)
    query = request.GET.get("q", "").strip()[:200]
    hits = facts.load_search().find(query, limit=BEST_HITS) if query else []
    page = "web/_welcome_hits.html" if request.htmx else "web/welcome.html"
    return render(request, page, {"query": query, "hits": hits})


def welcome_with(request: SignedIn) -> HttpResponse:
    words = request.POST.get("words", "").strip()[:200]
    if not words:
        return redirect(reverse("welcome"))
    occupation = Occupation.objects.filter(code=request.POST.get("code", "")).first()
    choose.add_candidate(request.user, words=words, occupation=occupation)
    if request.user.seeker.welcomed_at is None:
        place = {}
        if request.POST.get("timezone") in available_timezones():
            place["timezone"] = request.POST["timezone"]
        if len(request.POST.get("country", "")) == 2:
            place["country"] = request.POST["country"].upper()
        if place:
            accounts.describe_myself(request.user, **place)
        accounts.welcome(request.user)
    messages.success(request, _("“%(words)s” is on your shortlist.") % {"words": words})
    return redirect(reverse("choose:index"))


@require_http_methods(["GET", "POST"])
def me(request: SignedIn) -> HttpResponse:
    form = AboutMe(request.POST or None, instance=request.user.seeker)
    if request.method == "POST" and form.is_valid():
        accounts.describe_myself(request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Letters that were not sent yet will say it this way."))
        return redirect(reverse("me"))
    return render(request, "web/me.html", {"form": form})


@require_GET
def about_the_data(request: SignedIn) -> HttpResponse:
    context = {
        "tables": facts.releases(),
        "lines": attribution(),
        "occupations": Occupation.objects.filter(dropped_in="").count(),
        "taken": DataTaken.objects.all()[:5],
    }
    return render(request, "web/about_the_data.html", context)


@require_GET
def keys(request: SignedIn) -> HttpResponse:
    return render(request, "web/keys.html", {"rows": keyboard.KEYS})


@require_GET
def phone(request: SignedIn) -> HttpResponse:
    """How the screen for the talk gets onto a phone: the code with the start link, or how to ask for it."""
    link = lan.link()
    return render(
        request, "web/phone.html", {"link": link, "code": lan.code_as_picture(link) if link else ""}
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/stale_form.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "web/server_error.html", status=500)
