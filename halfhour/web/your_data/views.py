"""Your data: take it with you, see what is held about a person, give them a copy, erase them; and the calendar's address."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour import clock
from halfhour.accounts.requests import SignedIn
from halfhour.find.models import Person
from halfhour.mail.models import Mailbox
from halfhour.privacy import actions as privacy
from halfhour.refused import Refused
from halfhour.web import data_folder, setup
from halfhour.web.calendar import feed_for
from halfhour.web.your_data import backup, erasing, export, retention, rotation
from halfhour.web.your_data.held_about import expired, held_about, over
from halfhour.web.your_data.person_copy import copy_for

SHOWN = 50
SHORTEST_PASSPHRASE = 8


@require_GET
def your_data(request: SignedIn) -> HttpResponse:
    gone, in_all = over(request.user, SHOWN)
    return render(
        request,
        "web/your_data.html",
        {
            "folder": data_folder.path(),
            "on_server": setup.database_file() is None,
            "last_backup": max(rotation.made(), default=None) if setup.database_file() else None,
            "over": gone,
            "over_in_all": in_all,
            "feed": (feed := privacy.feed_of(request.user)),
            "mailbox": Mailbox.objects.filter(owner=request.user).select_related("owner__morning").first(),
            "feed_address": request.build_absolute_uri(feed_path(feed)) if feed else "",
        },
    )


def feed_path(feed) -> str:  # type: ignore[no-untyped-def]  # a Feed
    return reverse("feed", args=[f"{privacy.secret_of(feed)}.ics"])


@require_POST
def backup_file(request: SignedIn) -> HttpResponse:
    """A backup to save where one likes; sealed when a passphrase came along."""
    words = request.POST.get("passphrase", "")
    if words and len(words) < SHORTEST_PASSPHRASE:
        raise Refused(
            _("A passphrase has at least eight characters; a few words are best. Nothing was saved.")
        )
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as folder:
        file = Path(folder) / "backup"
        backup.write(file, passphrase=words)
        ending = "sealed" if words else "zip"
        return download(
            file.read_bytes(), f"halfhour-{request.user.today.isoformat()}.{ending}", "application/zip"
        )


@require_POST
def export_file(request: SignedIn) -> HttpResponse:
    """Everything in open formats, as one ZIP."""
    with tempfile.TemporaryDirectory(dir=data_folder.ready()) as folder:
        export.export(request.user, Path(folder) / "export")
        made = shutil.make_archive(str(Path(folder) / "made"), "zip", Path(folder) / "export")
        return download(
            Path(made).read_bytes(),
            f"halfhour-export-{request.user.today.isoformat()}.zip",
            "application/zip",
        )


def download(data: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def person_data(request: SignedIn, person_id: int) -> HttpResponse:
    """Where it came from, when it goes, and what can be done."""
    person = _person(request, person_id)
    return render(
        request, "web/person_data.html", {"person": person, "held": held_about(request.user, person)}
    )


@require_GET
def person_copy(request: SignedIn, person_id: int) -> HttpResponse:
    person = _person(request, person_id)
    name = slugify(person.name) or f"person-{person.pk}"
    return download(copy_for(request.user, person), f"about-{name[:60]}.zip", "application/zip")


@require_POST
def person_keeping(request: SignedIn, person_id: int) -> HttpResponse:
    person = _person(request, person_id)
    yes = request.POST.get("keep") == "yes"
    privacy.keep(request.user, [person.pk], yes=yes)
    retention.look_again(request.user)
    said = _("%(name)s is kept until you erase them.") if yes else _("The time counts again for %(name)s.")
    messages.success(request, said % {"name": person.name})
    back = "your_data" if request.POST.get("back") == "list" else None
    return redirect(back) if back else redirect("person_data", person.pk)


@require_POST
def keeping_all(request: SignedIn) -> HttpResponse:
    """Keep everyone whose time is over today."""
    gone = [pk for _day, pk in expired(request.user)]
    privacy.keep(request.user, gone, yes=True)
    retention.look_again(request.user)
    said = ngettext("%(n)d person is kept", "%(n)d people are kept", len(gone)) % {"n": len(gone)}
    messages.success(request, _("%(who)s until you erase them.") % {"who": said})
    return redirect(reverse("your_data") + "#over")


@require_http_methods(["GET", "POST"])
def person_erasing(request: SignedIn, person_id: int) -> HttpResponse:
    """Asks first, with what would go; then erases."""
    person = _person(request, person_id)
    if request.method == "POST":
        name = person.name
        erased = erasing.erase(person)
        retention.look_again(request.user)
        messages.success(
            request,
            _(
                "%(name)s is erased: %(rows)d entries, and their name in %(texts)d texts. Backups forget them by %(day)s."
            )
            % {
                "name": name,
                "rows": sum(erased.rows.values()),
                "texts": erased.texts,
                "day": rotation.gone_by(request.user.today).isoformat(),
            },
        )
        return redirect("your_data")
    goes = erasing.what_goes(person)
    page = {
        "person": person,
        "rows": sorted(goes.rows.items(), key=lambda row: (-row[1], row[0])),
        "texts": goes.texts,
        "gone_by": rotation.gone_by(request.user.today),
    }
    return render(request, "web/person_erasing.html", page)


def _person(request: SignedIn, person_id: int) -> Person:
    mine = Person.objects.visible_to(request.user).filter(merged_into=None)
    person = get_object_or_404(mine.select_related("organisation", "source", "imported_by"), pk=person_id)
    person.owner = request.user
    return person


@require_POST
def feed_turning(request: SignedIn) -> HttpResponse:
    """A new address for the calendar, or none."""
    on = request.POST.get("on") == "yes"
    privacy.turn_feed(request.user, on=on)
    if on:
        messages.success(request, _("The calendar has a new address. An earlier one no longer works."))
    else:
        messages.success(request, _("The calendar has no address any more."))
    return redirect(reverse("your_data") + "#calendar")


@require_POST
def morning_wish(request: SignedIn) -> HttpResponse:
    yes = request.POST.get("on") == "yes"
    privacy.want_morning(request.user, yes=yes)
    said = (
        _("From tomorrow, what is due comes by mail in the morning.")
        if yes
        else _("No list comes by mail any more.")
    )
    messages.success(request, said)
    return redirect(reverse("your_data") + "#morning")


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, for whoever has its address: read-only, without a session."""
    found = privacy.feed_with(secret.removesuffix(".ics"))
    if found is None:
        raise Http404
    data = feed_for(found.owner)
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    now = clock.now()
    if found.read_at is None or (now - found.read_at).total_seconds() > 3600:
        found.read_at = now
        found.save(update_fields=["read_at"])
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304)
    else:
        answer = HttpResponse(data, content_type="text/calendar; charset=utf-8")
        answer["Content-Disposition"] = 'inline; filename="halfhour.ics"'
    answer["ETag"], answer["Cache-Control"] = tag, "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
