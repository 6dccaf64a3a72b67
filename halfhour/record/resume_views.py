"""The versions of the seeker's résumé: who has seen which, and what each would change in it."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from halfhour.contact.views.found import SignedIn
from halfhour.prepare.models import Resume
from halfhour.record.models import Debrief


@dataclass(frozen=True)
class Seen:
    """One talk in which this version was shown. suggestions: what they would change, in the seeker's notes."""

    name: str
    interview_id: int
    on: date
    suggestions: str


@dataclass(frozen=True)
class Version:
    resume: Resume
    seen: tuple[Seen, ...]


@require_GET
def resumes(request: SignedIn) -> HttpResponse:
    """Each version, the newest first, with the talks it was shown in."""
    shown = Debrief.objects.filter(owner=request.user, resume_shown__isnull=False)
    seen: dict[int | None, list[Seen]] = {}
    for debrief in shown.select_related("interview__person").order_by("interview__on", "pk"):
        talk = debrief.interview
        one = Seen(talk.person.name, talk.pk, talk.on, debrief.resume_suggestions)
        seen.setdefault(debrief.resume_shown_id, []).append(one)
    versions = [
        Version(resume, tuple(seen.get(resume.pk, ())))
        for resume in Resume.objects.visible_to(request.user).order_by("-made_on", "-pk")
    ]
    return render(request, "record/resumes.html", {"versions": versions})
