"""What a seeker does in this step: write thanks and news, send them, leave them out for a reason, keep in touch."""

from collections import defaultdict
from dataclasses import replace

from django.db import transaction

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.contact import actions as contact
from halfhour.contact.facts_of import facts_of, recipient_of, sender_of
from halfhour.contact.reach import KNOWN
from halfhour.contact.rules.checker import check
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Facts
from halfhour.contact.rules.finding import Result, result_of
from halfhour.due.actions import refresh
from halfhour.find.models import Person, Referral
from halfhour.history.actions import note
from halfhour.interview.models import Interview
from halfhour.record.models import Advice, Debrief
from halfhour.refused import Refused
from halfhour.thank.models import KeepInTouch, Thanks
from halfhour.thank.news import news_for
from halfhour.thank.rules.loops import next_touch
from halfhour.thank.rules.thanks_text import draft_introducer_thanks, draft_thanks
from halfhour.thank.rules.times import is_late


def thanks_of(interview: Interview) -> Thanks:
    """The thank-you for a talk: as it was saved, else a fresh draft that is not saved yet."""
    kept = Thanks.objects.filter(interview=interview, person=interview.person, kind=Thanks.Kind.TALK).first()
    if kept is not None and (kept.edited or kept.sent_at or kept.skipped_because):
        return kept
    text = talk_draft(interview)
    return with_text(kept or unsaved(interview, interview.person, Thanks.Kind.TALK), text)


def news_of(interview: Interview, helper: Person) -> Thanks:
    """The news for someone who led to a talk, likewise."""
    kept = Thanks.objects.filter(interview=interview, person=helper, kind=Thanks.Kind.NEWS).first()
    if kept is not None and (kept.edited or kept.sent_at or kept.skipped_because):
        return kept
    facts = news_facts(kept or unsaved(interview, helper, Thanks.Kind.NEWS))
    debrief = Debrief.objects.filter(interview=interview).first()
    text = draft_introducer_thanks(
        facts,
        talked_to=interview.person.name,
        seed=f"news-{interview.pk}-{helper.pk}",
        use=debrief.use if debrief else "",
        familiar=helper.relationship in KNOWN,
    )
    return with_text(kept or unsaved(interview, helper, Thanks.Kind.NEWS), text)


def unsaved(interview: Interview, person: Person, kind: str) -> Thanks:
    return Thanks(
        owner=interview.owner,
        interview=interview,
        person=person,
        kind=kind,
        owed_since=interview.ended_at or clock.now(),
    )


def with_text(thanks: Thanks, text: Draft) -> Thanks:
    thanks.subject, thanks.body = text.subject, text.body
    return thanks


def talk_draft(interview: Interview) -> Draft:
    debrief = Debrief.objects.filter(interview=interview).first()
    words = list(Advice.objects.filter(interview=interview).order_by("pk").values_list("kind", "text"))
    return draft_thanks(
        talk_facts(interview),
        seed=f"thanks-{interview.pk}",
        use=debrief.use if debrief else "",
        promised=[text for kind, text in words if kind == Advice.Kind.PROMISE],
        offered=[text for kind, text in words if kind == Advice.Kind.OFFER],
        late=interview.ended_at is not None and is_late(interview.ended_at, clock.now()),
    )


def talk_facts(interview: Interview) -> Facts:
    """What the checker holds a thank-you against: who wrote, who talked, what they said and whom they named."""
    seeker = interview.owner.seeker
    if interview.approach is not None:
        facts = facts_of(interview.approach, today=interview.owner.today)
    else:
        facts = Facts(
            sender=sender_of(seeker), recipient=recipient_of(interview.person), today=interview.owner.today
        )
    debrief = Debrief.objects.filter(interview=interview).first()
    said = [debrief.quote] if debrief and debrief.quote else []
    said += [f.text for f in interview.findings.all()]
    named = Referral.objects.filter(by=interview.person, owner=interview.owner).select_related("to")
    return replace(
        facts,
        recipient=recipient_of(interview.person),
        said=tuple(said),
        named=tuple(r.to.name for r in named),
        talk_on=interview.on,
        earlier=(),
    )


def news_facts(thanks: Thanks) -> Facts:
    """The same for news to a helper: addressed to them, about what the talk brought; whom it named is not theirs."""
    assert thanks.interview is not None  # news is about a talk
    return replace(talk_facts(thanks.interview), recipient=recipient_of(thanks.person), named=())


def news_checked(thanks: Thanks, text: Draft) -> Result:
    """What the checker says of news to a helper: the rules of a thank-you, but news has a week and may be short."""
    found = check("thanks", text.text, news_facts(thanks), today=thanks.owner.today)
    return result_of(
        (f for f in found.findings if f.rule not in {"Y-01", "Y-05"}), found.skipped, found.passed
    )


