"""Static files for the server: one style sheet instead of twenty, hashed names, compressed copies."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "halfhour/css/halfhour.css"
IMPORT = re.compile(r'@import url\("(?P<file>[\w.-]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;')


class JoinedStorage(CompressedManifestStaticFilesStorage):
    """Puts each file that halfhour.css imports in its place, inside its layer, before names are hashed."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if SHEET in paths and not dry_run:
            joined = IMPORT.sub(self._imported, self._text(SHEET))
            self.delete(SHEET)
            self._save(SHEET, ContentFile(joined.encode()))
            paths[SHEET] = (self, SHEET)
        yield from super().post_process(paths, dry_run, **options)

    def _imported(self, match: re.Match[str]) -> str:
        text = self._text("halfhour/css/" + match["file"])
        return f"@layer {match['layer']} {{\n{text}}}" if match["layer"] else text

    def _text(self, name: str) -> str:
        with self.open(name) as file:
            return file.read().decode()
