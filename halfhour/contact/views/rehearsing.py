"""Practising the call: the other side answers, you choose what to say, a calm look back at the end."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from halfhour import clock
from halfhour.contact.actions.rehearsing import record_rehearsal
from halfhour.contact.forms import new_key
from halfhour.contact.models import Approach, Rehearsal
from halfhour.contact.rules.rehearsal import BY_KEY, CHARACTERS, feedback, fill, walk
from halfhour.contact.views.found import SignedIn, approach_of

LONGEST = 60
LONGEST_SECONDS = 30 * 60
PACES = {"hurried": "1.2", "suspicious": "0.95"}  # how fast a voice reads them, 1 is usual


@require_http_methods(["GET", "POST"])
def rehearsal(request: SignedIn, approach_id: int) -> HttpResponse:
    """GET: whom to practise with. POST: one more choice; what was said so far travels with the form."""
    asked = approach_of(request, approach_id)
    context: dict[str, Any] = {"approach": asked, "person": asked.person, "characters": CHARACTERS}
    character = BY_KEY.get(request.POST.get("character", ""))
    if character is None:
        return _shown(request, context)
    said = [*request.POST.get("said", "").split(), *request.POST.getlist("choice")][:LONGEST]
    words = _words(asked)
    try:
        turns, made = walk(character, said)
    except KeyError as wrong:
        raise Http404 from wrong
    here = turns[-1]
    key = request.POST.get("key", "")[:40] or new_key()
    context |= {
        "character": character,
        "key": key,
        "said": " ".join(said),
        "here": {
            "says": fill(here.says, words),
            "sound": here.sound,
            "over": here.outcome is not None,
            "pace": PACES.get(character.key, "1"),
        },
        "began": _began(request),
        "choices": [{"key": c.key, "says": fill(c.says, words)} for c in here.choices],
        "talk": [
            {"they": fill(turn.says, words), "you": fill(choice.says, words)}
            for turn, choice in zip(turns, made, strict=False)
        ],
    }
    if here.outcome is not None:
        look_back = feedback(character, said, words)
        took = int(clock.now().timestamp()) - context["began"]
        context |= {"feedback": look_back, "took": _in_words(took)}
        record_rehearsal(asked, key=key, character=character.key, seconds=took or look_back.seconds)
    return _shown(request, context)


def _began(request: SignedIn) -> int:
    """The second at which this rehearsal began, as the form says; now, for a new one or one left lying about."""
    now = int(clock.now().timestamp())
    told = request.POST.get("began", "")
    began = int(told) if told.isascii() and told.isdigit() and len(told) <= len(str(now)) else now
    return began if now - LONGEST_SECONDS <= began <= now else now


def _in_words(seconds: int) -> str:
    """A length of time as one says it; nothing for no time at all."""
    minutes, rest = divmod(seconds, 60)
    if not seconds:
        return ""
    if not minutes:
        return ngettext("%(n)d second", "%(n)d seconds", rest) % {"n": rest}
    whole = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    return f"{whole} {ngettext('%(n)d second', '%(n)d seconds', rest) % {'n': rest}}" if rest else whole


def _shown(request: SignedIn, context: dict[str, Any]) -> HttpResponse:
    context["count"] = Rehearsal.objects.visible_to(request.user).count()
    return render(request, "contact/rehearsal.html", context)


def _words(asked: Approach) -> dict[str, str]:
    seeker = asked.owner.seeker
    return {
        "me": seeker.name,
        "work": asked.candidate.name,
        "minutes": str(asked.minutes),
        "number": seeker.phone,
    }
