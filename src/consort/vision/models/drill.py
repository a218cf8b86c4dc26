"""A recall drill: what people can name from memory, sorted by two who do not see each other's codes."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Person, Visible, VisibleQuerySet
from consort.rounds.models import THRESHOLD
from consort.vision.models.priority import Priority
from consort.vision.models.pulse import asked_about

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class DrillQuerySet(VisibleQuerySet["Drill"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever started it, whoever is asked, and who sorts the answers."""
        coding = Coder.objects.filter(person=person).values("drill")
        return models.Q(owner=person) | models.Q(pk__in=coding) | asked_about(person, "drill")


class Drill(Visible):
    """`owner` started it. `enough` is how many things one should be able to name; `threshold` as in rounds."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=120)
    enough = models.PositiveSmallIntegerField(_("how many one should be able to name"))
    threshold = models.PositiveSmallIntegerField(default=THRESHOLD)
    started = models.DateTimeField(default=clock.now)

    objects = DrillQuerySet.as_manager()

    if TYPE_CHECKING:
        items: RelatedManager["DrillItem"]
        coders: RelatedManager["Coder"]
        wordings: RelatedManager["Wording"]
        recollections: RelatedManager["Recollection"]

    class Meta:
        ordering = ["-started"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:drill", args=[self.organization.slug, self.id])


class DrillItem(models.Model):
    """An entry of the codebook: a priority, and what counts as having named it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    drill = models.ForeignKey(Drill, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    counts = models.CharField(_("what counts"), max_length=300, blank=True)
    priority = models.ForeignKey(Priority, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["drill", "position"], name="drill_items_have_places")]

    def __str__(self) -> str:
        return self.title


class Coder(models.Model):
    """One of the two who sort the answers. `done` is when they handed their codes in."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    drill = models.ForeignKey(Drill, models.CASCADE, related_name="coders")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    done = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["person__first_name", "person__last_name"]
        constraints = [models.UniqueConstraint(fields=["drill", "person"], name="coder_once_in_a_drill")]

    def __str__(self) -> str:
        return str(self.person)


class Wording(models.Model):
    """One thing as people wrote it; the same words of several people are one wording. `position` tells nothing.

    `settled` is when the two codes were found to be the same, or somebody decided between them: `settled_by`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    drill = models.ForeignKey(Drill, models.CASCADE, related_name="wordings")
    position = models.PositiveIntegerField()
    text = models.CharField(max_length=500)
    times = models.PositiveIntegerField()
    item = models.ForeignKey(DrillItem, models.PROTECT, null=True, blank=True, related_name="+")
    settled = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["drill", "position"], name="wordings_have_places"),
            models.CheckConstraint(
                condition=models.Q(settled__isnull=False) | models.Q(item=None, settled_by=None),
                name="unsettled_wordings_mean_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Code(models.Model):
    """What one coder takes a wording to mean; without an item, none of them."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    wording = models.ForeignKey(Wording, models.CASCADE, related_name="codes")
    coder = models.ForeignKey(Coder, models.CASCADE, related_name="codes")
    item = models.ForeignKey(DrillItem, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wording", "coder"], name="coded_once_by_a_coder")]

    def __str__(self) -> str:
        return str(self.item or "–")


class Recollection(models.Model):
    """One person's answer without the person. `department` is None where it would tell too much, or was not said."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    drill = models.ForeignKey(Drill, models.CASCADE, related_name="recollections")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="+")
    claimed = models.PositiveSmallIntegerField(null=True, blank=True)
    wordings = models.ManyToManyField(Wording, related_name="recollections")

    def __str__(self) -> str:
        return str(self.id)
