"""A key result: how far a shared metric has to move for an objective, or a milestone that has to be passed."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.metrics.models import Metric
from consort.vision.models.objective import Objective


class Aim(models.TextChoices):
    """The directions of a metric, and the milestone, which has none."""

    INCREASE = "increase", _("Rise to the target")
    DECREASE = "decrease", _("Fall to the target")
    KEEP_ABOVE = "keep_above", _("Stay at or above")
    KEEP_BELOW = "keep_below", _("Stay at or below")
    STAY_BETWEEN = "stay_between", _("Stay between")
    MILESTONE = "milestone", _("A milestone is passed")


class KeyResultQuerySet(models.QuerySet["KeyResult"]):
    def visible_to(self, person: Person) -> "KeyResultQuerySet":
        """Who may see an objective may see what it is measured by, though perhaps not the readings."""
        seen = Objective.objects.visible_to(person)
        return self.filter(objective__in=seen.order_by().values("pk")).select_related("objective__organization")


class KeyResult(models.Model):
    """`target_low` is the target of what should rise or stay above, `target_high` of what should fall or stay below.

    A milestone has neither metric nor target: it is open until `passed`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="key_results")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("key result"), max_length=160)
    metric = models.ForeignKey(Metric, models.PROTECT, null=True, blank=True, related_name="+")
    aim = models.CharField(_("direction"), max_length=12, choices=Aim)
    baseline = models.DecimalField(_("start"), max_digits=20, decimal_places=6, null=True, blank=True)
    target_low = models.DecimalField(_("at least"), max_digits=20, decimal_places=6, null=True, blank=True)
    target_high = models.DecimalField(_("at most"), max_digits=20, decimal_places=6, null=True, blank=True)
    begins = models.DateField(_("from"), null=True, blank=True)
    due = models.DateField(_("by"), null=True, blank=True)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    passed = models.DateField(_("passed on"), null=True, blank=True)

    objects = KeyResultQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(aim="milestone", metric=None, target_low=None, target_high=None)
                | ~models.Q(aim="milestone") & models.Q(metric__isnull=False, passed=None),
                name="key_result_has_a_metric_or_is_a_milestone",
            ),
            models.CheckConstraint(
                condition=~models.Q(aim__in=["increase", "keep_above", "stay_between"])
                | models.Q(target_low__isnull=False),
                name="key_result_has_its_low",
            ),
            models.CheckConstraint(
                condition=~models.Q(aim__in=["decrease", "keep_below", "stay_between"])
                | models.Q(target_high__isnull=False),
                name="key_result_has_its_high",
            ),
            models.CheckConstraint(
                condition=models.Q(target_low=None)
                | models.Q(target_high=None)
                | models.Q(target_low__lte=models.F("target_high")),
                name="key_result_low_is_not_above_high",
            ),
        ]
        indexes = [models.Index(fields=["metric"], name="key_result_on_metric")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its place on the page of its objective."""
        objective = self.objective
        return reverse("vision:objective", args=[objective.organization.slug, objective.pk]) + f"#key-result-{self.pk}"
