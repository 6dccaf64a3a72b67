"""The question plan for a talk."""

import click

from halfhour.web.commands import inputs, outputs


@click.command("plan")
@click.argument("person")
@click.option("--minutes", type=click.IntRange(10, 60), help="Remake the plan for this many minutes.")
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
def command(person: str, minutes: int | None, wants_json: bool) -> int:
    """The question plan for the talk with a person; made when there is none yet.

    \b
    halfhour plan "Dana Whitfield"
    halfhour plan 12 --minutes 20 --json
    """
    user = inputs.user()
    from halfhour.contact.models import Approach
    from halfhour.prepare.actions import make_plan
    from halfhour.refused import Refused

    who = inputs.person(user, person)
    approach = (
        Approach.objects.visible_to(user)
        .select_related("owner__seeker")
        .filter(person=who)
        .order_by("-pk")
        .first()
    )
    if approach is None:
        raise Refused(f"{who.name} has not been asked yet, so there is nothing to plan for.")
    plan = getattr(approach, "plan", None)
    if plan is None or minutes is not None:
        plan = make_plan(approach, minutes=minutes)
    lines = list(plan.lines.all())
    if wants_json:
        keys = ("question", "text", "topic", "stage", "criterion", "minutes", "must", "because")
        questions = [{key: getattr(line, key) for key in keys} for line in lines]
        outputs.as_json({"person": who.name, "minutes": plan.minutes, "questions": questions})
        return 0
    click.echo(f"{who.name}, {plan.minutes} minutes")
    for line in lines:
        click.echo(f"{'  ' if line.must else '   (if time) '}{line.text}")
    return 0
