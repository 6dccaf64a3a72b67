"""What the doctor says about one thing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """what: the thing looked at; says: what was found; mend: what to do when it is not well."""

    what: str
    well: bool
    says: str
    mend: str = ""
