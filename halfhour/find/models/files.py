"""Files of people: looked at first, then kept, and taken back as a whole."""

from django.db import models

from halfhour.accounts.models import Owned


class Import(Owned):
    """One file that was read: previewed first, then written in one transaction, undone as a whole."""

    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    read = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    told = models.JSONField(default=dict)  # remarks on the whole file: notes, counts, how columns were read
    file = models.BinaryField(null=True)  # a table's bytes until it is written: columns may be read again
    previewed_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    stays_here = ("file",)

    class Meta:
        ordering = ["-previewed_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def to_map(self) -> bool:
        """Its columns have to be told before any row can be shown."""
        return bool(self.told.get("unread"))


class ColumnsRead(Owned):
    """How the seeker said the columns of a table are to be read; the next file with the same headings is read so."""

    headings = models.CharField(max_length=64)  # the digest of the headings
    fields = models.JSONField(default=dict)  # place of the column, from 0 -> field
    first_row = models.BooleanField(null=True)  # whether the first row is the headings, where asked
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "headings"], name="columns_read_once")]

    def __str__(self) -> str:
        return f"{len(self.fields)} columns"
