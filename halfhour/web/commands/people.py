"""Whom to ask first."""

import click

from halfhour.web.commands import inputs, outputs


@click.command("people")
@click.option(
    "--for", "occupation", metavar="OCCUPATION", help="A code or name from the shortlist; default: all."
)
@click.option("--json", "wants_json", is_flag=True, help="As JSON, best first.")
def command(occupation: str | None, wants_json: bool) -> int:
    """Whom to ask first, and why.

    \b
    halfhour people --for "sound designer"
    halfhour people --json
    """
    user = inputs.user()
    from halfhour.choose.models import Candidate
    from halfhour.contact.actions import ranked_people

    if occupation:
        wanted = [inputs.candidate(user, occupation)]
    else:
        wanted = list(Candidate.objects.visible_to(user).shortlist())
    rows = [(candidate, row) for candidate in wanted for row in ranked_people(user, candidate)]
    if wants_json:
        outputs.as_json(
            [
                {
                    "id": row.person_id,
                    "name": row.name,
                    "title": row.title,
                    "organisation": row.organisation,
                    "code": row.code or None,
                    "level": row.level,
                    "warmth": row.warmth,
                    "route_only": row.route_only,
                    "score": round(row.score, 3),
                    "reasons": list(row.reasons),
                    "for": candidate.words,
                }
                for candidate, row in rows
            ]
        )
        return 0
    if not rows:
        click.echo("Nobody yet. Bring your own contacts first: halfhour import FILE")
    for candidate, row in rows:
        click.echo(
            f"{row.name}, {row.title or 'no title'}{f' at {row.organisation}' if row.organisation else ''} ({candidate.words})"
        )
        click.echo(f"    {'; '.join(row.reasons)}")
    return 0
