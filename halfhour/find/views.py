"""Whom to ask first, and everyone I know of."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from halfhour.accounts.models import Level, User
from halfhour.accounts.requests import SignedIn
from halfhour.choose.models import Candidate
from halfhour.choose.rules.in_a_sentence import those_who
from halfhour.find import departments
from halfhour.find.actions import ranked
from halfhour.find.filtering import Chosen
from halfhour.find.models import Import, Listing, Person
from halfhour.find.rules.ranking import ENOUGH_NAMES, Ranked, Role, depth_warning
from halfhour.find.searching import find_people

PAGE = 12
MOST_FOUND = 50
FIRST_FOUND = 15  # while somebody types; the next key is near
MOST_LOOKED_AT = 2_000  # of those with the typed words, when only some of them are wanted
SHOWN = (
    *("name", "title", "level", "relationship", "coded_at", "do_not_contact_at"),
    *("organisation__name", "occupation__name"),
)


def shortlist_of(user: User) -> list[Candidate]:
    return list(Candidate.objects.visible_to(user).shortlist())


def reading_of(user: User) -> dict[str, int]:
    """How far the titles are read: `read` of `in_all`."""
    mine = Person.objects.visible_to(user).current()
    return mine.aggregate(in_all=Count("pk"), read=Count("pk", filter=~Q(coded_at=None)))


@require_GET
def index(request: SignedIn) -> HttpResponse:
    """The ranked list for one occupation of the shortlist."""
    shortlist = shortlist_of(request.user)
    chosen = _chosen(request, shortlist)
    progress = reading_of(request.user)
    shown: dict[str, Any] = {"shortlist": shortlist, "chosen": chosen, "progress": progress}
    level = request.GET.get("level", "")
    level = level if level in Level.values and level != Level.UNKNOWN else ""
    if chosen is not None and progress["in_all"]:
        everyone = ranked(request.user, chosen, entry_level=level)
        shown |= _parts(everyone, request.GET.get("page"))
    if chosen is not None:
        level_now = level or request.user.seeker.entry_level
        shown |= {
            "work": those_who(chosen.words),
            "levels": [choice for choice in Level.choices if choice[0] != Level.UNKNOWN],
            "level": level_now,
            "level_words": Level(level_now).label,
            "keep": f"for={chosen.pk}&level={level}&" if level else f"for={chosen.pk}&",
            "department": departments.suggested(chosen),
            "listings": Listing.objects.visible_to(request.user)
            .filter(candidate=chosen)
            .select_related("organisation"),
        }
    shown["just_written"] = _just_written(request)
    return render(request, "find/index.html", shown)


def _chosen(request: SignedIn, shortlist: list[Candidate]) -> Candidate | None:
    wanted = request.GET.get("for", "")
    if wanted.isdigit():
        found = next((c for c in shortlist if c.pk == int(wanted)), None)
        return found or get_object_or_404(
            Candidate.objects.visible_to(request.user).select_related("occupation"), pk=int(wanted)
        )
    return next((c for c in shortlist if c.occupation_id), shortlist[0] if shortlist else None)


def _parts(everyone: list[Ranked], page: str | None) -> dict[str, Any]:
    first = [r for r in everyone if r.role <= Role.MAY_DO_IT][:ENOUGH_NAMES]
    rest = [r for r in everyone if r.role <= Role.MAY_DO_IT][ENOUGH_NAMES:]
    return {
        "first": first,
        "sure": [r for r in first if r.role is Role.DOES_IT],
        "rest": Paginator(rest, PAGE).get_page(page),
        "may_know": [r for r in everyone if r.role is Role.MAY_KNOW][:PAGE],
        "routes": [r for r in everyone if r.role is Role.ROUTE][:PAGE],
        "depth": depth_warning(everyone),
    }


def _just_written(request: SignedIn) -> Import | None:
    wanted = request.GET.get("import", "")
    return Import.objects.visible_to(request.user).filter(pk=wanted).first() if wanted.isdigit() else None


@require_GET
def reading(request: SignedIn) -> HttpResponse:
    """How far the titles are read, for a page that asks every second."""
    progress = reading_of(request.user)
    answer = render(request, "find/_reading.html", {"progress": progress})
    if request.htmx and progress["read"] == progress["in_all"]:
        answer["HX-Refresh"] = "true"  # everyone is read: the page shows whom to ask first
    return answer


@require_GET
def people(request: SignedIn) -> HttpResponse:
    """Everyone, or those with the typed words and the chosen marks; the first rows alone while somebody types."""
    query = " ".join(request.GET.get("q", "").split())[:200]
    chosen = Chosen(request.GET, request.user)
    mine = chosen.among(Person.objects.visible_to(request.user).current())
    mine = mine.select_related("organisation", "occupation").only(*SHOWN)
    if query:
        most = MOST_FOUND if not chosen else MOST_LOOKED_AT
        ids = find_people(request.user, query, limit=FIRST_FOUND if request.htmx and not chosen else most)
        found = {person.pk: person for person in mine.filter(pk__in=ids)}
        listed: Any = [found[pk] for pk in ids if pk in found]
    else:
        listed = mine.order_by("family", "given", "name", "pk")
    page = Paginator(listed, FIRST_FOUND if query and request.htmx else MOST_FOUND).get_page(
        request.GET.get("page")
    )
    keep = urlencode([(name, value) for name, value in (("q", query), *chosen.said.items()) if value])
    shown = {"query": query, "page": page, "chosen": chosen, "keep": f"{keep}&" if keep else ""}
    if request.htmx:
        return render(request, "find/_people.html", shown)
    shown["headline"] = _headline(page.paginator.count, query, bool(chosen))
    return render(request, "find/people.html", shown)


def _headline(count: int, query: str, chosen: bool) -> str:
    if query:
        return _("People like “%(query)s”.") % {"query": query}
    if chosen:
        return ngettext("%(n)s person fits.", "%(n)s people fit.", count) % {"n": f"{count:,}"}
    if not count:
        return _("You know of nobody yet.")
    return ngettext("You know of %(n)s person.", "You know of %(n)s people.", count) % {"n": f"{count:,}"}
