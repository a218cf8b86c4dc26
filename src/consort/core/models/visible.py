"""Who may see a thing: five levels, one query."""

from typing import Any, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core.models.organization import Department, Organization
from consort.core.models.partnership import Partnership
from consort.core.models.person import Person


class Level(models.TextChoices):
    ME = "me", _("Only me")
    PARTNERSHIP = "partnership", _("The partnership")
    DEPARTMENT = "department", _("My department")
    LEADERS = "leaders", _("All leaders")
    ORGANIZATION = "organization", _("The organization")


Thing = TypeVar("Thing", bound=models.Model)


class VisibleQuerySet(models.QuerySet[Thing]):
    """A model whose readers are more than its level says overrides `also_visible_to`, nothing else."""

    def visible_to(self, person: Person) -> Self:
        """What `person` may see. Runs one query for the person's seats, once per person object."""
        return self.filter(
            self.level_admits(person) | self.also_visible_to(person), organization=person.organization_id
        )

    def also_visible_to(self, person: Person) -> models.Q:
        return models.Q(owner=person)

    @staticmethod
    def level_admits(person: Person) -> models.Q:
        admitted = models.Q(visibility=Level.ORGANIZATION)
        admitted |= models.Q(visibility=Level.PARTNERSHIP, partnership__in=person.partnership_ids)
        if person.department_id:
            admitted |= models.Q(visibility=Level.DEPARTMENT, department=person.department_id)
        if person.sees_leaders:
            admitted |= models.Q(visibility=Level.LEADERS)
        return admitted


class Visible(models.Model):
    """The columns that say who may see a row."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    visibility = models.CharField(_("who can see this"), max_length=12, choices=Level, default=Level.LEADERS)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    partnership = models.ForeignKey(Partnership, models.SET_NULL, null=True, blank=True, related_name="+")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    def is_open_to_readers_of(self, other: "Visible") -> bool:
        """Whether everyone who may see `other` by its level may surely see this too."""
        if self.visibility == Level.ORGANIZATION:
            return True
        columns = {Level.PARTNERSHIP: "partnership_id", Level.DEPARTMENT: "department_id", Level.ME: "owner_id"}
        same = columns.get(Level(self.visibility), "organization_id")
        return self.visibility == other.visibility and getattr(self, same) == getattr(other, same)

    def audience(self) -> dict[str, Any]:
        """The same columns by name, to give another row the same readers."""
        return {
            "organization_id": self.organization_id,
            "visibility": self.visibility,
            "owner_id": self.owner_id,
            "partnership_id": self.partnership_id,
            "department_id": self.department_id,
        }
