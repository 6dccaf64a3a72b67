"""The people who talked, as lasting contacts; an organisation as several of them saw it; advice that was followed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.choose.rules.criteria import BY_CODE, Group
from halfhour.find.models import Organisation
from halfhour.interview.models import Interview
from halfhour.record.models import Advice, Finding
from halfhour.thank import actions
from halfhour.thank.contacts import contacts_of

SEEN_FROM_INSIDE = {c for c, row in BY_CODE.items() if row.group in {Group.CONDITIONS, Group.ORGANISATION}}


@require_GET
def people(request: SignedIn) -> HttpResponse:
    """Everyone a talk was held with; `?field=` keeps one occupation, `?q=` part of a name or organisation."""
    every = contacts_of(request.user)
    fields = sorted({words for contact in every for words in contact.fields})
    field, query = request.GET.get("field", ""), request.GET.get("q", "").strip()[:100]
    shown = [c for c in every if not field or field in c.fields]
    if query:
        shown = [
            c
            for c in shown
            if query.lower()
            in " ".join((c.person.name, c.person.title, str(c.person.organisation or ""))).lower()
        ]
    context = {"shown": shown, "fields": fields, "field": field, "query": query, "in_all": len(every)}
    return render(request, "thank/people.html", context)


@require_GET
def organisation(request: SignedIn, organisation_id: int) -> HttpResponse:
    """What several people said and what was seen at one place."""
    place = get_object_or_404(Organisation.objects.visible_to(request.user), pk=organisation_id)
    talks = list(
        Interview.objects.visible_to(request.user)
        .evidence()
        .standing()
        .filter(person__organisation=place)
        .select_related("person", "candidate", "debrief")
        .order_by("on", "pk")
    )
    said: dict[int, list[tuple[str, Finding]]] = {}
    for finding in Finding.objects.visible_to(request.user).filter(
        interview__in=talks, criterion__in=SEEN_FROM_INSIDE
    ):
        label = BY_CODE[finding.criterion].label
        said.setdefault(finding.interview_id, []).append((label, finding))
    rows = [(talk, getattr(talk, "debrief", None), said.get(talk.pk, [])) for talk in talks]
    return render(request, "thank/organisation.html", {"organisation": place, "rows": rows})


@require_POST
def advice_told(request: SignedIn, advice_id: int) -> HttpResponse:
    advice = get_object_or_404(
        Advice.objects.visible_to(request.user).select_related("interview__person", "owner__seeker"),
        pk=advice_id,
    )
    actions.told_of_advice(advice)
    messages.success(request, _("Noted: %(name)s knows.") % {"name": advice.interview.person.name})
    return redirect("thank:index")
