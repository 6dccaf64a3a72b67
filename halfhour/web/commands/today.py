"""What is due."""

import click

from halfhour.web.commands import inputs, outputs


@click.command("today")
@click.option("--on", metavar="YYYY-MM-DD", help="As it will stand on that day.")
@click.option("--json", "wants_json", is_flag=True, help="As JSON, most urgent first.")
def command(on: str | None, wants_json: bool) -> int:
    """What is due, most urgent first.

    \b
    halfhour today
    halfhour today --on 2026-12-01 --json
    """
    user = inputs.user()
    from datetime import date

    from halfhour import clock
    from halfhour.due.days import day_ends
    from halfhour.refused import Refused
    from halfhour.web.today import agenda

    moment = clock.now()
    if on:
        try:
            day = date.fromisoformat(on)
        except ValueError as wrong:
            raise Refused(f"--on {on}: this is no date. It looks like 2026-12-01.") from wrong
        moment = (
            max(day_ends(day, user.seeker.timezone), moment)
            if day >= user.today
            else day_ends(day, user.seeker.timezone)
        )
        if day == user.today:
            moment = clock.now()
    with clock.at(moment):
        lines = agenda.lines_due(user, moment)
    if wants_json:
        outputs.as_json(
            [
                {
                    "kind": line.kind,
                    "person": line.person or None,
                    "due_at": line.due_at,
                    "overdue": line.overdue,
                    "text": line.text,
                    "why": line.why,
                    "url": line.url,
                }
                for line in lines
            ]
        )
        return 0
    if not lines:
        click.echo("Nothing is due.")
    for line in lines:
        click.echo(f"{'late  ' if line.overdue else '      '}{line.text}")
        if line.context:
            click.echo(f"      {line.context}")
    return 0
