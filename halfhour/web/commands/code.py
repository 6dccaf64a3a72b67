"""Job titles to occupations."""

import csv
import io

import click

from halfhour.web.commands import inputs, outputs


@click.command("code")
@click.argument("file")
@click.option("--json", "wants_json", is_flag=True, help="One object a line, in the order of the titles.")
def command(file: str, wants_json: bool) -> int:
    """Job titles to occupations: one title a line, or a CSV with a column `title`; - is standard input.

    \b
    halfhour code titles.txt
    echo "Sr. SWE II @ Acme" | halfhour code - --json
    """
    titles = titles_in(inputs.read_text(file))
    from halfhour.choose.facts import load_coder

    for coded in load_coder().code(titles):
        if wants_json:
            outputs.as_json(
                {
                    "title": coded.title,
                    "codes": [
                        {"code": c.code, "name": c.name, "score": round(c.score, 4)} for c in coded.codes
                    ],
                    "level": str(coded.level),
                    "reason": coded.reason,
                }
            )
        elif coded.codes:
            best = coded.codes[0]
            click.echo(
                f"{coded.title}: {best.name} ({best.code}, {best.score:.0%}), {coded.level}. {coded.reason}"
            )
        else:
            click.echo(f"{coded.title}: no occupation. {coded.reason}")
    return 0


def titles_in(text: str) -> list[str]:
    """One title a line; or the column `title` when the first line is a CSV header that has one."""
    lines = text.splitlines()
    header = next(csv.reader(lines[:1]), []) if lines else []
    names = [name.strip().lower() for name in header]
    if "title" in names:
        at = names.index("title")
        rows = csv.reader(io.StringIO(text, newline=""))
        next(rows)
        return [row[at] if at < len(row) else "" for row in rows if row]
    return lines
