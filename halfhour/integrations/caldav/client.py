"""A calendar on a CalDAV server (RFC 4791): which ones there are, when one is busy, and one event written or taken away.

Every question is bounded (`guarded`); nothing is written over an event that somebody else changed (If-Match).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from halfhour.integrations.guarded import Answered, Asking, NotAsked, ask
from halfhour.integrations.ical.occurrences import occurrences
from halfhour.integrations.refused import Refused

DAV, CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
XML = {"Content-Type": "application/xml; charset=utf-8"}
MOST_EVENTS = 2000


class ChangedThere(Exception):  # noqa: N818  # it says what happened
    """The event on the server is not the one that was written last."""


@dataclass(frozen=True, slots=True)
class Found:
    """A calendar of the account."""

    url: str
    name: str


def calendars(url: str, how: Asking) -> list[Found]:
    """The calendars that hold events, found from any address of the account (RFC 6764, RFC 5397)."""
    home = url
    for wanted in (f"{DAV}current-user-principal", f"{CAL}calendar-home-set"):
        answer = _propfind(home, how, wanted, depth="0")
        found = _tree(answer).find(f".//{wanted}/{DAV}href")
        if found is not None and found.text:
            home = urljoin(answer.url, found.text.strip())
    answer = _propfind(home, how, f"{DAV}resourcetype", f"{DAV}displayname", depth="1")
    return list(_calendars(answer))


def _calendars(answer: Answered) -> Iterator[Found]:
    for response in _tree(answer).iter(f"{DAV}response"):
        href = response.findtext(f"{DAV}href")
        if href and response.find(f".//{CAL}calendar") is not None:
            name = response.findtext(f".//{DAV}displayname") or href.rstrip("/").rpartition("/")[2]
            yield Found(urljoin(answer.url, href.strip()), name[:200])


def busy(url: str, how: Asking, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """When the calendar is busy between two instants; whole days and what is marked free are left out."""
    between = f'start="{_utc(start)}" end="{_utc(end)}"'
    body = (
        '<?xml version="1.0" encoding="utf-8"?><c:calendar-query xmlns:d="DAV:" '
        'xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data/></d:prop><c:filter>'
        f'<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range {between}/>'
        "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
    )
    answer = _right(ask("REPORT", url, how, headers={**XML, "Depth": "1"}, body=body.encode()), 207)
    times = []
    for data in list(_tree(answer).iter(f"{CAL}calendar-data"))[:MOST_EVENTS]:
        try:
            happening = occurrences((data.text or "").encode(), after=start, before=end, limit=200)
        except Refused:
            continue
        for one in happening.times:
            if one.busy and one.start.at is not None:
                finish = one.end.at if one.end is not None and one.end.at is not None else one.start.at
                times.append((one.start.at, finish))
    return sorted(times)


def put(url: str, how: Asking, data: bytes, *, etag: str = "") -> str:
    """Write one event and give its new tag, "" when the server tells none.

    etag: of the event as it was written last; left out for a new one. ChangedThere when it is another by now.
    """
    condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
    headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
    answer = ask("PUT", url, how, headers=headers, body=data)
    if answer.status == 412:
        raise ChangedThere
    _right(answer, 200, 201, 204)
    return answer.headers.get("etag", "") or get(url, how)[1]


def get(url: str, how: Asking) -> tuple[bytes, str]:
    """An event as it stands there, and its tag; empty when it is gone."""
    answer = ask("GET", url, how)
    if answer.status in (404, 410):
        return b"", ""
    _right(answer, 200)
    return answer.body, answer.headers.get("etag", "")


def remove(url: str, how: Asking, *, etag: str) -> None:
    """Take an event away; one that is gone already is fine."""
    answer = ask("DELETE", url, how, headers={"If-Match": etag} if etag else {})
    if answer.status == 412:
        raise ChangedThere
    if answer.status not in (404, 410):
        _right(answer, 200, 202, 204)


def _propfind(url: str, how: Asking, *wanted: str, depth: str) -> Answered:
    names = "".join(f"<{n.replace(DAV, 'd:').replace(CAL, 'c:')}/>" for n in wanted)
    body = (
        '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
        f"<d:prop>{names}</d:prop></d:propfind>"
    )
    return _right(ask("PROPFIND", url, how, headers={**XML, "Depth": depth}, body=body.encode()), 207)


def _right(answer: Answered, *fine: int) -> Answered:
    if answer.status in fine:
        return answer
    why = {
        401: "The calendar server refuses this name or password.",
        403: "The calendar server does not allow this here.",
        404: "There is no calendar at this address.",
        405: "There is no calendar at this address.",
        409: "The calendar server says that this clashes with something there.",
        429: "The calendar server asks to wait a little.",
        507: "There is no room left on the calendar server.",
    }.get(answer.status, f"The calendar server answers with {answer.status}.")
    raise NotAsked(why, for_now=answer.status == 429 or answer.status >= 500)


def _tree(answer: Answered) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        tree: Element = fromstring(answer.body)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as wrong:
        raise NotAsked("The calendar server's answer cannot be understood.", for_now=True) from wrong
    return tree


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
