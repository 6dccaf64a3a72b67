"""The doctor's real test: a letter to oneself through the mailbox, sent now and by the same way as every other."""

from halfhour import clock
from halfhour.accounts.actions import laptop_user
from halfhour.mail import outbox
from halfhour.mail.models import Mailbox, State
from halfhour.refused import Refused
from halfhour.web.doctor.found import Found

WHAT = "A real test"
BODY = "This is a test. It left Halfhour on your computer the way your letters do. Nothing needs to be done."


def send_test() -> list[Found]:
    """What became of it, in words."""
    user = laptop_user()
    box = Mailbox.objects.filter(owner=user).first()
    if box is None:
        return [Found(WHAT, True, "no mailbox is connected, so nothing was sent")]
    try:
        message = outbox.queue(
            user,
            key=f"doctor-{clock.now():%Y%m%d%H%M%S}",
            recipient=box.address,
            subject="Halfhour: a test",
            body=BODY,
            what="test",
            automatic=True,
            at_any_hour=True,
        )
    except Refused as why:
        return [Found(WHAT, False, str(why), "Open the page Mailbox.")]
    outbox.send_now(message)
    outbox.send_due()
    message.refresh_from_db()
    well = message.state is State.SENT
    says = f"sent to {box.address}; look whether it arrived" if well else f"{message.state}: {message.why}"
    return [Found(WHAT, well, says, "Open the page Mailbox and press Test; it names the step that fails.")]
