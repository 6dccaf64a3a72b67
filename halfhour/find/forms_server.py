"""Where an address book server is, and the way in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ServerForm(forms.Form):
    address = forms.CharField(
        label=_("Address of the server or of the address book"),
        max_length=500,
        help_text=_(
            "Such as https://cloud.example.org/remote.php/dav/ or contacts.example.com. Your provider’s help calls it CardDAV."
        ),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
    )
    user_name = forms.CharField(
        label=_("Your name there"),
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=500,
        strip=False,
        help_text=_("Used this one time and kept nowhere. Many providers want an app password of its own."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
