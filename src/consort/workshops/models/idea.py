"""What was written in silence, once it is open, and the headings under which it was put."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.workshops.models.activity import Activity


class Heading(models.Model):
    """The name of a group. `activity` is the one in which the ideas were written."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="headings")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["activity", "title"], name="one_heading_of_a_name")]

    def __str__(self) -> str:
        return self.title


class Idea(models.Model):
    """One line that somebody wrote. Without an author where the round had no names."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="ideas")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    author = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    heading = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="ideas")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text
