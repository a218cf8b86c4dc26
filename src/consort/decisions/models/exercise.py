"""Calibration exercises: questions with known answers, and how sure a person was. Seen by that person alone."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models

from consort.core import clock
from consort.core.models import Person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Exercise(models.Model):
    """One sitting. `questions` are keys of `decisions.calibration.questions`, in the order in which they are asked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="exercises")
    questions = models.JSONField()
    begun = models.DateTimeField(default=clock.now)
    finished = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        answers: RelatedManager["ExerciseAnswer"]

    class Meta:
        ordering = ["-begun"]

    def __str__(self) -> str:
        return str(self.pk)


class ExerciseAnswer(models.Model):
    """How likely a statement was held to be true, in per cent; or between which bounds a quantity was held to lie."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="answers")
    question = models.SlugField(max_length=60)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exercise", "question"], name="one_answer_per_question"),
            models.CheckConstraint(
                condition=models.Q(percent__isnull=False, percent__lte=100, low=None, high=None)
                | models.Q(percent=None, low__isnull=False, high__gte=models.F("low")),
                name="answers_are_a_share_or_a_range",
            ),
        ]

    def __str__(self) -> str:
        return self.question
