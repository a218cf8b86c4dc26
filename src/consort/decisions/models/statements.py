"""Statement maps: many short statements on which people agree, disagree or pass."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Seal, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class StatementMap(Visible):
    """`owner` opened it and moderates. While it is open, votes lie sealed; `result` is worked out once, at the close.

    `source` names the file it came from: such a map is closed from the start, and its people have no names.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("the question"), max_length=200)
    about = models.TextField(_("what it is about"), blank=True)
    source = models.CharField(max_length=200, blank=True)
    opened = models.DateTimeField(default=clock.now)
    closed = models.DateTimeField(null=True, blank=True)
    seal = models.OneToOneField(Seal, models.PROTECT, null=True, blank=True, related_name="+")
    people = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True, blank=True)

    objects = VisibleQuerySet["StatementMap"].as_manager()

    if TYPE_CHECKING:
        statements: RelatedManager["Statement"]
        voices: RelatedManager["Voice"]

    class Meta:
        ordering = ["-opened"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed=None, result__isnull=True)
                | models.Q(closed__isnull=False, result__isnull=False),
                name="closed_maps_have_a_result",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("decisions:map", args=[self.organization.slug, self.id])


class Statement(models.Model):
    """`votes`, after the close: one signed byte for each person of the map, in no order that anybody knows."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SHOWN = "shown", _("Shown")
        SET_ASIDE = "set_aside", _("Set aside")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    map = models.ForeignKey(StatementMap, models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    text = models.TextField(_("the statement"))
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    votes = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["map", "number"], name="one_statement_per_number")]

    def __str__(self) -> str:
        return self.text[:80]


class Voice(models.Model):
    """What one person said so far of an open map: sealed, replaced by the latest, gone at the close."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    map = models.ForeignKey(StatementMap, models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    box = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["map", "person"], name="one_voice_per_person")]

    def __str__(self) -> str:
        return str(self.pk)
