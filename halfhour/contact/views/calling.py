"""The call card: what was promised, what to say in which order, what to say when they hesitate, how it ended."""

import re
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_POST

from halfhour.contact import actions
from halfhour.contact.calendar import event_of
from halfhour.contact.facts_of import facts_of
from halfhour.contact.forms import CallForm, DayForm
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.keys import key_from_here
from halfhour.contact.models import Approach, Attempt, Rehearsal, Reply
from halfhour.contact.page import local_time_of
from halfhour.contact.reach import KNOWN
from halfhour.contact.rules.apology import broken_promise_line
from halfhour.contact.rules.attempts import SPOKEN
from halfhour.contact.rules.call import ENDINGS, Outcome, hours_warning, rehearsal_notice
from halfhour.contact.rules.evidence import lines_for
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.phone_script import assistant, draft_phone_script, voicemail
from halfhour.contact.rules.promises import apology_owed, unkept
from halfhour.contact.rules.resistance import CARDS, Card, Heard, answer_for
from halfhour.contact.rules.standing import Action
from halfhour.contact.standings import Asking, asking_of, number_of
from halfhour.contact.texts import may_promise
from halfhour.contact.views.found import SignedIn, approach_of
from halfhour.contact.wording import attempts_in_words, headline_of
from halfhour.integrations.ical.writer import single_event
from halfhour.refused import Refused

SAID = {
    Outcome.REACHED_LATER: lazy("Noted. Say below which day they named, if they did."),
    Outcome.CALL_BACK: lazy("Noted. Say below which day they named."),
    Outcome.REACHED_NO: lazy("Noted. A no is an ordinary answer; the next name is below."),
    Outcome.ASSISTANT: lazy("Noted. It uses up no attempt."),
    Outcome.VOICEMAIL: lazy("Noted as an attempt. Say below which day you named."),
    Outcome.NO_ANSWER: lazy("Noted as an attempt."),
    Outcome.WRONG_NUMBER: lazy("Noted. It uses up no attempt; a right number comes first."),
}
ARRANGES = {Outcome.REACHED_YES, Outcome.PHONE_INSTEAD}


@require_GET
def call(request: SignedIn, approach_id: int) -> HttpResponse:
    asked = approach_of(request, approach_id)
    asking = asking_of(asked)
    permission = actions.permission_for(asked, request.user.today, asking)
    return render(request, "contact/call.html", card_of(asking) | {"permission": permission})


def card_of(asking: Asking) -> dict[str, Any]:
    asked = asking.approach
    user, today = asked.owner, asked.owner.today
    seed = f"{user.pk}-{asked.person_id}"
    there = local_time_of(asked)
    rehearsals = Rehearsal.objects.filter(owner=user).count()
    stranger = asked.person.relationship not in KNOWN
    called = any(a.channel in SPOKEN for a in asking.own_attempts)
    late = apology_owed(asking.facts.promises, asking.facts.attempts, asking.facts.replies, today=today)
    waits = unkept(asking.facts.promises, asking.facts.attempts, asking.facts.replies)
    facts = facts_of(asked, asking=asking, earlier=False)
    facts = replace(facts, ask=replace(facts.ask, promise_on=waits.on if waits else None))
    calendar = working_days_of(user.seeker, today)
    again_on = calendar.add(today, user.seeker.promise_days) if may_promise(asked, asking) else None
    move = asking.standing.next
    return {
        "approach": asked,
        "person": asked.person,
        "asking": asking,
        "headline": headline_of(asking, today),
        "attempts": attempts_in_words(asking),
        "number": number_of(asked),
        "dial": re.sub(r"[^0-9+]", "", number_of(asked)),
        "switchboard": not asked.person.phone and bool(number_of(asked)),
        "there": there,
        "elsewhere": asked.person.timezone not in ("", user.seeker.timezone),
        "hours": hours_warning(there, calendar),
        "apology": broken_promise_line(late.on, late.kind, locale=facts.sender.locale) if late else "",
        "promised": waits,
        "early": waits is not None and waits.on > today,
        "called_back": move is not None and move.action is Action.CALL_BACK,
        "cards": draft_phone_script(facts, seed=seed),
        "voicemail": voicemail(facts, seed=seed, again_on=again_on),
        "resistance": [
            {"card": card, "says": _answer(card, facts, seed, asked.pk)}
            for card in CARDS
            if card.heard is not Heard.VOICEMAIL
        ],
        "calming": lines_for("call"),
        "endings": ENDINGS,
        "key": key_from_here(asking, "call"),
        "practise": rehearsal_notice(rehearsals, stranger=stranger) if not called else None,
        "rehearsals": rehearsals,
    }


