"""Who comes in: on a laptop, whoever opened the start link in this browser."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

OPEN = ("/start/", "/static/", "/calendar/")  # these have a secret of their own, or nothing of anybody


class StartLinkGate:
    """Everything but the start link needs a session; a newcomer is led to the one first question."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return render(request, "web/no_key.html", status=403)
        if request.path == "/" and request.user.seeker.welcomed_at is None:
            return redirect(reverse("welcome"))
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
