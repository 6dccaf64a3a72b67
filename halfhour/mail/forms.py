"""What connecting a mailbox asks: for a known provider an address, a name, an app password and how much it may do."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.mail.actions import Connection
from halfhour.mail.providers import Provider

SECURITIES = [
    ("tls", _("TLS from the start (usually 465 or 993)")),
    ("starttls", _("STARTTLS (usually 587 or 143)")),
]


class Plain(forms.Form):
    """Labels without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class AddressForm(Plain):
    """The first question: which mailbox."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The one your letters should come from."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ConnectionForm(Plain):
    """The rest, for a known provider."""

    address = forms.EmailField(max_length=254, widget=forms.HiddenInput)
    password = forms.CharField(
        label=_("App password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Your name, as people see it"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    reads = forms.TypedChoiceField(
        label=_("What may Halfhour do?"),
        choices=[
            ("yes", _("Send my letters, and notice the answers")),
            ("no", _("Only send my letters; I paste the answers here")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, provider: Provider, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.provider = provider
        if not provider.steps:
            self.fields["password"].label = _("Password")

    def told(self) -> Connection:
        """The connection these answers mean; call it when the form is valid."""
        data = self.cleaned_data
        return Connection(
            address=data["address"],
            name=data["name"],
            password=self._password(),
            provider=self.provider.key,
            smtp=self._server("smtp", self.provider.smtp),
            imap=self._server("imap", self.provider.imap),
            reads=data["reads"],
            username=data.get("username", ""),
        )

    def _password(self) -> str:
        """App passwords are shown in groups of four; the spaces are not part of them."""
        password: str = self.cleaned_data["password"].strip()
        grouped = password.replace(" ", "")
        return grouped if self.provider.key == "gmail" and len(grouped) == 16 else password

    def _server(self, kind: str, known: tuple[str, int, str]) -> tuple[str, int, str]:
        return known


class OtherConnectionForm(ConnectionForm):
    """The rest, for a provider that is not known: its servers, too."""

    username = forms.CharField(
        label=_("Name to sign in with"),
        max_length=254,
        required=False,
        help_text=_("Leave it empty when it is your address."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    smtp_host = forms.CharField(label=_("Server for sending (SMTP)"), max_length=200)
    smtp_port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=465)
    smtp_security = forms.ChoiceField(label=_("Encryption"), choices=SECURITIES)
    imap_host = forms.CharField(label=_("Server for reading (IMAP)"), max_length=200, required=False)
    imap_port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=993, required=False)
    imap_security = forms.ChoiceField(label=_("Encryption"), choices=SECURITIES, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reads") and not data.get("imap_host"):
            self.add_error("imap_host", _("To notice answers, the reading server is needed."))
        return data

    def _server(self, kind: str, known: tuple[str, int, str]) -> tuple[str, int, str]:
        data = self.cleaned_data
        return (
            str(data.get(f"{kind}_host") or "").strip(),
            int(data.get(f"{kind}_port") or (465 if kind == "smtp" else 993)),
            data.get(f"{kind}_security") or "tls",
        )


def connection_form(provider: Provider, address: str, data: Any = None, *, name: str = "") -> ConnectionForm:
    """The form for this address; what is not known is guessed from its domain."""
    domain = address.rpartition("@")[2].lower()
    initial: dict[str, Any] = {"address": address, "name": name, "reads": "yes"}
    if provider.smtp[0]:
        return ConnectionForm(data, provider=provider, initial=initial)
    initial |= {"smtp_host": f"smtp.{domain}", "imap_host": f"imap.{domain}"}
    return OtherConnectionForm(data, provider=provider, initial=initial)
