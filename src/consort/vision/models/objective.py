"""An objective: what one or more people have set out to reach by a date, and the departments that carry it."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Person, Visible, VisibleQuerySet
from consort.vision.models.cycle import Cycle

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from consort.vision.models.key_result import KeyResult


class Scope(models.TextChoices):
    """Whose objective it is."""

    ORGANIZATION = "organization", _("The whole organization")
    DEPARTMENT = "department", _("A department")
    PARTNERSHIP = "partnership", _("A partnership")
    PERSON = "person", _("One person")


class ObjectiveQuerySet(VisibleQuerySet["Objective"]):
    def also_visible_to(self, person: Person) -> models.Q:
        return models.Q(owner=person) | models.Q(pk__in=person.objectives_led.values("pk"))


class Objective(Visible):
    """`owner` wrote it down; `leads` answer for it together, and it is agreed when each of them has said so.

    `department` and `partnership` say whose it is, and are its readers where its visibility says so.
    `score` runs from 0 to 1 and is given at the review; `learned` and `ending` are written there too.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        AGREED = "agreed", _("Agreed")
        CLOSED = "closed", _("Closed")

    class Ending(models.TextChoices):
        REACHED = "reached", _("Reached")
        CARRIED_OVER = "carried_over", _("Carried over")
        ADAPTED = "adapted", _("Adapted")
        STOPPED = "stopped", _("Stopped")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("objective"), max_length=160)
    why = models.TextField(_("why"), blank=True)
    scope = models.CharField(_("whose it is"), max_length=12, choices=Scope, default=Scope.ORGANIZATION)
    cycle = models.ForeignKey(Cycle, models.SET_NULL, null=True, blank=True, related_name="objectives")
    begins = models.DateField(_("begins"), null=True, blank=True)
    due = models.DateField(_("reached by"), null=True, blank=True)
    next_look = models.DateField(_("next look"), null=True, blank=True)
    trigger = models.TextField(_("what we do if it is off plan then"), blank=True)
    leads = models.ManyToManyField(Person, verbose_name=_("led by"), related_name="objectives_led", blank=True)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    agreed = models.DateTimeField(null=True, blank=True)
    closed = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=12, choices=Ending, blank=True)
    score = models.DecimalField(_("score"), max_digits=3, decimal_places=2, null=True, blank=True)
    learned = models.TextField(_("what we learned"), blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = ObjectiveQuerySet.as_manager()

    if TYPE_CHECKING:
        key_results: RelatedManager[KeyResult]
        carriers: RelatedManager["Carrier"]
        agreements: RelatedManager["Agreement"]

    class Meta:
        ordering = ["created"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=0, score__lte=1), name="score_from_0_to_1"
            ),
            models.CheckConstraint(
                condition=models.Q(state="closed", closed__isnull=False) & ~models.Q(ending="")
                | ~models.Q(state="closed") & models.Q(closed=None, ending=""),
                name="closed_objective_says_how_it_ended",
            ),
        ]
        indexes = [models.Index(fields=["organization", "state"], name="objective_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:objective", args=[self.organization.slug, self.id])


class Agreement(models.Model):
    """One who leads an objective has said that they answer for it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="agreements")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    made = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["made"]
        constraints = [models.UniqueConstraint(fields=["objective", "person"], name="agreed_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.objective}"


class Carrier(models.Model):
    """A department that was asked to carry an objective; its head says in one line what that asks of its people."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="carriers")
    department = models.ForeignKey(Department, models.CASCADE, related_name="+")
    asked = models.DateTimeField(default=clock.now)
    reminded = models.DateTimeField(null=True, blank=True)
    line = models.CharField(_("what it asks of our people"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked", "department__name"]
        constraints = [models.UniqueConstraint(fields=["objective", "department"], name="carried_once_by_a_department")]

    def __str__(self) -> str:
        return f"{self.department}: {self.line}"
