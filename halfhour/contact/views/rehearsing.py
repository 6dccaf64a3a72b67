"""Practising the call: the other side answers, you choose what to say, a calm look back at the end."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from halfhour.contact.actions.rehearsing import record_rehearsal
from halfhour.contact.forms import new_key
from halfhour.contact.models import Approach, Rehearsal
from halfhour.contact.rules.rehearsal import BY_KEY, CHARACTERS, feedback, fill, walk
from halfhour.contact.views.found import SignedIn, approach_of

LONGEST = 60


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
        "here": {"says": fill(here.says, words), "sound": here.sound, "over": here.outcome is not None},
        "choices": [{"key": c.key, "says": fill(c.says, words)} for c in here.choices],
        "talk": [
            {"they": fill(turn.says, words), "you": fill(choice.says, words)}
            for turn, choice in zip(turns, made, strict=False)
        ],
    }
    if here.outcome is not None:
        context["feedback"] = feedback(character, said, words)
        record_rehearsal(asked, key=key, character=character.key, seconds=context["feedback"].seconds)
    return _shown(request, context)


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
