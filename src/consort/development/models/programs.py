"""Programs that an organization wrote, and programs under way."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Level, Person, Visible, VisibleQuerySet
from consort.development.programs.plan import Plan, opens_on, plan_of

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Program(Visible):
    """A program that was brought in. `written` is what `plan_of` reads."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    written = models.JSONField()
    made = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Program"].as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.written)


class CourseQuerySet(VisibleQuerySet["Course"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever leads it and whoever is in it."""
        taken = CoursePlace.objects.filter(person=person, left=None).values("course")
        return super().also_visible_to(person) | models.Q(id__in=taken)


class Course(Visible):
    """A program under way, as it was written when it began. `owner` leads it; a module opens every so many days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    visibility = models.CharField(_("who can see this"), max_length=12, choices=Level, default=Level.ME)
    name = models.CharField(_("name"), max_length=120)
    written = models.JSONField()
    begins = models.DateField(_("begins on"))
    every = models.PositiveSmallIntegerField(_("a module every so many days"), default=14)
    made = models.DateTimeField(default=clock.now)

    objects = CourseQuerySet.as_manager()
    if TYPE_CHECKING:
        places: RelatedManager["CoursePlace"]

    class Meta:
        ordering = ["-begins", "name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(every__gte=1, every__lte=60), name="courses_move_on"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("development:course", args=[self.organization.slug, self.id])

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.written)

    def opens(self, number: int) -> date:
        return opens_on(self.begins, self.every, number)

    def current(self, today: date) -> int:
        """The module whose days these are; the first before it begins, the last once it is over."""
        return max(1, min(len(self.plan.modules), (today - self.begins).days // self.every + 1))

    @property
    def ends(self) -> date:
        """The day after the last module's days."""
        return self.opens(len(self.plan.modules) + 1)


class CoursePlace(models.Model):
    """Somebody in a course. `aim` is what they try, read by those in the course and whoever leads it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    course = models.ForeignKey(Course, models.CASCADE, related_name="places")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    aim = models.CharField(_("what you try"), max_length=240, blank=True)
    joined = models.DateTimeField(default=clock.now)
    left = models.DateTimeField(null=True, blank=True)
    if TYPE_CHECKING:
        marks: RelatedManager["CourseMark"]
        tries: RelatedManager["CourseTry"]

    class Meta:
        ordering = ["joined", "id"]
        constraints = [models.UniqueConstraint(fields=["course", "person"], name="one_place_each")]

    def __str__(self) -> str:
        return str(self.person_id)


class CourseMark(models.Model):
    """Something a person has done, or "2-away" for a module they cannot come to. Never what they wrote."""

    place = models.ForeignKey(CoursePlace, models.CASCADE, related_name="marks")
    step = models.CharField(max_length=40)
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "step"], name="done_once")]

    def __str__(self) -> str:
        return self.step


class CourseTry(models.Model):
    """Whether somebody did what they try, on a day. What they noticed stands in their journal alone."""

    place = models.ForeignKey(CoursePlace, models.CASCADE, related_name="tries")
    day = models.DateField()
    held = models.BooleanField()

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["place", "day"], name="one_try_a_day")]

    def __str__(self) -> str:
        return str(self.day)
