"""The purpose of an organization: vision and mission, values, and what it will not do. One version is in force."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Purpose(Visible):
    """`owner` drafted it. A version is changed while it is a draft, and never after it was agreed."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        AGREED = "agreed", _("In force")
        SUPERSEDED = "superseded", _("Superseded")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.PositiveIntegerField()
    title = models.CharField(_("name of the strategy"), max_length=120, blank=True)
    vision = models.CharField(_("vision"), max_length=300)
    mission = models.TextField(_("mission"), blank=True)
    begins = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)
    because = models.TextField(_("why it changed"), blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    agreed = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Purpose"].as_manager()

    if TYPE_CHECKING:
        values: RelatedManager["Value"]
        will_nots: RelatedManager["WillNot"]
        signatures: RelatedManager["Signature"]

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "version"], name="one_purpose_per_version"),
            models.UniqueConstraint(
                fields=["organization"], condition=models.Q(state="agreed"), name="one_purpose_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft") | models.Q(agreed__isnull=False), name="purpose_in_force_was_agreed"
            ),
        ]

    def __str__(self) -> str:
        return self.vision

    def get_absolute_url(self) -> str:
        return reverse("vision:purpose", args=[self.organization.slug, self.version])


class Value(models.Model):
    """What the organization holds to, and what that asks of people."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    purpose = models.ForeignKey(Purpose, models.CASCADE, related_name="values")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("value"), max_length=80)
    meaning = models.TextField(_("what it asks of us"), blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class WillNot(models.Model):
    """Something the organization has agreed not to do."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    purpose = models.ForeignKey(Purpose, models.CASCADE, related_name="will_nots")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("we will not"), max_length=200)
    because = models.CharField(_("because"), max_length=300, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Signature(models.Model):
    """A person stands behind a version, with or without a reservation, which is kept beside the name."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    purpose = models.ForeignKey(Purpose, models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reservation = models.TextField(_("reservation"), blank=True)
    signed = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["signed"]
        constraints = [models.UniqueConstraint(fields=["purpose", "person"], name="signed_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.signed}"
