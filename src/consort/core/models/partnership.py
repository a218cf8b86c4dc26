"""Partnerships: two or more people who lead together, and their seats."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models.organization import Organization
from consort.core.models.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def visible_to(self, person: Person) -> "PartnershipQuerySet":
        """Partnerships are known to those who sit in them, and teams to every leader."""
        mine = models.Q(id__in=person.partnership_ids)
        open_to_leaders = models.Q(name__gt="") if person.sees_leaders else models.Q(pk=None)
        return self.filter(mine | open_to_leaders, organization=person.organization_id)


class Partnership(models.Model):
    """A pair has two seats and is called by its people; a team has a name."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="partnerships")
    name = models.CharField(_("name"), max_length=120, blank=True)
    purpose = models.TextField(_("what you lead together"), blank=True)
    charter = models.TextField(_("charter"), blank=True)
    created = models.DateTimeField(default=clock.now)
    ended = models.DateTimeField(null=True, blank=True)
    people = models.ManyToManyField(Person, through="Seat", related_name="partnerships")

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        ordering = ["created"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("weave:partnership", args=[self.organization.slug, self.id])

    @property
    def members(self) -> "Sequence[Person]":
        """Who sits here now, in the order they joined. Uses prefetched seats when there are any."""
        return [seat.person for seat in self.seats.all() if seat.left is None]

    @property
    def is_pair(self) -> bool:
        return not self.name and len(self.members) == 2

    @property
    def title(self) -> str:
        if self.name:
            return self.name
        return gettext(" and ").join(person.full_name for person in self.members)

    def name_for(self, reader: Person) -> str:
        """What the reader calls it: "Tomasz and you", or the team's name."""
        others = [person.first_name for person in self.members if person != reader]
        if self.name or len(others) == len(self.members):
            return self.name or gettext(" and ").join(others)
        return gettext("%(names)s and you") % {"names": ", ".join(others)}


class Seat(models.Model):
    """A person's place in a partnership, from joining to leaving."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    joined = models.DateTimeField(default=clock.now)
    left = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "person"], condition=models.Q(left=None), name="one_open_seat_per_person"
            ),
            models.CheckConstraint(
                condition=models.Q(left=None) | models.Q(left__gte=models.F("joined")),
                name="seats_end_after_they_begin",
            ),
        ]
        ordering = ["joined", "person__first_name"]

    def __str__(self) -> str:
        return f"{self.person} ({self.partnership_id})"
