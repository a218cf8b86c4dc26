"""Check-ins on an objective, and the review that ends it."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.rounds.models import Round
from consort.vision.models.cycle import Cycle
from consort.vision.models.objective import Objective


class CheckIn(models.Model):
    """How one of those who lead an objective saw it on a day.

    `confidence` is how likely they held it, in per cent, that it is reached by its date; `progress` is the share of
    the way that the key results had gone by then, None while that is not known. With several leads the check-in comes
    out of a sealed `round`, in which all of them answer alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="check_ins")
    cycle = models.ForeignKey(Cycle, models.SET_NULL, null=True, blank=True, related_name="check_ins")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    round = models.ForeignKey(Round, models.SET_NULL, null=True, blank=True, related_name="+")
    confidence = models.PositiveSmallIntegerField(_("how likely it is reached by its date"))
    note = models.TextField(_("what happened"), blank=True)
    progress = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(confidence__lte=100), name="confidence_is_a_percentage"),
            models.UniqueConstraint(
                fields=["round", "person"], condition=models.Q(round__isnull=False), name="checked_in_once_a_round"
            ),
        ]
        indexes = [models.Index(fields=["objective", "at"], name="check_in_of_objective")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {self.confidence}%"


class Review(models.Model):
    """The end of an objective: `suggested` is the score the published rule gave, `because` why it was stopped or
    changed, `next` the objective that follows. How it ended, its score and what was learned stand on the objective."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.OneToOneField(Objective, models.CASCADE, related_name="review")
    suggested = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    because = models.TextField(_("why"), blank=True)
    next = models.ForeignKey(Objective, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.objective}: {self.objective.get_ending_display()}"
