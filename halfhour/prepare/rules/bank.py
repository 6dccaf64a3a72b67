"""All questions, the fixed core that everybody of an occupation is asked, and the two default sets.

Source: Informational Interviewing Part 1: "which job will I like" and "how do I break in" are the two questions people come
with. That everyone is asked the same core, so that answers can be compared, is a default of ours.
"""

from collections.abc import Sequence

from halfhour.prepare.rules.question import Aim, Focus, Format, Question, Stage, Topic
from halfhour.prepare.rules.questions import further, person, place, way, work

QUESTIONS: tuple[Question, ...] = (
    *work.OPENING,
    *work.DAY_TO_DAY,
    *way.PATH,
    *way.WAYS_IN,
    *place.ENVIRONMENT,
    *place.ORGANISATION,
    *person.FIT,
    *work.JOYS,
    *way.ENTRY,
    *way.PAY,
    *further.TRENDS,
    *further.RELATED,
    *place.LIFE,
    *further.TRY_IT,
    *further.SOURCES,
    *person.ABOUT_ME,
    *person.RESUME,
    *further.REFERRAL,
    *further.CLOSING,
)
BY_ID = {q.id: q for q in QUESTIONS}

PROBES = (
    "Can you give me an example?",
    "What was it like before, and after?",
    "Compared with what?",
    "What made that so?",
    "How did that feel?",
    "What happened then?",
)

CORE_LONG = (
    "time-check", "last-week", "how-you-came", "what-counted", "around-you", "who-thrives", "wears-you-down",
    "what-is-changing", "in-my-place", "who-else", "not-asked",
)  # fmt: skip
CORE_SHORT = ("time-check", "last-week", "how-you-came", "what-counted", "wears-you-down", "who-else")
SHORT_MINUTES = 20
OPENING_SET = ("time-check", "purpose")
CLOSING_SET = ("not-asked", "keep-posted")

DEFAULT_SETS: dict[Aim, tuple[str, ...]] = {
    Aim.WHICH_WORK: ("wrong-idea", "what-keeps-you", "specialties", "not-for", "how-combined", "test-myself"),
    Aim.GET_IN: (
        "other-routes",
        "first-year",
        "beginners-lack",
        "range-beginner",
        "try-first",
        "strengths-gaps",
    ),
}

TOPIC_NAMES = {
    Topic.OPENING: "Opening",
    Topic.DAY_TO_DAY: "Day to day",
    Topic.PATH: "Their path",
    Topic.WAYS_IN: "Preparation and ways in",
    Topic.ENVIRONMENT: "Place and conditions",
    Topic.ORGANISATION: "The organisation",
    Topic.FIT: "Who fits",
    Topic.JOYS: "Joys and frustrations",
    Topic.ENTRY: "The first years",
    Topic.PAY: "Pay and security",
    Topic.TRENDS: "What is changing",
    Topic.RELATED: "Specialties and neighbours",
    Topic.LIFE: "Life around the work",
    Topic.TRY_IT: "Ways to try it",
    Topic.SOURCES: "What to read, where to go",
    Topic.ABOUT_ME: "Advice for me",
    Topic.RESUME: "My résumé",
    Topic.REFERRAL: "Who else",
    Topic.CLOSING: "Closing",
    Topic.PROBE: "Probes",
}


def core_for(minutes: int) -> tuple[str, ...]:
    """Return the ids asked of everybody: six for a short talk, ten and the closing line for a usual one."""
    return CORE_SHORT if minutes <= SHORT_MINUTES else CORE_LONG


def suggestions(
    *,
    aim: Aim,
    focus: Sequence[Focus] = (),
    format: Format = Format.VISIT,
    wanted_criteria: Sequence[str] = (),
    known_facts: Sequence[str] = (),
    leave_out: Sequence[str] = (),
) -> list[Question]:
    """Order the bank for choosing, most useful first; the opening and closing lines are left to the plan.

    wanted_criteria: criteria still unknown, disputed or wished for, most wanted first. known_facts: keys of published
    facts that were read; what they answer sinks to the end. leave_out: ids already chosen or asked.
    """
    wanted = {code: len(wanted_criteria) - n for n, code in enumerate(wanted_criteria)}
    defaults = DEFAULT_SETS[aim]

    def usefulness(question: Question) -> float:
        score = 4.0 * wanted[question.criterion] / len(wanted) if question.criterion in wanted else 0.0
        score += 4 if set(focus) & question.focus else 0
        score += 2 if question.id in defaults else 0
        score += 1 if aim in question.aim else 0
        score += 5 if Format.VISIT not in question.formats else 0
        return score - (20 if question.look_up and question.look_up in known_facts else 0)

    fitting = [
        q
        for q in QUESTIONS
        if q.stage in {Stage.CORE, Stage.LEADS} and format in q.formats and q.id not in leave_out
    ]
    return sorted(fitting, key=lambda q: -usefulness(q))
