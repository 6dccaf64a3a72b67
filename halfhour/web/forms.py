"""What the seeker says about themselves."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Aim, Level, Seeker, Situation

MINUTES = [(15, "15"), (20, "20"), (30, "30"), (40, "40")]


class AboutMe(forms.ModelForm):
    """The facts a letter needs, and the settings with their defaults."""

    situation = forms.ChoiceField(
        label=_("Where I am"), choices=[("", _("rather not say")), *Situation.choices], required=False
    )
    aim = forms.ChoiceField(label=_("What I want to find out"), choices=Aim.choices, widget=forms.RadioSelect)
    minutes = forms.TypedChoiceField(
        label=_("Minutes to ask for"),
        choices=MINUTES,
        coerce=int,
        help_text=_("Half an hour is usual; twenty minutes is easier to say yes to."),
    )
    max_attempts = forms.TypedChoiceField(
        label=_("Attempts before the next name"),
        choices=[(2, "2"), (3, "3")],
        coerce=int,
        help_text=_("Three is the method's rule of thumb."),
    )
    promise_days = forms.TypedChoiceField(
        label=_("Working days between my letter and my call"),
        choices=[(n, str(n)) for n in range(3, 11)],
        coerce=int,
        help_text=_("Enough to look at a calendar, few enough to remember the letter."),
    )
    entry_level = forms.ChoiceField(
        label=_("The level I would start at"),
        choices=[c for c in Level.choices if c[0] not in {"unknown", "heads"}],
        help_text=_("People at or near this level come first in your list."),
    )

    class Meta:
        model = Seeker
        fields = [
            "name", "about", "situation", "school", "email", "phone", "postal_address", "country", "region", "timezone",
            "aim", "minutes", "max_attempts", "promise_days", "entry_level", "time_sentence",
        ]  # fmt: skip
        labels = {
            "name": _("My name"),
            "about": _("One line about me"),
            "school": _("School or college"),
            "email": _("E-mail"),
            "phone": _("Telephone"),
            "postal_address": _("Postal address, for paper letters"),
            "country": _("Country"),
            "region": _("State or region"),
            "timezone": _("Time zone"),
            "time_sentence": _("What I say when the time is over"),
        }
        help_texts = {
            "about": _(
                "As you would say it: “I am in my second year of audio production at Harbor Community College”."
            ),
            "country": _("Two letters, such as US or DE. No promise falls on its public holidays."),
            "region": _(
                "Two or three letters, such as WA or BY, for regional holidays. Leave empty if unsure."
            ),
            "time_sentence": _("“I see our half hour is over, and I know you are busy.” In your own words."),
        }
        widgets = {"postal_address": forms.Textarea(attrs={"rows": 3})}

    def clean_timezone(self) -> str:
        zone = self.cleaned_data["timezone"].strip()
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("No time zone has this name. It looks like Europe/Berlin or America/Chicago.")
            )
        return zone

    def clean_country(self) -> str:
        return self.cleaned_data["country"].strip().upper()

    def clean_region(self) -> str:
        return self.cleaned_data["region"].strip().upper()
