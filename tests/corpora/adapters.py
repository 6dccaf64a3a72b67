"""Our readers in the shapes the shared corpora are scored in; it decides nothing by itself."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from halfhour.find.rules.duplicates import repeats
from halfhour.find.rules.facts import facts_of
from halfhour.find.rules.names import make_nicknames
from halfhour.integrations.contacts_files import read_contacts as read_contact_file
from halfhour.integrations.given_names import nickname_pairs
from halfhour.integrations.refused import Refused
from halfhour.integrations.transcripts.reader import read_transcript as read_transcript_file
from halfhour.integrations.vcard.cards import read_cards

__all__ = ["Refused", "read_contacts", "read_transcript", "read_vcards"]


def read_vcards(data: bytes) -> list[dict[str, Any]]:
    """bytes -> one dictionary a card."""
    return [
        {
            "version": card.version or None,
            "fn": card.fn,
            "n": [
                dict(zip(("family", "given", "additional", "prefixes", "suffixes"), n, strict=True))
                for n in card.n
            ],
            "emails": card.emails,
            "phones": card.phones,
            "org": card.org,
            "title": card.title,
        }
        for card in read_cards(data)
    ]


def read_contacts(name: str, data: bytes) -> dict[str, Any]:
    """(name, bytes) -> rows, and how many were skipped or are repeats of another row. Raises Refused."""
    read = read_contact_file(name, data)
    facts = [facts_of(r, as_of=read.as_of) for r in read.rows]
    again = repeats(facts, nicknames=make_nicknames(nickname_pairs()))
    rows = [_row(r, f) for i, (r, f) in enumerate(zip(read.rows, facts, strict=True)) if i not in again]
    return {"rows": rows, "skipped": sum(p.skipped for p in read.problems), "merge": len(again)}


def read_transcript(name: str, data: bytes) -> list[list[str | None]]:
    """(name, bytes) -> [speaker or None, words] for each turn, in order. Raises Refused."""
    return [[t.speaker, t.text] for t in read_transcript_file(name, data).turns]


def _row(row: Any, facts: Any) -> dict[str, Any]:
    """The row as the file has it; where the file only has a whole name, its parts as the import makes them."""
    parted = row.given or row.family
    return {
        "given": row.given if parted else facts.given,
        "family": row.family if parted else facts.family,
        "name": row.name,
        "emails": list(row.emails),
        "phones": list(row.phones),
        "org": row.organisation,
        "title": row.title,
        "url": row.url,
        "connected_on": row.connected_on.isoformat() if row.connected_on else None,
        "grad_year": row.grad_year,
        "note": row.note,
    }


def _also(name: str) -> None:
    """Offer what another file beside this one defines, when it is there."""
    path = Path(__file__).with_name(f"{name}.py")
    if not path.exists():
        return
    spec = importlib.util.spec_from_file_location(name, path)
    if spec and spec.loader:
        module = importlib.util.module_from_spec(spec)
        sys.modules.setdefault(name, module)
        spec.loader.exec_module(module)
        for key in getattr(module, "__all__", [k for k in vars(module) if not k.startswith("_")]):
            globals().setdefault(key, getattr(module, key))


_also("adapters_mail")
