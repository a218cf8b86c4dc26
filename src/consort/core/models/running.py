"""What keeps the machinery honest between restarts: how far each reader of the ledger has come, and who is working."""

from django.db import models

from consort.core.models.organization import Organization


class Cursor(models.Model):
    """How far a reader of the ledger has come in one organization."""

    reader = models.CharField(max_length=40)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "organization"], name="one_cursor_per_reader")]

    def __str__(self) -> str:
        return f"{self.reader}@{self.seq}"


class Lease(models.Model):
    """Who does the timed work now. It is taken over when it has run out."""

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.CharField(max_length=64)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class KeyMark(models.Model):
    """Under which master key this database was first used: its fingerprint, in the one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    fingerprint = models.CharField(max_length=16)

    def __str__(self) -> str:
        return self.fingerprint
