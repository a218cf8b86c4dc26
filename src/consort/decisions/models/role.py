"""Who does what in a decision."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.models.decision import Decision


class Part(models.TextChoices):
    """The five parts a person can have in a decision (after RAPID)."""

    DECIDES = "decides", _("Decides")
    RECOMMENDS = "recommends", _("Recommends")
    AGREES = "agrees", _("Must agree")
    INPUT = "input", _("Gives input")
    CARRIES_OUT = "carries_out", _("Carries out")


class Role(models.Model):
    """A person's part in a decision. `scope` narrows it: "on capital"."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="roles")
    person = models.ForeignKey(Person, models.CASCADE, related_name="decision_roles")
    part = models.CharField(max_length=11, choices=Part)
    scope = models.CharField(_("on what"), max_length=80, blank=True)

    class Meta:
        ordering = ["person__first_name", "person__last_name"]
        constraints = [models.UniqueConstraint(fields=["decision", "person", "part"], name="one_role_per_part")]

    def __str__(self) -> str:
        return f"{self.person} {self.part}"
