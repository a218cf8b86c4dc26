"""Ties between any two objects."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models.organization import Organization
from consort.core.models.person import Person


class Link(models.Model):
    """`from` serves, carries out, … `to`."""

    class Kind(models.TextChoices):
        SERVES = "serves", _("serves")
        CARRIES_OUT = "carries_out", _("carries out")
        DEPENDS_ON = "depends_on", _("depends on")
        CONFLICTS_WITH = "conflicts_with", _("conflicts with")
        EVIDENCE_FOR = "evidence_for", _("is evidence for")
        CAME_FROM = "came_from", _("came from")
        REVIEWS = "reviews", _("reviews")
        SUPERSEDES = "supersedes", _("supersedes")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=14, choices=Kind)
    from_kind = models.CharField(max_length=40)
    from_id = models.UUIDField()
    to_kind = models.CharField(max_length=40)
    to_id = models.UUIDField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "from_id", "to_id"], name="tied_once")]
        indexes = [
            models.Index(fields=["from_id"], name="link_from"),
            models.Index(fields=["to_id"], name="link_to"),
        ]

    def __str__(self) -> str:
        return f"{self.from_kind} {self.kind} {self.to_kind}"
