"""What can be found: one row per object. The full-text index over it differs by database (see the migration)."""

from django.db import models

from consort.core.models.organization import Organization


class SearchDocument(models.Model):
    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    object_kind = models.CharField(max_length=40)
    object_id = models.UUIDField(unique=True)
    title = models.TextField()
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title
