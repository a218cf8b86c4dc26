"""The organization and its tree of departments."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock

if TYPE_CHECKING:
    from consort.core.models.person import Person


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def visible_to(self, person: "Person") -> "OrganizationQuerySet":
        """One's own."""
        return self.filter(pk=person.organization_id)


class Organization(models.Model):
    """One organization. Everything belongs to exactly one, and URLs start with its slug."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    motto = models.TextField(_("words at the door"), blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/Berlin")
    is_demonstration = models.BooleanField(default=False)
    created = models.DateTimeField(default=clock.now)

    objects = OrganizationQuerySet.as_manager()

    def __str__(self) -> str:
        return self.short_name or self.name


class Department(models.Model):
    """A part of the organization; parts form a tree."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="departments")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_department_of_a_name")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
