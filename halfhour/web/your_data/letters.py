"""What went out and what came back, as Markdown: for the export, and for someone who asks what is held about them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from halfhour.accounts.models import User
from halfhour.contact.models import Attempt, Draft, Reply
from halfhour.find.models import Person
from halfhour.thank.models import Thanks


def letters_of(user: User, person: Person | None = None) -> str:
    """Every letter, message, call and answer, oldest first; of one person when one is given."""
    told = sorted(_told(user, person))
    lines = [_("# Letters, calls and answers"), ""]
    for on, _place, heading, text in told:
        lines += [f"## {on}: {heading}", "", *(f"> {line}".rstrip() for line in text.splitlines()), ""]
    if not told:
        lines += [_("Nothing was sent or answered yet."), ""]
    return "\n".join(lines)


def _told(user: User, person: Person | None) -> Iterator[tuple[str, int, str, str]]:
    """(day, place within the day, heading, text)."""
    only = {"approach__person": person} if person else {}
    zone = user.seeker.timezone
    sent = Attempt.objects.visible_to(user).filter(**only).select_related("approach__person")
    for n, attempt in enumerate(sent):
        about = {"way": attempt.get_channel_display(), "name": attempt.approach.person.name}
        text = "\n\n".join(filter(None, [attempt.subject, attempt.body, attempt.note]))
        yield attempt.on.isoformat(), n, _("%(way)s to %(name)s") % about, text
    replies = Reply.objects.visible_to(user).filter(**only).select_related("approach__person")
    for n, reply in enumerate(replies):
        about = {"kind": reply.get_kind_display(), "name": reply.approach.person.name}
        yield reply.on.isoformat(), n, _("answer of %(name)s: %(kind)s") % about, reply.text
    drafts = Draft.objects.visible_to(user).filter(edited=True, **only).select_related("approach__person")
    for n, draft in enumerate(drafts):
        about = {"name": draft.approach.person.name}
        day = _day(draft.saved_at, zone)
        yield day, n, _("a draft to %(name)s") % about, f"{draft.subject}\n\n{draft.body}".strip()
    thanks = Thanks.objects.visible_to(user).exclude(sent_at=None).select_related("person")
    for n, one in enumerate(thanks.filter(person=person) if person else thanks):
        about = {"kind": one.get_kind_display(), "name": one.person.name}
        yield (
            _day(one.sent_at, zone),
            n,
            _("%(kind)s to %(name)s") % about,
            f"{one.subject}\n\n{one.body}".strip(),
        )


def _day(moment, zone: str) -> str:  # type: ignore[no-untyped-def]  # an instant
    from halfhour import clock

    return moment.astimezone(clock.zone_of(zone)).date().isoformat()
