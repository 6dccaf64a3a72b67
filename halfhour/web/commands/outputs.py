"""How commands answer: JSON as one object or one object a line, or plain lines for people."""

import json
from datetime import date, datetime
from typing import Any

import click


def as_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, default=plain))


def plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
