"""What the seeker says about themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Aim, Seeker, Situation
from halfhour.accounts.zone_field import ZoneField


class AboutMe(forms.ModelForm):
    """The facts a letter needs. Numbers and settings stand on a page of their own."""

    situation = forms.ChoiceField(
        label=_("Where I am"), choices=[("", _("rather not say")), *Situation.choices], required=False
    )
    aim = forms.ChoiceField(label=_("What I want to find out"), choices=Aim.choices, widget=forms.RadioSelect)

    class Meta:
        model = Seeker
        fields = [
            "name", "about", "situation", "school", "email", "phone", "postal_address", "country", "region", "timezone",
            "aim",
        ]  # fmt: skip
        field_classes = {"timezone": ZoneField}
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
        }
        help_texts = {
            "about": _(
                "As you would say it: “I am in my second year of audio production at Harbor Community College”."
            ),
            "country": _("Two letters, such as US or DE. No promise falls on its public holidays."),
            "region": _(
                "Two or three letters, such as WA or BY, for regional holidays. Leave empty if unsure."
            ),
        }
        widgets = {"postal_address": forms.Textarea(attrs={"rows": 3})}

    def clean_country(self) -> str:
        return self.cleaned_data["country"].strip().upper()

    def clean_region(self) -> str:
        return self.cleaned_data["region"].strip().upper()
