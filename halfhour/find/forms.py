"""What the pages of the second step take in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Level, User
from halfhour.accounts.zone_field import ZoneField
from halfhour.choose.models import Candidate, Occupation
from halfhour.find.models import Common, Person, Source

AUTOCOMPLETE_OFF = {"autocomplete": "off"}


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("A file with people"),
        error_messages={"empty": _("This file is empty. Nothing was read.")},
        help_text=_(
            "The ZIP or CSV from LinkedIn, a vCard (.vcf), LDIF from Thunderbird, or a CSV from Google, Outlook or a spreadsheet."
        ),
        max_length=255,
    )


class PastedForm(forms.Form):
    names = forms.CharField(
        label=_("Or paste names, one a line"),
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_(
            "“Ana Bodine, sound designer, Lantern Games” or “Ana Bodine <ana@example.org>”; a name is enough."
        ),
    )


class SourceForm(forms.Form):
    """How I found them; it becomes a line of the letter."""

    source_kind = forms.ChoiceField(
        label=_("How did you find them?"), choices=[("", _("not said")), *Source.Kind.choices], required=False
    )
    source_name = forms.CharField(
        label=_("Who or what told you of them"),
        max_length=200,
        required=False,
        help_text=_("The person, school, directory, newspaper or event."),
    )
    source_detail = forms.CharField(
        label=_("What it said"),
        max_length=300,
        required=False,
        help_text=_(
            "For an article: what they did. For a person: who that is to you, such as “who taught me”."
        ),
    )
    source_on = forms.DateField(
        label=_("When"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source_terms = forms.CharField(label=_("What the directory allows"), max_length=300, required=False)
    may_mention = forms.BooleanField(label=_("I may mention their name"), required=False, initial=True)

    def source(self) -> dict[str, Any] | None:
        """The keyword arguments of `add_source`, or None when nothing was said."""
        said = self.cleaned_data
        if not said["source_kind"]:
            return None
        return {
            "kind": said["source_kind"],
            "name": said["source_name"],
            "detail": said["source_detail"],
            "on": said["source_on"],
            "terms": said["source_terms"],
            "may_mention": said["may_mention"],
        }


class PersonForm(SourceForm):
    """Name, what they do, where: ten seconds. The rest is folded away."""

    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs=AUTOCOMPLETE_OFF))
    title = forms.CharField(
        label=_("What they do"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=AUTOCOMPLETE_OFF),
    )
    organisation = forms.CharField(
        label=_("Where"), max_length=200, required=False, widget=forms.TextInput(attrs=AUTOCOMPLETE_OFF)
    )
    relationship = forms.ChoiceField(
        label=_("How do you know them?"), choices=Person.Relationship.choices, required=False
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(
        label=_("Telephone"), max_length=60, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    url = forms.CharField(label=_("Page on a network or the web"), max_length=500, required=False)
    postal_address = forms.CharField(
        label=_("Postal address"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    address_from = forms.CharField(
        label=_("Where did you find the address or number?"),
        max_length=200,
        required=False,
        help_text=_("They may ask. “On the page of your department” is a good answer."),
    )
    prefers = forms.ChoiceField(
        label=_("How they like to be reached"), choices=Person.Prefers.choices, required=False
    )
    timezone = ZoneField(
        label=_("Their time zone"),
        max_length=64,
        required=False,
        widget=forms.TextInput(attrs=AUTOCOMPLETE_OFF),
        help_text=_("Only when it is another than yours: Europe/Berlin, America/Chicago."),
    )
    salutation = forms.CharField(
        label=_("Ms, Mr, Mx, Dr …"), max_length=20, required=False, help_text=_("Only when you know it.")
    )
    school = forms.CharField(label=_("School they went to"), max_length=200, required=False)
    association = forms.CharField(label=_("Association or club they are in"), max_length=200, required=False)
    hometown = forms.CharField(label=_("Where they are from"), max_length=200, required=False)
    how_met = forms.CharField(label=_("How you met"), max_length=300, required=False)
    something_for_them = forms.CharField(
        label=_("Something you could do for them"),
        max_length=300,
        required=False,
        help_text=_("News, an article, an introduction. A talk is a gift; this is where yours can stand."),
    )
    note = forms.CharField(label=_("My note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    candidate = forms.ModelChoiceField(
        Candidate.objects.none(),
        label=_("They do this now"),
        required=False,
        empty_label=_("I don't know, or something else"),
    )
    save_for_later = forms.BooleanField(
        label=_("Keep this one for later"),
        required=False,
        help_text=_("For the place you want most: practise elsewhere first."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["candidate"]
        choice.queryset = Candidate.objects.visible_to(user).shortlist()

    def person(self) -> dict[str, Any]:
        """The keyword arguments of `add_person` and `describe_person`."""
        said = self.cleaned_data
        return {name: said[name] for name in PERSON_FIELDS}


PERSON_FIELDS = (
    *("name", "title", "organisation", "relationship", "email", "phone", "url", "postal_address"),
    *(
        "address_from",
        "prefers",
        "timezone",
        "salutation",
        "school",
        "association",
        "hometown",
        "how_met",
        "something_for_them",
        "note",
        "candidate",
        "save_for_later",
    ),
)


class CodingForm(forms.Form):
    """Confirm or correct the occupation, the level, or both."""

    occupation = forms.ModelChoiceField(Occupation.objects.all(), required=False)
    none_of_them = forms.BooleanField(required=False)
    level = forms.ChoiceField(choices=Level.choices, required=False)


class SweepForm(forms.Form):
    """The two questions about one person, for the whole shortlist."""

    does = forms.ChoiceField(required=False)
    past = forms.BooleanField(required=False)
    knows = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, shortlist: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(str(c.pk), c.words) for c in shortlist]
        does: Any = self.fields["does"]
        knows: Any = self.fields["knows"]
        does.choices, knows.choices = [("none", ""), *words], words


class OrganisationForm(forms.Form):
    telephone = forms.CharField(label=_("Switchboard"), max_length=60, required=False)
    website = forms.URLField(label=_("Website"), max_length=300, required=False, assume_scheme="https")
    note = forms.CharField(
        label=_("What I know about it"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CommonForm(forms.Form):
    """Something of the seeker's own that people may share."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Common.Kind.choices)
    name = forms.CharField(label=_("Its name"), max_length=200)


class ListingForm(forms.Form):
    """An organisation without a name, for one occupation."""

    candidate = forms.ModelChoiceField(Candidate.objects.none())
    name = forms.CharField(
        label=_("Organisation"), max_length=200, error_messages={"required": _("Which organisation is it?")}
    )
    department = forms.CharField(label=_("Department"), max_length=200, required=False)
    telephone = forms.CharField(label=_("Telephone"), max_length=60, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["candidate"]
        choice.queryset = Candidate.objects.visible_to(user).shortlist()


class NamedByCallForm(forms.Form):
    """What the switchboard said: a name, perhaps an extension and what they do."""

    given_name = forms.CharField(
        label=_("The name they gave you"), max_length=200, widget=forms.TextInput(attrs=AUTOCOMPLETE_OFF)
    )
    extension = forms.CharField(label=_("Extension or direct number"), max_length=30, required=False)
    what = forms.CharField(label=_("What they do"), max_length=200, required=False)
    said_by = forms.CharField(
        label=_("Who told you"),
        max_length=100,
        required=False,
        help_text=_("“The switchboard” unless you say otherwise."),
    )
    work = forms.ModelChoiceField(
        Candidate.objects.none(), label=_("For which occupation"), required=False, empty_label=_("not said")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["work"]
        choice.queryset = Candidate.objects.visible_to(user).shortlist()
