"""Whom to ask first."""

from typing import TYPE_CHECKING

import click

from halfhour.web.commands import inputs, outputs

if TYPE_CHECKING:
    from halfhour.accounts.models import User
    from halfhour.choose.models import Occupation
    from halfhour.find.rules.ranking import Ranked


@click.command("people")
@click.option(
    "--for", "occupation", metavar="OCCUPATION", help="A code or a name; default: all on the shortlist."
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

    mine = inputs.candidate(user, occupation) if occupation else None
    if occupation and mine is None:
        return show(as_if_listed(user, inputs.occupation(occupation)), wants_json)
    wanted = [mine] if mine else list(Candidate.objects.visible_to(user).shortlist())
    if not wanted and not wants_json:
        click.echo('No occupation is on your shortlist. Name one: halfhour people --for "sound designer"')
        return 0
    return show([(c.words, row) for c in wanted for row in ranked_people(user, c)], wants_json)


def as_if_listed(user: "User", occupation: "Occupation") -> list[tuple[str, "Ranked"]]:
    """The ranking as it would be with this occupation on the shortlist; it is not put there."""
    from django.db import transaction

    from halfhour.choose.actions import add_candidate
    from halfhour.contact.actions import ranked_people

    with transaction.atomic():
        candidate = add_candidate(user, words=occupation.name, occupation=occupation)
        rows = [(candidate.words, row) for row in ranked_people(user, candidate)]
        transaction.set_rollback(True)
    return rows


def show(rows: list[tuple[str, "Ranked"]], wants_json: bool) -> int:
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
                    "for": words,
                }
                for words, row in rows
            ]
        )
        return 0
    if not rows:
        click.echo("Nobody yet. Bring your own contacts first: halfhour import FILE")
    for words, row in rows:
        click.echo(
            f"{row.name}, {row.title or 'no title'}{f' at {row.organisation}' if row.organisation else ''} ({words})"
        )
        click.echo(f"    {'; '.join(row.reasons)}")
    return 0
