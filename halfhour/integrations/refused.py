"""How a reader says no: one plain sentence with the file, the line and the reason."""

from collections.abc import Sequence

from halfhour.integrations.contacts import Column
from halfhour.refused import Refused as RefusedByHalfhour


class Refused(RefusedByHalfhour):
    """Nothing of the file was taken.

    reason: a clause in plain words, without a full stop ("this is a PNG picture, not a list of people").
    file: the name the person gave, for the sentence only. line: 1-based, when one line is to blame.
    columns: of a table in which no name was found; whoever knows what they hold can say so and have it read.
    first_row: with columns, whether the first row looked like their headings; None when the headings are sure.
    """

    def __init__(
        self,
        reason: str,
        *,
        file: str = "",
        line: int | None = None,
        columns: Sequence[Column] = (),
        first_row: bool | None = None,
    ) -> None:
        self.reason = reason
        self.columns = tuple(columns)
        self.first_row = first_row
        self.file = shown_name(file)
        self.line = line
        where = self.file
        if line is not None:
            where = f"{where}, line {line}" if where else f"Line {line}"
        super().__init__(f"{where}: {reason}." if where else f"{reason[:1].upper()}{reason[1:]}.")


def shown_name(name: str) -> str:
    """A file name fit to stand in a sentence: the last part, one line, at most 80 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(c for c in last if c.isprintable()).strip()
    return clean if len(clean) <= 80 else f"{clean[:60]}…{clean[-15:]}"
