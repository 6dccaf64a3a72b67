"""When someone and the owner of a LinkedIn export first and last wrote to each other."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from halfhour.integrations.columns import clean
from halfhour.integrations.contacts import ContactRow, Problem
from halfhour.integrations.dates import parse_day
from halfhour.integrations.tables import Table
from halfhour.integrations.vocabulary import fold


@dataclass(frozen=True)
class Talk:
    """Someone the owner wrote with. line: where the first message stands. messages: how many went either way."""

    line: int
    name: str
    url: str
    first_on: date
    last_on: date
    messages: int


@dataclass(frozen=True)
class _Message:
    line: int
    thread: str
    sender: tuple[str, str]
    receivers: tuple[tuple[str, str], ...]
    on: date


def page_key(url: str) -> str:
    """The part of a LinkedIn address that names the person, "" when it is none."""
    return url.casefold().split("?")[0].rstrip("/").rsplit("/in/", 1)[-1] if "/in/" in url.casefold() else ""


def read_talks(
    table: Table,
    problems: list[Problem],
    *,
    file: str,
    owner: str = "",
    connected: Collection[str] = (),
) -> tuple[list[Talk], dict[str, int]]:
    """Who the owner wrote with, and the totals. The owner is whoever takes part in most conversations.

    owner: their name, when the export says it. connected: folded names of their connections; nobody is their own.
    """
    messages = _messages(table, problems, file)
    threads = {m.thread for m in messages}
    totals = {"messages": len(messages), "conversations": len(threads)}
    if not messages:
        return [], totals
    presence: Counter[str] = Counter()
    for thread_people in _people_by_thread(messages).values():
        presence.update(thread_people)
    if owner not in presence:
        senders = Counter(m.sender[0] for m in messages)
        owner = max(presence, key=lambda n: (presence[n], fold(n) not in connected, senders[n], n))
    talks: dict[str, Talk] = {}
    for m in messages:
        others = [p for p in (m.sender, *m.receivers) if p[0] and p[0] != owner]
        if len(others) != 1:
            continue  # a group: having been in one room is no conversation
        name, url = others[0]
        known = talks.get(name)
        if known is None:
            talks[name] = Talk(m.line, name, url, m.on, m.on, 1)
        else:
            talks[name] = replace(
                known,
                url=known.url or url,
                first_on=min(known.first_on, m.on),
                last_on=max(known.last_on, m.on),
                messages=known.messages + 1,
            )
    return list(talks.values()), totals


def join_talks(rows: list[ContactRow], talks: list[Talk]) -> list[ContactRow]:
    """The connections with the days of their messages, found by page, else by a name that only one connection has."""
    if not talks:
        return rows
    by_page = {page_key(t.url): t for t in talks if page_key(t.url)}
    by_name = {fold(t.name): t for t in talks}
    names = Counter(fold(r.name) for r in rows)
    joined = []
    for row in rows:
        name = fold(row.name)
        talk = by_page.get(page_key(row.url)) if row.url else None
        if talk is None and names[name] == 1:
            candidate = by_name.get(name)
            if candidate is not None and (
                not candidate.url or not row.url or page_key(candidate.url) == page_key(row.url)
            ):
                talk = candidate
        joined.append(
            replace(row, first_message_on=talk.first_on, last_message_on=talk.last_on) if talk else row
        )
    return joined


def _people_by_thread(messages: list[_Message]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for m in messages:
        found.setdefault(m.thread, set()).update(p[0] for p in (m.sender, *m.receivers) if p[0])
    return found


def _messages(table: Table, problems: list[Problem], file: str) -> list[_Message]:
    at = {fold(h): i for i, h in enumerate(table.heading)}
    sender_page, receiver_pages = at.get("sender profile url", -1), at.get("recipient profile urls", -1)
    messages = []
    for line, cells in table.rows(problems, file=file):
        if len(cells) <= max(at["conversation id"], at["from"], at["date"], at.get("to", 0)):
            problems.append(
                Problem(
                    line,
                    f"{len(cells)} cells where the heading has {len(table.heading)}; no message was read",
                )
            )
            continue

        def cell(index: int, cells: list[str] = cells) -> str:
            return clean(cells[index]) if 0 <= index < len(cells) else ""

        on = parse_day(cell(at["date"]))
        if on is None:
            problems.append(Problem(line, f"“{cell(at['date'])[:40]}” is not a date that is understood"))
            continue
        names = [n.strip() for n in cell(at.get("to", -1)).split(",") if n.strip()]
        pages = [p.strip() for p in cell(receiver_pages).split(",") if p.strip()]
        if len(names) != len(pages):
            names = [cell(at.get("to", -1))] if len(pages) == 1 else names
            pages = (pages + [""] * len(names))[: len(names)]
        messages.append(
            _Message(
                line,
                cell(at["conversation id"]),
                (cell(at["from"]), cell(sender_page)),
                tuple(zip(names, pages, strict=True)),
                on,
            )
        )
    return messages
