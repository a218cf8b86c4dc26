"""How a decider answered each input, and where each leader stands on the result."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models.decision import Decision
from consort.rounds.models import Round


class Consideration(models.Model):
    """A decider's answer to one person's input of a round: used, or not used because …"""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="considerations")
    round = models.ForeignKey(Round, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    used = models.BooleanField()
    because = models.TextField(_("because"), blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["person__first_name"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="one_consideration_per_input"),
            models.CheckConstraint(
                condition=models.Q(used=True) | ~models.Q(because=""), name="unused_input_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.used}"


class Choice(models.TextChoices):
    AGREE = "agree", _("Agrees")
    COMMIT = "commit", _("Disagrees and commits")
    OBJECT = "object", _("Objects")


class Stance(models.Model):
    """Where a leader stands on what was decided. A later one replaces it; the earlier stays, `replaced`.

    An objection that is not answered on its day, `answer_by`, goes to `escalates_to`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="stances")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    choice = models.CharField(max_length=6, choices=Choice)
    reason = models.TextField(_("your reason"), blank=True)
    at = models.DateTimeField(default=clock.now)
    replaced = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    answer_by = models.DateField(null=True, blank=True)
    escalates_to = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    escalated = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person"], condition=models.Q(replaced=None), name="one_stance_per_person"
            ),
            models.CheckConstraint(
                condition=models.Q(choice="agree") | ~models.Q(reason=""), name="dissent_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.choice}"
