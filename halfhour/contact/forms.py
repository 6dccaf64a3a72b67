"""Forms of the third step: whom, by which way, what they answered."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Seeker
from halfhour.accounts.zone_field import ZoneField
from halfhour.choose.models import Candidate
from halfhour.contact.holidays_of import countries
from halfhour.contact.models import Channel, OfficeLetter, OrganisationCall, Reply
from halfhour.contact.rules.ways import Way
from halfhour.find.models import Person, Referral

MINUTES = [
    (15, _("15 minutes")),
    (20, _("20 minutes")),
    (30, _("30 minutes")),
    (40, _("40 minutes")),
    (60, _("an hour")),
]
LONG_MINUTES = 40
FOCUS = [
    ("position", _("the work itself")),
    ("organisation", _("the organisation")),
    ("career_path", _("how they came to it")),
]
ADDRESSES = [
    ("email", _("e-mail address")),
    ("phone", _("telephone number")),
    ("switchboard", _("the organisation's telephone number")),
    ("postal_address", _("postal address")),
    ("url", _("their page on a network")),
]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


def new_key() -> str:
    return secrets.token_urlsafe(12)


class Plain(forms.Form):
    """Labels without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class AskForm(Plain):
    """What is asked of one person, and by which way. An address found on the way is kept with its source."""

    candidate = forms.ModelChoiceField(
        Candidate.objects.none(), label=_("About which work?"), empty_label=None
    )
    way = forms.ChoiceField(label=_("How will you reach them?"))
    minutes = forms.TypedChoiceField(
        label=_("How long do you ask for?"), choices=MINUTES, coerce=int, widget=forms.RadioSelect
    )
    why_person = forms.CharField(
        label=_("Why this person?"),
        max_length=400,
        required=False,
        help_text=_(
            "One thing about them or where they work, in your words: something they made, said or did. "
            "It is what makes the letter theirs."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    focus = forms.MultipleChoiceField(
        label=_("What do you most want to hear about?"),
        choices=FOCUS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    found_kind = forms.ChoiceField(label=_("I have found"), choices=ADDRESSES, required=False)
    found_value = forms.CharField(label=_("It is"), max_length=500, required=False)
    found_at = forms.CharField(
        label=_("Where did you find it?"),
        max_length=200,
        required=False,
        help_text=_("The page, the directory, the person who gave it to you."),
    )
    anyway = forms.BooleanField(label=_("Ask all the same"), required=False)

    def __init__(self, *args: Any, candidates: Any, ways: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].queryset = candidates  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["way"].choices = ways  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("found_value") and not cleaned.get("found_at"):
            self.add_error("found_at", _("Say where you found it, so that you can tell them if they ask."))
        return cleaned


class ChangeForm(Plain):
    """What is asked, changed later: one place from which letter, message and call card are made."""

    why_person = forms.CharField(
        label=_("Why this person?"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    minutes = forms.TypedChoiceField(
        label=_("How long do you ask for?"), choices=MINUTES, coerce=int, widget=forms.RadioSelect
    )
    focus = forms.MultipleChoiceField(
        label=_("What do you most want to hear about?"),
        choices=FOCUS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    channel = forms.ChoiceField(
        label=_("How will you reach them?"), choices=[c for c in Channel.choices if c[0] != Channel.VOICEMAIL]
    )


class AboutYouForm(forms.ModelForm):
    """Asked once, when the first letter needs it."""

    country = forms.ChoiceField(
        label=_("Country"), help_text=_("So that no promise falls on a public holiday.")
    )

    class Meta:
        model = Seeker
        fields = ["name", "about", "email", "phone", "country", "timezone"]
        field_classes = {"timezone": ZoneField}
        labels = {
            "name": _("Your name"),
            "about": _("One line about you"),
            "email": _("Your e-mail address"),
            "phone": _("Your telephone number"),
            "timezone": _("Time zone"),
        }
        help_texts = {
            "about": _(
                "As you would say it: “I am in my second year of audio production at Harbor Community College”."
            ),
            "phone": _("It stands under the letter, so that they can simply ring."),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]  # a ChoiceField
        for name in ("name", "about", "email", "phone"):  # what every letter has to say
            self.fields[name].required = True


class LetterForm(Plain):
    """The text as it stands in the window."""

    subject = forms.CharField(max_length=200, required=False, label=_("Subject"))
    body = forms.CharField(
        label=_("Text"), widget=forms.Textarea, strip=False, required=False, max_length=400_000
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    page = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    promise_on = forms.DateField(required=False)


class SendingForm(LetterForm):
    key = forms.CharField(max_length=40)
    sent_on = forms.DateField(required=False)
    because = forms.CharField(max_length=300, required=False)


class CallForm(Plain):
    key = forms.CharField(max_length=30)
    outcome = forms.CharField(max_length=20)
    note = forms.CharField(max_length=2000, required=False)


class DayForm(Plain):
    on = forms.DateField(label=_("Day"), widget=DateInput())


class AddressForm(Plain):
    kind = forms.ChoiceField(label=_("I have found"), choices=ADDRESSES)
    value = forms.CharField(label=_("It is"), max_length=500)
    found_at = forms.CharField(
        label=_("Where did you find it?"),
        max_length=200,
        help_text=_("The page, the directory, the person who gave it to you."),
    )


class NamedForm(Plain):
    """Someone they suggested instead."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    title = forms.CharField(label=_("What they do"), max_length=200, required=False)
    organisation = forms.CharField(label=_("Where they work"), max_length=200, required=False)
    email = forms.CharField(label=_("How to reach them: e-mail"), max_length=254, required=False)
    phone = forms.CharField(label=_("or telephone"), max_length=60, required=False)
    permission = forms.ChoiceField(
        label=_("May you say who sent you?"),
        choices=Referral.Permission.choices,
        initial=Referral.Permission.NOT_ASKED,
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_permission(self) -> str:
        return self.cleaned_data["permission"] or Referral.Permission.NOT_ASKED


ANSWERS = [
    (Reply.Kind.YES, _("Yes")),
    (Reply.Kind.OTHER_TIME, _("Yes, at another time")),
    (Reply.Kind.PHONE_INSTEAD, _("Yes, but by telephone")),
    (Reply.Kind.LATER, _("Not now, perhaps later")),
    (Reply.Kind.NAMED_OTHER, _("Ask someone else")),
    (Reply.Kind.THINKS_JOB, _("They think I want a job")),
    (Reply.Kind.NO, _("No")),
    (Reply.Kind.NEVER, _("Please never again")),
    (Reply.Kind.UNCLEAR, _("I am not sure what it means")),
]


class ReplyForm(Plain):
    """What they answered: pasted, or only what it came to."""

    text = forms.CharField(
        label=_("Their words"),
        required=False,
        strip=False,
        max_length=400_000,
        help_text=_("Paste the whole message if you like; quoted lines and signatures are taken off."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    kind = forms.ChoiceField(label=_("What does it come to?"), choices=ANSWERS, widget=forms.RadioSelect)
    on = forms.DateField(label=_("When did it come?"), widget=DateInput(), required=False)
    call_back_on = forms.DateField(
        label=_("They named a day to call or write"), widget=DateInput(), required=False
    )
    key = forms.CharField(max_length=40, widget=forms.HiddenInput)


class IntroducerForm(Plain):
    """Whom to ask for the introduction: someone of my list, or a name."""

    introducer = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who could introduce you?"),
        required=False,
        empty_label=_("someone else"),
    )
    name = forms.CharField(label=_("Someone else: their name"), max_length=200, required=False)
    email = forms.CharField(label=_("Their e-mail, if you have it"), max_length=254, required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["introducer"].queryset = people  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("introducer") and not (cleaned.get("name") or "").strip():
            self.add_error("name", _("Choose somebody, or write a name."))
        return cleaned


class ReasonForm(Plain):
    because = forms.CharField(label=_("Why is it right to go on?"), max_length=300)


WAY_WORDS = {
    Way.INTRODUCTION: (
        _("Through someone we both know"),
        _("The warmest way: they ask first, then you call. It takes a few days and somebody's goodwill."),
    ),
    Way.EMAIL: (
        _("By e-mail"),
        _(
            "They can look at their week before they answer, and you call on the day you name. Strangers' mail often waits."
        ),
    ),
    Way.NETWORK: (
        _("A message where you are connected"),
        _(
            "Reaches people you have no address for. It has to be short, and some look there only now and then."
        ),
    ),
    Way.LETTER: (
        _("A paper letter"),
        _("Few people write one, so it is read. It takes a stamp and some days."),
    ),
    Way.PHONE: (
        _("By telephone"),
        _(
            "Faster than writing, and for most people more stressful. Some like to have something in writing first."
        ),
    ),
    Way.SWITCHBOARD: (
        _("Through the organisation's switchboard"),
        _("No number of theirs is needed: ask to be put through. Expect an assistant."),
    ),
}


class OrganisationCallForm(Plain):
    """How a call to an organisation ended: a name, another office, a no, nobody."""

    key = forms.CharField(max_length=40, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=OrganisationCall.Outcome.choices)
    name = forms.CharField(label=_("Their name"), max_length=200, required=False)
    title = forms.CharField(label=_("What they do"), max_length=200, required=False)
    extension = forms.CharField(label=_("Extension or number"), max_length=60, required=False)
    said_by = forms.CharField(label=_("Who told you"), max_length=200, required=False)
    office = forms.CharField(label=_("Which office"), max_length=200, required=False)
    note = forms.CharField(max_length=2000, required=False)


class OfficeForm(Plain):
    """Which office is written to, and about which work."""

    kind = forms.ChoiceField(
        label=_("Whom do you write to?"), choices=OfficeLetter.Kind.choices, widget=forms.RadioSelect
    )
    office = forms.CharField(label=_("Name of the school or association"), max_length=200)
    name = forms.CharField(label=_("A person there, if you know one"), max_length=200, required=False)
    email = forms.CharField(label=_("Their e-mail, if you have it"), max_length=254, required=False)
    candidate = forms.ModelChoiceField(
        Candidate.objects.none(), label=_("About which work?"), empty_label=None
    )

    def __init__(self, *args: Any, candidates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].queryset = candidates  # type: ignore[attr-defined]  # a ModelChoiceField


class GivenForm(Plain):
    """Somebody the office named."""

    name = forms.CharField(label=_("Name"), max_length=200)
    title = forms.CharField(label=_("What they do"), max_length=200, required=False)
    organisation = forms.CharField(label=_("Where they work"), max_length=200, required=False)
    email = forms.CharField(label=_("How to reach them: e-mail"), max_length=254, required=False)
    may_mention = forms.BooleanField(
        label=_("I may say that the office named them"), required=False, initial=True
    )