def _answer(card: Card, facts: Facts, seed: str, turn: int) -> str:
    """What to say to this: the assistant hears whose name I may give, everyone else one of the card's wordings."""
    if card.heard is Heard.ASSISTANT:
        return assistant(facts, seed=seed).words
    return answer_for(card.heard, turn=turn)


@require_POST
def attempts(request: SignedIn, approach_id: int) -> HttpResponse:
    """One tap: how the call ended."""
    asked = approach_of(request, approach_id)
    form = CallForm(request.POST)
    if not form.is_valid() or form.cleaned_data["outcome"] not in set(Outcome):
        return HttpResponse(status=400)
    outcome = Outcome(form.cleaned_data["outcome"])
    try:
        actions.record_call(
            asked, key=form.cleaned_data["key"], outcome=outcome, note_text=form.cleaned_data["note"]
        )
    except Refused as why:
        messages.error(request, str(why))
        return redirect("contact:approach", asked.pk)
    if outcome is Outcome.TALKED_NOW:
        return redirect(f"{reverse('interview:arrange', args=[asked.pk])}?now=1")
    if outcome in ARRANGES:
        return redirect("interview:arrange", asked.pk)
    messages.success(request, _said(outcome, asked))
    return redirect("contact:approach", asked.pk)


def _said(outcome: Outcome, asked: Approach) -> str:
    """One sentence for what was noted; it speaks of a form only where there is one."""
    if asked.closed_at is not None:
        return _("Noted as the last attempt. The next name is below.")
    if outcome is Outcome.VOICEMAIL and not actions.another_call_may_follow(asked):
        return _(
            "Noted as the last attempt. If nothing comes within five working days, the next name is yours."
        )
    return str(SAID[outcome])


@require_POST
def next_call(request: SignedIn, attempt_id: int) -> HttpResponse:
    """The day that was named in the message on the machine."""
    attempt = get_object_or_404(
        Attempt.objects.visible_to(request.user).select_related("approach"), pk=attempt_id
    )
    attempt.approach = approach_of(request, attempt.approach_id)
    form = DayForm(request.POST)
    if form.is_valid():
        try:
            actions.promise_another_call(attempt, form.cleaned_data["on"])
            messages.success(request, _("Promised. Today will have the call ready."))
        except Refused as why:
            messages.error(request, str(why))
    else:
        messages.error(request, _("Choose the day you named."))
    return redirect("contact:approach", attempt.approach_id)


@require_POST
def bounced(request: SignedIn, attempt_id: int) -> HttpResponse:
    """It came back."""
    attempt = get_object_or_404(
        Attempt.objects.visible_to(request.user).select_related("approach"), pk=attempt_id
    )
    attempt.approach = approach_of(request, attempt.approach_id)
    try:
        actions.record_bounced(attempt)
        messages.success(request, _("Noted: it did not reach them. That uses up no attempt."))
    except Refused as why:
        messages.error(request, str(why))
    return redirect("contact:approach", attempt.approach_id)


@require_POST
def call_back(request: SignedIn, reply_id: int) -> HttpResponse:
    """The day they named for another call."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user).select_related("approach"), pk=reply_id)
    reply.approach = approach_of(request, reply.approach_id)
    form = DayForm(request.POST)
    if form.is_valid():
        try:
            actions.name_call_back_day(reply, form.cleaned_data["on"])
            messages.success(request, _("Noted. It is on your list for that day."))
        except Refused as why:
            messages.error(request, str(why))
    else:
        messages.error(request, _("Choose the day they named."))
    return redirect("contact:approach", reply.approach_id)


@require_GET
def calendar(request: SignedIn, approach_id: int) -> HttpResponse:
    """The promised day as a file for one's own calendar."""
    asked = approach_of(request, approach_id)
    promised = asked.promises.filter(kept_on=None, released_on=None).order_by("on").first()
    if promised is None:
        raise Http404
    entry = event_of(promised, number=number_of(asked))
    response = HttpResponse(
        single_event(entry, zone=request.user.seeker.timezone), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="promise-{promised.pk}.ics"'
    return response
