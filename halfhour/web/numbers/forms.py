"""The settings as a form: each with what the method says, and no further than the method allows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Level, Seeker
from halfhour.accounts.zone_field import ZoneField
from halfhour.contact.rules import attempts, promises
from halfhour.decide.rules import stop
from halfhour.interview.rules import clock
from halfhour.thank.rules import loops, times

TALKS = range(2, 11)
LENGTHS = sorted({*clock.CHOICES_MINUTES, 45, clock.MOST_MINUTES})


def number(label: Any, choices: list[tuple[int, Any]], help_text: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, help_text=help_text)


class NumbersForm(forms.ModelForm):
    minutes = number(
        _("Minutes to ask for"),
        [(n, str(n)) for n in LENGTHS],
        _(
            "The method: %(usual)d, or %(short)d, which is easier to grant; %(few)d to %(most)d are possible. "
            "The college page; Informational Interviewing, first part."
        )
        % {
            "usual": clock.DEFAULT_MINUTES,
            "short": clock.SHORT_MINUTES,
            "few": clock.FEWEST_MINUTES,
            "most": clock.MOST_MINUTES,
        },
    )
    promise_days = number(
        _("Working days between a letter and the promised call"),
        [(n, str(n)) for n in range(promises.EARLIEST_WORKING_DAYS, promises.LATEST_WORKING_DAYS + 1)],
        _(
            "The method: %d. Time to look at a calendar, and within the week. Informational Interviewing; K-State."
        )
        % promises.DEFAULT_WORKING_DAYS,
    )
    max_attempts = number(
        _("Attempts before the next name"),
        [(n, str(n)) for n in range(attempts.FEWEST_MAX_ATTEMPTS, attempts.MAX_ATTEMPTS + 1)],
        _("The method: %d. Fewer is allowed (SFU follows up once), more is not: a fourth would be a burden.")
        % attempts.MAX_ATTEMPTS,
    )
    enough_talks = number(
        _("Talks about an occupation before it may be enough"),
        [(n, str(n)) for n in TALKS],
        _("The method: %d different people. An interview handbook.") % stop.ENOUGH_TALKS,
    )
    thanks_hours = number(
        _("Thank-you due after"),
        [(n, _("%d hours") % n) for n in (12, times.DUE_HOURS, 36)],
        _("The method: %(due)d hours, overdue after %(over)d. Yale, NCSU; Merrimack.")
        % {"due": times.DUE_HOURS, "over": times.OVERDUE_HOURS},
    )
    keep_in_touch_days = number(
        _("A few lines to people who helped, every"),
        [(60, _("two months")), (loops.KEEP_IN_TOUCH_DAYS, _("three months")), (120, _("four months")), (180, _("six months"))],
        _("The method: about three months. Santa Clara (every few months)."),
    )  # fmt: skip
    confirm_days = number(
        _("Confirm a talk"),
        [(1, _("the day before")), (2, _("two days before"))],
        _("The method: 24 to 48 hours before. Puget Sound; Texas A&M."),
    )
    entry_level = forms.ChoiceField(
        label=_("The level I would start at"),
        choices=[c for c in Level.choices if c[0] not in {"unknown", "heads"}],
        help_text=_("People at or near this level come first. Informational Interviewing, first part."),
    )
    single_keys = forms.BooleanField(
        label=_("Single keys work on pages that list them"),
        required=False,
        help_text=_("Switch them off if you speak to your computer, or press keys by mistake."),
    )
    asks_confidence = forms.BooleanField(
        label=_("Ask how sure of myself I feel, before and after a talk"),
        required=False,
        help_text=_("After three talks you see whether it grows. Nobody else sees it."),
    )

    class Meta:
        model = Seeker
        fields = [
            "minutes", "promise_days", "max_attempts", "enough_talks", "thanks_hours", "keep_in_touch_days",
            "confirm_days", "entry_level", "time_sentence", "timezone", "country", "region", "single_keys",
            "asks_confidence",
        ]  # fmt: skip
        field_classes = {"timezone": ZoneField}
        labels = {
            "time_sentence": _("What I say when the time is over"),
            "timezone": _("Time zone"),
            "country": _("Country"),
            "region": _("State or region"),
        }
        help_texts = {
            "time_sentence": _("In your own words; {minutes} becomes the number. The college page."),
            "timezone": _("Your own clock; the other person’s stands beside it where it differs."),
            "country": _("Two letters, such as US or DE. No promise falls on its public holidays."),
            "region": _("Two or three letters, such as WA or BY, for regional holidays."),
        }

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"].strip().upper()
        if len(country) != 2 or not country.isalpha():
            raise forms.ValidationError(_("Two letters, such as US or DE."))
        return country

    def clean_region(self) -> str:
        return str(self.cleaned_data["region"]).strip().upper()
