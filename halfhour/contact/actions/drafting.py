"""Writing the text: the program proposes from the facts, the seeker edits, the promised day stays one fact."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.contact import texts
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.models import Approach, Draft
from halfhour.contact.rules.day_words import said_days
from halfhour.contact.rules.draft import Draft as Text
from halfhour.contact.rules.promises import refuse_day
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import Asking, asking_of
from halfhour.due import actions as due
from halfhour.history.actions import note
from halfhour.refused import Refused


class Conflict(Refused):
    """Another window saved a different text meanwhile. `theirs` is what is stored, `mine` what was sent just now."""

    def __init__(self, theirs: Draft, mine: Text) -> None:
        super().__init__(_("This text was changed in another window. Both are kept; choose one."))
        self.theirs = theirs
        self.mine = mine


def draft_of(approach: Approach, asking: Asking | None = None) -> Draft:
    """The draft of the chosen way as it should be read now; not saved. An untouched one follows the facts."""
    asking = asking or asking_of(approach)
    draft = next((d for d in asking.drafts if d.kind == texts.kind_of(approach)), None)
    if draft is not None:
        draft.approach = approach
        if draft.edited:
            return draft
    proposed = texts.proposal(approach, asking=asking)
    if draft is None:
        draft = Draft(owner=approach.owner, approach=approach, kind=texts.kind_of(approach), version=0)
        draft.saved_at = clock.now()
    draft.subject, draft.body, draft.made_from = proposed.subject, proposed.body, texts.digest(proposed)
    return draft


def facts_changed(draft: Draft, asking: Asking | None = None) -> bool:
    """Whether the program would write something else now than when the seeker began to edit."""
    if not draft.edited:
        return False
    return draft.made_from != texts.digest(texts.proposal(draft.approach, asking=asking))


@transaction.atomic
def keep_drafts_true(approach: Approach) -> None:
    """Write the proposed text again where nobody has edited it; note the day it first passes the checker."""
    if approach.channel not in texts.WRITTEN:
        return
    draft = draft_of(approach)
    if not draft.edited:
        draft.saved_at = clock.now()
    _save(draft)


@transaction.atomic
def save_draft(
    approach: Approach,
    *,
    subject: str,
    body: str,
    version: int,
    page: str = "",
    anyway: bool = False,
    asking: Asking | None = None,
) -> Draft:
    """Keep what was typed. `version` is the one the page showed; `page` a key of the window it was typed in.

    Raises Conflict when another window has saved a different text since; `anyway` takes this one.
    """
    body = body.replace("\r\n", "\n")
    asking = asking or asking_of(approach)
    stored = next((d for d in asking.drafts if d.kind == texts.kind_of(approach)), None)
    if stored is not None and (stored.subject, stored.body) == (subject, body):
        return stored
    draft = draft_of(approach, asking)
    same_text = (draft.subject, draft.body) == (subject, body)
    own_window = bool(page) and draft.page == page
    if draft.pk and draft.version != version and not (same_text or own_window or anyway):
        raise Conflict(draft, Text(subject=subject, body=body))
    if same_text and draft.pk:
        return draft
    if not same_text:
        if not draft.edited:
            draft.made_from = texts.digest(Text(subject=draft.subject, body=draft.body))
        draft.edited = True
    draft.subject, draft.body, draft.page = subject, body, page
    draft.version += 1
    draft.saved_at = clock.now()
    was_ready = draft.ready_on
    _save(draft)
    if was_ready != draft.ready_on:
        due.refresh(approach)
    return draft


@transaction.atomic
def take_new_draft(approach: Approach) -> Draft:
    """Give up one's own wording for the one made from today's facts."""
    approach.drafts.filter(kind=texts.kind_of(approach)).update(edited=False)
    keep_drafts_true(approach)
    note(approach.owner, "contact.draft_renewed", approach)
    due.refresh(approach)
    return draft_of(approach)


@transaction.atomic
def keep_my_wording(approach: Approach) -> None:
    """The facts changed and the seeker's own text stays; do not ask again for these facts."""
    proposed = texts.digest(texts.proposal(approach))
    approach.drafts.filter(kind=texts.kind_of(approach)).update(made_from=proposed)


@transaction.atomic
def set_promise_day(approach: Approach, on: date) -> Approach:
    """Change the day the draft names; the text and the coming task change with it. Only before it is sent."""
    today = approach.owner.today
    calendar = working_days_of(approach.owner.seeker, today)
    if why := refuse_day(on, sent_on=today, working_days=calendar):
        raise Refused(why)
    if on == approach.promise_on:
        return approach
    edited = approach.drafts.filter(kind=texts.kind_of(approach), edited=True).first()
    old, approach.promise_on = approach.promise_on, on
    approach.save(update_fields=["promise_on"])
    if edited is not None and old is not None:
        _move_day(edited, old, on, texts.proposal(approach))
    keep_drafts_true(approach)
    note(approach.owner, "contact.promise_day_chosen", approach, on=on)
    due.refresh(approach)
    return approach


def _move_day(draft: Draft, old: date, new: date, proposed: Text) -> None:
    """Put the new day where the seeker's own wording still names the old one."""
    words = _wording_of(new, proposed.body, draft.owner.today)
    for said in reversed(list(said_days(draft.body.lower(), draft.owner.today))):
        if said.on == old:
            draft.body = draft.body[: said.start] + words + draft.body[said.end :]
    draft.version += 1
    draft.made_from = texts.digest(proposed)
    _save(draft)


def _wording_of(day: date, body: str, today: date) -> str:
    """How the proposed text, which follows the seeker's country, writes this day."""
    named = (said for said in said_days(body.lower(), today) if said.on == day)
    return next((body[said.start : said.end] for said in named), in_words(day))


def _save(draft: Draft) -> None:
    if draft.ready_on is None and texts.checked(draft.approach, draft.subject, draft.body).ok:
        draft.ready_on = draft.owner.today
    draft.save()
