"""What people said about findings: that one is to be left alone, and that an objective does contradict a "will not"."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Organization, Person
from consort.vision.models.objective import Objective
from consort.vision.models.purpose import WillNot


class Dismissal(models.Model):
    """Somebody set a finding aside, with a reason.

    `name` is the rule or the check, `about` the thing it speaks of, `other_id` the second thing of a finding about two,
    or the key result whose words were checked. `seen` is the fingerprint of what was judged: when that changes, the
    finding asks again.
    """

    class Source(models.TextChoices):
        RULE = "rule", _("consistency rule")
        CHECK = "check", _("writing check")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    source = models.CharField(max_length=5, choices=Source)
    name = models.CharField(max_length=40)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    other_id = models.UUIDField(null=True, blank=True)
    seen = models.CharField(max_length=64)
    reason = models.CharField(_("why it is left as it is"), max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-made"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "about_id"], condition=models.Q(other_id=None), name="set_aside_once_of_one"
            ),
            models.UniqueConstraint(fields=["name", "about_id", "other_id"], name="set_aside_once_of_two"),
        ]
        indexes = [models.Index(fields=["organization", "source"], name="dismissal_source")]

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class Contradiction(models.Model):
    """A person says that an objective goes against something the organization has agreed not to do."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="contradictions")
    will_not = models.ForeignKey(WillNot, models.CASCADE, related_name="contradictions")
    because = models.CharField(_("why it does"), max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["made"]
        constraints = [models.UniqueConstraint(fields=["objective", "will_not"], name="contradicts_once")]

    def __str__(self) -> str:
        return f"{self.objective}: {self.will_not}"
