"""A cycle: a quarter, a half or a year in which objectives are planned, pursued, reviewed and closed."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from consort.vision.models.objective import Objective


class Cycle(Visible):
    """`owner` planned it, `after` is the cycle it was started from.

    `every` is how many days may pass between check-ins before silence is shown. `reached` holds, by stage, the moment
    in which it was last reached.
    """

    class Stage(models.TextChoices):
        PLAN = "plan", _("Plan")
        RUN = "run", _("Run")
        REVIEW = "review", _("Review")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80)
    begins = models.DateField(_("begins"))
    ends = models.DateField(_("ends"))
    every = models.PositiveSmallIntegerField(_("a check-in every so many days"), default=14)
    stage = models.CharField(max_length=6, choices=Stage, default=Stage.PLAN)
    reached = models.JSONField(default=dict, blank=True)
    after = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followed_by")
    learned = models.TextField(_("what we learned"), blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Cycle"].as_manager()

    if TYPE_CHECKING:
        objectives: RelatedManager[Objective]

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.CheckConstraint(condition=models.Q(begins__lt=models.F("ends")), name="cycle_begins_before_it_ends"),
            models.CheckConstraint(condition=models.Q(every__gte=1), name="cycle_is_checked_at_least_some_day"),
        ]
        indexes = [models.Index(fields=["stage", "ends"], name="cycle_due")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("vision:cycle", args=[self.organization.slug, self.id])
