"""Where things stand with one person."""

import click

from halfhour.web.commands import inputs, outputs


@click.command("state")
@click.argument("person")
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
def command(person: str, wants_json: bool) -> int:
    """Where things stand with one person, and what is next. PERSON is an id, an e-mail address or a name.

    \b
    halfhour state "Dana Whitfield"
    halfhour state dana@example.com --json
    """
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
