"""The talks that count and everything said in them, read in two queries and handed to the rules."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import User
from halfhour.choose.rules.criteria import want_code
from halfhour.contact.models import Introduction
from halfhour.decide.rules.comparison import Statement
from halfhour.decide.rules.spread import Voice
from halfhour.decide.rules.stop import Talk
from halfhour.decide.small import Small
from halfhour.find.models import Referral
from halfhour.interview.models import Interview
from halfhour.record.models import Debrief, Finding, Opportunity, WayIn

FIT = ("interests", "skills", "personality")
FIT_WORDS = {
    2: _("fits very well"),
    1: _("fits"),
    0: _("neither fits nor not"),
    -1: _("does not quite fit"),
    -2: _("does not fit"),
}
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


def statements_of(
    user: User, held: list[Interview], debriefs: dict[int, Debrief], small: dict[str, list[Small]]
) -> list[Statement]:
    """Everything said or noted in these talks as statements: findings, ways in, ways to try it, gaps, days, places, ratings."""
    by_id = {t.pk: t for t in held}
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
            speaker_name=by_id[interview].person.name,
            key=str(pk),
            is_quote=quote,
        )
        for pk, interview, candidate, person, criterion, text, said_on, stance, confidence, quote in (
            Finding.objects.visible_to(user).values_list(*_FINDING)
        )
        if interview in by_id
    ]
    for way in small.get("way", ()):
        if way.ref in by_id:
            made.append(noted(by_id[way.ref], "routes", joined(way_label(way.a), way.b), f"way-{way.pk}"))
    for chance in small.get("opportunity", ()):
        if chance.ref in by_id:
            what = joined(
                str(Opportunity.Kind(chance.a).label), ", ".join(filter(None, (chance.b, chance.c, chance.d)))
            )
            made.append(noted(by_id[chance.ref], "try_it", what, f"try-{chance.pk}"))
    for quality in small.get("quality", ()):
        if quality.ref in by_id and quality.a != "1":
            made.append(noted(by_id[quality.ref], "gaps", quality.b, f"gap-{quality.pk}", mine=True))
    for row in small.get("met", ()):
        if row.ref in by_id:
            met = row.a == "1"
            words = _("this work offers it") if met else _("this work does not offer it")
            stance = 1.0 if met else -1.0
            talk = by_id[row.ref]
            made.append(
                noted(talk, want_code(row.number), str(words), f"met-{row.pk}", stance=stance, mine=True)
            )
    for talk in held:
        if talk.pk in debriefs:
            made += written_of(talk, debriefs[talk.pk])
    return made


def noted(
    talk: Interview, criterion: str, text: str, key: str, *, stance: float | None = None, mine: bool = False
) -> Statement:
    """One thing from one talk that is no finding of its own."""
    return Statement(
        occupation=str(talk.candidate_id),
        criterion=criterion,
        text=text,
        speaker=str(talk.person_id),
        interview=str(talk.pk),
        said_on=talk.on,
        stance=stance,
        speaker_name=talk.person.name,
        key=key,
        mine=mine,
    )


def joined(label: str, text: str) -> str:
    return f"{label}: {text}" if label and text else label or text


def written_of(talk: Interview, debrief: Debrief) -> list[Statement]:
    """What one debrief says outside its findings: the days, the place, the surprise, and three separate fit ratings."""
    made = [
        noted(talk, criterion, text, f"{criterion}-{n}-{talk.pk}", mine=mine)
        for n, (criterion, text, mine) in enumerate(
            (
                ("tasks", debrief.day_to_day, False),
                ("setting", debrief.environment, True),
                ("surprises", debrief.surprised_me, True),
                ("surprises", expected(_("As expected: %(what)s"), debrief.as_expected), True),
                ("surprises", expected(_("Otherwise than expected: %(what)s"), debrief.otherwise), True),
                ("pay", debrief.pay_told, False),
            )
        )
        if text
    ]
    for name in FIT:
        rating = getattr(debrief, f"fit_{name}")
        if rating is None:
            continue
        words = joined(str(FIT_WORDS[max(-2, min(2, rating))]), getattr(debrief, f"fit_{name}_because"))
        made.append(noted(talk, name, words, f"fit-{talk.pk}-{name}", stance=rating / 2, mine=True))
    return made


def expected(words: object, what: str) -> str:
    return str(words) % {"what": what} if what else ""


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
