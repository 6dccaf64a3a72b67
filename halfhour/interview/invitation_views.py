"""The invitation to save or to send, and the answers to it."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from halfhour.contact.views.found import SignedIn
from halfhour.interview import invitations
from halfhour.interview import mail as sending
from halfhour.interview.models import Interview, Proposed
from halfhour.refused import Refused

LARGEST_BYTES = 2 * 2**20


def _talk(request: SignedIn, interview_id: int) -> Interview:
    mine = Interview.objects.visible_to(request.user).with_people()
    talk = get_object_or_404(mine, pk=interview_id)
    talk.owner = request.user
    if talk.approach is not None:
        talk.approach.owner, talk.approach.person, talk.approach.candidate = (
            talk.owner,
            talk.person,
            talk.candidate,
        )
    return talk


@require_GET
def invitation_file(request: SignedIn, interview_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    data = invitations.invitation_of(talk)
    method = "CANCEL" if b"METHOD:CANCEL" in data else "REQUEST"
    answer = HttpResponse(data, content_type=f"text/calendar; charset=utf-8; method={method}")
    answer["Content-Disposition"] = f'attachment; filename="invitation-{talk.pk}.ics"'
    return answer


@require_POST
def inviting(request: SignedIn, interview_id: int) -> HttpResponse:
    """Send it through the mailbox, with the confirmation's words around it."""
    talk = _talk(request, interview_id)
    sending.send_invitation(talk)
    return redirect("interview:interview", talk.pk)


@require_POST
def answer_file(request: SignedIn, interview_id: int) -> HttpResponse:
    """A file that came back: .ics, or a whole mail (.eml) with one in it."""
    talk = _talk(request, interview_id)
    file = request.FILES.get("file")
    try:
        if file is None or (file.size or 0) > LARGEST_BYTES:
            raise Refused(_("Choose the calendar file they sent, or the mail it came in (up to 2 MB)."))
        data, sender = calendar_in(file.read())
        taken = invitations.take(data, request.user, sender)
    except Refused as why:
        messages.error(request, str(why))
    else:
        (messages.success if taken.proposed else messages.info)(request, taken.why)
        if taken.proposed is not None:
            talk = taken.proposed.interview
    return redirect("interview:interview", talk.pk)


def calendar_in(data: bytes) -> tuple[bytes, str | None]:
    """(the calendar file, the sender when it came in a mail)."""
    if b"BEGIN:VCALENDAR" in data[:2000].upper():
        return data, None
    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            found = part.get_payload(decode=True)
            if isinstance(found, bytes):
                sender = (
                    message["from"].addresses[0].addr_spec
                    if message["from"] and message["from"].addresses
                    else ""
                )
                return found, sender
    raise Refused(_("There is no calendar file in it."))


@require_POST
def answer_decision(request: SignedIn, interview_id: int, proposed_id: int) -> HttpResponse:
    talk = _talk(request, interview_id)
    mine = Proposed.objects.visible_to(request.user).filter(interview=talk)
    proposed = get_object_or_404(mine, pk=proposed_id)
    proposed.interview = talk
    invitations.decide(proposed, take_up=request.POST.get("take") == "yes")
    messages.success(
        request, _("Noted. If the time changed, send the invitation again: their calendar replaces it.")
    )
    return redirect("interview:interview", talk.pk)
