"""What the page about asking one person shows: where it stands, the letter when one is to be written, what waits."""

from datetime import timedelta
from typing import Any

from halfhour import clock
from halfhour.contact import mail, texts
from halfhour.contact.actions.calling import another_call_may_follow
from halfhour.contact.actions.drafting import draft_of, facts_changed
from halfhour.contact.facts_of import facts_of
from halfhour.contact.forms import AddressForm, DayForm, NamedForm, ReasonForm, new_key
from halfhour.contact.holidays_of import working_days_of
from halfhour.contact.keys import key_to_send
from halfhour.contact.models import Approach, Channel, Draft, Reply
from halfhour.contact.promising import promisable
from halfhour.contact.reading import read_answer
from halfhour.contact.rules.checklist import LABELS
from halfhour.contact.rules.evidence import lines_for
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.finding import Finding, Result
from halfhour.contact.rules.handover import mailto_url
from halfhour.contact.rules.reassurance import draft_reassurance
from halfhour.contact.rules.refusal_thanks import draft_refusal_thanks
from halfhour.contact.rules.standing import Action, State
from halfhour.contact.standings import Asking, number_of
from halfhour.contact.timeline import timeline_of
from halfhour.contact.wording import attempts_in_words, headline_of, lead_of
from halfhour.find.models import Referral

WRITES = {Action.SEND, Action.WRITE_AS_PROMISED, Action.WRITE_MYSELF}
SENT_DAYS_BACK = 3
OVER = {State.CLOSED, State.CLOSED_NO_CONTACT, State.DO_NOT_CONTACT}
TALKING = {State.HELD, State.RECORDED, State.KEPT_IN_TOUCH, State.ARRANGED}


def page_of(asking: Asking, *, write: bool = False) -> dict[str, Any]:
    """Everything the template needs. write: the seeker wants to write although something else is next."""
    approach = asking.approach
    today = approach.owner.today
    writing = shows_letter(asking, write=write)
    last_reply = next((r for r in reversed(asking.replies) if r.set_aside_on is None), None)
    return {
        "approach": approach,
        "person": approach.person,
        "asking": asking,
        "state": asking.standing.state.value,
        "move": asking.standing.next,
        "second_name": any(
            m.action is Action.OPEN_SECOND_NAME and m.due_on <= today for m in asking.standing.also
        ),
        "early": asking.standing.next is not None and asking.standing.next.due_on > today,
        "headline": headline_of(asking, today),
        "lead": lead_of(asking, today),
        "attempts": attempts_in_words(asking),
        "timeline": timeline_of(asking),
        "number": number_of(approach),
        "their_page": approach.person.url if approach.person.url.startswith(("https://", "http://")) else "",
        "over": approach.closed_at is not None or asking.standing.state in OVER,
        "talking": asking.standing.state in TALKING,
        "last_reply": last_reply,
        "last_promise": asking.promises[-1] if asking.promises else None,
        "voicemail": _voicemail_without_day(asking),
        "day_form": DayForm(auto_id="day_%s"),
        "address_form": AddressForm(auto_id="address_%s"),
        "named_form": NamedForm(auto_id="named_%s"),
        "reason_form": ReasonForm(auto_id="reason_%s"),
        "writing": writing,
        **sending_part(asking),
        **(letter_part(asking) if writing else {}),
        **_answers_to(asking),
        **_proposed(asking, last_reply),
    }


def sending_part(asking: Asking) -> dict[str, Any]:
    """What is on its way through the seeker's mailbox, whether one is connected, and what came back unsent."""
    approach = asking.approach
    latest = mail.latest(approach)
    on_way = latest if latest is not None and latest.over_at is None else None
    failed = latest is not None and latest.over_at is not None and not (latest.sent_at or latest.undone_at)
    return {
        "on_way": on_way,
        "not_sent": latest if failed else None,
        "can_send": mail.can_send(approach),
    }


def _proposed(asking: Asking, reply: Reply | None) -> dict[str, Any]:
    """What an answer that nobody has judged yet seems to come to."""
    move = asking.standing.next
    if reply is None or move is None or move.action is not Action.READ_REPLY:
        return {}
    approach = asking.approach
    found = read_answer(reply.text, today=reply.on, now=approach.owner.today)
    theirs, mine = approach.person.timezone, approach.owner.seeker.timezone
    here = found.on_my_clock(theirs, mine)
    other = here is not None and (here.date(), here.time()) != (found.day, found.at)
    return {
        "proposed": found,
        "proposed_mine": here if other else None,
        "proposed_zone": found.zone(theirs, mine),
    }


