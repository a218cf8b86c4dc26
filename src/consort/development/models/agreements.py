"""Working agreements: what people wrote down about how they work together, who signed it, and whether it is kept."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Level, Person, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Agreement(Visible):
    """`owner` wrote it; it holds once everybody who sits in the partnership has signed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    visibility = models.CharField(_("who can see this"), max_length=12, choices=Level, default=Level.PARTNERSHIP)
    words = models.CharField(_("what you agree"), max_length=240)
    written = models.DateTimeField(default=clock.now)
    ended = models.DateTimeField(null=True, blank=True)

    objects = VisibleQuerySet["Agreement"].as_manager()
    if TYPE_CHECKING:
        signatures: RelatedManager["AgreementSignature"]
        notes: RelatedManager["AgreementNote"]

    class Meta:
        ordering = ["written"]
        indexes = [models.Index(fields=["partnership", "written"], name="agreement_of_partnership")]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return reverse("development:agreement", args=[self.organization.slug, self.id])


class AgreementSignature(models.Model):
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "person"], name="agreements_are_signed_once")]
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.person_id)


class AgreementNote(models.Model):
    """What somebody noticed: one word a day from each."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("Kept")
        SLIPPED = "slipped", _("Not kept")
        UNUSED = "unused", _("Did not come up")

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="notes")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    day = models.DateField()
    outcome = models.CharField(max_length=7, choices=Outcome)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "by", "day"], name="one_note_a_day")]
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day}: {self.outcome}"
