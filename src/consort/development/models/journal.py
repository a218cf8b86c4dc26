"""The reflection journal: what somebody writes for themselves, closed under a key of their own."""

from uuid import uuid4

from django.db import models

from consort.core import clock
from consort.core.models import Person, Seal


class Journal(models.Model):
    """`seal` is never opened: `core.seals.read_own` gives each entry to its owner alone."""

    owner = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    seal = models.OneToOneField(Seal, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.owner_id)


class JournalEntry(models.Model):
    """`box` holds what it is about and what was written, encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    journal = models.ForeignKey(Journal, models.CASCADE, related_name="entries")
    written = models.DateTimeField(default=clock.now)
    box = models.BinaryField()

    class Meta:
        ordering = ["-written", "id"]

    def __str__(self) -> str:
        return str(self.id)
