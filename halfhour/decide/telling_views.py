"""People to tell what was decided, and the note to each."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.contact.rules.handover import mailto_url
from halfhour.decide import telling
from halfhour.decide.models import Decision
from halfhour.decide.rules.telling import Telling
from halfhour.find.models import Person
from halfhour.thank.forms import ThanksText
from halfhour.thank.models import Thanks


def latest(request: SignedIn) -> Decision | None:
    return Decision.objects.visible_to(request.user).select_related("choice", "alternate").first()


@require_GET
def people(request: SignedIn) -> HttpResponse:
    decided_on = telling.decided_since(request.user)
    everyone = telling.people_to_tell(request.user, decided_on) if decided_on else []
    context = {
        "decision": latest(request),
        "open": [t for t in everyone if not t.told_on],
        "told": [t for t in everyone if t.told_on],
        "resumes": [t for t in everyone if t.new_resume and not t.told_on],
    }
    return render(request, "decide/telling.html", context)


def begun(request: SignedIn, person_id: int) -> tuple[Telling, Thanks]:
    """The line of the list and the note; 404 for whoever is not on the list."""
    person = get_object_or_404(
        Person.objects.visible_to(request.user).select_related("organisation"), pk=person_id
    )
    decision, decided_on = latest(request), telling.decided_since(request.user)
    if decision is None or decided_on is None:
        raise Http404
    everyone = telling.people_to_tell(request.user, decided_on)
    line = next((t for t in everyone if t.person_id == person_id), None)
    if line is None:
        raise Http404
    return line, telling.note_to(request.user, decision, line, person)


@require_http_methods(["GET", "POST"])
def note(request: SignedIn, person_id: int) -> HttpResponse:
    line, thanks = begun(request, person_id)
    form = ThanksText(request.POST or None, initial={"subject": thanks.subject, "body": thanks.body})
    if request.method == "POST" and form.is_valid():
        telling.keep_note(thanks, **form.cleaned_data)
        messages.success(request, _("Kept. Nothing was sent."))
        return redirect(request.path)
    mailto = mailto_url(thanks.person.email, form["subject"].value() or "", form["body"].value() or "")
    return render(
        request, "decide/note.html", {"line": line, "thanks": thanks, "form": form, "mailto": mailto}
    )


@require_POST
def sending(request: SignedIn, person_id: int) -> HttpResponse:
    _line, thanks = begun(request, person_id)
    form = ThanksText(request.POST)
    if not form.is_valid():
        messages.error(request, _("There is no text yet, so nothing was noted as sent."))
        return redirect("decide:note", person_id)
    telling.record_told(thanks, **form.cleaned_data)
    messages.success(request, _("Noted: %(name)s knows what you decided.") % {"name": thanks.person.name})
    return redirect("decide:telling")
