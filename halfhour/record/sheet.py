"""The whole debrief as one set of forms: filled from rows, from half-typed text, or from what was just sent."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from halfhour.choose.models import Candidate
from halfhour.choose.rules.criteria import Group, want_code
from halfhour.interview.models import Interview
from halfhour.record import forms as f
from halfhour.record.everything import Small
from halfhour.record.gaps import criteria_of
from halfhour.record.models import Debrief
from halfhour.record.rules.debrief import ListKind
from halfhour.record.rules.prompts import LONG as REFLECTIONS
from halfhour.record.starting_point import rows_of
from halfhour.record.told import (
    AdviceTold,
    AnswerTold,
    OpportunityTold,
    PersonTold,
    QualityTold,
    StatementTold,
    StepTold,
    WayTold,
)

ROWS: dict[str, tuple[type[forms.Form], int]] = {
    "answers": (f.AnswerForm, 0),
    "statements": (f.StatementForm, 1),
    "people": (f.PersonForm, 1),
    "path": (f.StepForm, 1),
    "ways_in": (f.WayForm, 1),
    "opportunities": (f.OpportunityForm, 1),
    "qualities": (f.QualityForm, 1),
    "advice": (f.AdviceForm, 1),
}
NOT_TYPED = {"csrfmiddlewaretoken", "version"}
MAX_ROWS = 200
WANT = want_code("")
MET = {"yes": True, "no": False, "": None}


class Sheet:
    """main: the single fields; rows: a formset of each kind. Unbound for showing, bound for saving."""

    def __init__(
        self,
        interview: Interview,
        small: Mapping[str, list[Small]],
        *,
        data: QueryDict | None = None,
        initial: Mapping[str, Any] | None = None,
        version: int = 0,
    ) -> None:
        self.interview = interview
        start = {**(initial or {}), "version": version}
        self.shortlist = list(Candidate.objects.visible_to(interview.owner).shortlist())
        resumes = [(r.pk, r.texts[0]) for r in small["resume"]]
        rows = criteria_of(interview)
        about = [("", "–"), *((row.code, row.label) for row in rows)]
        self.wants = [(row.code.removeprefix(WANT), row.label) for row in rows if row.group is Group.WANTS]
        self.main = f.DebriefForm(
            data, user=interview.owner, resumes=resumes, wants=self.wants, initial=start
        )
        self.labels = dict(about[1:])
        offers: dict[str, dict[str, Any]] = {
            "answers": {"about": about},
            "statements": {"about": about},
            "people": {"user": interview.owner, "shortlist": self.shortlist, "here": interview.candidate},
        }
        self.rows: dict[str, BaseFormSet] = {
            kind: formset_factory(form, extra=extra, max_num=MAX_ROWS, absolute_max=MAX_ROWS)(
                data,
                prefix=kind,
                initial=(initial or {}).get(kind) or None,
                form_kwargs=offers.get(kind, {}),
            )
            for kind, (form, extra) in ROWS.items()
        }

    @property
    def want_fields(self) -> list[forms.BoundField]:
        return [self.main[f"want_{want}"] for want, _label in self.wants]

    def is_valid(self) -> bool:
        return all([self.main.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def told(self) -> dict[str, Any]:
        """What the action takes; only after is_valid()."""
        main = dict(self.main.cleaned_data)
        main.pop("version")
        lists = {k.value: main.pop(f"list_{k}").splitlines() for k in ListKind}
        empty = {k.value: main.pop(f"empty_{k}") for k in ListKind}
        discovered = main.pop("discovered").splitlines()
        reflections = {key: main.pop(f"reflection_{key}") for key, _label in REFLECTIONS}
        wants = {int(w): MET[main.pop(f"want_{w}")] for w, _label in self.wants}
        return {
            **main,
            "wants": wants,
            "lists": lists,
            "lists_empty": {k: v for k, v in empty.items() if v and not any(e.strip() for e in lists[k])},
            "discovered": [words for words in discovered if words.strip()],
            "reflections": {k: v for k, v in reflections.items() if v.strip()},
            "answers": [
                AnswerTold(**self._clean(row, "state", "answered")) for row in self._filled("answers")
            ],
            "statements": [StatementTold(**row) for row in self._filled("statements")],
            "people": [
                PersonTold(**self._clean(row, "first", "me")) for row in self._filled("people") if row["name"]
            ],
            "path": [StepTold(**row) for row in self._filled("path")],
            "ways_in": [WayTold(**row) for row in self._filled("ways_in")],
            "opportunities": [OpportunityTold(**row) for row in self._filled("opportunities")],
            "qualities": [QualityTold(**row) for row in self._filled("qualities")],
            "advice": [AdviceTold(**row) for row in self._filled("advice")],
        }

    def _filled(self, kind: str) -> list[dict[str, Any]]:
        return [dict(row.cleaned_data) for row in self.rows[kind] if row.cleaned_data]

    def _clean(self, row: dict[str, Any], name: str, default: str) -> dict[str, Any]:
        return {**row, name: row[name] or default}


def shown(interview: Interview, debrief: Debrief | None, rows: Mapping[str, list[Small]]) -> Sheet:
    """The form to fill in: half-typed text first, else what is saved, else what the live marks begin."""
    initial = rows_of(interview, debrief, rows)
    if debrief is not None and debrief.typed:
        initial = with_typed(initial, debrief.typed)
    return Sheet(interview, rows, initial=initial, version=debrief.version if debrief else 1)


def with_typed(initial: dict[str, Any], typed: Mapping[str, list[str]]) -> dict[str, Any]:
    """The starting values, with what was typed and not yet saved in their place."""
    filled = dict(initial)
    rows: dict[str, dict[int, dict[str, Any]]] = {}
    for name, values in typed.items():
        kind, _dash, rest = name.partition("-")
        number, _dash, field = rest.partition("-")
        if kind in ROWS and number.isdecimal() and field:
            rows.setdefault(kind, {}).setdefault(int(number), {})[field] = values[-1]
        elif kind not in ROWS:
            filled[name] = values[-1]
    for kind, found in rows.items():
        filled[kind] = [
            row for _number, row in sorted(found.items()) if kind == "answers" or _says_something(kind, row)
        ]
    return filled


def _says_something(kind: str, row: Mapping[str, Any]) -> bool:
    """A blank row that was sent along is not a typed one."""
    form = ROWS[kind][0]
    texts = [
        n for n, field in form.base_fields.items() if isinstance(field, forms.CharField) and n != "criterion"
    ]
    return bool(row.get("row")) or any(row.get(name, "").strip() for name in texts)


def typed_of(data: QueryDict) -> dict[str, list[str]]:
    """The form as it was sent, without what is not typing."""
    return {name: values for name, values in data.lists() if name not in NOT_TYPED}


def digest_of(data: QueryDict) -> str:
    return hashlib.sha256(json.dumps(typed_of(data), sort_keys=True).encode()).hexdigest()
