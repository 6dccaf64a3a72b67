"""People to tell what was decided: who they are, the note to each, and that it was sent."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from halfhour import clock
from halfhour.accounts.models import User
from halfhour.choose.rules.occupation_words import work_of
from halfhour.contact.facts_of import recipient_of, sender_of
from halfhour.contact.models import Introduction
from halfhour.contact.rules.decision_note import draft_decision_note
from halfhour.contact.rules.draft import Draft
from halfhour.contact.rules.facts import Facts
from halfhour.decide.models import Decision, Judgement
from halfhour.decide.rules.telling import Helper, Telling, to_tell
from halfhour.due.actions import refresh
from halfhour.find.models import Person, Referral
from halfhour.history.actions import note
from halfhour.interview.models import Interview
from halfhour.prepare.models import Resume
from halfhour.record.models import Finding
from halfhour.refused import Refused
from halfhour.thank.models import KeepInTouch, Thanks
from halfhour.thank.rules.loops import next_touch


def decided_since(user: User) -> date | None:
    """The day the present choice was first written down; None while there is no note."""
    since = None
    choice: object = None
    for decision in Decision.objects.visible_to(user).only("choice_id", "at"):  # the latest first
        if since is not None and decision.choice_id != choice:
            break
        choice, since = decision.choice_id, decision.at
    return since.astimezone(clock.zone_of(user.seeker.timezone)).date() if since else None


def people_to_tell(user: User, decided_on: date) -> list[Telling]:
    """Everyone who talked, introduced or gave a name that led to a talk; who asked to be left alone is left out."""
    talks = list(
        Interview.objects.visible_to(user)
        .evidence()
        .standing()
        .select_related("person", "candidate", "debrief__resume_shown")
        .order_by("on", "pk")
    )
    told = dict(
        Thanks.objects.visible_to(user)
        .filter(kind=Thanks.Kind.DECISION, sent_at__isnull=False)
        .order_by("sent_at")
        .values_list("person_id", "sent_at")
    )
    zone = clock.zone_of(user.seeker.timezone)

    def heard_on(person_id: int) -> date | None:
        at = told.get(person_id)
        return at.astimezone(zone).date() if at else None

    helpers = []
    for talk in talks:
        debrief = getattr(talk, "debrief", None)
        resume = debrief.resume_shown if debrief else None
        helpers.append(
            Helper(
                talk.person_id,
                talk.person.name,
                "talked",
                talk.candidate.words,
                talk.on,
                resume.name if resume else "",
                resume.made_on if resume else None,
                heard_on(talk.person_id),
            )
        )
    people = {t.person_id: t.person.name for t in talks}
    approaches = {t.approach_id: t.person.name for t in talks if t.approach_id}
    for made in (
        Introduction.objects.visible_to(user)
        .filter(approach__in=approaches, introduced_on__isnull=False)
        .select_related("introducer")
    ):
        helpers.append(
            Helper(
                made.introducer_id,
                made.introducer.name,
                "introduced",
                approaches[made.approach_id],
                told_on=heard_on(made.introducer_id),
            )
        )
    for named in Referral.objects.visible_to(user).filter(to__in=people).select_related("by"):
        helpers.append(
            Helper(named.by_id, named.by.name, "named", people[named.to_id], told_on=heard_on(named.by_id))
        )
    alone = set(
        Person.objects.visible_to(user)
        .filter(pk__in={h.person_id for h in helpers})
        .exclude(do_not_contact_at=None)
        .values_list("pk", flat=True)
    )
    newest = Resume.objects.visible_to(user).order_by("-made_on").values_list("made_on", flat=True).first()
    return to_tell(
        [h for h in helpers if h.person_id not in alone], decided_on=decided_on, newest_resume_on=newest
    )


def note_to(user: User, decision: Decision, telling: Telling, person: Person) -> Thanks:
    """The note to one person: as it was kept or sent for this decision, else a fresh draft that is not saved yet."""
    kept = Thanks.objects.filter(owner=user, person=person, kind=Thanks.Kind.DECISION).order_by("-pk").first()
    if kept is not None and (telling.told_on or (kept.edited and kept.sent_at is None)):
        return kept
    text = drafted(user, decision, telling, person)
    fresh = Thanks(owner=user, person=person, kind=Thanks.Kind.DECISION, owed_since=decision.at)
    fresh.subject, fresh.body = text.subject, text.body
    return fresh


def drafted(user: User, decision: Decision, telling: Telling, person: Person) -> Draft:
    talk = (
        Interview.objects.visible_to(user).evidence().standing().filter(person=person).order_by("-on").first()
    )
    cited = Finding.objects.visible_to(user).filter(person=person, quote=True)
    said = cited.filter(pk__in=decision.cited.values("pk")).values_list("text", flat=True)
    facts = Facts(sender=sender_of(user.seeker), recipient=recipient_of(person), today=user.today)
    choice = (
        decision.choice.words
        if decision.choice
        else _("no occupation for good yet; I know what I will look at next")
    )
    if decision.choice and decision.alternate:
        choice = _("%(choice)s, and if not that, %(alternate)s") % {
            "choice": choice,
            "alternate": decision.alternate.words,
        }
    return draft_decision_note(
        replace(facts, talk_on=talk.on if talk else None, said=tuple(said[:1])),
        choice=choice,
        seed=f"decision-{decision.pk}-{person.pk}",
        other_than_theirs=bool(talk and decision.choice_id and talk.candidate_id not in kept_of(decision)),
        saw_old_resume=telling.new_resume,
        against=turned_from(decision, talk),
    )


def turned_from(decision: Decision, talk: Interview | None) -> str:
    """Their work, as "a veterinarian's work", when nothing is chosen yet but this was turned away from; else empty."""
    if decision.choice_id or talk is None:
        return ""
    turned = Judgement.objects.filter(candidate=talk.candidate, outcome=Judgement.Outcome.CHANGED_COURSE)
    if not turned.exists():
        return ""
    work = work_of(talk.candidate.words)
    return work.the_work if work else talk.candidate.words


def kept_of(decision: Decision) -> set[int | None]:
    return {decision.choice_id, decision.alternate_id}


@transaction.atomic
def keep_note(thanks: Thanks, *, subject: str, body: str) -> Thanks:
    """Keep what was written; what went out stays as it went out."""
    if thanks.sent_at is not None:
        raise Refused(_("This was sent already, so it stays as it went out."))
    kept = Thanks.objects.filter(
        owner=thanks.owner, person=thanks.person, kind=Thanks.Kind.DECISION, sent_at=None, skipped_because=""
    ).first()
    kept = kept or Thanks(
        owner=thanks.owner, person=thanks.person, kind=Thanks.Kind.DECISION, owed_since=thanks.owed_since
    )
    kept.subject, kept.body, kept.edited = subject, body, True
    kept.save()
    note(kept.owner, "decide.note_kept", kept)
    return kept


@transaction.atomic
def record_told(thanks: Thanks, *, subject: str, body: str) -> Thanks:
    """ "I sent it." The next line to them is three months away. Twice is once."""
    if thanks.sent_at is not None:
        return thanks
    kept = keep_note(thanks, subject=subject, body=body)
    kept.sent_at, kept.sent_how = clock.now(), "email"
    kept.save(update_fields=["sent_at", "sent_how"])
    note(kept.owner, "decide.told", kept)
    touch = KeepInTouch.objects.filter(person=kept.person, stopped_at=None).first()
    if touch is not None:
        touch.next_on = next_touch(kept.owner.today, after_days=kept.owner.seeker.keep_in_touch_days)
        touch.save(update_fields=["next_on"])
        refresh(touch)
    return kept
