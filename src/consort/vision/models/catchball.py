"""Catchball: an objective goes down to those who will carry it and comes back with what they propose."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Person, Visible, VisibleQuerySet
from consort.vision.models.objective import Objective

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class CatchballQuerySet(VisibleQuerySet["Catchball"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever threw it and whoever is to catch it."""
        catching = Catcher.objects.filter(person=person).values("catchball")
        return models.Q(owner=person) | models.Q(pk__in=catching)


class Catchball(Visible):
    """`owner` threw it. It lies with the catchers until all have said what they propose, then with the owner."""

    class State(models.TextChoices):
        DOWN = "down", _("With those who carry it")
        BACK = "back", _("Back for an answer")
        AGREED = "agreed", _("Agreed")
        ENDED = "ended", _("Ended without agreement")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="catchballs")
    state = models.CharField(max_length=6, choices=State, default=State.DOWN)
    since = models.DateTimeField(default=clock.now)
    made = models.DateTimeField(default=clock.now)
    because = models.TextField(_("why it ended"), blank=True)

    objects = CatchballQuerySet.as_manager()

    if TYPE_CHECKING:
        versions: RelatedManager["Version"]
        catchers: RelatedManager["Catcher"]

    class Meta:
        ordering = ["made"]
        constraints = [
            models.UniqueConstraint(
                fields=["objective"], condition=models.Q(state__in=("down", "back")), name="one_catchball_in_the_air"
            )
        ]
        indexes = [models.Index(fields=["organization", "state"], name="catchball_state")]

    def __str__(self) -> str:
        return self.objective.title

    def get_absolute_url(self) -> str:
        return reverse("vision:catchball", args=[self.organization.slug, self.id])

    @property
    def in_the_air(self) -> bool:
        return self.state in (self.State.DOWN, self.State.BACK)


class Version(models.Model):
    """The objective as it was thrown in one round. `targets`: key result id -> {title, low, high, unit}, as text."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    catchball = models.ForeignKey(Catchball, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("objective"), max_length=160)
    due = models.DateField(_("reached by"), null=True, blank=True)
    targets = models.JSONField(default=dict, blank=True)
    note = models.TextField(_("a word with it"), blank=True)
    thrown = models.DateTimeField(default=clock.now)

    if TYPE_CHECKING:
        proposals: RelatedManager["Proposal"]

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["catchball", "number"], name="one_version_per_round")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Catcher(models.Model):
    """Somebody who is to catch it, for their department. `agreed` is the number of the version they agree with,
    `spoken` of the last one to which they have said what they had to say."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    catchball = models.ForeignKey(Catchball, models.CASCADE, related_name="catchers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="+")
    spoken = models.PositiveSmallIntegerField(default=0)
    agreed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["person__first_name"]
        constraints = [
            models.UniqueConstraint(fields=["catchball", "person"], name="catches_once"),
            models.CheckConstraint(
                condition=models.Q(agreed__lte=models.F("spoken")), name="who_agrees_to_a_version_has_spoken_to_it"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Proposal(models.Model):
    """What somebody would change in a version, and what came of it."""

    class Kind(models.TextChoices):
        TITLE = "title", _("Other words")
        DUE = "due", _("Another date")
        TARGET = "target", _("Another target")
        CANNOT = "cannot", _("We cannot")

    class Answer(models.TextChoices):
        TAKEN = "taken", _("Taken")
        NOT_TAKEN = "not_taken", _("Not taken")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(Version, models.CASCADE, related_name="proposals")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind)
    key_result = models.CharField(max_length=36, blank=True)
    value = models.CharField(max_length=160, blank=True)
    because = models.TextField(_("because"))
    made = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=9, choices=Answer, blank=True)
    answer_because = models.TextField(_("because"), blank=True)
    answered = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered=None)
                | (~models.Q(answer="") & models.Q(answered__isnull=False)),
                name="answered_proposal_says_when",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="target") & ~models.Q(key_result="")
                | ~models.Q(kind="target") & models.Q(key_result=""),
                name="only_a_target_names_its_key_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"
