"""What is wrong, and how to mend it."""

import click

from halfhour.web.commands import outputs


@click.command("doctor")
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
@click.option("--send", is_flag=True, help="Send a real test through your mailbox, to yourself.")
def command(wants_json: bool, send: bool) -> int:
    """Find out what is wrong and how to mend it. Exit code 1 when something is.

    \b
    halfhour doctor
    halfhour doctor --send
    """
    from halfhour.web.doctor import examination as doctor

    findings = doctor.examine()
    if send:
        from halfhour.web.doctor.mail import send_test

        findings += send_test()
    if wants_json:
        outputs.as_json([vars(f) for f in findings])
    else:
        for finding in findings:
            click.echo(f"{'ok   ' if finding.well else 'WRONG'} {finding.what}: {finding.says}")
            if not finding.well:
                click.echo(f"      {finding.mend}")
    return 0 if all(f.well for f in findings) else 1
