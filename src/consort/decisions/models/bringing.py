"""Files that are brought in, and the records that decisions came from."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Visible, VisibleQuerySet
from consort.decisions.models.decision import Decision


class Bringing(Visible):
    """Files on their way in: read and shown to `owner` first, then kept, perhaps undone.

    `content` is the file as it came, empty once it was kept. `report` says what keeping it would do; `choices` what the
    file does not say. `made` lists what was made of it: [kind, id]; `entries` is the size of the ledger right after.
    """

    class Kind(models.TextChoices):
        BALLOTS = "ballots", _("Ballots")
        RECORDS = "records", _("Decision records")
        STATEMENTS = "statements", _("A statement map")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField(default=bytes)
    choices = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    made = models.JSONField(default=list)
    entries = models.PositiveBigIntegerField(default=0)
    brought = models.DateTimeField(default=clock.now)
    kept = models.DateTimeField(null=True, blank=True)
    undone = models.DateTimeField(null=True, blank=True)

    objects = VisibleQuerySet["Bringing"].as_manager()

    class Meta:
        ordering = ["-brought"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(undone=None) | models.Q(kept__isnull=False), name="only_what_was_kept_is_undone"
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("decisions:bringing", args=[self.organization.slug, self.id])


class Original(models.Model):
    """The record a decision came from, byte for byte. `written`: what our own record of it was then (SHA-256)."""

    class Form(models.TextChoices):
        MADR = "madr", _("MADR")
        LOOMIO = "loomio", _("Loomio")

    decision = models.OneToOneField(Decision, models.CASCADE, primary_key=True, related_name="original")
    form = models.CharField(max_length=6, choices=Form)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    written = models.CharField(max_length=64, blank=True)
    remarks = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.file_name
