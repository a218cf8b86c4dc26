"""A cycle: a quarter, a half or a year in which objectives are planned, pursued, reviewed and closed."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Visible, VisibleQuerySet


class Cycle(Visible):
    """`every` is how many days may pass between check-ins before silence is shown."""

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
    learned = models.TextField(_("what we learned"), blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Cycle"].as_manager()

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.CheckConstraint(condition=models.Q(begins__lt=models.F("ends")), name="cycle_begins_before_it_ends")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("vision:cycle", args=[self.organization.slug, self.id])
