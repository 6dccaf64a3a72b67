"""What is typed before a talk, turned into values."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import User
from halfhour.prepare.models import Resume, ResumeChoice

SOURCES = [
    ("website", _("their own website")),
    ("report", _("a yearly report")),
    ("news", _("news about them")),
    ("magazine", _("a trade magazine")),
    ("literature", _("leaflets or job advertisements")),
    ("someone", _("someone who knows them")),
]


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("A question of your own"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    must = forms.BooleanField(label=_("ask it in any case"), required=False, initial=True)


class ResumeForm(forms.Form):
    fields: dict[str, Any]
    choice = forms.ChoiceField(
        label=_("Your résumé"), choices=ResumeChoice.Choice.choices, widget=forms.RadioSelect
    )
    resume = forms.ModelChoiceField(
        label=_("Which version"),
        queryset=Resume.objects.none(),
        required=False,
        empty_label=_("none noted"),
    )
    new_version = forms.CharField(
        label=_("Or a new version, by name"),
        max_length=200,
        required=False,
        help_text=_("The file stays where it is; the name is enough to remember who saw what."),
    )
    ask = forms.BooleanField(label=_("Ask them at the end what they would change in it"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["resume"].queryset = Resume.objects.visible_to(user).order_by("-made_on", "-pk")

    @property
    def today(self) -> date:
        return self.user.today


class BriefForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    what_they_do = forms.CharField(
        label=_("What do they do, and for whom?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    size = forms.CharField(label=_("How large are they, and where?"), required=False, max_length=200)
    news = forms.CharField(
        label=_("What is new there?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    interests_me = forms.CharField(
        label=_("One thing that interests you"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It makes the best question, and the best reason for asking this person."),
    )
    sources = forms.MultipleChoiceField(
        label=_("Where you looked"), choices=SOURCES, required=False, widget=forms.CheckboxSelectMultiple
    )
    found_in = forms.CharField(
        label=_("Which pages or issues, and when"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "So that you find it again: an address, the number of the magazine, the year of the report."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
