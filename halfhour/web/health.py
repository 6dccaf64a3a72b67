"""Is the process alive, and is it well? Probes come without our host name, so this answers before host checking."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from halfhour.web import running


class Liveness:
    """/livez: the process answers. /healthz: the database answers, nothing waits to be migrated, the tick runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/livez":
            return HttpResponse(f"ok {running.instance()}\n", content_type="text/plain")
        if request.path == "/healthz":
            return healthz()
        return self.get_response(request)


def healthz() -> HttpResponse:
    checks: dict[str, str] = {}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = MigrationExecutor(connection).migration_plan(
            MigrationExecutor(connection).loader.graph.leaf_nodes()
        )
        checks["database"] = "ok"
        checks["migrations"] = f"{len(waiting)} waiting" if waiting else "ok"
    except DatabaseError:
        checks["database"] = "no answer"
    checks["tick"] = running.tick_says()
    well = all(text == "ok" for text in checks.values())
    return JsonResponse({"ok": well, "checks": checks}, status=200 if well else 503)
