"""What is typed about a talk, turned into values."""

import secrets
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import User
from halfhour.accounts.zone_field import ZoneField, zone_names
from halfhour.choose.models import Candidate
from halfhour.find.models import Person
from halfhour.interview.models import Interview, Mark

LENGTHS = [15, 20, 30, 40]


class DateField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TimeField(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class LengthField(forms.TypedChoiceField):
    """Minutes; a length agreed on elsewhere stays choosable."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, widget=forms.RadioSelect, **kwargs)
        self.offer(30)

    def offer(self, minutes: int) -> None:
        lengths = sorted({*LENGTHS, minutes})
        self.choices = [(n, _("%(n)d minutes") % {"n": n}) for n in lengths]


class TimeForm(forms.Form):
    on = DateField(label=_("Day"))
    at = TimeField(label=_("Time"))


class PlaceForm(forms.Form):
    fields: dict[str, Any]
    format = forms.ChoiceField(
        label=_("How you meet"), choices=Interview.Format.choices, widget=forms.RadioSelect
    )
    minutes = LengthField(label=_("How long"))
    place = forms.CharField(
        label=_("Where, when you meet in person"),
        max_length=300,
        required=False,
        help_text=_("The address, the entrance, whom to ask for."),
    )
    link_or_number = forms.CharField(
        label=_("Number or link, when you do not"), max_length=300, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agreed = self.initial.get("minutes")
        if agreed:
            self.fields["minutes"].offer(int(agreed))


MINE, THEIRS = "mine", "theirs"


class ZoneInput(forms.TextInput):
    """A zone's name, with the names of all zones to choose from; nothing has to be known by heart."""

    template_name = "interview/_zone_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": "zones", "autocomplete": "off"})
        context["zones"] = sorted(z for z in zone_names() if "/" in z and not z.startswith("Etc/"))
        return context


class ArrangeForm(PlaceForm, TimeForm):
    """An agreed talk. The time may be typed as it stands on their clock; it is kept on mine."""

    whose = forms.ChoiceField(
        label=_("On whose clock is that?"),
        choices=[(MINE, _("mine")), (THEIRS, _("theirs"))],
        widget=forms.RadioSelect,
        initial=MINE,
        required=False,
    )
    their_zone = ZoneField(
        label=_("Their clock, when they are far away"),
        max_length=64,
        required=False,
        help_text=_("Begin to type a large city near them: America/New_York, Europe/Paris."),
        widget=ZoneInput,
    )
    field_order = ["on", "at", "whose", "their_zone", "minutes", "format", "place", "link_or_number"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("whose") == THEIRS and not data.get("their_zone") and "their_zone" not in self.errors:
            self.add_error("their_zone", _("Say where their clock is, so that the time is right for both."))
        return data

    def told(self, mine: str) -> dict[str, Any]:
        """What `actions.arrange` takes: day and time on my clock (zone `mine`)."""
        data = dict(self.cleaned_data)
        whose, zone = data.pop("whose"), data.pop("their_zone")
        if whose == THEIRS:
            there = datetime.combine(data["on"], data["at"], ZoneInfo(zone))
            here = there.astimezone(ZoneInfo(mine))
            data["on"], data["at"] = here.date(), here.time()
        return data


class BeforeForm(forms.Form):
    confidence = forms.IntegerField(
        label=_("How sure of yourself do you feel, 0 to 100?"), min_value=0, max_value=100, required=False
    )
    expected = forms.IntegerField(
        label=_("How much do you expect to learn, 0 to 100?"), min_value=0, max_value=100, required=False
    )


class ChatForm(forms.Form):
    """An informal chat, in under a minute."""

    fields: dict[str, Any]

    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    person = forms.CharField(label=_("Whom did you talk to?"), max_length=200)
    candidate = forms.ModelChoiceField(label=_("About which occupation?"), queryset=Candidate.objects.none())
    minutes = forms.IntegerField(label=_("How many minutes, about?"), min_value=1, max_value=600, initial=10)
    on = DateField(label=_("When"))
    format = forms.ChoiceField(label=_("How"), choices=Interview.Format.choices)
    line = forms.CharField(
        label=_("One thing they said"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    practice = forms.BooleanField(
        label=_("This was practice"),
        required=False,
        help_text=_(
            "A practice talk, about anything either of you enjoys. It counts as practice, not as evidence."
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        shortlist = Candidate.objects.visible_to(user).shortlist()
        self.fields["candidate"].queryset = shortlist
        self.fields["candidate"].empty_label = None if len(shortlist) == 1 else _("Choose one")
        self.fields["key"].initial = secrets.token_urlsafe(12)
        self.fields["on"].initial = user.today

    def clean_person(self) -> str:
        return " ".join(self.cleaned_data["person"].split())

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.user.today:
            raise forms.ValidationError(_("That day is still to come."))
        return on

    def the_person(self) -> Person | None:
        """Someone of that very name whom the seeker already has."""
        mine = Person.objects.visible_to(self.user).current()
        return mine.filter(name__iexact=self.cleaned_data["person"]).order_by("pk").first()


class MarkForm(forms.Form):
    key = forms.CharField(max_length=40)
    kind = forms.ChoiceField(choices=Mark.Kind.choices)
    at = forms.CharField(max_length=40, required=False)
    plan_line = forms.IntegerField(required=False)
    question = forms.CharField(max_length=400, required=False)
    text = forms.CharField(max_length=20_000, required=False, strip=False)

    def clean_at(self) -> datetime | None:
        return told_instant(self.cleaned_data["at"])


def told_instant(text: str) -> datetime | None:
    """An instant as a browser writes it; None when it says none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


class CalendarAccount(forms.Form):
    """Where the own calendar is. Three lines; the rest is found."""

    url = forms.CharField(
        label=_("Address of the calendar server"),
        max_length=500,
        initial="https://",
        help_text=_(
            "iCloud: https://caldav.icloud.com. Fastmail: https://caldav.fastmail.com. Nextcloud and others show it in their settings."
        ),
    )
    username = forms.CharField(label=_("Name to sign in with"), max_length=254, required=False)
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "iCloud and Fastmail want an app password, made in your account there. It is kept encrypted on this computer."
        ),
    )
    private_ok = forms.BooleanField(label=_("The server is in my own network"), required=False)
