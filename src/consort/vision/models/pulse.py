"""An alignment pulse: in which order each of a group would put the priorities, asked alone and talked over."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet
from consort.rounds.models import Asked, Round
from consort.vision.models.priority import Priority

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


def asked_about(person: Person, kind: str) -> models.Q:
    """The things of a kind about which the person is or was asked."""
    asked = Asked.objects.filter(person=person).values("round")
    return models.Q(pk__in=Round.objects.filter(pk__in=asked, about_kind=kind).values("about_id"))


class PulseQuerySet(VisibleQuerySet["Pulse"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever started it and whoever is asked."""
        return models.Q(owner=person) | asked_about(person, "pulse")


class Pulse(Visible):
    """`owner` started it. Where it stands follows from its rounds; `ended` is when it was left at the first."""

    class Mode(models.TextChoices):
        ATTRIBUTED = Round.Mode.ATTRIBUTED.value, _("With names")
        CONFIDENTIAL = Round.Mode.CONFIDENTIAL.value, _("Confidential")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=120)
    mode = models.CharField(_("how it opens"), max_length=12, choices=Mode, default=Mode.ATTRIBUTED)
    started = models.DateTimeField(default=clock.now)
    ended = models.DateTimeField(null=True, blank=True)

    objects = PulseQuerySet.as_manager()

    if TYPE_CHECKING:
        items: RelatedManager["PulseItem"]

    class Meta:
        ordering = ["-started"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:pulse", args=[self.organization.slug, self.id])


class PulseItem(models.Model):
    """What is put in order: a priority as it was called then, or a line that somebody wrote."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    pulse = models.ForeignKey(Pulse, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    priority = models.ForeignKey(Priority, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["pulse", "position"], name="pulse_items_have_places")]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """Under which it stands in answers."""
        return f"item-{self.position}"
