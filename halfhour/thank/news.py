"""Who led to a talk: those who introduced the person, and those who named them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from halfhour.contact.models import Introduction
from halfhour.find.models import Referral
from halfhour.interview.models import Interview
from halfhour.thank.models import Thanks
from halfhour.thank.rules.loops import Helper, News, news_owed


def news_for(
    interviews: Iterable[Interview], told: Mapping[int | None, Collection[int]] | None = None
) -> dict[int, list[News]]:
    """The news still owed because of each held talk, by its id; three queries, however many talks.

    told: who has heard of which talk, when that was read already; it saves the third.
    """
    talks = [i for i in interviews if i.ended_at is not None and i.kind == Interview.Kind.INTERVIEW]
    helpers: dict[int, list[Helper]] = defaultdict(list)
    approaches = [i.approach_id for i in talks if i.approach_id]
    for made in Introduction.objects.filter(
        approach__in=approaches, introduced_on__isnull=False
    ).select_related("introducer"):
        helpers[made.approach_id].append(Helper(made.introducer_id, made.introducer.name, "introduced"))
    named: dict[int, list[Helper]] = defaultdict(list)
    for referral in Referral.objects.filter(to__in=[i.person_id for i in talks]).select_related("by"):
        named[referral.to_id].append(Helper(referral.by_id, referral.by.name, "named"))
    told = told_of(talks) if told is None else told
    return {
        talk.pk: news_owed(
            [*helpers[talk.approach_id or 0], *named[talk.person_id]],
            talked_to=talk.person.name,
            held_on=talk.on,
            told=frozenset(told.get(talk.pk, ())),
        )
        for talk in talks
    }


def told_of(talks: Iterable[Interview]) -> Mapping[int | None, Collection[int]]:
    """Who has heard of which talk, by its id."""
    told: dict[int | None, set[int]] = defaultdict(set)
    kept = Thanks.objects.filter(interview__in=talks, kind=Thanks.Kind.NEWS).done()
    for interview_id, person_id in kept.values_list("interview", "person"):
        told[interview_id].add(person_id)
    return told
