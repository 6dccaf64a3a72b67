"""Writing thanks."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ThanksText(forms.Form):
    subject = forms.CharField(label=_("Subject"), max_length=200, required=False)
    body = forms.CharField(label=_("Your message"), max_length=20_000, widget=forms.Textarea)


class LeaveOut(forms.Form):
    because = forms.CharField(
        label=_("Leave it out, because"),
        max_length=300,
        help_text=_("For example: thanked them in person at the door."),
    )
