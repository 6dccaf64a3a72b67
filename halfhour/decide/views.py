"""The occupations side by side, the verdicts, the decision note, and the report to print."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.choose.models import Candidate
from halfhour.decide import actions, report, report_words
from halfhour.decide.forms import DecisionNote, Verdict
from halfhour.decide.models import Decision, Judgement
from halfhour.decide.side_by_side import SideBySide, gather


@require_GET
def index(request: SignedIn) -> HttpResponse:
    side = gather(request.user)
    return render(
        request, "decide/index.html", {"side": side, "headline": question(side), "lead": lead(side)}
    )


def question(side: SideBySide) -> str:
    """The decision as a question: "Sound designer, or audiologist?" """
    names = [o.candidate.words for o in side.occupations if not o.ruled_out]
    if not names and side.occupations:
        turned = report_words.both([o.candidate.words for o in side.occupations])
        return _("Not %(names)s. What else could it be?") % {"names": turned}
    if not names:
        return _("What will you compare?")
    if len(names) == 1:
        return _("%(name)s: is it for you?") % {"name": report_words.capital(names[0])}
    return _("%(first)s, or %(last)s?") % {
        "first": report_words.capital(", ".join(names[:-1])),
        "last": names[-1],
    }


def lead(side: SideBySide) -> str:
    count = len(side.talks)
    if not count:
        return _(
            "You have not talked to anyone about these yet. Published figures stand here until you have."
        )
    heard = [o for o in side.occupations if o.talks]
    statements = sum(len(cell.statements) for row in side.rows for _o, cell in row.cells)
    answers = ngettext("%(n)d answer", "%(n)d answers", statements) % {"n": statements}
    about = _("about %(heard)d of %(all)d occupations") % {"heard": len(heard), "all": len(side.occupations)}
    talks = ngettext("from one talk", "from %(n)d talks", count) % {"n": count}
    open_ = [o for o in heard if not o.ruled_out]
    if not open_:
        return _(
            "%(answers)s %(about)s, %(talks)s. You turned away from what you heard about; that is a result."
        ) % {
            "answers": answers,
            "about": about,
            "talks": talks,
        }
    nearest = max(open_, key=lambda o: o.people)
    words = _("On %(name)s: %(words)s") % {"name": nearest.candidate.words, "words": nearest.stop.words}
    return f"{answers} {about}, {talks}. {words}"


@require_POST
def weights(request: SignedIn) -> HttpResponse:
    """How much each row counts; only what was changed from the usual is sent on."""
    known = {row.criterion.code for row in gather(request.user).rows}
    told = {k: v for k, v in request.POST.items() if k in known and v in {"0", "1", "2", "3"}}
    actions.weigh(request.user, {k: int(v) for k, v in told.items()})
    messages.success(request, _("Weighed. The order may have changed; what people said has not."))
    return redirect(reverse("decide:index"))


@require_http_methods(["GET", "POST"])
def verdict(request: SignedIn, candidate_id: int) -> HttpResponse:
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user), pk=candidate_id)
    given = Judgement.objects.filter(candidate=candidate).first()
    initial = {"outcome": given.outcome, "because": given.because} if given else {}
    form = Verdict(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.judge(candidate, **form.cleaned_data)
        messages.success(request, _("Noted for “%(words)s”.") % {"words": candidate.words})
        return redirect(reverse("decide:index"))
    side = gather(request.user)
    occupation = next((o for o in side.occupations if o.candidate.pk == candidate.pk), None)
    leanings = (
        [(t, side.debriefs[t.pk]) for t in occupation.talks if t.pk in side.debriefs] if occupation else []
    )
    context = {"candidate": candidate, "form": form, "occupation": occupation, "leanings": leanings}
    return render(request, "decide/verdict.html", context)


@require_http_methods(["GET", "POST"])
def decision(request: SignedIn) -> HttpResponse:
    latest = Decision.objects.visible_to(request.user).first()
    form = DecisionNote(request.POST or None, user=request.user, initial=begun(latest))
    if request.method == "POST" and form.is_valid():
        actions.decide(request.user, **form.cleaned_data)
        messages.success(request, _("Your decision is written down. The report has it."))
        return redirect(reverse("decide:report"))
    return render(request, "decide/decision.html", {"form": form, "latest": latest})


def begun(latest: Decision | None) -> dict[str, object]:
    if latest is None:
        return {}
    names = ("choice", "alternate", "reasons", "would_change_my_mind", "first_steps")
    return {**{name: getattr(latest, name) for name in names}, "cited": list(latest.cited.all())}


@require_GET
def report_page(request: SignedIn) -> HttpResponse:
    return render(request, "decide/report.html", report_words.context(report.gathered(request.user)))


@require_GET
def report_file(request: SignedIn, form: str) -> HttpResponse:
    """The report as a file; refused in words when the PDF extra is missing."""
    if form not in report.TYPES:
        raise Http404
    answer = HttpResponse(report.written(request.user, form), content_type=report.TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="halfhour-report.{form}"'
    return answer
