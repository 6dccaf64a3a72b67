"""What the pages of the first step take in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.choose.models import Candidate, Occupation, Reading, Want
from halfhour.choose.rules.interests import ITEMS, TYPES, from_letters
from halfhour.choose.rules.own_words import own_words


class AddForm(forms.Form):
    """An occupation that was found, or plain words. `typed` and `matched` say how it was found."""

    words = forms.CharField(max_length=200, required=False)
    typed = forms.CharField(max_length=200, required=False)
    matched = forms.CharField(max_length=200, required=False)
    occupation = forms.ModelChoiceField(Occupation.objects.all(), required=False)
    parent = forms.ModelChoiceField(Candidate.objects.none(), required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent: Any = self.fields["parent"]
        parent.queryset = Candidate.objects.visible_to(user).open()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("words"):
            cleaned["words"] = own_words(cleaned.get("typed", ""), cleaned.get("matched", ""))
        return cleaned


class DescribeForm(forms.Form):
    words = forms.CharField(
        label=_("What you call someone who does it"),
        max_length=200,
        help_text=_(
            "Your letters say it like this: “what the work of a game sound designer is really like”."
        ),
    )
    expectation = forms.CharField(
        label=_("What do you think it is like?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Before you ask anybody. Later you will see what changed."),
    )


class DropForm(forms.Form):
    because = forms.CharField(
        label=_("Not for me, because"),
        max_length=300,
        required=False,
        help_text=_("It stays in your report as something you found out."),
    )


class OccupationForm(forms.Form):
    occupation = forms.ModelChoiceField(Occupation.objects.all(), required=False)


class WantForm(forms.Form):
    text = forms.CharField(
        label=_("I want"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For example “to be outside most days” or “at least $45,000 after two years”."),
    )
    kind = forms.ChoiceField(label=_("It is about"), choices=Want.Kind.choices, initial=Want.Kind.OTHER)
    must = forms.BooleanField(label=_("I would not take a job without it"), required=False)


class GoalForm(forms.Form):
    text = forms.CharField(
        label=_("What I want to find out"),
        max_length=300,
        help_text=_(
            "One sentence. You can change it after any talk; the earlier ones stay with their dates."
        ),
    )


class ReadingForm(forms.Form):
    title = forms.CharField(
        label=_("Title or name"), max_length=300, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    kind = forms.ChoiceField(label=_("It is a"), choices=Reading.Kind.choices)
    candidate = forms.ModelChoiceField(
        Candidate.objects.none(), label=_("About"), required=False, empty_label=_("everything I look into")
    )
    by = forms.CharField(label=_("By whom, if you know"), max_length=200, required=False)
    address = forms.URLField(
        label=_("Its address, if it has one"), max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about: Any = self.fields["candidate"]
        about.queryset = Candidate.objects.visible_to(user).open()


class NoteForm(forms.Form):
    read = forms.BooleanField(label=_("I have read it"), required=False)
    note = forms.CharField(
        label=_("What I want to remember"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ScoresForm(forms.Form):
    """A result from another inventory: its letters, or six numbers from 0 to 100."""

    how = forms.CharField(label=_("Name of the test"), max_length=40)
    letters = forms.CharField(
        label=_("Its letters, the strongest first"),
        max_length=12,
        required=False,
        help_text=_("Such as SAE. Or leave this empty and type the six numbers."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in TYPES:
            self.fields[kind] = forms.IntegerField(
                label=TYPE_NAMES[kind], min_value=0, max_value=100, required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if letters := cleaned.get("letters"):
            try:
                cleaned["scores"] = from_letters(letters)
            except ValueError:
                self.add_error(
                    "letters",
                    _("One to four different letters out of R, I, A, S, E and C, the strongest first."),
                )
            return cleaned
        empty = [kind for kind in TYPES if cleaned.get(kind) is None and kind not in self.errors]
        if len(empty) == len(TYPES):
            self.add_error("letters", _("Type the letters, or the six numbers."))
        else:
            for kind in empty:
                self.add_error(kind, _("A number from 0 to 100."))
        cleaned["scores"] = {kind: cleaned.get(kind) for kind in TYPES}
        return cleaned


class InventoryForm(forms.Form):
    """The thirty statements, each answered from "not at all" to "very much"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in ITEMS:
            self.fields[item.id] = forms.TypedChoiceField(
                label=item.text,
                choices=ANSWERS,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Not answered yet.")},
            )


class RefusalForm(forms.Form):
    occupation = forms.ModelChoiceField(Occupation.objects.all())
    because = forms.CharField(max_length=300, required=False)


TYPE_NAMES = {
    "Realistic": _("Realistic"),
    "Investigative": _("Investigative"),
    "Artistic": _("Artistic"),
    "Social": _("Social"),
    "Enterprising": _("Enterprising"),
    "Conventional": _("Conventional"),
}
ANSWERS = [
    (0, _("not at all")),
    (1, _("a little")),
    (2, _("somewhat")),
    (3, _("much")),
    (4, _("very much")),
]
