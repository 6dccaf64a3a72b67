"""Today, the start, and the pages about the seeker and the program itself."""

import secrets

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from halfhour.accounts import actions as accounts
from halfhour.web import data_folder


def start(request: HttpRequest, secret: str) -> HttpResponse:
    """The start link: whoever has the secret of the data folder is the one user of this laptop."""
    if not secrets.compare_digest(secret.encode(), data_folder.secret("start-secret").encode()):
        return render(request, "web/no_key.html", status=403)
    login(request, accounts.laptop_user())
    return redirect(reverse("today"))


def today(request: HttpRequest) -> HttpResponse:
    return render(request, "web/today.html")


def welcome(request: HttpRequest) -> HttpResponse:
    return render(request, "web/welcome.html")


def me(request: HttpRequest) -> HttpResponse:
    return render(request, "web/me.html")


def about_the_data(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about_the_data.html")


def keys(request: HttpRequest) -> HttpResponse:
    return render(request, "web/keys.html")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/stale_form.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "web/server_error.html", status=500)
