"""How somebody works, in their own words; what each knows best, in the words of the other."""

from functools import cached_property
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Level, Partnership, Person, Seat, Visible, VisibleQuerySet
from consort.development import instrument
from consort.reckon.placements import Placement


class StyleProfileQuerySet(VisibleQuerySet["StyleProfile"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """A page shown to "the people you lead with" is shown to whoever sits in a partnership with its owner."""
        beside = Seat.objects.filter(left=None, partnership__in=person.partnership_ids).values("person")
        return models.Q(owner=person) | models.Q(visibility=Level.PARTNERSHIP, owner__in=beside)


class StyleProfile(Visible):
    """The page "how to work with me". `answers` holds 0 to 100 by pair, `said` the owner's words by scale."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    visibility = models.CharField(_("who can see this"), max_length=12, choices=Level, default=Level.ME)
    at_best = models.CharField(_("at my best"), max_length=200, blank=True)
    under_pressure = models.CharField(_("under pressure"), max_length=200, blank=True)
    help_by = models.CharField(_("you help me by"), max_length=200, blank=True)
    never = models.CharField(_("never"), max_length=200, blank=True)
    brings = models.CharField(_("I bring"), max_length=200, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    said = models.JSONField(default=dict, blank=True)
    placed_at = models.DateTimeField(null=True, blank=True)

    objects = StyleProfileQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="one_style_profile_each")]

    def __str__(self) -> str:
        return gettext("How %(name)s works") % {"name": self.owner.first_name if self.owner else ""}

    def get_absolute_url(self) -> str:
        return reverse("development:style", args=[self.organization.slug, self.owner_id])

    @cached_property
    def placements(self) -> dict[str, Placement]:
        """By scale; empty until everything was answered."""
        return instrument.placed(self.answers)


class Strength(models.Model):
    """What somebody knows best, said by the other of a pair."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="strengths")
    of = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    words = models.CharField(_("what they know best"), max_length=200)
    said_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "of", "by"], name="one_strength_said"),
            models.CheckConstraint(condition=~models.Q(of=models.F("by")), name="strengths_are_said_by_others"),
        ]

    def __str__(self) -> str:
        return self.words
