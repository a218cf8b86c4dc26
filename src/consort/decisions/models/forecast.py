"""Forecasts: what should come true if we choose well, how likely each person held it, and whether it happened."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.models.decision import Decision
from consort.decisions.models.option import Option


class Forecast(models.Model):
    """A statement that will be true or false on a day. With an option it is asked "if we choose it"."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="forecasts")
    option = models.ForeignKey(Option, models.SET_NULL, null=True, blank=True, related_name="forecasts")
    statement = models.CharField(_("what will be true"), max_length=200)
    resolves_on = models.DateField(_("known on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    happened = models.BooleanField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("how we know"), max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "position"], name="one_forecast_per_position"),
            models.CheckConstraint(
                condition=models.Q(happened=None, settled_at=None)
                | models.Q(happened__isnull=False, settled_at__isnull=False),
                name="settled_forecasts_have_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.statement


class Estimate(models.Model):
    """How likely one person held a forecast in one opened round of input, in per cent. Written at the opening."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    forecast = models.ForeignKey(Forecast, models.CASCADE, related_name="estimates")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    round_number = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["round_number", "percent"]
        constraints = [
            models.UniqueConstraint(fields=["forecast", "person", "round_number"], name="one_estimate_per_round"),
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="estimates_are_per_cent"),
        ]

    def __str__(self) -> str:
        return f"{self.percent}%"
