"""The mailbox page: connect, try, take away; what is on its way; what came in and is not sure."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from halfhour.accounts.requests import SignedIn
from halfhour.mail import actions, left_alone, registry
from halfhour.mail.forms import AddressForm, ConnectionForm, connection_form
from halfhour.mail.models import Incoming, Mailbox, NobodyAt, Outgoing
from halfhour.mail.page import labels_of, page_of, shown
from halfhour.mail.providers import provider_of
from halfhour.refused import Refused

LIMITS = range(1, 101)


@require_GET
def index(request: SignedIn) -> HttpResponse:
    form = AddressForm(initial={"address": request.user.seeker.email})
    return render(request, "mail/index.html", {**page_of(request.user), "form": form})


@require_http_methods(["GET", "POST"])
def setup(request: SignedIn) -> HttpResponse:
    """The address is known; now the rest. An address is never part of a page's address."""
    if request.method == "GET":  # a page opened again from the history
        return redirect("mail:index")
    form = AddressForm(request.POST)
    if not form.is_valid():
        return render(request, "mail/index.html", {**page_of(request.user), "form": form}, status=422)
    address = form.cleaned_data["address"]
    provider = provider_of(address)
    rest = connection_form(provider, address, name=request.user.seeker.name)
    return _setup_page(request, rest)


@sensitive_post_parameters("password")
@require_POST
def trial(request: SignedIn) -> HttpResponse:
    """The Test button: signs in, sends nothing, keeps nothing."""
    form = _posted(request)
    tried = actions.try_out(form.told()) if form.is_valid() else []
    return _setup_page(request, form, tried=tried)


@sensitive_post_parameters("password")
@require_POST
def connection(request: SignedIn) -> HttpResponse:
    form = _posted(request)
    if not form.is_valid():
        return _setup_page(request, form, status=422)
    try:
        mailbox = actions.connect(request.user, form.told())
    except Refused as why:
        tried = [actions.Tried(_("Connecting"), False, str(why))]
        return _setup_page(request, form, tried=tried, status=422)
    messages.success(
        request,
        _("Connected. Halfhour sends for you and notices answers.")
        if mailbox.reads
        else _("Connected. Halfhour sends for you, when you press Send."),
    )
    return redirect("mail:index")


@require_POST
def disconnecting(request: SignedIn) -> HttpResponse:
    actions.disconnect(request.user)
    messages.success(request, _("Disconnected. The password is gone from this computer."))
    return redirect("mail:index")


@require_POST
def limit(request: SignedIn) -> HttpResponse:
    """How many letters a day at most."""
    text = request.POST.get("daily_limit", "")
    if not text.isdigit() or int(text) not in LIMITS:
        messages.error(request, _("A number from 1 to 100, please."))
        return redirect("mail:index")
    Mailbox.objects.visible_to(request.user).update(daily_limit=int(text))
    messages.success(request, _("Kept: at most %(n)s a day.") % {"n": text})
    return redirect("mail:index")


@require_POST
def leaving(request: SignedIn) -> HttpResponse:
    """Nobody there is written to, from any page."""
    try:
        row = left_alone.leave(request.user, request.POST.get("name", "")[:300])
        messages.success(request, _("Kept: nothing goes to anybody at %(name)s.") % {"name": row.name})
    except Refused as why:
        messages.error(request, str(why))
    return redirect(reverse("mail:index") + "#left-alone")


@require_POST
def allowing(request: SignedIn, left_alone_id: int) -> HttpResponse:
    row = get_object_or_404(NobodyAt.objects.visible_to(request.user), pk=left_alone_id)
    left_alone.allow(row)
    messages.success(request, _("You may write to people at %(name)s again.") % {"name": row.name})
    return redirect(reverse("mail:index") + "#left-alone")


@require_GET
def state(request: SignedIn, message_id: int) -> JsonResponse:
    """How far a message is, so that its page notices."""
    message = get_object_or_404(Outgoing.objects.visible_to(request.user), pk=message_id)
    return JsonResponse({"state": message.state.value})


@require_POST
def undoing(request: SignedIn, message_id: int) -> HttpResponse:
    message = get_object_or_404(Outgoing.objects.visible_to(request.user), pk=message_id)
    if actions.undo(message):
        messages.success(request, _("Taken back. Nothing was sent."))
    else:
        messages.error(request, _("It was too late to take it back."))
    return _back(message)


@require_POST
def sooner(request: SignedIn, message_id: int) -> HttpResponse:
    message = get_object_or_404(Outgoing.objects.visible_to(request.user), pk=message_id)
    if actions.send_now(message):
        messages.success(request, _("It goes out now."))
    return _back(message)


@require_POST
def outcome(request: SignedIn, message_id: int) -> HttpResponse:
    """Its sender has looked whether an unknown one arrived."""
    message = get_object_or_404(Outgoing.objects.visible_to(request.user), pk=message_id)
    arrived = request.POST.get("arrived")
    if arrived not in {"yes", "no"}:
        return HttpResponse(status=400)
    actions.resolve(message, arrived=arrived == "yes")
    messages.success(
        request,
        _("Noted as sent.") if arrived == "yes" else _("Noted as not sent. You can send it again."),
    )
    return _back(message)


@require_GET
def answer(request: SignedIn, answer_id: int) -> HttpResponse:
    """One message that came in, as text."""
    row = get_object_or_404(Incoming.objects.visible_to(request.user), pk=answer_id)
    context = shown(row, labels_of(request.user, [row]))
    return render(request, "mail/answer.html", context)


@require_POST
def decision(request: SignedIn, answer_id: int) -> HttpResponse:
    """Is it an answer? Nothing is applied that was not said here."""
    row = get_object_or_404(Incoming.objects.visible_to(request.user), pk=answer_id)
    said = request.POST.get("said")
    if said == "answer" and row.thing and row.writer == Incoming.Writer.HUMAN:
        actions.is_answer(row)
        return redirect(registry.correspondent_of(row.thing).url(row.thing_id) or "mail:index")
    if said == "away" and row.thing and row.returns_on:
        try:
            actions.takes_absence(row)
            messages.success(request, _("Noted. Nothing goes out until they are back."))
        except Refused as why:
            messages.error(request, str(why))
    elif said == "no":
        actions.is_no_answer(row)
        messages.success(request, _("Put away. It changes nothing."))
    else:
        return HttpResponse(status=400)
    return redirect("mail:index")


def _posted(request: SignedIn) -> ConnectionForm:
    address = request.POST.get("address", "")[:254]
    return connection_form(provider_of(address), address, request.POST, name=request.user.seeker.name)


def _setup_page(request: SignedIn, form: ConnectionForm, *, status: int = 200, **more: Any) -> HttpResponse:
    address = form["address"].value() or ""
    mailbox = Mailbox.objects.visible_to(request.user).first()
    context = {"form": form, "provider": form.provider, "address": address, "mailbox": mailbox}
    return render(request, "mail/setup.html", context | more, status=status)


def _back(message: Outgoing) -> HttpResponse:
    url = registry.correspondent_of(message.thing).url(message.thing_id) if message.thing else ""
    return redirect(url or "mail:index")