@transaction.atomic
def save_thanks(thanks: Thanks, *, subject: str, body: str) -> Thanks:
    """Keep what was written. Refused once it was sent: what went out stays as it went out."""
    if thanks.sent_at is not None:
        raise Refused("This was sent already, so it stays as it went out.")
    kept, _ = Thanks.objects.get_or_create(
        interview=thanks.interview,
        person=thanks.person,
        kind=thanks.kind,
        defaults={"owner": thanks.owner, "owed_since": thanks.owed_since},
    )
    kept.subject, kept.body, kept.edited = subject, body, True
    kept.save(update_fields=["subject", "body", "edited"])
    note(kept.owner, "thank.saved", kept)
    return kept


@transaction.atomic
def record_thanked(thanks: Thanks, *, subject: str, body: str, how: str = "email") -> Thanks:
    """ "I sent it." Twice is once."""
    if thanks.sent_at is not None:
        return thanks
    kept = save_thanks(thanks, subject=subject, body=body)
    kept.sent_at, kept.sent_how, kept.skipped_because = clock.now(), how, ""
    kept.save(update_fields=["sent_at", "sent_how", "skipped_because"])
    note(kept.owner, "thank.sent", kept, how=how)
    after(kept)
    return kept


@transaction.atomic
def leave_out(thanks: Thanks, *, because: str) -> Thanks:
    """No message this time, for a reason that is kept."""
    if not because.strip():
        raise Refused("Say in a few words why, so that it makes sense when you read it later.")
    kept = save_thanks(thanks, subject=thanks.subject, body=thanks.body)
    kept.skipped_because = because.strip()[:300]
    kept.save(update_fields=["skipped_because"])
    note(kept.owner, "thank.left_out", kept)
    after(kept)
    return kept


def after(thanks: Thanks) -> None:
    """What a message sent changes: nothing is owed for it any more, and the next line is three months away."""
    if thanks.interview is not None:
        refresh(thanks.interview)
        if thanks.kind == Thanks.Kind.NEWS and thanks.sent_at is not None and thanks.interview.approach:
            contact.note_introducer_heard(thanks.interview.approach, thanks.person)
    if thanks.sent_at is not None and thanks.kind == Thanks.Kind.TALK:
        touch, _ = KeepInTouch.objects.update_or_create(
            person=thanks.person,
            defaults={
                "owner": thanks.owner,
                "next_on": next_touch(thanks.owner.today, after_days=thanks.owner.seeker.keep_in_touch_days),
            },
        )
        refresh(touch)


@transaction.atomic
def touched(touch: KeepInTouch) -> KeepInTouch:
    """A line was sent; the next is three months away."""
    touch.next_on = next_touch(touch.owner.today, after_days=touch.owner.seeker.keep_in_touch_days)
    touch.touched_on = touch.owner.today
    touch.save(update_fields=["next_on", "touched_on"])
    note(touch.owner, "thank.touched", touch)
    refresh(touch)
    return touch


@transaction.atomic
def stop_touching(touch: KeepInTouch) -> None:
    """No more reminders about this person."""
    touch.stopped_at = clock.now()
    touch.save(update_fields=["stopped_at"])
    refresh(touch)


@transaction.atomic
def told_of_advice(advice: Advice) -> Advice:
    """Whoever gave the advice has heard that it was followed. Twice is once."""
    if advice.told_at is None:
        advice.told_at = clock.now()
        advice.save(update_fields=["told_at"])
        note(advice.owner, "thank.told_of_advice", advice)
        refresh(advice)
    return advice


def advice_owed(user: User) -> list[Advice]:
    """Advice and offers that were followed, whose giver has not heard yet; the oldest first."""
    done = Advice.objects.visible_to(user).filter(done_at__isnull=False, told_at=None)
    return list(
        done.exclude(kind=Advice.Kind.PROMISE).select_related("interview__person").order_by("done_at", "pk")
    )


def held_talks(user: User) -> list[Interview]:
    """Every talk that was held and counts, oldest first."""
    return list(Interview.objects.visible_to(user).evidence().with_people().order_by("ended_at"))


def owed(
    user: User, held: list[Interview] | None = None
) -> tuple[list[Interview], list[tuple[Interview, str, int, str]]]:
    """Talks without a thank-you, oldest first; and news owed as (talk, helper, helper's id, why). held: when read already."""
    talks = [t for t in (held_talks(user) if held is None else held) if t.kind == Interview.Kind.INTERVIEW]
    done = Thanks.objects.filter(interview__in=talks).done().values_list("interview", "person", "kind")
    thanked: set[int | None] = set()
    told: dict[int | None, set[int]] = defaultdict(set)
    for interview_id, person_id, kind in done:
        if kind == Thanks.Kind.TALK:
            thanked.add(interview_id)
        elif kind == Thanks.Kind.NEWS:
            told[interview_id].add(person_id)
    news = news_for(talks, told=told)
    lines = [(t, n.helper.name, n.helper.person_id, n.why) for t in talks for n in news[t.pk]]
    return [t for t in talks if t.pk not in thanked], lines
