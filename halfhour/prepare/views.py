"""What to ask, what to read, what to bring: the pages before a talk."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halfhour import clock
from halfhour.contact.models import Approach
from halfhour.contact.views.found import SignedIn
from halfhour.find.models import Organisation
from halfhour.prepare import actions
from halfhour.prepare.actions import Conflict
from halfhour.prepare.forms import SOURCES, BriefForm, QuestionForm, ResumeForm
from halfhour.prepare.models import Brief, Plan, PlanLine, ResumeChoice
from halfhour.prepare.page import plan_page, sheet_page
from halfhour.refused import Refused

SHOWN = 40
ONE_PAGE = 2800  # characters of a brief that fit one printed page


def index(request: SignedIn) -> HttpResponse:
    mine = Approach.objects.visible_to(request.user).select_related(
        "person__organisation__brief", "candidate", "plan"
    )
    coming = mine.filter(arranged_at__isnull=False, talked_at=None, closed_at=None)
    in_any_case = Count("plan__lines", filter=Q(plan__lines__must=True, plan__lines__stage="core"))
    talks = list(coming.annotate(questions=in_any_case).order_by("plan__talk_at", "pk")[:SHOWN])
    zone = clock.zone_of(request.user.seeker.timezone)
    rows = []
    for approach in talks:
        plan = getattr(approach, "plan", None)
        at = plan.talk_at.astimezone(zone) if plan and plan.talk_at else None
        rows.append({"approach": approach, "plan": plan, "at": at, "questions": approach.questions})
    asked = [] if rows else list(mine.open().filter(arranged_at=None).order_by("-opened_at")[:5])
    return render(request, "prepare/index.html", {"rows": rows, "asked": asked})


def _approach(request: SignedIn, approach_id: int) -> Approach:
    mine = Approach.objects.visible_to(request.user).select_related(
        "person__organisation__brief", "candidate", "plan", "resume_choice__resume"
    )
    found = get_object_or_404(mine, pk=approach_id)
    found.owner = request.user
    return found


def _plan(request: SignedIn, approach_id: int) -> Plan:
    plan = get_object_or_404(
        Plan.objects.visible_to(request.user).select_related("approach__candidate", "approach__person"),
        approach_id=approach_id,
    )
    plan.owner = plan.approach.owner = request.user
    return plan


def _line(request: SignedIn, line_id: int) -> PlanLine:
    mine = PlanLine.objects.filter(plan__in=Plan.objects.visible_to(request.user))
    line = get_object_or_404(mine.select_related("plan__approach"), pk=line_id)
    line.plan.owner = line.plan.approach.owner = request.user
    return line


def plan(request: SignedIn, approach_id: int) -> HttpResponse:
    return _plan_page(request, _approach(request, approach_id))


def _plan_page(
    request: SignedIn,
    approach: Approach,
    *,
    question_form: QuestionForm | None = None,
    resume_form: ResumeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    chosen = getattr(approach, "resume_choice", None)
    page = plan_page(approach)
    page["question_form"] = question_form or QuestionForm()
    page["resume_form"] = resume_form or ResumeForm(
        user=request.user,
        initial={
            "choice": chosen.choice if chosen else ResumeChoice.Choice.IF_ASKED,
            "resume": chosen.resume_id if chosen else None,
        },
    )
    return render(request, "prepare/plan.html", page, status=status)


@require_POST
def making(request: SignedIn, approach_id: int) -> HttpResponse:
    """Choose the questions, or choose them anew; the seeker's own stay."""
    actions.make_plan(_approach(request, approach_id))
    messages.success(request, _("Here is a first set of questions. Change what you like."))
    return redirect("prepare:plan", approach_id)


@require_POST
def readiness(request: SignedIn, approach_id: int) -> HttpResponse:
    plan = _plan(request, approach_id)
    if request.POST.get("ready") == "no":
        actions.say_not_ready(plan)
        return redirect("prepare:plan", approach_id)
    actions.say_ready(plan)
    messages.success(request, _("Your questions are ready. Print them, or use the screen for the talk."))
    return redirect("prepare:plan", approach_id)


