"""What they answered: read, judged, and what follows. A no leads to thanks and the next name in the same view."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from halfhour.contact import actions
from halfhour.contact.forms import NamedForm, ReasonForm, ReplyForm
from halfhour.contact.keys import key_at
from halfhour.contact.models import Approach, Reply
from halfhour.contact.reading import Proposed, dropped_answer, read_answer
from halfhour.contact.views.found import SignedIn, approach_of
from halfhour.integrations.mail.reader import MAX_BYTES
from halfhour.refused import Refused

ARRANGES = {Reply.Kind.YES, Reply.Kind.PHONE_INSTEAD, Reply.Kind.OTHER_TIME}
SAID = {
    Reply.Kind.LATER: lazy("Noted. Nothing goes out until then."),
    Reply.Kind.NAMED_OTHER: lazy("Noted. A name is the best that can come of a no."),
    Reply.Kind.THINKS_JOB: lazy("Noted. One friendly sentence clears that up; it is below."),
    Reply.Kind.NO: lazy("Noted. A no is an ordinary answer; the next name is below."),
    Reply.Kind.NEVER: lazy("Noted for good. Nothing will go to them again."),
    Reply.Kind.UNCLEAR: lazy("Kept. Nothing goes out until you have said what it means."),
}


@require_http_methods(["GET", "POST"])
def replies(request: SignedIn, approach_id: int) -> HttpResponse:
    asked = approach_of(request, approach_id)
    form = ReplyForm(request.POST or None, initial={"key": key_at(asked, "answer"), "on": request.user.today})
    named = NamedForm(request.POST or None, prefix="named")
    if request.method == "POST" and form.is_valid() and named.is_valid():
        told = form.cleaned_data
        person = actions.Named(**named.cleaned_data) if named.cleaned_data["name"].strip() else None
        try:
            actions.record_reply(
                asked,
                key=told["key"],
                kind=told["kind"],
                text=told["text"],
                on=told["on"],
                call_back_on=told["call_back_on"],
                named=person,
            )
        except Refused as why:
            form.add_error(None, str(why))
        else:
            return _onward(request, asked, Reply.Kind(told["kind"]), call_first=bool(told["call_back_on"]))
    return render(request, "contact/replies.html", _context(asked, form, named))


@require_POST
def reading(request: SignedIn, approach_id: int) -> HttpResponse:
    """Read a pasted answer: the person's own words, and what they seem to come to. The seeker decides."""
    asked = approach_of(request, approach_id)
    text = request.POST.get("text", "")
    on = request.POST.get("on") or request.user.today
    dropped = request.FILES.get("file")
    if dropped is not None:
        read = dropped_answer(dropped.read(MAX_BYTES), request.user.today)
        if read.remark:
            messages.info(request, read.remark)
        text, on = read.text, read.on
    found = read_answer(text, today=request.user.today) if text.strip() else None
    initial: dict[str, Any] = {
        "key": request.POST.get("key", "")[:40] or key_at(asked, "answer"),
        "on": on,
        "text": found.words if found else text,
    }
    if found is not None and found.kind:
        initial |= {"kind": found.kind, "call_back_on": found.call_back_on}
    context = _context(asked, ReplyForm(initial=initial), NamedForm(prefix="named"), found)
    return render(request, "contact/_answer.html" if request.htmx else "contact/replies.html", context)


@require_POST
def judging(request: SignedIn, reply_id: int) -> HttpResponse:
    """The seeker says what an answer means after all."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user).select_related("approach"), pk=reply_id)
    asked = reply.approach = approach_of(request, reply.approach_id)
    kind = request.POST.get("kind", "")
    if kind not in Reply.Kind.values:
        return HttpResponse(status=400)
    try:
        actions.judge_again(reply, kind=kind, call_back_on=_day(request, "call_back_on", kind))
    except Refused as why:
        messages.error(request, str(why))
        return redirect("contact:approach", asked.pk)
    return _onward(request, asked, Reply.Kind(kind))


@require_POST
def named(request: SignedIn, approach_id: int) -> HttpResponse:
    """Somebody they suggested joins my list."""
    asked = approach_of(request, approach_id)
    form = NamedForm(request.POST)
    if form.is_valid() and form.cleaned_data["name"].strip():
        person = actions.record_named(asked, actions.Named(**form.cleaned_data))
        messages.success(
            request,
            _("%(name)s is on your list, named by %(by)s.") % {"name": person.name, "by": asked.person.name},
        )
    else:
        messages.error(request, _("A name is needed."))
    return redirect("contact:approach", asked.pk)


@require_POST
def thanks(request: SignedIn, approach_id: int) -> HttpResponse:
    """The thanks for a no have gone out."""
    asked = approach_of(request, approach_id)
    actions.thank_for_answer(asked)
    messages.success(request, _("Thanked. That door stays friendly."))
    return redirect("contact:approach", asked.pk)


@require_POST
def lines(request: SignedIn, approach_id: int) -> HttpResponse:
    """A few words that are no letter went out."""
    asked = approach_of(request, approach_id)
    try:
        actions.record_line(asked, key=request.POST.get("key", "")[:40], body=request.POST.get("body", ""))
        messages.success(request, _("Noted."))
    except Refused as why:
        messages.error(request, str(why))
    return redirect("contact:approach", asked.pk)


@require_POST
def closing(request: SignedIn, approach_id: int) -> HttpResponse:
    asked = approach_of(request, approach_id)
    actions.close_approach(asked)
    messages.success(request, _("Set aside. You can open it again by hand, with a reason."))
    return redirect("contact:approach", asked.pk)


@require_POST
def reopening(request: SignedIn, approach_id: int) -> HttpResponse:
    asked = approach_of(request, approach_id)
    form = ReasonForm(request.POST)
    try:
        actions.reopen(asked, because=form.cleaned_data["because"] if form.is_valid() else "")
        messages.success(request, _("Open again. Your reason is kept with it."))
    except Refused as why:
        messages.error(request, str(why))
    return redirect("contact:approach", asked.pk)


def _day(request: SignedIn, name: str, kind: str) -> date | None:
    """The day the proposal found, when the meaning that was chosen is the one that was proposed."""
    if kind != request.POST.get("proposed", kind):
        return None
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        return None


def _onward(
    request: SignedIn, asked: Approach, kind: Reply.Kind, *, call_first: bool = False
) -> HttpResponse:
    """A yes leads to finding a time; everything else back to the page that says what is next."""
    if kind in ARRANGES and not call_first:
        return redirect("interview:arrange", asked.pk)
    messages.success(request, SAID.get(kind, _("Noted. The day they named is on your list.")))
    return redirect("contact:approach", asked.pk)


def _context(
    asked: Approach, form: ReplyForm, named_form: NamedForm, found: Proposed | None = None
) -> dict[str, Any]:
    return {"approach": asked, "person": asked.person, "form": form, "named_form": named_form, "found": found}
