"""What becomes of a decision once it is taken: one message to the teams, and where it is carried out differently."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models.decision import Decision

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Message(models.Model):
    """What every leader tells their team, in the same words. New words need every approval again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.OneToOneField(Decision, models.CASCADE, related_name="message")
    text = models.TextField(_("what we all tell our teams"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    written = models.DateTimeField(default=clock.now)

    if TYPE_CHECKING:
        approvals: RelatedManager["Approval"]
        tellings: RelatedManager["Telling"]

    def __str__(self) -> str:
        return self.text[:80]


class Approval(models.Model):
    """Somebody who decides stands behind the words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message = models.ForeignKey(Message, models.CASCADE, related_name="approvals")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["message", "person"], name="one_approval_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id}"


class Telling(models.Model):
    """A leader has told their team, on a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message = models.ForeignKey(Message, models.CASCADE, related_name="tellings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField(_("told on"))

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["message", "person"], name="one_telling_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id}"


class Deviation(models.Model):
    """What is done differently than was decided, and why. It stays."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="deviations")
    text = models.CharField(_("what is done differently"), max_length=300)
    reason = models.TextField(_("why"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text="") & ~models.Q(reason=""), name="deviations_have_a_reason")
        ]

    def __str__(self) -> str:
        return self.text
