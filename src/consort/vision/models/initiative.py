"""An initiative: work that is meant to move an objective."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet


class InitiativeQuerySet(VisibleQuerySet["Initiative"]):
    def also_visible_to(self, person: Person) -> models.Q:
        return models.Q(owner=person) | models.Q(pk__in=person.initiatives_led.values("pk"))


class Initiative(Visible):
    """`owner` wrote it down; `leads` answer for it."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        STOPPED = "stopped", _("Stopped")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("initiative"), max_length=160)
    what = models.TextField(_("what is done"), blank=True)
    begins = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)
    leads = models.ManyToManyField(Person, verbose_name=_("led by"), related_name="initiatives_led", blank=True)
    state = models.CharField(max_length=7, choices=State, default=State.PLANNED)
    because = models.TextField(_("why it was stopped"), blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ["created"]
        indexes = [models.Index(fields=["organization", "state"], name="initiative_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:initiative", args=[self.organization.slug, self.id])
