"""The checker on the command line."""

import json
from typing import Any

import click

from halfhour.refused import Refused
from halfhour.web.commands import inputs, outputs

KINDS = ("letter", "introduction", "thanks", "question")


@click.command("check")
@click.argument("kind", required=False, type=click.Choice(KINDS))
@click.argument("file", required=False)
@click.option("--facts", "facts_file", metavar="FACTS.json", help="Hold the text against these facts.")
@click.option(
    "--jsonl", "lines_file", metavar="FILE", help='Check many: lines of {"id", "kind", "text", "facts"?}.'
)
@click.option("--json", "wants_json", is_flag=True, help="As JSON.")
def command(
    kind: str | None, file: str | None, facts_file: str | None, lines_file: str | None, wants_json: bool
) -> int:
    """Check a letter, an introduction, a thank-you or a question. Exit code 1 when something must change.

    \b
    halfhour check letter draft.txt
    halfhour check letter - --facts facts.json --json < draft.txt
    halfhour check --jsonl drafts.jsonl
    """
    if lines_file:
        return check_many(lines_file)
    if not kind or not file:
        raise click.UsageError("say what to check, and the file: halfhour check letter draft.txt")
    facts = as_object(inputs.read_text(facts_file), facts_file) if facts_file else None
    answer = checked(kind, inputs.read_text(file), facts, facts_file or "")
    if wants_json:
        outputs.as_json(answer)
    else:
        for finding in answer["findings"]:
            click.echo(f"{finding['severity']:<6} {finding['rule']:<10} {finding['message']}")
        click.echo(
            "Nothing must change." if answer["ok"] else "Change what is marked must, then it is ready."
        )
    return 0 if answer["ok"] else 1


def check_many(lines_file: str) -> int:
    """One answer a line, in the order of the input. A line that cannot be read stops it, naming the line."""
    every_ok = True
    for number, line in enumerate(inputs.read_text(lines_file).splitlines(), 1):
        if not line.strip():
            continue
        where = f"{lines_file}, line {number}"
        row = as_object(line, where)
        if row.get("kind") not in KINDS or not isinstance(row.get("text"), str):
            raise Refused(f"{where}: it needs a kind ({', '.join(KINDS)}) and a text.")
        answer = checked(row["kind"], row["text"], row.get("facts"), where)
        outputs.as_json({"id": row.get("id"), **answer})
        every_ok = every_ok and answer["ok"]
    return 0 if every_ok else 1


def as_object(text: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as wrong:
        raise Refused(f"{where}: this is not JSON ({wrong}).") from wrong
    if not isinstance(value, dict):
        raise Refused(f"{where}: a JSON object is expected.")
    return value


def checked(kind: str, text: str, facts: Any, where: str) -> dict[str, Any]:
    from halfhour import clock
    from halfhour.contact.holidays_of import HolidaysOf
    from halfhour.contact.rules.checker import check
    from halfhour.contact.rules.country import country_of
    from halfhour.contact.rules.facts import Facts
    from halfhour.prepare.rules.question_check import check_question

    try:
        known = Facts.from_json(facts) if facts is not None else None
    except ValueError as wrong:
        raise Refused(f"{where}: {wrong}") from wrong
    today = clock.now().date()
    result = (
        check_question(text, known, today=today)
        if kind == "question"
        else check(kind, text, known, today=today, holidays=HolidaysOf(country_of(text, known or Facts())))
    )
    answer: dict[str, Any] = result.as_json()
    return answer
