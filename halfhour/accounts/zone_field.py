"""A time zone as a person types it: its name in the tz database, or nothing where it may be left open."""

from functools import cache
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _


@cache
def zone_names() -> frozenset[str]:
    """Every name of the tz database on this machine."""
    return frozenset(available_timezones())


class ZoneField(forms.CharField):
    """The name of a zone; spaces count as underscores, so that "America/New York" is understood."""

    def clean(self, value: object) -> str:
        zone = str(super().clean(value)).strip().replace(" ", "_")
        if zone and zone not in zone_names():
            raise forms.ValidationError(
                _("No time zone has this name. It looks like Europe/Berlin or America/Chicago.")
            )
        return zone
