"""Calendar feeds that people opened."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Partnership, Person


class Feed(models.Model):
    """What one person can read under one secret address: all that concerns them, or one partnership's part of it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="feeds")
    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="+")
    busy_only = models.BooleanField(_("only when I am busy"), default=False)
    opened = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["opened"]

    def __str__(self) -> str:
        return str(self.pk)
