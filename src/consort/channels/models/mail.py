"""How a person wants to be reached by mail, and what was mailed to them."""

from uuid import uuid4

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person


class Reach(models.Model):
    """What one person chose. Whoever never chose has no row, and gets what the defaults say."""

    class Days(models.TextChoices):
        WORKING = "working", _("Monday to Friday")
        EVERY = "every", _("Every day")

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="reach")
    digest = models.BooleanField(_("the digest"), default=True)
    hour = models.PositiveSmallIntegerField(_("at"), default=7, validators=[MaxValueValidator(23)])
    days = models.CharField(_("on"), max_length=7, choices=Days, default=Days.WORKING)
    at_once = models.BooleanField(_("at once"), default=True)

    def __str__(self) -> str:
        return str(self.person_id)


class Letter(models.Model):
    """One mail by one rule to one person about one `key`: a day, or a thing that waits.

    It is written down before it is sent, so that it is never sent twice. A day on which nothing waited is written down
    too: nobody looks again that day.
    """

    class Outcome(models.TextChoices):
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not taken by the mail server")
        NOTHING = "nothing", _("nothing waited")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="letters")
    rule = models.CharField(max_length=12)
    key = models.CharField(max_length=64)
    outcome = models.CharField(max_length=7, choices=Outcome, default=Outcome.SENDING)
    things = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=1)
    problem = models.CharField(max_length=200, blank=True)
    made = models.DateTimeField(default=clock.now)
    tried = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "rule", "key"], name="one_letter_of_a_rule")]
        indexes = [models.Index(fields=["tried"], name="letter_by_age")]
        ordering = ["-made"]

    def __str__(self) -> str:
        return f"{self.rule} {self.key}"
