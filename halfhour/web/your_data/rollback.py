"""After an upgrade that did not please: back to the copy that was made before it. Nothing is thrown away."""

import shutil
from pathlib import Path

from django.utils.translation import gettext as _

from halfhour.refused import Refused
from halfhour.web import data_folder, setup
from halfhour.web.your_data import backup, rotation


def rollback() -> tuple[Path, Path]:
    """Put the newest copy made before an upgrade that this program understands in the place of the data.

    Returns the copy, and where the data as it was until now is kept. Refused when there is no such copy.
    """
    backup.refuse_while_running()
    copies = sorted(rotation.folder().glob("before-upgrade-*.sqlite3"), reverse=True)
    copy = next((c for c in copies if not setup.newer_steps(c)), None)
    if copy is None:
        raise Refused(
            _("There is no copy from before an upgrade here that this Halfhour understands (%(folder)s).")
            % {"folder": rotation.folder()}
        )
    backup.rows_in(copy)
    until_now = setup.copy_of_database("after-upgrade")
    draft = data_folder.ready() / "rollback.part"
    shutil.copyfile(copy, draft)
    backup.exchange(draft)
    return copy, until_now
