"""The talks that count and everything said in them, read in two queries and handed to the rules."""

from django.db.models import OuterRef, Subquery

from halfhour.accounts.models import User
from halfhour.contact.models import Introduction
from halfhour.decide.rules.comparison import Statement
from halfhour.decide.rules.spread import Voice
from halfhour.decide.rules.stop import Talk
from halfhour.find.models import Referral
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Finding, WayIn

FIT = ("interests", "skills", "personality")
_FINDING = (
    "pk", "interview_id", "candidate_id", "person_id", "criterion", "text", "said_on", "stance", "confidence", "quote",
)  # fmt: skip


def talks_of(user: User) -> list[Interview]:
    """Every talk that stands, held or coming, practice left out; each with the way in its person took and who led there."""
    introduced = Introduction.objects.filter(approach=OuterRef("approach"), introduced_on__isnull=False)
    named = Referral.objects.filter(to=OuterRef("person")).order_by("on", "pk")
    way = WayIn.objects.filter(interview=OuterRef("pk")).order_by("pk")
    talks = Interview.objects.visible_to(user).exclude(kind=Interview.Kind.PRACTICE).standing()
    return list(
        talks.select_related("person__organisation", "debrief")
        .defer("debrief__typed", "debrief__reflections", "person__more", "person__typed")
        .annotate(
            introduced_by=Subquery(introduced.values("introducer__name")[:1]),
            named_by=Subquery(named.values("by__name")[:1]),
            way_in=Subquery(way.values("kind")[:1]),
        )
        .order_by("on", "pk")
    )


def statements_of(user: User, held: list[Interview], debriefs: dict[int, Debrief]) -> list[Statement]:
    """Every finding, and the three fit ratings of each debrief, as statements with their speaker."""
    names = {t.pk: t.person.name for t in held}
    made = [
        Statement(
            occupation=str(candidate),
            criterion=criterion,
            text=text,
            speaker=str(person),
            interview=str(interview),
            said_on=said_on,
            stance=stance,
            confidence=confidence,
            speaker_name=names[interview],
            key=str(pk),
            is_quote=quote,
        )
        for pk, interview, candidate, person, criterion, text, said_on, stance, confidence, quote in (
            Finding.objects.visible_to(user).values_list(*_FINDING)
        )
        if interview in names
    ]
    for talk in held:
        if talk.pk in debriefs:
            made += ratings_of(talk, debriefs[talk.pk])
    return made


def ratings_of(talk: Interview, debrief: Debrief) -> list[Statement]:
    """The fit ratings of one debrief: three separate rows, each with its because."""
    made = []
    for name in FIT:
        rating = getattr(debrief, f"fit_{name}")
        if rating is None:
            continue
        because = getattr(debrief, f"fit_{name}_because")
        made.append(
            Statement(
                occupation=str(talk.candidate_id),
                criterion=name,
                text=(f"{rating:+d}" if rating else "0") + (f": {because}" if because else ""),
                speaker=str(talk.person_id),
                interview=str(talk.pk),
                said_on=talk.on,
                stance=rating / 2,
                speaker_name=talk.person.name,
                key=f"fit-{talk.pk}-{name}",
            )
        )
    return made


def talk_of(talk: Interview, debrief: Debrief | None) -> Talk:
    organisation = talk.person.organisation
    return Talk(
        interview=str(talk.pk),
        speaker=str(talk.person_id),
        held_on=talk.on,
        organisation=organisation.name if organisation else "",
        leaning=debrief.leaning if debrief else "",
    )


def voices_in(talks: list[Interview], debriefs: dict[int, Debrief]) -> list[Voice]:
    """One voice a person, as the latest talk with them knows it."""
    latest = {talk.person_id: talk for talk in talks}
    return [voice_of(talk, debriefs.get(talk.pk)) for talk in latest.values()]


def voice_of(talk: Interview, debrief: Debrief | None) -> Voice:
    person = talk.person
    known = person.level and person.level != "unknown"
    return Voice(
        name=person.name,
        years_in_job=debrief.years_in_job if debrief else None,
        organisation=person.organisation.name if person.organisation else "",
        level=person.level if known else "",
        route_in=way_label(getattr(talk, "way_in", None)),
        led_by=getattr(talk, "introduced_by", None) or getattr(talk, "named_by", None) or "",
    )


def way_label(kind: str | None) -> str:
    return str(WayIn.Kind(kind).label) if kind and kind != WayIn.Kind.OTHER else ""
