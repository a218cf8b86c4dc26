"""What was learned, and what becomes of the decision."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models.decision import Decision


class Lesson(models.Model):
    """One sentence to take along, and what changes by it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="lessons")
    text = models.TextField(_("what we take from it"))
    change = models.CharField(_("what changes by it"), max_length=160, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.text[:80]


class Verdict(models.TextChoices):
    KEEP = "keep", _("Keep it")
    CHANGE = "change", _("Keep, with a change")
    UNDO = "undo", _("Undo it")


class Review(models.Model):
    """How a review ended."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.OneToOneField(Decision, models.CASCADE, related_name="review")
    verdict = models.CharField(max_length=6, choices=Verdict)
    change = models.CharField(_("which change"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(verdict="change") | ~models.Q(change=""), name="a_change_is_named"
            )
        ]

    def __str__(self) -> str:
        return self.verdict
