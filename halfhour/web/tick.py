"""What happens without a click: titles get their codes, and due rows follow the calendar. Nothing is ever sent here."""

import logging
import threading

from django.db import close_old_connections

from halfhour.web import rotation, running

LOOK_EVERY_SECONDS = 2
TICK_EVERY_LOOKS = 30
PEOPLE_AT_ONCE = 500

log = logging.getLogger(__name__)


def look() -> bool:
    """Code the next uncoded people, or compare the next uncompared ones. True when there may be more."""
    from halfhour.accounts.models import User
    from halfhour.find.actions import code_people, compare_people
    from halfhour.find.models import Person

    owner_id = Person.objects.uncoded().values_list("owner", flat=True).first()
    if owner_id is not None:
        return code_people(User.objects.get(pk=owner_id), limit=PEOPLE_AT_ONCE) > 0
    owner_id = Person.objects.uncompared().values_list("owner", flat=True).first()
    return owner_id is not None and compare_people(User.objects.get(pk=owner_id)) > 0


def tick() -> None:
    """Once a minute: let the passing of time show. A promise not kept, an answer that did not come."""
    from halfhour.contact.actions import follow_the_calendar

    follow_the_calendar()
    if rotation.is_on():
        rotation.daily()
    running.ticked()


class Ticker(threading.Thread):
    """Looks every two seconds, ticks every minute; rows are the truth, so missing a beat loses nothing."""

    def __init__(self) -> None:
        super().__init__(name="tick", daemon=True)
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        self.join(timeout=5)

    def run(self) -> None:
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
