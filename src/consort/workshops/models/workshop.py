"""A workshop, and who takes part in it."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from consort.workshops.models.activity import Activity


class WorkshopQuerySet(VisibleQuerySet["Workshop"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever leads it and whoever is invited."""
        invited = Participant.objects.filter(person=person).values("workshop")
        return super().also_visible_to(person) | models.Q(facilitator=person) | models.Q(id__in=invited)

    def with_people(self) -> "WorkshopQuerySet":
        return self.select_related("organization", "owner", "facilitator", "partnership")


class Workshop(Visible):
    """`owner` planned it, `facilitator` leads it. Everything that a restart must not lose is here: while it is held,
    `held_at` says since when, and deadlines move by as much once it goes on. `ends_by`: when it was to be over as it
    began.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        LIVE = "live", _("live")
        ENDED = "ended", _("ended")
        CALLED_OFF = "called_off", _("called off")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=120)
    purpose = models.CharField(_("what it is for"), max_length=300, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    facilitator = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    code = models.CharField(max_length=6)
    held_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ends_by = models.DateTimeField(null=True, blank=True)
    planned = models.DateTimeField(default=clock.now)

    objects = WorkshopQuerySet.as_manager()
    if TYPE_CHECKING:
        activities: RelatedManager[Activity]
        participants: RelatedManager["Participant"]

    class Meta:
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["organization", "state", "starts_at"], name="workshop_when")]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(state__in=("planned", "live")),
                name="one_workshop_per_code",
            ),
            models.CheckConstraint(
                condition=models.Q(state="live", began_at__isnull=False, ended_at=None)
                | models.Q(state="ended", began_at__isnull=False, ended_at__isnull=False)
                | models.Q(state__in=("planned", "called_off"), began_at=None),
                name="a_workshop_has_the_times_of_its_state",
            ),
            models.CheckConstraint(
                condition=models.Q(held_at=None) | models.Q(state="live"), name="only_live_workshops_are_held"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:workshop", args=[self.organization.slug, self.id])

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def is_live(self) -> bool:
        return self.state == self.State.LIVE

    @property
    def is_ended(self) -> bool:
        return self.state == self.State.ENDED


class Participant(models.Model):
    """Somebody who is invited. `seen_at`: when their page last said that it is open."""

    class Way(models.TextChoices):
        ROOM = "room", _("in the room")
        REMOTE = "remote", _("from elsewhere")
        OWN_TIME = "own_time", _("in my own time")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    way = models.CharField(_("how you take part"), max_length=8, choices=Way, default=Way.ROOM)
    joined_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["person__first_name", "person__last_name"]
        constraints = [models.UniqueConstraint(fields=["workshop", "person"], name="invited_once")]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def takes_part(self) -> bool:
        return self.left_at is None