@require_POST
def questions(request: SignedIn, approach_id: int) -> HttpResponse:
    """Add a question of one's own."""
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _plan_page(request, _approach(request, approach_id), question_form=form, status=422)
    line = actions.add_question(_plan(request, approach_id), **form.cleaned_data)
    return _back_to(line)


@require_POST
def suggestions(request: SignedIn, approach_id: int) -> HttpResponse:
    """Take one of the proposed questions into the plan."""
    line = actions.take_question(_plan(request, approach_id), question=request.POST.get("question", ""))
    return _back_to(line)


def _back_to(line: PlanLine) -> HttpResponse:
    return redirect(reverse("prepare:plan", args=[line.plan.approach_id]) + f"#question-{line.pk}")


@require_POST
def wording(request: SignedIn, line_id: int) -> HttpResponse:
    line = _line(request, line_id)
    try:
        actions.reword(line, text=request.POST.get("text", "")[:400])
    except Refused as why:
        messages.error(request, str(why))
    return _back_to(line)


@require_POST
def moving(request: SignedIn, line_id: int) -> HttpResponse:
    line = _line(request, line_id)
    actions.move_line(line, up=request.POST.get("to") == "up")
    return _back_to(line)


@require_POST
def weighing(request: SignedIn, line_id: int) -> HttpResponse:
    line = _line(request, line_id)
    actions.set_must(line, must=request.POST.get("must") == "yes")
    return _back_to(line)


@require_POST
def removal(request: SignedIn, line_id: int) -> HttpResponse:
    line = _line(request, line_id)
    actions.remove_line(line)
    messages.success(request, _("Taken out: “%(text)s”") % {"text": line.text})
    return redirect("prepare:plan", line.plan.approach_id)


@require_POST
def resume(request: SignedIn, approach_id: int) -> HttpResponse:
    approach = _approach(request, approach_id)
    form = ResumeForm(request.POST, user=request.user)
    if not form.is_valid():
        return _plan_page(request, approach, resume_form=form, status=422)
    told = form.cleaned_data
    version = told["resume"]
    if told["new_version"].strip():
        version = actions.add_resume(request.user, name=told["new_version"], made_on=request.user.today)
    actions.choose_resume(approach, choice=told["choice"], resume=version, ask=told["ask"])
    messages.success(request, _("Noted what to do with your résumé."))
    return redirect("prepare:plan", approach_id)


def sheet(request: SignedIn, approach_id: int) -> HttpResponse:
    """The questions on paper, with room to write."""
    return render(request, "prepare/sheet.html", sheet_page(_approach(request, approach_id)))


def brief(request: SignedIn, organisation_id: int) -> HttpResponse:
    """The organisation on one page."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=organisation_id)
    saved = Brief.objects.filter(organisation=organisation).first()
    if request.method != "POST":
        page = {"form": BriefForm(initial=_brief_values(saved)), "organisation": organisation, "brief": saved}
        page["looked"] = [label for value, label in SOURCES if saved and value in saved.sources]
        page["long"] = saved is not None and saved.characters > ONE_PAGE
        return render(request, "prepare/brief.html", page)
    form = BriefForm(request.POST)
    theirs = None
    if form.is_valid():
        try:
            actions.save_brief(
                organisation, **{**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
            )
        except Conflict as conflict:
            theirs = conflict.theirs
            form = BriefForm(
                {**request.POST.dict(), "sources": request.POST.getlist("sources"), "version": theirs.version}
            )
        else:
            messages.success(request, _("Kept. One page is enough; more research is for job interviews."))
            return redirect("prepare:brief", organisation.pk)
    page = {"form": form, "organisation": organisation, "brief": saved, "theirs": theirs}
    return render(request, "prepare/brief.html", page, status=409 if theirs else 422)


def _brief_values(saved: Brief | None) -> dict[str, object]:
    if saved is None:
        return {"version": 0}
    names = ("version", "what_they_do", "size", "news", "interests_me", "sources", "found_in")
    return {name: getattr(saved, name) for name in names}
