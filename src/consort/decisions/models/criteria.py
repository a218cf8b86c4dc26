"""Criteria by which options are weighed: named first, their weights agreed next, scored last."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models.decision import Decision

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Matrix(models.Model):
    """The criteria of one decision. `revision` counts their changes; once the weights are `agreed` nobody may score
    by others.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.OneToOneField(Decision, models.CASCADE, related_name="matrix")
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=clock.now)
    agreed = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    if TYPE_CHECKING:
        criteria: RelatedManager["Criterion"]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.revision}"


class Criterion(models.Model):
    """One of them. `low` and `high` say what the ends of the scale mean; `weight` is its share of 100 points."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    matrix = models.ForeignKey(Matrix, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("criterion"), max_length=80)
    low = models.CharField(_("the worst that could be"), max_length=80, blank=True)
    high = models.CharField(_("the best that could be"), max_length=80, blank=True)
    weight = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["matrix", "position"], name="one_criterion_per_position"),
            models.CheckConstraint(
                condition=models.Q(weight=None) | models.Q(weight__lte=100), name="a_weight_is_a_share_of_100"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """Under which key rounds ask for it."""
        return f"c{self.position}"
