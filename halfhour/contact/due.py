"""Which due rows the facts of an approach produce, and the words Today shows for each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact.models import Approach, Attempt, Channel, Introduction
from halfhour.contact.rules.standing import Action, Move
from halfhour.contact.rules.working_days import in_words
from halfhour.contact.standings import asking_of, news_owed, number_of, over_on
from halfhour.due.days import day_ends, day_starts
from halfhour.due.lines import Line
from halfhour.due.models import Due
from halfhour.due.registry import Wanted
from halfhour.find.models import Person

IN_WRITING = {Channel.EMAIL, Channel.LETTER, Channel.NETWORK}
# The moves of the rule that belong to this step, and whether somebody waits for them on that day.
KINDS = {
    Action.SEND: ("send", False),
    Action.CALL_AS_PROMISED: ("promised_call", True),
    Action.WRITE_AS_PROMISED: ("promised_line", True),
    Action.TRY_AGAIN: ("try_again", False),
    Action.MOVE_ON: ("move_on", False),
    Action.OPEN_SECOND_NAME: ("second_name", False),
    Action.CALL_BACK: ("call_back", True),
    Action.READ_REPLY: ("read_reply", True),
    Action.REASSURE: ("reassure", True),
    Action.AGREE_ON_A_TIME: ("arrange", True),
    Action.FIND_ADDRESS: ("address", False),
    Action.REMIND_INTRODUCER: ("remind", False),
    Action.WRITE_MYSELF: ("write_myself", False),
    Action.CALL_TO_ARRANGE: ("call_introduced", True),
    Action.THANK_FOR_THE_ANSWER: ("thank_for_answer", True),
    Action.NEXT_NAME: ("next_name", False),
}


def wanted_for_approach(approach: Approach) -> Iterable[Wanted]:
    """The rows for one approach: the next right step, and what may be done beside it."""
    asking = asking_of(approach)
    standing = asking.standing
    moves = [m for m in (standing.next, *standing.also) if m is not None]
    if approach.closed_at is not None:
        moves = [m for m in moves if m.action is Action.NEXT_NAME]
    zone = approach.owner.seeker.timezone
    for move in moves:
        kind, owed = _kind(approach, move)
        if not kind or (kind == "second_name" and not _second_name(approach)):
            continue
        yield Wanted(
            kind=f"contact.{kind}",
            due_at=day_starts(move.due_on, zone),
            overdue_at=day_ends(move.due_on, zone) if owed else None,
        )
    if (news := news_owed(asking)) and (ended := over_on(asking)):
        on = min(day for _row, day in news)
        yield Wanted(
            "contact.tell_introducer",
            due_at=day_starts(on, zone),
            overdue_at=day_ends(on, zone),
            shows_at=day_starts(ended, zone),
        )


def _kind(approach: Approach, move: Move) -> tuple[str, bool]:
    if move.action is not Action.PICK_CHANNEL:
        return KINDS.get(move.action, ("", False))
    if approach.channel == Channel.INTRODUCTION:
        return "ask_introducer", False
    return ("call_first" if approach.channel == Channel.PHONE else "write"), False


def _second_name(approach: Approach) -> bool:
    """Whether somebody else at that employer is on the list for the same occupation and was not asked yet."""
    there = Person.objects.visible_to(approach.owner).current()
    there = there.filter(organisation=approach.person.organisation_id, candidate=approach.candidate_id)
    return there.filter(do_not_contact_at=None, approaches=None).exclude(pk=approach.person_id).exists()


@dataclass(frozen=True)
class Words:
    """How one kind reads. text, why and headline may name {name} and {day}; leads: the page of its button."""

    text: str | Lazy
    why: str | Lazy
    action: str | Lazy
    leads: str = "contact:approach"
    headline: str | Lazy = ""
    late: str | Lazy = ""
    context: Callable[[Approach, User], str] | None = None


def _call_context(approach: Approach, user: User) -> str:
    parts = [_attempt(approach, user), number_of(approach), _may_mention(approach)]
    return ", ".join(p for p in parts if p)


def _line_context(approach: Approach, user: User) -> str:
    return ", ".join(p for p in (_attempt(approach, user), _may_mention(approach)) if p)


def _attempt(approach: Approach, user: User) -> str:
    tries = getattr(approach, "tries", 0)
    return _("attempt %(n)d of %(all)d") % {
        "n": tries + 1,
        "all": user.seeker.max_attempts + approach.extra_attempts,
    }


def _may_mention(approach: Approach) -> str:
    source = approach.person.source
    if source is None or not source.name or source.kind not in {"acquaintance", "referral"}:
        return ""
    if source.may_mention:
        return _("you may say that %(name)s sent you") % {"name": source.name}
    return _("do not name %(name)s") % {"name": source.name}


def _about(approach: Approach, user: User) -> str:
    return _("about “%(work)s”") % {"work": approach.candidate.name}


WORDS: dict[str, Words] = {
    "write": Words(
        lazy("Finish the letter to {name}"),
        lazy("The first lines are written from what you told. Read it once, change what is not you."),
        lazy("Open the letter"),
        headline=lazy("Your letter to {name} is begun."),
        context=_about,
    ),
    "send": Words(
        lazy("Send your letter to {name}"),
        lazy("Your text is ready. Everything after this waits for it."),
        lazy("Open the letter"),
        headline=lazy("Your letter to {name} is ready to go."),
        context=_about,
    ),
    "call_first": Words(
        lazy("Call {name}"),
        lazy("You chose the telephone. It is the quickest way, and it takes a little courage."),
        lazy("Open the call card"),
        "contact:call",
        context=_call_context,
    ),
    "ask_introducer": Words(
        lazy("Ask someone to introduce you to {name}"),
        lazy("People talk more readily to someone they have a connection with."),
        lazy("Write the note"),
        "contact:introductions",
        context=_about,
    ),
    "promised_call": Words(
        lazy("Call {name}"),
        lazy(
            "You wrote that you would call on {day}. Being called when it was said is rare, and remembered."
        ),
        lazy("Open the call card"),
        "contact:call",
        headline=lazy("You promised {name} a call today."),
        late=lazy("You promised {name} a call on {day}."),
        context=_call_context,
    ),
    "promised_line": Words(
        lazy("Write to {name} again"),
        lazy("You wrote that you would write again on {day}."),
        lazy("Write the line"),
        headline=lazy("You promised {name} a line today."),
        late=lazy("You promised {name} a line on {day}."),
        context=_line_context,
    ),
    "try_again": Words(
        lazy("Try {name} once more"),
        lazy(
            "No answer so far, and enough days have passed. Messages get buried; a second try is courteous."
        ),
        lazy("See how"),
        context=_call_context,
    ),
    "move_on": Words(
        lazy("Let {name} be and take the next name"),
        lazy(
            "That was the last attempt and nobody answered. Three are courteous, four are not; others will be willing."
        ),
        lazy("See the next name"),
    ),
    "second_name": Words(
        lazy("You may ask a second person where {name} works"),
        lazy("Three working days without a word: from now on somebody else there may be asked."),
        lazy("See who"),
    ),
    "call_back": Words(
        lazy("Call {name} back"),
        lazy("They asked for a call on {day}. It is not an attempt: you were invited."),
        lazy("Open the call card"),
        "contact:call",
        headline=lazy("{name} expects your call today."),
        late=lazy("{name} expected your call on {day}."),
        context=lambda approach, user: number_of(approach),
    ),
    "read_reply": Words(
        lazy("Read what {name} answered"),
        lazy("Nothing more goes out until you have read it and said what it means."),
        lazy("Open the answer"),
        headline=lazy("{name} has answered."),
    ),
    "reassure": Words(
        lazy("Tell {name} that you are exploring, not applying"),
        lazy("They think you want a job. One friendly sentence clears that up."),
        lazy("See what to say"),
        headline=lazy("{name} thinks you want a job."),
    ),
    "arrange": Words(
        lazy("Agree on a time with {name}"),
        lazy("They are willing. Settle the day while it is warm."),
        lazy("Arrange the talk"),
        headline=lazy("{name} said yes."),
    ),
    "address": Words(
        lazy("Find out how to reach {name}"),
        lazy("The last message or call did not reach them. That does not count as an attempt."),
        lazy("Note an address"),
    ),
    "remind": Words(
        lazy("Remind {introducer} about {name}"),
        lazy("Five working days without a word. One friendly reminder is in order, and no second."),
        lazy("Write the reminder"),
        "contact:introductions",
        context=_about,
    ),
    "write_myself": Words(
        lazy("Write to {name} yourself"),
        lazy("{introducer} was asked and reminded. Say that it is fine, and take the direct way."),
        lazy("Open the letter"),
    ),
    "tell_introducer": Words(
        lazy("Tell {teller} how it ended with {name}"),
        lazy("{teller} was asked for your sake. A word of thanks and how it ended keeps the door open."),
        lazy("Write the lines"),
        "contact:introductions",
        headline=lazy("{teller} would like to hear how it ended."),
        context=_about,
    ),
    "call_introduced": Words(
        lazy("Call {name}: {introducer} has asked for you"),
        lazy("An introduction is warm for a day or two. Now it is yours to find a time."),
        lazy("Open the call card"),
        "contact:call",
        headline=lazy("{introducer} has spoken to {name} for you."),
        context=lambda approach, user: number_of(approach),
    ),
    "thank_for_answer": Words(
        lazy("Thank {name} for the answer"),
        lazy("A no is an ordinary answer. Thank them, and ask once whether someone else comes to mind."),
        lazy("Write two lines"),
    ),
    "next_name": Words(
        lazy("Take the next name after {name}"),
        lazy("Others will be willing. The next name is ready, with a letter."),
        lazy("See the next name"),
        context=_about,
    ),
}


def lines(user: User, rows: Sequence[Due], now: datetime) -> list[Line]:
    """The lines for these rows, in one query however many there are."""
    zone = clock.zone_of(user.seeker.timezone)
    asked_by = Introduction.objects.filter(approach=OuterRef("pk")).order_by("-asked_on", "-pk")
    owed_to = asked_by.filter(told_how_it_went_on=None, declined_on=None)
    lost = Q(attempts__result__in=[Attempt.Result.ANSWERED, Attempt.Result.ASSISTANT])
    lost |= Q(attempts__result__in=[Attempt.Result.WRONG_NUMBER, Attempt.Result.BOUNCED])
    approaches = (
        Approach.objects.visible_to(user)
        .filter(pk__in={row.subject_id for row in rows})
        .select_related("person__organisation", "person__source", "candidate")
        .annotate(
            introducer=Subquery(asked_by.values("introducer__name")[:1]),
            teller=Subquery(owed_to.values("introducer__name")[:1]),
            tries=Count("attempts", filter=~lost & Q(attempts__isnull=False), distinct=True),
        )
        .in_bulk()
    )
    found = [
        _line(user, row, approaches[row.subject_id], now, row.due_at.astimezone(zone).date())
        for row in rows
        if row.subject_id in approaches
    ]
    return [line for line in found if line is not None]


def _line(user: User, row: Due, approach: Approach, now: datetime, day: date) -> Line | None:
    kind = row.kind.partition(".")[2]
    words = WORDS.get(kind)
    if words is None:
        return None
    overdue = row.overdue_at is not None and now >= row.overdue_at
    names = {
        "name": approach.person.name,
        "day": in_words(day),
        "introducer": getattr(approach, "introducer", None) or "",
        "teller": getattr(approach, "teller", None) or "",
    }
    said = words.late if overdue and words.late else words.headline
    return Line(
        kind=row.kind,
        due_at=row.due_at,
        overdue=overdue,
        overdue_at=row.overdue_at,
        shows_at=row.shows_at,
        text=str(words.text).format(**names),
        why=str(words.why).format(**names),
        url=reverse(_page(kind, approach, words), args=[approach.pk]),
        action=str(words.action),
        person=approach.person.name,
        context=words.context(approach, user) if words.context else "",
        headline=str(said).format(**names),
        subject_id=row.subject_id,
    )


def _page(kind: str, approach: Approach, words: Words) -> str:
    """Trying again goes by telephone where there is a number and the last try was in writing."""
    if kind == "try_again" and number_of(approach) and approach.channel in IN_WRITING:
        return "contact:call"
    return "interview:arrange" if kind == "arrange" else words.leads
