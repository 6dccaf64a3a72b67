"""What no view caught becomes a page that says why: a refusal, a full disk, a busy database, a fault with its number."""

import errno
import logging
import secrets
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from halfhour.refused import Refused

log = logging.getLogger(__name__)
NO_ROOM = ("disk is full", "No space left", "disk I/O error")
BUSY = ("database is locked", "database table is locked")
LONGEST_KEPT = 100_000
NOT_SHOWN = {"csrfmiddlewaretoken", "password"}


class RefusalsAsPages:
    """Nothing was changed: writing is all or nothing. What was typed stands on the page, ready to be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            log.info("refused %s %s", request.method, place_of(request))
            return render(request, "web/refused.html", {"why": str(exception)}, status=409)
        if is_full(exception):
            log.error("no room on the disk at %s %s", request.method, place_of(request))
            return render(request, "web/no_room.html", {"full": True, "typed": typed(request)}, status=507)
        if isinstance(exception, OperationalError) and any(word in str(exception) for word in BUSY):
            log.error("the database was busy at %s %s", request.method, place_of(request))
            return render(request, "web/no_room.html", {"full": False, "typed": typed(request)}, status=503)
        number = secrets.token_hex(4)
        request.fault_number = number  # type: ignore[attr-defined]  # for the page that says so
        log.error(
            "fault %s at %s %s: %s", number, request.method, place_of(request), type(exception).__name__
        )
        return None


def is_full(exception: BaseException | None) -> bool:
    """Whether a disk without room is behind it."""
    while exception is not None:
        if isinstance(exception, OSError) and exception.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if isinstance(exception, OperationalError) and any(word in str(exception) for word in NO_ROOM):
            return True
        exception = exception.__cause__ or exception.__context__
    return False


def place_of(request: HttpRequest) -> str:
    """Which page, without what stands in its address: numbers, secrets and searches stay out of the log."""
    match = request.resolver_match
    return match.view_name if match else "an unknown page"


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form sent, so that no word is lost; files have to be chosen again."""
    if request.method != "POST":
        return []
    return [
        (name, text[:LONGEST_KEPT])
        for name, texts in request.POST.lists()
        for text in texts
        if isinstance(text, str) and name not in NOT_SHOWN and "password" not in name
    ]
