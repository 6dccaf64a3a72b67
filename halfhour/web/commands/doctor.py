"""What is wrong, and how to mend it."""

import click

from halfhour.web.commands import outputs


@click.command("doctor")
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
def command(wants_json: bool) -> int:
    """Find out what is wrong and how to mend it. Exit code 1 when something is.

    \b
    halfhour doctor
    """
    from halfhour.web import doctor

    findings = doctor.examine()
    if wants_json:
        outputs.as_json([vars(f) for f in findings])
    else:
        for finding in findings:
            click.echo(f"{'ok   ' if finding.well else 'WRONG'} {finding.what}: {finding.says}")
            if not finding.well:
                click.echo(f"      {finding.mend}")
    return 0 if all(f.well for f in findings) else 1
