"""A plan that came from elsewhere, and what each of its parts became here."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Source(Visible):
    """`owner` brought it in. `document` is the whole plan in order, so that nothing of it is lost when it leaves again;
    `identifier` and `identity` are how the plan names itself, so that it is recognised; `remarks` is the repair report.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    file_name = models.CharField(_("file"), max_length=200)
    identifier = models.CharField(max_length=200, blank=True)
    identity = models.CharField(max_length=200)
    document = models.JSONField()
    remarks = models.JSONField(default=list)
    brought = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Source"].as_manager()

    if TYPE_CHECKING:
        parts: RelatedManager["SourcePart"]

    class Meta:
        ordering = ["-brought"]
        indexes = [models.Index(fields=["organization", "identity"], name="source_identity")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("vision:source", args=[self.organization.slug, self.id])


class SourcePart(models.Model):
    """`key` names the part within the plan; `kind` and `thing` what it became; `shown` what was written there then."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.ForeignKey(Source, models.CASCADE, related_name="parts")
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    thing = models.UUIDField()
    shown = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="one_thing_for_a_part")]
        indexes = [models.Index(fields=["thing"], name="part_that_became")]

    def __str__(self) -> str:
        return f"{self.key}: {self.kind}"
