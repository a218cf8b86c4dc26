"""What is said for and against, and what it rests on."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models.decision import Decision
from consort.decisions.models.option import Option


class Side(models.TextChoices):
    FOR = "for", _("For")
    AGAINST = "against", _("Against")


class Argument(models.Model):
    """One reason for or against an option, or the question as a whole. Withdrawn ones stay, marked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="arguments")
    option = models.ForeignKey(Option, models.CASCADE, null=True, blank=True, related_name="arguments")
    side = models.CharField(max_length=7, choices=Side)
    text = models.TextField(_("the argument"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=clock.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made"]

    def __str__(self) -> str:
        return self.text[:80]


class Source(models.TextChoices):
    """What kind of evidence it is."""

    MEASURED = "measured", _("Measured")
    MODEL = "model", _("Modelled")
    VISIT = "visit", _("Seen ourselves")
    SAID = "said", _("Said by customers or others")
    STUDY = "study", _("Study or report")
    OTHER = "other", _("Something else")


class Evidence(models.Model):
    """A document or finding that the decision rests on, with where it is from and of what date."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="evidence")
    title = models.CharField(_("what it is"), max_length=160)
    url = models.URLField(_("address"), max_length=500, blank=True)
    kind = models.CharField(_("what kind"), max_length=8, choices=Source, default=Source.OTHER)
    source = models.CharField(_("from whom"), max_length=120, blank=True)
    dated = models.DateField(_("of what date"), null=True, blank=True)
    note = models.TextField(_("what it shows"), blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    added = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["added"]

    def __str__(self) -> str:
        return self.title
