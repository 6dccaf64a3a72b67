"""Build the title coder and the occupation search from the embedded facts; each is built once a process.

What needs numpy is imported when it is built: the import takes longer than the first page, which does without it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from halfhour.choose.facts.tables import HERE
from halfhour.choose.rules.overrides import read_overrides

if TYPE_CHECKING:
    from halfhour.choose.rules.coding import Coder
    from halfhour.choose.rules.coding_model import CodingModel
    from halfhour.choose.rules.search import OccupationSearch

MODEL = HERE / "coder.npz"
OVERRIDES = HERE / "overrides.txt"


def load_model(path: Path = MODEL) -> CodingModel:
    from halfhour.choose.facts.coder_file import unpack_model

    return unpack_model(path.read_bytes())


def load_overrides() -> dict[str, tuple[str, ...]]:
    return read_overrides(OVERRIDES.read_text(encoding="utf-8").splitlines())


@cache
def _model() -> CodingModel:
    return load_model()


@cache
def load_coder() -> Coder:
    """The title coder; the first call reads the model, later ones are free."""
    from halfhour.choose.rules.coding import Coder

    return Coder(_model(), load_overrides())


@cache
def load_search() -> OccupationSearch:
    """The search over occupation names and titles; shares its index with the coder."""
    from halfhour.choose.rules.search import OccupationSearch

    return OccupationSearch(_model(), load_coder().views.index)
