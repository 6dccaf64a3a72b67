"""One choice for each column of a table."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from halfhour.find.actions.columns import NAMES
from halfhour.integrations.vocabulary import CHOICES, Field

LEFT_OUT = Field.IGNORE.value
# What is kept with a person; a column that is none of these is left out.
KEPT = [(field.value, words) for field, words in CHOICES if field not in (Field.EXTRA, Field.DEPARTMENT)]


class ColumnsForm(forms.Form):
    """told: what the reader made of the columns, as an Import holds it."""

    first_row_heads = forms.BooleanField(
        label=_("The first row says what the columns are; it is no person"), required=False
    )

    def __init__(self, *args: Any, told: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told_columns = told["columns"]
        if told.get("first_row") is None:
            del self.fields["first_row_heads"]
        else:
            self.fields["first_row_heads"].initial = told["first_row"]
        kept = {value for value, _words in KEPT}
        for column in self.told_columns:
            samples = " · ".join(column["samples"])
            self.fields[f"column_{column['index']}"] = forms.ChoiceField(
                label=column["heading"] or _("Column %(n)s") % {"n": column["index"] + 1},
                choices=KEPT,
                initial=column["field"] if column["field"] in kept else LEFT_OUT,
                help_text=escape(
                    samples
                ),  # a file may hold anything, and the field's template trusts its help
                widget=forms.Select(attrs={"class": "auto"}),
            )

    def filled(self) -> list[BoundField]:
        return [self[f"column_{c['index']}"] for c in self.told_columns if c["samples"]]

    def empty(self) -> list[BoundField]:
        return [self[f"column_{c['index']}"] for c in self.told_columns if not c["samples"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {field.value for field in NAMES} & set(cleaned.values()):
            raise forms.ValidationError(
                _("One column has to be a name or an e-mail address. Without it no row is a person.")
            )
        return cleaned

    def columns(self) -> dict[int, str]:
        """Place of each column -> the field chosen for it."""
        return {c["index"]: self.cleaned_data[f"column_{c['index']}"] for c in self.told_columns}

    def first_row(self) -> bool | None:
        return self.cleaned_data.get("first_row_heads")
