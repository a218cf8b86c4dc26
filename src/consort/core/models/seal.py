"""The key of one sealed thing. Used by `core.seals` alone."""

from uuid import uuid4

from django.db import models

from consort.core.models.organization import Organization


class Seal(models.Model):
    """A data key wrapped by the master key. Opened once; destroyed means its content is gone for good."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    wrapped_key = models.BinaryField()
    opened = models.DateTimeField(null=True, blank=True)
    destroyed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(destroyed=False) | models.Q(wrapped_key=b""), name="destroyed_seals_have_no_key"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
