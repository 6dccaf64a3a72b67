"""What is typed after a talk, turned into values. Nothing here is needed to save a half-done page but a permission."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import User
from halfhour.choose.models import Candidate
from halfhour.find.models import Referral
from halfhour.interview.models import Answer
from halfhour.prepare.models import Resume
from halfhour.record.models import Advice, Leaning, Opportunity, Transcript, WayIn
from halfhour.record.rules.debrief import LISTS, Empty
from halfhour.record.rules.prompts import LONG as REFLECTIONS
from halfhour.record.told import FAIRLY_SURE, SURE, UNSURE
from halfhour.record.widgets import Choice, Hidden, Long, Number, Text

Words = Any  # text, or the promise of a translated one
LONG = 20_000
STANCES = [("", _("not said")), ("1", _("for it")), ("-1", _("against it")), ("0", _("neither"))]
CONFIDENCES = [(SURE, _("sure of it")), (FAIRLY_SURE, _("fairly sure")), (UNSURE, _("a guess"))]
FITS = [
    ("", "–"),
    (2, _("very much")),
    (1, _("rather")),
    (0, _("hard to say")),
    (-1, _("rather not")),
    (-2, _("not at all")),
]
ABOUT = _("It is about")
YES: Any = True
YES_NO = [("", _("not said")), ("yes", _("yes")), ("no", _("no"))]
OFFERS = [("", _("I cannot say")), ("yes", _("this work offers it")), ("no", _("it does not"))]


def long_text(label: Words, rows: int = 2, help_text: Words = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONG,
        help_text=help_text,
        widget=Long(attrs={"rows": rows}),
    )


def short_text(label: Words, longest: int = 300) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=longest, widget=Text)


def percent(label: Words, help_text: Words = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=100, help_text=help_text, widget=Number
    )


def yes_no(label: Words) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=YES_NO,
        empty_value=None,
        coerce={"yes": True, "no": False}.get,
        widget=forms.RadioSelect,
    )


def number_choice(label: Words, choices: list[Any], default: Any = None) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=choices,
        coerce=int,
        empty_value=default,
        initial=default,
        widget=Choice,
    )


class DebriefForm(forms.Form):
    fields: dict[str, Any]
    version = forms.IntegerField(widget=Hidden)
    quote = long_text(
        _("One thing they said that stays with you"),
        2,
        _("In their words, as well as you can. The thank-you is built on it."),
    )
    use = long_text(_("What will you do with it?"))
    day_to_day = long_text(_("Their days: what do they really do?"), 3)
    surprised_me = long_text(_("What surprised you?"))
    as_expected = long_text(_("What was as you had expected, or had read?"))
    otherwise = long_text(
        _("What was otherwise than you had expected, or had read?"),
        2,
        _("Say than what: your own picture, or which figure."),
    )
    pay_told = short_text(_("Pay, if it came up: a range, for whom, in which year"))
    environment = long_text(_("What did the place look, sound and feel like?"), 3)
    fit_interests = number_choice(_("Does it fit what interests you?"), FITS)
    fit_interests_because = short_text(_("because"))
    fit_skills = number_choice(_("Does it fit the skills you like to use?"), FITS)
    fit_skills_because = short_text(_("because"))
    fit_personality = number_choice(_("Does it fit how you are?"), FITS)
    fit_personality_because = short_text(_("because"))
    leaning_before = forms.ChoiceField(
        label=_("Before this talk you would have said"),
        required=False,
        choices=[("", _("I cannot say")), *Leaning.choices],
        widget=Choice,
    )
    leaning = forms.ChoiceField(
        label=_("Where do you lean now?"), required=False, choices=Leaning.choices, widget=forms.RadioSelect
    )
    leaning_because = short_text(_("because"))
    confidence = percent(_("How sure are you of that, 0 to 100?"))
    referral_asked = yes_no(_("Did you ask who else to talk to?"))
    they_spoke_percent = percent(
        _("What share of the time did they speak, about?"),
        _("A guess in percent. Seventy or more is a good talk."),
    )
    confidence_after = percent(_("How sure of yourself do you feel now, 0 to 100?"))
    learned = percent(_("How much did you learn, 0 to 100?"))
    years_in_job = forms.IntegerField(
        label=_("How many years have they done this work?"),
        required=False,
        min_value=0,
        max_value=80,
        widget=Number,
    )
    discovered = long_text(
        _("Occupations they mentioned that you had not thought of"),
        2,
        _("One a line. Each goes to your shortlist, with their name."),
    )
    still_open = long_text(_("What do you still want to know?"))
    do_differently = long_text(_("What would you do differently next time?"))
    resume_shown = forms.ModelChoiceField(
        label=_("Which résumé did they see?"),
        queryset=Resume.objects.none(),
        required=False,
        empty_label=_("none"),
        widget=Choice,
    )
    resume_suggestions = long_text(_("What they would change in it"))
    search_suggestions = long_text(_("What they would do in your place"))
    goal_changed = yes_no(_("Has what you are after changed?"))

    def __init__(
        self,
        *args: Any,
        user: User,
        resumes: list[tuple[int, str]],
        wants: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """wants: id and words of what the seeker wants in a job."""
        super().__init__(*args, **kwargs)
        for want, words in wants:
            self.fields[f"want_{want}"] = forms.ChoiceField(
                label=words, required=False, choices=OFFERS, widget=Choice
            )
        self.fields["resume_shown"].queryset = Resume.objects.visible_to(user)
        self.fields["resume_shown"].choices = [("", _("none")), *resumes]
        for kind, label in LISTS.items():
            self.fields[f"list_{kind}"] = long_text(_(label), 2)
            self.fields[f"empty_{kind}"] = forms.ChoiceField(
                label=_("Nothing, or not asked?"),
                required=False,
                widget=forms.RadioSelect,
                choices=[(Empty.NOTHING.value, _("nothing")), (Empty.NOT_ASKED.value, _("not asked"))],
            )
        for key, prompt in REFLECTIONS:
            self.fields[f"reflection_{key}"] = long_text(prompt)


class RowForm(forms.Form):
    """One row of a kind; `row` is the stored row it changes. Empty main words take the row away."""

    row = forms.IntegerField(widget=Hidden, required=False)


class AnswerForm(forms.Form):
    question = forms.CharField(widget=Hidden, max_length=400)
    topic = forms.CharField(widget=Hidden, max_length=6, required=False)
    criterion = forms.CharField(widget=Hidden, max_length=60, required=False)
    state = forms.ChoiceField(label=_("Became"), choices=Answer.State.choices, required=False, widget=Choice)
    words = long_text(_("In a few words"))
    stance = number_choice(_("For me, that speaks"), STANCES)
    quote = forms.BooleanField(label=_("their own words"), required=False)
    confidence = number_choice(_("I am"), CONFIDENCES, FAIRLY_SURE)

    def __init__(self, *args: Any, about: list[Any], **kwargs: Any) -> None:
        """A question of the seeker's own has no topic: what it is about is chosen here."""
        super().__init__(*args, **kwargs)
        if not self["topic"].value():
            self.fields["criterion"].widget = Choice(choices=about)
            self.fields["criterion"].label = str(ABOUT)


