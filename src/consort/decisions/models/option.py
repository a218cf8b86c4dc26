"""The options of a decision, and the table in which they are compared."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.decisions.models.decision import Decision

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


def letter_of(position: int) -> str:
    """A, B, … Z, AA, AB, … for positions from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Option(models.Model):
    """One way to answer the question. `place` is its seat when it was chosen, 1 the first.

    One that was `dropped` keeps its letter: what was said and voted about it stays, and it can no longer be chosen.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="options")
    letter = models.CharField(max_length=4)
    title = models.CharField(_("option"), max_length=160)
    detail = models.TextField(_("what it means"), blank=True)
    position = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    dropped = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        facts: RelatedManager["OptionFact"]

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "position"], name="one_option_per_position"),
            models.UniqueConstraint(
                fields=["decision", "place"], condition=models.Q(place__isnull=False), name="one_option_per_place"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """With its letter: "B. New line in Poznań"."""
        return f"{self.letter}. {self.title}"


class OptionFact(models.Model):
    """A cell of the options table: what is known of one option under one criterion."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    option = models.ForeignKey(Option, models.CASCADE, related_name="facts")
    criterion = models.CharField(_("criterion"), max_length=80)
    value = models.CharField(max_length=160, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["option", "position"], name="one_fact_per_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"
