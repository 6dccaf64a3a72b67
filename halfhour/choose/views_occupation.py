"""What is published about one occupation, and which of it the seeker has read."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.choose import actions, pictures, published
from halfhour.choose.data_taken import attribution
from halfhour.choose.models import Candidate, Known, Occupation, Reading
from halfhour.choose.rules.handbook import handbook_address
from halfhour.choose.rules.release_order import version

MOST_RELATED = 12
MOST_TOLD = 12
MOST_BESIDE = 4
# What can be looked up, so that no question in a talk needs to ask for it.
LOOKED_UP = {
    "pay": gettext_lazy("what it usually pays"),
    "outlook": gettext_lazy("how many jobs there will be"),
    "education": gettext_lazy("what training people usually have"),
    "skills": gettext_lazy("which skills and knowledge it takes"),
    "technologies": gettext_lazy("which tools and programs are used"),
    "tasks": gettext_lazy("the usual tasks"),
    "related": gettext_lazy("which occupations are close to it"),
}
# What people say about these rows of the comparison stands beside what is published about the same thing.
BESIDE = {
    "tasks": ("tasks",),
    "pay": ("pay", "security"),
    "outlook": ("outlook", "trends"),
    "education": ("education", "training", "routes", "entry_level"),
    "interests": ("interests", "personality", "satisfaction"),
    "skills": ("skills", "gaps"),
    "related": ("next_moves", "specialties"),
}
# Our own words for the five job zones up to O*NET 30.1; from 30.2 there are four with other bounds.
FIVE_ZONES = {
    1: gettext_lazy("almost no preparation"),
    2: gettext_lazy("some preparation, often months"),
    3: gettext_lazy("a medium amount of preparation, often a year or two"),
    4: gettext_lazy("considerable preparation, often a four-year degree"),
    5: gettext_lazy("long preparation, often a graduate degree"),
}


FOUR_LEVELS_SINCE = (30, 2)


def zone_words(zone: int | None, release: str) -> Any:
    """What a job zone means in the framework of its release; None when it has none."""
    if zone is None:
        return None
    if version(release) >= FOUR_LEVELS_SINCE:
        return _("level %(zone)d of four; the fourth asks for the longest preparation") % {"zone": zone}
    return FIVE_ZONES.get(zone)


def _published(item: Occupation) -> set[str]:
    """The parts of the page that show something published."""
    stored: dict[str, Any] = item.facts
    there = {
        part for part in ("pay", "outlook", "skills", "related", "interests", "education") if stored.get(part)
    }
    return there | ({"tasks"} if item.tasks else set())


def told_beside(said: Iterable[Any], parts: set[str]) -> dict[str, list[Any]]:
    """The statements that stand beside something published, by part of the page, the newest first."""
    found = {part: [one for one in said if one.criterion in BESIDE[part]][:MOST_BESIDE] for part in parts}
    return {part: group for part, group in found.items() if group}


@require_GET
def occupation(request: SignedIn, code: str) -> HttpResponse:
    item = get_object_or_404(Occupation, pk=code)
    stored: dict[str, Any] = item.facts
    near = list(
        Candidate.objects.visible_to(request.user)
        .filter(Q(occupation=item) | Q(parent__occupation=item))
        .order_by("dropped_at", "position", "pk")
    )
    own = [c for c in near if c.occupation_id == item.pk]
    mine = next((c for c in own if c.parent_id is None), own[0] if own else None)
    known = set(Known.objects.filter(candidate=mine).values_list("fact", flat=True)) if mine else set()
    said = list(mine.findings.select_related("person").order_by("-said_on", "-pk")) if mine else []
    readings = list(Reading.objects.visible_to(request.user).about(mine)) if mine else []
    specialties = [c for c in near if mine and c.parent_id == mine.pk and c.dropped_at is None]
    codes = [related for related, _tier in stored.get("related", [])][:MOST_RELATED]
    names = Occupation.objects.in_bulk(codes) if codes else {}
    beside = told_beside(said, _published(item))
    education = [(name, percent) for name, percent in stored.get("education", []) if percent >= 1]
    return render(
        request,
        "choose/occupation.html",
        {
            "occupation": item,
            "facts": stored,
            "sources": published.sources(),
            "of": {key: f"O*NET {release}" for key, release in stored.get("from", {}).items()},
            "combined": (stored.get("pay") or stored.get("outlook") or {}).get("code", item.soc) != item.soc,
            "pay_picture": pictures.pay_picture(stored.get("pay")),
            "outlook_picture": pictures.outlook_picture(stored.get("outlook")),
            "zone_words": zone_words(item.job_zone, stored.get("job_zone_release") or item.release),
            "education": [(name, round(percent), round(percent * 2.4, 1)) for name, percent in education],
            "interests": sorted(stored.get("interests", []), key=lambda pair: -pair[1])[:3],
            "related": [names[c] for c in codes if c in names],
            "candidate": mine,
            "looked_up": [(key, words, key in known) for key, words in LOOKED_UP.items()],
            "attribution": attribution(),
            "text_release": stored.get("text_release", item.release),
            "handbook": handbook_address(item.soc),
            "told": [one for one in said if all(one not in group for group in beside.values())][:MOST_TOLD],
            "told_beside": beside,
            "associations": [row for row in readings if row.kind == Reading.Kind.ASSOCIATION],
            "publications": [row for row in readings if row.kind != Reading.Kind.ASSOCIATION],
            "specialties": specialties,
            "plain_code": item.soc.replace("-", ""),
        },
    )


@require_POST
def known(request: SignedIn, candidate_id: int) -> HttpResponse:
    """The boxes "I have read this" of an occupation page."""
    mine = get_object_or_404(Candidate.objects.visible_to(request.user), pk=candidate_id)
    ticked = [fact for fact in request.POST.getlist("fact") if fact in LOOKED_UP]
    actions.mark_known(mine, facts=dict.fromkeys(ticked, ""))
    messages.success(request, _("Noted. Questions about it will be marked “you can look this up”."))
    return (
        redirect("choose:occupation", mine.occupation_id) if mine.occupation_id else redirect("choose:index")
    )
