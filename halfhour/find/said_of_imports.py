"""What is said once a file was kept or taken back, and where it goes on."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halfhour.find.models import Import, ImportRow


def say_written(request: HttpRequest, written: Import) -> str:
    """How many were added and what still waits; the address of the list of whom to ask."""
    said = ngettext("%(n)s person was added.", "%(n)s people were added.", written.added) % {
        "n": f"{written.added:,}"
    }
    if written.updated:
        said += " " + ngettext("%(n)s was updated.", "%(n)s were updated.", written.updated) % {
            "n": f"{written.updated:,}"
        }
    if written.added or written.updated:
        said += " " + _("Now their job titles are read.")
    messages.success(request, said)
    waiting = written.rows.filter(action=ImportRow.Action.ASK).count()
    if waiting:
        messages.info(
            request,
            ngettext(
                "%(n)s row may be someone you have already. It waits for your answer under Bring contacts.",
                "%(n)s rows may be people you have already. They wait for your answer under Bring contacts.",
                waiting,
            )
            % {"n": f"{waiting:,}"},
        )
    return f"{reverse('find:index')}?import={written.pk}"


def say_taken_back(request: HttpRequest, taken_back: Import, stayed: int) -> str:
    """Who stayed, and the address of the files."""
    said = _("%(file)s was taken back.") % {"file": taken_back.file_name}
    if stayed:
        said += " " + ngettext(
            "%(n)s person stayed, because you have done something with them since.",
            "%(n)s people stayed, because you have done something with them since.",
            stayed,
        ) % {"n": f"{stayed:,}"}
    messages.success(request, said)
    return reverse("find:imports")
