"""A culture map: how we work today and how we need to work, and the few shifts that a team has chosen to make."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet
from consort.rounds.models import Round
from consort.vision.models.pulse import asked_about
from consort.vision.models.purpose import Value

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

FEWEST_SHIFTS, MOST_SHIFTS = 5, 7


class CultureQuerySet(VisibleQuerySet["Culture"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever started it and whoever is asked."""
        return models.Q(owner=person) | asked_about(person, "culture")


class Culture(Visible):
    """`owner` started it. `months` is how far ahead people look."""

    class Mode(models.TextChoices):
        ATTRIBUTED = Round.Mode.ATTRIBUTED.value, _("With names")
        CONFIDENTIAL = Round.Mode.CONFIDENTIAL.value, _("Confidential")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=120)
    mode = models.CharField(_("how it opens"), max_length=12, choices=Mode, default=Mode.CONFIDENTIAL)
    months = models.PositiveSmallIntegerField(_("months ahead"), default=24)
    started = models.DateTimeField(default=clock.now)

    objects = CultureQuerySet.as_manager()

    if TYPE_CHECKING:
        statements: RelatedManager["Statement"]
        shifts: RelatedManager["Shift"]

    class Meta:
        ordering = ["-started"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:culture", args=[self.organization.slug, self.id])


class Statement(models.Model):
    """Two ways to work, both of them sensible, between which a place is found. `kept`: it should stay as it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    culture = models.ForeignKey(Culture, models.CASCADE, related_name="statements")
    position = models.PositiveSmallIntegerField()
    one = models.CharField(max_length=120)
    other = models.CharField(max_length=120)
    kept = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["culture", "position"], name="statements_have_places")]

    def __str__(self) -> str:
        return f"{self.one} – {self.other}"

    @property
    def key(self) -> str:
        """Under which it stands in answers."""
        return f"statement-{self.position}"


class Shift(Visible):
    """A change in how people work that a team has chosen. Others' work can serve it or conflict with it by a link."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    culture = models.ForeignKey(Culture, models.CASCADE, related_name="shifts")
    statement = models.ForeignKey(Statement, models.SET_NULL, null=True, blank=True, related_name="+")
    value = models.ForeignKey(Value, models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    start = models.CharField(_("from"), max_length=160)
    goal = models.CharField(_("to"), max_length=160)
    signs = models.TextField(_("signs we will see"), blank=True)
    chosen = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Shift"].as_manager()

    class Meta:
        ordering = ["position", "chosen"]

    def __str__(self) -> str:
        return self.goal

    def get_absolute_url(self) -> str:
        return reverse("vision:shift", args=[self.organization.slug, self.id])
