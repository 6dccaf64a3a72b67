"""The sentences of the report, the same in every form it is written in."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.contact.rules.answer_rates import Rate
from halfhour.decide.models import Decision
from halfhour.decide.report_facts import Asking, Gap, Report, TalkLine
from halfhour.decide.rules.confidence import ENOUGH_TALKS
from halfhour.decide.side_by_side import Occupation, Shown
from halfhour.record.models import Debrief
from halfhour.record.rules.debrief import SPEAKS_AT_LEAST_PERCENT


def context(report: Report) -> dict[str, object]:
    """What the templates expect."""
    return {"report": report, "words": words_of(report)}


def words_of(report: Report) -> dict[str, Any]:
    """Every sentence, by its place in the report."""
    occupations = report.side.occupations
    return {
        "title": title(report),
        "intro": intro(report),
        "added_up": added_up(report),
        "gaps": [(one.occupation, gap(one)) for one in report.gaps],
        "each": [(o, after(o, report.decision), heard(o)) for o in occupations],
        "talks": [(line, spoke(line.debrief), leaning(line.debrief)) for line in report.talks],
        "talk_lines": [talk(line) for line in report.talks],
        "asking": [*asking(report.asking), *who_spoke(report)],
        "behind": [(o, behind(o)) for o in report.table.occupations],
    }


def table(report: Report) -> list[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
    """The comparison as text: by group, by row, each occupation with everything in its cell."""
    return [
        (
            str(group),
            [(r.criterion.label, [(s.occupation.candidate.words, cell(s)) for s in r.shown]) for r in rows],
        )
        for group, rows in report.table.shown
    ]


def title(report: Report) -> str:
    """The decision as a sentence."""
    decision = report.decision
    if decision and decision.choice:
        choice = capital(decision.choice.words)
        if decision.alternate is None:
            return choice
        return _("%(choice)s, and if not that, %(alternate)s") % {
            "choice": choice,
            "alternate": decision.alternate.words,
        }
    if report.ruled_out:
        return _("A change of course: not %(names)s") % {"names": both(report.ruled_out)}
    return _("What I know so far")


def intro(report: Report) -> str:
    if not report.talks:
        return _(
            "Nobody has been talked to yet. What stands here are wishes, expectations and figures from official statistics."
        )
    counts = {"n": report.people, "places": report.organisations}
    if report.organisations > 1:
        came = _(
            "This is what came of conversations with %(n)d people about their work, at %(places)d different places."
        )
    else:
        came = ngettext(
            "This is what came of a conversation with one person about their work.",
            "This is what came of conversations with %(n)d people about their work.",
            report.people,
        )
    return (
        came % counts
        + " "
        + _(
            "They were asked for a short talk about their work, not for a job. What stands in quotation marks is in their own words;"
            " every statement names who said it and when. Figures from official statistics are marked as published. What nobody"
            " spoke about is called unknown: it does not count as nothing."
        )
    )


def added_up(report: Report) -> list[str]:
    """Each occupation's sum, where anything was said about it."""
    return [f"{o.candidate.words}: {o.standing.words or _('unknown')}" for o in report.table.occupations]


def gap(one: Gap) -> str:
    """What is unknown about one occupation, and who could tell."""
    said = []
    occupation = one.occupation
    if not occupation.talks:
        said.append(_("Not yet talked to anyone: everything but the published figures is unknown."))
    else:
        if occupation.evidence.thin:
            heard = {"n": occupation.people, "needed": occupation.evidence.needed}
            said.append(_("Still thin: %(n)d of at least %(needed)d people heard.") % heard)
        if one.musts:
            said.append(_("Must-haves nobody has spoken about: %(names)s.") % {"names": both(one.musts)})
        if one.unknown:
            names = ", ".join(one.unknown)
            if one.others:
                names += ", " + ngettext(
                    "and %(n)d smaller thing, which the table names",
                    "and %(n)d smaller things, which the table names",
                    one.others,
                ) % {"n": one.others}
            said.append(_("Nobody has spoken about: %(names)s.") % {"names": names})
    if one.could_tell:
        said.append(_("Could tell: %(names)s.") % {"names": "; ".join(who.words for who in one.could_tell)})
    else:
        said.append(_("Nobody is known yet who could tell."))
    return " ".join(said)


def after(o: Occupation, decision: Decision | None) -> str:
    """What became of one occupation."""
    if o.judgement:
        return f"{capital(str(o.judgement.get_outcome_display()))}. {o.judgement.because}".strip()
    if o.candidate.dropped_at:
        return f"{_('Set aside.')} {o.candidate.dropped_because}".strip()
    if decision and o.candidate.pk == decision.choice_id:
        return _("The first choice.")
    if decision and o.candidate.pk == decision.alternate_id:
        return _("The second choice.")
    return _("Still open.") if o.talks else _("Not yet talked to anyone.")


