"""Thanks and news, and the map of who led to whom."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.contact.eml import as_eml
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.handover import mailto_url
from halfhour.find.models import Person
from halfhour.interview.models import Interview
from halfhour.thank import actions, chart
from halfhour.thank.due import months
from halfhour.thank.forms import LeaveOut, ThanksText
from halfhour.thank.mail import sending_part
from halfhour.thank.models import KeepInTouch, Thanks


@require_GET
def index(request: SignedIn) -> HttpResponse:
    talks, news = actions.owed(request.user)
    sent = Thanks.objects.visible_to(request.user).filter(sent_at__isnull=False).select_related("person")
    return render(
        request,
        "thank/index.html",
        {
            "talks": talks,
            "news": news,
            "advice": actions.advice_owed(request.user),
            "sent": sent.order_by("-sent_at")[:50],
        },
    )


def held(request: SignedIn, interview_id: int) -> Interview:
    talks = Interview.objects.visible_to(request.user).with_people().select_related("owner__seeker")
    return get_object_or_404(talks.filter(ended_at__isnull=False), pk=interview_id)


@require_http_methods(["GET", "POST"])
def talk(request: SignedIn, interview_id: int) -> HttpResponse:
    interview = held(request, interview_id)
    return written(request, interview, actions.thanks_of(interview))


@require_http_methods(["GET", "POST"])
def news(request: SignedIn, interview_id: int, person_id: int) -> HttpResponse:
    interview, helper = held(request, interview_id), someone(request, person_id)
    return written(request, interview, actions.news_of(interview, helper))


def someone(request: SignedIn, person_id: int) -> Person:
    return get_object_or_404(
        Person.objects.visible_to(request.user).select_related("organisation"), pk=person_id
    )


def written(request: SignedIn, interview: Interview, thanks: Thanks) -> HttpResponse:
    """Show the message, or keep what was changed in it."""
    form = ThanksText(request.POST or None, initial={"subject": thanks.subject, "body": thanks.body})
    if request.method == "POST" and form.is_valid():
        actions.save_thanks(thanks, **form.cleaned_data)
        messages.success(request, _("Kept. Nothing was sent."))
        return redirect(request.path)
    text = Draft(form["subject"].value() or "", form["body"].value() or "")
    context = {
        "interview": interview,
        "thanks": thanks,
        "form": form,
        "leave_out": LeaveOut(),
        "result": checked(interview, thanks, text),
        "mailto": mailto_url(thanks.person.email, text.subject, text.body),
        "is_news": thanks.kind == Thanks.Kind.NEWS,
        **sending_part(thanks),
    }
    return render(request, "thank/talk.html", context)


def checked(interview: Interview, thanks: Thanks, text: Draft):  # type: ignore[no-untyped-def]  # the checker's Result
    """What the checker says; news to a helper is held to the same rules, in their name."""
    if thanks.kind == Thanks.Kind.NEWS:
        return actions.news_checked(thanks, text)
    if thanks.kind != Thanks.Kind.TALK:
        return None
    return check("thanks", text.text, actions.talk_facts(interview), today=interview.owner.today)


@require_POST
def talk_check(request: SignedIn, interview_id: int) -> HttpResponse:
    interview = held(request, interview_id)
    text = Draft(request.POST.get("subject", ""), request.POST.get("body", "")[:20_000])
    result = check("thanks", text.text, actions.talk_facts(interview), today=request.user.today)
    return render(request, "thank/_checks.html", {"result": result})


@require_POST
def talk_sending(request: SignedIn, interview_id: int) -> HttpResponse:
    interview = held(request, interview_id)
    return sending(request, actions.thanks_of(interview), reverse("thank:talk", args=[interview_id]))


@require_POST
def news_sending(request: SignedIn, interview_id: int, person_id: int) -> HttpResponse:
    interview, helper = held(request, interview_id), someone(request, person_id)
    return sending(
        request, actions.news_of(interview, helper), reverse("thank:news", args=[interview_id, person_id])
    )


def sending(request: SignedIn, thanks: Thanks, back: str) -> HttpResponse:
    form = ThanksText(request.POST)
    if not form.is_valid():
        messages.error(request, _("There is no text yet, so nothing was noted as sent."))
        return redirect(back)
    actions.record_thanked(thanks, **form.cleaned_data)
    messages.success(request, _("Noted: you thanked %(name)s.") % {"name": thanks.person.name})
    return redirect(reverse("thank:index"))


@require_POST
def talk_leaving_out(request: SignedIn, interview_id: int) -> HttpResponse:
    interview = held(request, interview_id)
    return leaving_out(request, actions.thanks_of(interview), reverse("thank:talk", args=[interview_id]))


@require_POST
def news_leaving_out(request: SignedIn, interview_id: int, person_id: int) -> HttpResponse:
    interview, helper = held(request, interview_id), someone(request, person_id)
    return leaving_out(
        request, actions.news_of(interview, helper), reverse("thank:news", args=[interview_id, person_id])
    )


def leaving_out(request: SignedIn, thanks: Thanks, back: str) -> HttpResponse:
    form = LeaveOut(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say in a few words why, so that it makes sense when you read it later."))
        return redirect(back)
    actions.leave_out(thanks, because=form.cleaned_data["because"])
    messages.success(request, _("Left out. It no longer stands on Today."))
    return redirect(reverse("thank:index"))


@require_GET
def talk_eml(request: SignedIn, interview_id: int) -> HttpResponse:
    interview = held(request, interview_id)
    thanks = actions.thanks_of(interview)
    if interview.approach is None:
        raise Http404
    answer = HttpResponse(
        as_eml(interview.approach, thanks.subject, thanks.body), content_type="message/rfc822"
    )
    answer["Content-Disposition"] = 'attachment; filename="thanks.eml"'
    return answer


@require_http_methods(["GET", "POST"])
def touch(request: SignedIn, touch_id: int) -> HttpResponse:
    line = get_object_or_404(
        KeepInTouch.objects.visible_to(request.user).select_related("person", "owner__seeker"), pk=touch_id
    )
    if request.method == "POST":
        if request.POST.get("done") == "stop":
            actions.stop_touching(line)
            messages.success(request, _("No more reminders about %(name)s.") % {"name": line.person.name})
        else:
            actions.touched(line)
            then = months(line.owner.seeker.keep_in_touch_days)
            messages.success(request, _("Noted. The next reminder comes in about %(then)s.") % {"then": then})
        return redirect(reverse("thank:index"))
    return render(request, "thank/touch.html", {"touch": line})


@require_GET
def map_page(request: SignedIn) -> HttpResponse:
    return render(request, "thank/map.html", {"map": chart.drawn(request.user)})
