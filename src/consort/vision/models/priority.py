"""A priority: one of the few things that matter most until the vision is reached."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet


class PriorityQuerySet(VisibleQuerySet["Priority"]):
    def also_visible_to(self, person: Person) -> models.Q:
        return models.Q(owner=person) | models.Q(pk__in=person.priorities_led.values("pk"))


class Priority(Visible):
    """`owner` wrote it down; `leads` answer for it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("priority"), max_length=120)
    why = models.TextField(_("why"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    leads = models.ManyToManyField(Person, verbose_name=_("led by"), related_name="priorities_led", blank=True)
    closed = models.DateTimeField(null=True, blank=True)
    closing_words = models.TextField(_("why it is closed"), blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = PriorityQuerySet.as_manager()

    class Meta:
        ordering = ["position", "created"]
        indexes = [models.Index(fields=["organization", "closed"], name="priority_open")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:priority", args=[self.organization.slug, self.id])