def heard(o: Occupation) -> str:
    """How many were heard, how different they are, and what would make it surer; empty while nobody was."""
    if not o.talks:
        return ""
    people = _("%(n)d of %(needed)d people") % {"n": o.people, "needed": o.evidence.needed}
    thin = f" ({_('thin')})" if o.evidence.thin else ""
    if o.ruled_out:
        return f"{people}{thin}; {o.evidence.spread_words}."
    surer = (
        _("That may be enough.")
        if o.stop.enough
        else _("To be surer: %(missing)s.") % {"missing": "; ".join(o.stop.missing)}
    )
    return " ".join([f"{people}{thin}; {o.evidence.spread_words}.", surer, *o.hints])


def talk(line: TalkLine) -> str:
    """One talk in a line: with whom, when, how long, and where it left the seeker."""
    t, d = line.talk, line.debrief
    place = t.person.organisation.name if t.person.organisation else ""
    who = ", ".join(filter(None, (t.person.name, t.person.title, place)))
    form = str(t.get_format_display())
    if t.kind == "chat":
        form += ", " + _("an informal chat")
    when = ", ".join(filter(None, (date_format(t.on, "j F Y"), form, line.timing, spoke(d))))
    return f"{who}: {when}. {leaning(d)}".strip()


def spoke(debrief: Debrief | None) -> str:
    """ "they spoke about 75 percent of the time"; empty when it was not estimated."""
    if debrief is None or debrief.they_spoke_percent is None:
        return ""
    return _("they spoke about %(n)d percent of the time") % {"n": debrief.they_spoke_percent}


def leaning(debrief: Debrief | None) -> str:
    """ "Unsure (how sure I feel: 45 of 100): the hours."; empty when none was noted."""
    if debrief is None or not debrief.leaning:
        return ""
    words = capital(str(debrief.get_leaning_display()))
    if debrief.confidence is not None:
        words += " (" + _("how sure I feel: %(n)d of 100") % {"n": debrief.confidence} + ")"
    return f"{words}: {debrief.leaning_because}" if debrief.leaning_because else words


def asking(one: Asking) -> list[str]:
    """How the asking went, a sentence each."""
    said = []
    if one.answered.asked:
        said.append(answered(one.answered, one.by_route))
        said.append(
            _("With so few, the true rate may lie anywhere from %(low)d to %(high)d in a hundred.")
            % {"low": one.answered.low_percent, "high": one.answered.high_percent}
        )
    if one.promises:
        kept = {"kept": one.promises_kept, "total": one.promises}
        said.append(_("Promised calls kept: %(kept)d of %(total)d.") % kept)
    if one.talks:
        thanked = {"n": one.thanked, "talks": one.talks, "in_time": one.thanked_in_time}
        said.append(_("Thanked after %(n)d of %(talks)d talks, %(in_time)d within two days.") % thanked)
    return said


def who_spoke(report: Report) -> list[str]:
    """How the share of the time they spoke went, from three talks on."""
    shares = [line.debrief.they_spoke_percent for line in report.talks if line.debrief]
    known = [share for share in shares if share is not None]
    if len(known) < ENOUGH_TALKS:
        return []
    values = {"shares": ", ".join(str(n) for n in known), "aim": SPEAKS_AT_LEAST_PERCENT}
    return [
        _("They spoke %(shares)s percent of the time, in that order; %(aim)d or more is the aim.") % values
    ]


def answered(rate: Rate, by_route: dict[str, Rate]) -> str:
    words = ngettext(
        "Of %(asked)d person asked whose answer is in, %(yes)d said yes",
        "Of %(asked)d people asked whose answer is in, %(yes)d said yes",
        rate.asked,
    ) % {"asked": rate.asked, "yes": rate.yes}
    if len(by_route) > 1:
        routes = [
            _("%(route)s %(yes)d of %(asked)d") % {"route": route, "yes": r.yes, "asked": r.asked}
            for route, r in by_route.items()
        ]
        words += f" ({', '.join(routes)})"
    return f"{words}."


def cell(shown: Shown) -> str:
    """Everything in one cell of the comparison, in one line."""
    said = [_("It points both ways.")] if shown.cell.disputed else []
    for one in shown.statements:
        source = f"{one.by}, {one.points}" if one.points else one.by
        said.append(f"{one.text} ({source}).")
    said += [f"{side}: {who}." for side, who in shown.answered]
    if shown.see:
        said.append(shown.elsewhere)
    if shown.cell.state != "told":
        said.append(f"{shown.unknown}.")
    said += [
        _("Published: %(text)s (%(source)s).") % {"text": fact.text, "source": fact.source}
        for fact in shown.cell.published
    ]
    return " ".join(said)


def behind(o: Occupation) -> str:
    """How much stands behind one occupation, in one line."""
    if not o.people:
        return _("nobody heard yet")
    people = _("%(n)d of %(needed)d people") % {"n": o.people, "needed": o.evidence.needed}
    return "; ".join([people, o.evidence.spread_words, o.evidence.agreement_words]) + "."


def both(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
