"""Metrics that partners share: what is counted, where it should go, and what it read when."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet


class Direction(models.TextChoices):
    INCREASE = "increase", _("Rise to the target")
    DECREASE = "decrease", _("Fall to the target")
    KEEP_ABOVE = "keep_above", _("Stay at or above")
    KEEP_BELOW = "keep_below", _("Stay at or below")
    STAY_BETWEEN = "stay_between", _("Stay between")


NEEDS_LOW = (Direction.INCREASE, Direction.KEEP_ABOVE, Direction.STAY_BETWEEN)
NEEDS_HIGH = (Direction.DECREASE, Direction.KEEP_BELOW, Direction.STAY_BETWEEN)
MOVING = (Direction.INCREASE, Direction.DECREASE)


class Metric(Visible):
    """`owner` keeps it. `baseline` was read on `begins`; `target_low` is the target of what should rise or stay above,
    `target_high` of what should fall or stay below; `every` is how many days may pass between readings."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    definition = models.TextField(_("what it counts"), blank=True)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    direction = models.CharField(_("direction"), max_length=12, choices=Direction)
    baseline = models.DecimalField(_("start"), max_digits=20, decimal_places=6, null=True, blank=True)
    begins = models.DateField(_("start date"), null=True, blank=True)
    target_low = models.DecimalField(_("at least"), max_digits=20, decimal_places=6, null=True, blank=True)
    target_high = models.DecimalField(_("at most"), max_digits=20, decimal_places=6, null=True, blank=True)
    target_date = models.DateField(_("target date"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    every = models.PositiveSmallIntegerField(_("a reading every so many days"), null=True, blank=True)
    defined = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Metric"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(direction__in=NEEDS_LOW) | models.Q(target_low__isnull=False),
                name="metric_has_its_low",
            ),
            models.CheckConstraint(
                condition=~models.Q(direction__in=NEEDS_HIGH) | models.Q(target_high__isnull=False),
                name="metric_has_its_high",
            ),
            models.CheckConstraint(
                condition=models.Q(target_low=None)
                | models.Q(target_high=None)
                | models.Q(target_low__lte=models.F("target_high")),
                name="metric_low_is_not_above_high",
            ),
            models.CheckConstraint(
                condition=models.Q(begins=None)
                | models.Q(target_date=None)
                | models.Q(begins__lt=models.F("target_date")),
                name="metric_begins_before_its_target",
            ),
            models.CheckConstraint(condition=models.Q(decimals__lte=6), name="metric_has_at_most_six_decimals"),
        ]
        indexes = [models.Index(fields=["owner"], name="metric_of_owner")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("metrics:metric", args=[self.organization.slug, self.id])


class Reading(models.Model):
    """What a metric read on a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    metric = models.ForeignKey(Metric, models.CASCADE, related_name="readings")
    at = models.DateField(_("day"))
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=6)
    source = models.CharField(_("source"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    written = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["metric", "at"], name="one_reading_a_day")]
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.at}: {self.value}"
