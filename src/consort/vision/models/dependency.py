"""Dependency contracts: one department needs something of another by a date."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Person, Visible, VisibleQuerySet
from consort.vision.contracts import SETTLED, State
from consort.vision.models.objective import Objective

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class DependencyQuerySet(VisibleQuerySet["Dependency"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever asked, and the two departments."""
        asker = models.Q(owner=person)
        if not person.department_id:
            return asker
        return asker | models.Q(asking=person.department_id) | models.Q(giving=person.department_id)

    def open(self) -> "DependencyQuerySet":
        return self.exclude(state__in=SETTLED)


class Dependency(Visible):
    """`owner` asked in the name of `asking`, so that `objective` can be reached; `giving` is asked for it.

    `needed` is the last day that does no harm. `promised` stands once it was accepted. `since` is when the present
    state began, from which a wait is counted. `slipped_on` is the promised day that passed without a word.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    asking = models.ForeignKey(Department, models.CASCADE, related_name="+")
    giving = models.ForeignKey(Department, models.CASCADE, verbose_name=_("whom do you need it from"), related_name="+")
    objective = models.ForeignKey(Objective, models.SET_NULL, null=True, blank=True, related_name="dependencies")
    what = models.CharField(_("what do you need"), max_length=240)
    why = models.TextField(_("what hangs on it"), blank=True)
    needed = models.DateField(_("needed by"))
    promised = models.DateField(_("promised for"), null=True, blank=True)
    delivered = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    since = models.DateTimeField(default=clock.now)
    slipped_on = models.DateField(null=True, blank=True)
    made = models.DateTimeField(default=clock.now)

    objects = DependencyQuerySet.as_manager()

    if TYPE_CHECKING:
        turns: RelatedManager["Turn"]

    class Meta:
        ordering = ["needed", "made"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(asking=models.F("giving")), name="dependency_needs_two_sides"),
            models.CheckConstraint(
                condition=~models.Q(state__in=("accepted", "delivered", "confirmed"))
                | models.Q(promised__isnull=False),
                name="accepted_dependency_has_a_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("delivered", "confirmed")) | models.Q(delivered__isnull=False),
                name="delivered_dependency_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "state"], name="dependency_state"),
            models.Index(fields=["giving", "state"], name="dependency_on_giving"),
            models.Index(fields=["asking", "state"], name="dependency_of_asking"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("vision:dependency", args=[self.organization.slug, self.id])

    @property
    def is_open(self) -> bool:
        return self.state not in SETTLED


class Turn(models.Model):
    """One thing that was said about a dependency: who did what (`contracts.Verb`), the date and the words that went
    with it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dependency = models.ForeignKey(Dependency, models.CASCADE, related_name="turns")
    verb = models.CharField(max_length=12)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=240, blank=True)
    day = models.DateField(null=True, blank=True)
    because = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb}"
