"""An activity of a workshop: a kind, a time, and where it asks, a round."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.rounds.models import Round
from consort.workshops.models.workshop import Workshop

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from consort.workshops.models.idea import Heading, Idea


class ActivityKind(models.TextChoices):
    CHECK_IN = "check-in", _("Check in")
    WRITE = "write", _("Write in silence")
    REVEAL = "reveal", _("Reveal and compare")
    GROUP = "group", _("Group and name")
    RANK = "rank", _("Rank alone")
    ALLOCATE = "allocate", _("Share out points")
    RATE = "rate", _("Rate each alone")
    ESTIMATE = "estimate", _("Estimate alone")
    FROM_TO = "from-to", _("From and to")
    DISCUSS = "discuss", _("Discuss")
    DECIDE = "decide", _("Decide")
    COMMIT = "commit", _("Commit")
    AFTER_ACTION = "after-action", _("Look back on the workshop")


class ActivityQuerySet(models.QuerySet["Activity"]):
    def visible_to(self, person: Person) -> "ActivityQuerySet":
        """Those of workshops that `person` may see."""
        return self.filter(workshop__in=Workshop.objects.visible_to(person)).select_related("workshop__organization")


class Activity(models.Model):
    """`source` is an earlier activity: what is revealed, talked about or asked again, or gives the items.

    `items` are [{"key", "label", "detail"}], fixed once it has begun. `ends_at` is the deadline that everybody's clock
    shows; while the workshop is held it stands still.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        OPENED = "opened", _("opened")
        DONE = "done", _("done")
        SKIPPED = "skipped", _("skipped")

    CURRENT = (State.RUNNING, State.OPENED)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="activities")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=12, choices=ActivityKind)
    title = models.CharField(_("name"), max_length=80)
    question = models.CharField(_("question"), max_length=300, blank=True)
    note = models.TextField(_("for whoever leads"), max_length=2000, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=5)
    names = models.CharField(_("how it opens"), max_length=12, choices=Round.Mode, default=Round.Mode.ATTRIBUTED)
    source = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followed_by")
    items = models.JSONField(default=list, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    round = models.OneToOneField(Round, models.SET_NULL, null=True, blank=True, related_name="+")
    conclusion = models.TextField(_("what we concluded"), max_length=2000, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ActivityQuerySet.as_manager()
    if TYPE_CHECKING:
        source_id: UUID | None
        ideas: RelatedManager[Idea]
        headings: RelatedManager[Heading]

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop"], condition=models.Q(state__in=("running", "opened")), name="one_activity_at_a_time"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("running", "opened"))
                | models.Q(began_at__isnull=False, ends_at__isnull=False),
                name="a_running_activity_has_its_clock",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:room", args=[self.workshop.organization.slug, self.workshop_id])

    @property
    def organization(self) -> Any:
        """The organization of its workshop, which is fetched with it."""
        return self.workshop.organization

    @organization.setter
    def organization(self, organization: Any) -> None:
        self.workshop.organization = organization

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING

    @property
    def is_opened(self) -> bool:
        return self.state == self.State.OPENED

    @property
    def is_current(self) -> bool:
        return self.state in self.CURRENT