def _answers_to(asking: Asking) -> dict[str, Any]:
    """The few lines that answer an answer: thanks for a no, the reassurance that no job is wanted."""
    approach = asking.approach
    move = asking.standing.next
    if move is not None and move.action is Action.REASSURE:
        lines = draft_reassurance(facts_of(approach, asking=asking, earlier=False), turn=approach.pk)
        return {"reassurance": lines.body, "line_key": key_to_send(asking, "line")}
    if asking.standing.state is not State.REFUSED:
        return {}
    thanks = draft_refusal_thanks(
        facts_of(approach, asking=asking, earlier=False), seed=f"{approach.owner_id}-{approach.pk}"
    )
    to = approach.person.email
    return {
        "refusal_thanks": thanks.body,
        "thanks_mailto": mailto_url(to, thanks.subject, thanks.body) if to else None,
        "named_people": Referral.objects.filter(by=approach.person, from_refusal=True).exists(),
    }


def shows_letter(asking: Asking, *, write: bool) -> bool:
    """Whether the letter itself is on the page: before it goes out, and when writing again is next or wished."""
    approach, standing = asking.approach, asking.standing
    if approach.closed_at is not None or standing.state in OVER | TALKING | {State.REFUSED}:
        return False
    if write:
        return True
    if approach.channel not in texts.WRITTEN:
        return standing.next is not None and standing.next.action in WRITES
    if standing.state in (State.LISTED, State.DRAFTED):
        return True
    move = standing.next
    if move is None or move.due_on > approach.owner.today:
        return False
    return move.action in WRITES or (move.action is Action.TRY_AGAIN and not number_of(approach))


def letter_part(
    asking: Asking, *, draft: Draft | None = None, text: tuple[str, str] | None = None
) -> dict[str, Any]:
    """The letter, what the checker says, the days that may be promised, the ways to hand it over.

    text: subject and body as they stand in the window, when they are not saved.
    """
    approach = asking.approach
    facts = texts.letter_facts(approach, asking)
    draft = draft or draft_of(approach, asking)
    subject, body = text or (draft.subject, draft.body)
    today = approach.owner.today
    calendar = working_days_of(approach.owner.seeker, today)
    may_promise = texts.may_promise(approach, asking)
    return {
        "draft": draft,
        "subject": subject,
        "body": body,
        "page_key": draft.page or new_key(),
        "send_key": key_to_send(asking, "sent"),
        "network": texts.kind_of(approach) == Draft.Kind.NETWORK,
        "paper": approach.channel == Channel.LETTER,
        "facts_changed": facts_changed(draft, asking),
        "may_promise": may_promise,
        "promise_on": facts.ask.promise_on,
        "stale_day": draft.edited and approach.promise_on != facts.ask.promise_on,
        "promise_days": promisable(today, calendar, facts.ask.promise_on) if may_promise else [],
        "by_call": facts.ask.promise_kind == "call",
        "calming": lines_for("follow-up" if asking.own_attempts else "letter"),
        "sent_days": [today - timedelta(days=n) for n in range(SENT_DAYS_BACK)],
        **check_part(approach, subject, body, facts),
    }


def check_part(approach: Approach, subject: str, body: str, facts: Facts) -> dict[str, Any]:
    """The list in the margin, and the address that opens the seeker's own mail program."""
    result = texts.checked(approach, subject, body, facts)
    return {
        "result": result,
        "checks": checks_of(result, texts.whole(subject, body)),
        "words": texts.word_count(body),
        "characters": len(body),
        "mailto": mailto_url(approach.person.email, subject, body) if approach.person.email else None,
    }


def checks_of(result: Result, text: str) -> list[dict[str, str]]:
    """What the text has and lacks, in the order of the list of rules; what must change stands first."""
    lacking = [
        {
            "severity": finding.severity.value,
            "label": str(LABELS.get(finding.rule, finding.rule)),
            "message": finding.message,
            "quote": _quote(finding, text),
            "rule": finding.rule,
        }
        for finding in result.findings
    ]
    has = [
        {"severity": "", "label": str(LABELS[rule]), "message": "", "quote": "", "rule": rule}
        for rule in LABELS
        if rule in result.passed and rule.startswith("L-")
    ]
    return lacking + has


def local_time_of(approach: Approach) -> Any:
    """The wall time where the person is, when their zone is known, else the seeker's own."""
    zone = approach.person.timezone or approach.owner.seeker.timezone
    return clock.now().astimezone(clock.zone_of(zone))


def _quote(finding: Finding, text: str) -> str:
    if finding.start is None or finding.end is None:
        return ""
    quoted = " ".join(text[finding.start : finding.end].split())
    return quoted if len(quoted) <= 90 else f"{quoted[:88].rstrip()} …"


def _voicemail_without_day(asking: Asking) -> Any:
    """The last message left on a machine, while it may still name the day of the next call: until that call is due."""
    own, move = asking.own_attempts, asking.standing.next
    if move is not None and move.due_on <= asking.approach.owner.today:
        return None
    if not own or own[-1].channel != Channel.VOICEMAIL or asking.approach.closed_at is not None:
        return None
    given = {p.attempt_id for p in asking.promises}
    if own[-1].pk in given or any(r.at > own[-1].at for r in asking.replies):
        return None
    return own[-1] if another_call_may_follow(asking.approach, asking) else None