class StatementForm(RowForm):
    text = long_text(_("What they said"))
    criterion = forms.CharField(label=ABOUT, max_length=60, required=False)
    stance = number_choice(_("For me, that speaks"), STANCES)
    quote = forms.BooleanField(label=_("their own words"), required=False)
    confidence = number_choice(_("I am"), CONFIDENCES, FAIRLY_SURE)

    def __init__(self, *args: Any, about: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].widget = Choice(choices=about)


class PersonForm(RowForm):
    fields: dict[str, Any]
    name = short_text(_("Name"), 200)
    why = short_text(_("Why them?"))
    permission = forms.ChoiceField(
        label=_("May you use the name of the one who told you?"),
        required=False,
        choices=[("", _("choose")), *Referral.Permission.choices],
        widget=Choice,
    )
    title = short_text(_("What they do"), 200)
    organisation = short_text(_("Where"), 200)
    candidate = forms.ModelChoiceField(
        label=_("About which occupation?"), queryset=Candidate.objects.none(), required=False, widget=Choice
    )
    how_to_reach = short_text(_("How to reach them"))
    first = forms.ChoiceField(
        label=_("Who writes first?"), required=False, choices=Referral.First.choices, widget=Choice
    )

    def __init__(
        self, *args: Any, user: User, shortlist: list[Candidate], here: Candidate, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        others = [(c.pk, c.words) for c in shortlist if c.pk != here.pk]
        self.fields["candidate"].queryset = Candidate.objects.visible_to(user)
        self.fields["candidate"].choices = [("", here.words), *others]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("name") and not told.get("permission"):
            self.add_error("permission", _("Choose one; “I did not ask” is an answer."))
        return told


class StepForm(RowForm):
    job = short_text(_("Work or study"), 200)
    organisation = short_text(_("Where"), 200)
    years = short_text(_("When"), 40)
    how = short_text(_("How they came to it"))


class WayForm(RowForm):
    kind = forms.ChoiceField(
        label=_("Way in"), choices=[("", "–"), *WayIn.Kind.choices], required=False, widget=Choice
    )
    text = short_text(_("What they said about it"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("text") and not told.get("kind"):
            told["kind"] = WayIn.Kind.OTHER.value
        if told.get("kind") and not told.get("text") and not told.get("row"):
            told["text"] = str(WayIn.Kind(told["kind"]).label)
        return told


class OpportunityForm(RowForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Opportunity.Kind.choices, required=False, widget=Choice)
    text = short_text(_("What"))
    organisation = short_text(_("Where"), 200)
    when = short_text(_("When, or until when"), 100)


class QualityForm(RowForm):
    strength = forms.TypedChoiceField(
        label=_("Kind"),
        choices=[("yes", _("a strength")), ("no", _("something I lack"))],
        required=False,
        coerce=lambda v: v == "yes",
        empty_value=YES,
        widget=Choice,
    )
    text = short_text(_("What"))
    evidence = short_text(_("What showed it"))


class AdviceForm(RowForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Advice.Kind.choices, required=False, widget=Choice)
    text = short_text(_("What"))
    by = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class TranscriptForm(forms.Form):
    """A transcript, pasted or as a file, with who agreed to it. What is typed is kept when something is missing."""

    fields: dict[str, Any]
    agreed = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[*Transcript.Agreed.choices, ("no", _("no, or I did not ask"))],
        error_messages={"required": _("Say whether they agreed.")},
    )
    agreed_who = forms.CharField(
        label=_("Who said yes?"),
        max_length=200,
        required=False,
        help_text=_("Everyone who can be heard. It is kept with the transcript."),
    )
    file = forms.FileField(
        label=_("The file"),
        required=False,
        help_text=_("Subtitles (.vtt, .srt, .sbv) or text with names before the words, up to 10 MB."),
    )
    text = forms.CharField(
        label=_("Or paste it here"),
        required=False,
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed"].label = _("Did %(name)s agree to a transcript?") % {"name": name}
        self.fields["agreed_who"].initial = name

    def clean_agreed(self) -> str:
        agreed: str = self.cleaned_data["agreed"]
        if agreed == "no":
            raise forms.ValidationError(
                _(
                    "Then it is not kept here. Ask them first; what you remember can go straight into the debrief."
                )
            )
        return agreed

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if not told.get("file") and not told.get("text", "").strip() and not self.errors.get("file"):
            self.add_error("text", _("Choose the file, or paste what was said."))
        return told

    def content(self) -> tuple[str, bytes]:
        """The name and the bytes to read: of the file when there is one."""
        file = self.cleaned_data.get("file")
        if file:
            return str(file.name), file.read()
        return "", self.cleaned_data["text"].encode()
