"""What happens without a click: titles get their codes, people are compared, and due rows follow the calendar; what
its seeker put on its way is sent, and answers are fetched."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections
from django.db.models import Max

from halfhour.history.models import Event
from halfhour.web import only_one, running
from halfhour.web.today import morning
from halfhour.web.your_data import retention, rotation

LOOK_EVERY_SECONDS = 2
TICK_EVERY_LOOKS = 30
STAND_BY_SECONDS = 5
PEOPLE_AT_ONCE = 500

log = logging.getLogger(__name__)


def look() -> bool:
    """Code the next uncoded people, or compare the next uncompared ones. True when there may be more."""
    from halfhour.accounts.models import User
    from halfhour.find import at_work
    from halfhour.find.actions import code_people, compare_people
    from halfhour.find.models import Person

    if at_work.is_busy():
        return False  # a file is being read or kept, and someone waits for it
    owner_id = Person.objects.uncoded().values_list("owner", flat=True).first()
    if owner_id is not None:
        return code_people(User.objects.get(pk=owner_id), limit=PEOPLE_AT_ONCE) > 0
    owner_id = Person.objects.uncompared().values_list("owner", flat=True).first()
    return owner_id is not None and compare_people(User.objects.get(pk=owner_id)) > 0


def tick() -> None:
    """Once a minute: let the passing of time show. One part that meets a fault does not keep the others from theirs."""
    for part in parts():
        try:
            part()
        except Exception:
            log.exception("the tick met a fault in %s and goes on", part.__name__)
    running.ticked(Event.objects.aggregate(newest=Max("pk"))["newest"] or 0)


def parts() -> tuple[Callable[[], object], ...]:
    """A promise not kept, an answer that did not come; a backup and a look at whose time is over once a day; the seeker's
    own calendar; the morning's list."""
    from halfhour.contact.actions import follow_the_calendar
    from halfhour.interview.other_calendar import follow_calendars

    return (follow_the_calendar, daily_backup, follow_calendars, morning.send_lists, retention.once_a_day)


def daily_backup() -> None:
    if rotation.is_on():
        rotation.daily()


class Ticker(threading.Thread):
    """Looks every two seconds, ticks every minute; rows are the truth, so missing a beat loses nothing."""

    def __init__(self) -> None:
        super().__init__(name="tick", daemon=True)
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        self.join(timeout=5)

    def run(self) -> None:
        """Stands by as long as another process ticks for this data folder, and takes over when that one ends."""
        held = None
        while held is None and not self._stopped.is_set():
            held = only_one.lock("tick")
            if held is None:
                self._stopped.wait(STAND_BY_SECONDS)
        from halfhour.mail.fetching import Fetcher, Sender

        post = (Sender(), Fetcher())  # a slow mail server keeps nothing else from its beat
        try:
            for thread in post:
                thread.start()
            self._go_on()
        finally:
            for thread in post:
                thread.stop()
            if held is not None:
                held.close()

    def _go_on(self) -> None:
        looks = 0
        while not self._stopped.is_set():
            try:
                if looks % TICK_EVERY_LOOKS == 0:
                    tick()
                while look() and not self._stopped.is_set():
                    pass
            except Exception:
                log.exception("the tick met a fault and goes on")
            finally:
                close_old_connections()
            looks += 1
            self._stopped.wait(LOOK_EVERY_SECONDS)
