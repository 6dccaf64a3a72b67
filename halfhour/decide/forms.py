"""Judging and deciding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.decide.models import Judgement
from halfhour.record.models import Finding


class Verdict(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What became of it"), choices=Judgement.Outcome.choices, widget=forms.RadioSelect
    )
    because = forms.CharField(
        label=_("Because"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whose words, and what they changed. Giving an occupation up in time is a result too."),
    )


class DecisionNote(forms.Form):
    choice = forms.ModelChoiceField(
        label=_("My first choice"),
        queryset=Candidate.objects.none(),
        required=False,
        empty_label=_("not yet"),
    )
    alternate = forms.ModelChoiceField(
        label=_("And if not that"),
        queryset=Candidate.objects.none(),
        required=False,
        empty_label=_("none yet"),
        help_text=_("A second occupation you could be content in makes the first choice easier to hold."),
    )
    reasons = forms.CharField(
        label=_("My reasons"), max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    cited = forms.ModelMultipleChoiceField(
        label=_("It rests on what they said"),
        queryset=Finding.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    would_change_my_mind = forms.CharField(
        label=_("What would change my mind"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    first_steps = forms.CharField(
        label=_("My first steps"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Something to try, something to learn, the next person to talk to."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Candidate.objects.visible_to(user).shortlist()
        for name in ("choice", "alternate"):
            self.fields[name].queryset = mine  # type: ignore[attr-defined]  # a ModelChoiceField
        said = (
            Finding.objects.visible_to(user)
            .select_related("person", "candidate")
            .order_by("candidate", "said_on", "pk")
        )
        self.fields["cited"].queryset = said  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
        cited: Any = self.fields["cited"]
        cited.label_from_instance = as_told

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("choice") and told["choice"] == told.get("alternate"):
            self.add_error(
                "alternate", _("Choose another occupation than your first choice, or leave it open.")
            )
        return told


def as_told(finding: Finding) -> str:
    """One statement beside its box: in quotation marks when these are their own words."""
    text = f"“{finding.text}”" if finding.quote else finding.text
    return f"{text} {finding.person.name}, {finding.candidate.words}"
