"""Where things stand with one person, or with one occupation."""

import click

from halfhour.refused import Refused
from halfhour.web.commands import inputs, outputs


@click.command("state")
@click.argument("person", required=False)
@click.option(
    "--for", "occupation", metavar="OCCUPATION", help="An occupation of the shortlist instead of a person."
)
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
def command(person: str | None, occupation: str | None, wants_json: bool) -> int:
    """Where things stand, and what is next. PERSON is an id, an e-mail address or a name.

    \b
    halfhour state "Dana Whitfield"
    halfhour state dana@example.com --json
    halfhour state --for "sound designer"
    """
    if bool(person) == bool(occupation):
        raise Refused("name one person, or one occupation with --for.")
    return of_person(person, wants_json) if person else of_occupation(str(occupation), wants_json)


def of_person(person: str, wants_json: bool) -> int:
    user = inputs.user()
    who = inputs.person(user, person)
    from halfhour.contact.actions import standing_with

    standing = standing_with(who, user.today)
    move = standing.next
    if wants_json:
        step = {"action": str(move.action), "due": move.due_on, "why": move.why} if move else None
        outputs.as_json(
            {"person": who.name, "state": str(standing.state), "attempts": standing.attempts, "next": step}
        )
        return 0
    click.echo(f"{who.name}: {standing.state}, {standing.attempts} attempts.")
    if move:
        by = f" by {move.due_on.isoformat()}" if move.due_on else ""
        click.echo(f"Next: {str(move.action).replace('-', ' ')}{by}. {move.why}")
    return 0


def of_occupation(occupation: str, wants_json: bool) -> int:
    user = inputs.user()
    found = inputs.candidate(user, occupation)
    if found is None:
        raise Refused(f"there is no occupation {occupation!r} on the shortlist.")
    from halfhour.decide.heard import heard_about
    from halfhour.decide.next_step import candidates_with_reading, next_step_of

    mine = candidates_with_reading(user).select_related("occupation", "judgement", "parent")
    heard = heard_about(user, mine.get(pk=found.pk))
    step = next_step_of(user, heard)
    if wants_json:
        told = {"action": str(step.step), "due": step.by, "why": step.why} if step.by else None
        outputs.as_json({"occupation": found.words, "heard": heard.stop.talks, "next": told})
        return 0
    click.echo(f"{found.words}: {heard.stop.talks} of {heard.stop.needed} people heard.")
    by = f" by {step.by.isoformat()}" if step.by else ""
    click.echo(f"Next: {str(step.step).replace('-', ' ')}{by}. {step.why}")
    return 0
