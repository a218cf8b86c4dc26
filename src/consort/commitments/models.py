"""Commitments: who promised what to whom by when, and how the date was renegotiated."""

from uuid import UUID, uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consort.commitments.states import OPEN, SETTLED, UNSETTLED, State
from consort.core import clock
from consort.core.models import Level, Person, Visible, VisibleQuerySet


class CommitmentQuerySet(VisibleQuerySet["Commitment"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """The two it stands between always see it, and so does whoever wrote it down."""
        return models.Q(giver=person) | models.Q(receiver=person) | super().also_visible_to(person)

    def unsettled(self) -> "CommitmentQuerySet":
        return self.filter(state__in=UNSETTLED)

    def settled(self) -> "CommitmentQuerySet":
        return self.filter(state__in=SETTLED)

    def with_people(self) -> "CommitmentQuerySet":
        return self.select_related("organization", "giver", "receiver", "partnership")


class Commitment(Visible):
    """`owner` wrote it down. `missed_on` is the date that passed without a word or that was not kept.

    `silent_after` is the day after whose end silence counts: the date, a later date that was asked for, or the day on
    which another date was refused.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    visibility = models.CharField(_("who can see this"), max_length=12, choices=Level, default=Level.PARTNERSHIP)
    giver = models.ForeignKey(Person, models.CASCADE, related_name="commitments_given")
    receiver = models.ForeignKey(Person, models.CASCADE, related_name="commitments_received")
    what = models.CharField(_("what"), max_length=240)
    cue = models.CharField(_("when and how"), max_length=300, blank=True)
    due = models.DateField(_("by when"))
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.ACCEPTED)
    silent_after = models.DateField()
    missed_on = models.DateField(null=True, blank=True)
    made = models.DateTimeField(default=clock.now)
    said_done = models.DateTimeField(null=True, blank=True)
    settled = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(giver=models.F("receiver")), name="a_commitment_needs_two"),
            models.CheckConstraint(
                condition=models.Q(about_kind="", about_id=None) | models.Q(about_kind__gt="", about_id__isnull=False),
                name="commitment_is_about_a_kind_and_an_id",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=SETTLED, settled__isnull=False)
                | (~models.Q(state__in=SETTLED) & models.Q(settled=None)),
                name="a_settled_commitment_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["giver", "state", "due"], name="commitment_of_giver"),
            models.Index(fields=["receiver", "state", "due"], name="commitment_to_receiver"),
            models.Index(fields=["partnership", "state", "due"], name="commitment_of_partnership"),
            models.Index(fields=["state", "silent_after"], name="commitment_in_silence"),
        ]
        ordering = ["due", "made"]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("commitments:commitment", args=[self.organization.slug, self.id])

    @property
    def about(self) -> tuple[str, UUID] | None:
        """(kind, id) of what it carries out."""
        return (self.about_kind, self.about_id) if self.about_id else None

    @property
    def is_open(self) -> bool:
        """Whether the giver still has it to do."""
        return self.state in OPEN

    @property
    def is_lapsed(self) -> bool:
        """Whether the date that stands now was missed."""
        return self.missed_on == self.due

    @property
    def has_passed(self) -> bool:
        """Whether the date lies behind the reader's day."""
        return self.due < clock.today()

    def readers_for(self, _reader: Person) -> str:
        """Who can read it and what is said about it, in words."""
        names = {"giver": self.giver.first_name, "receiver": self.receiver.first_name}
        if self.visibility == Level.ORGANIZATION:
            return gettext("Everybody in the organization can read this.")
        if self.visibility == Level.LEADERS:
            return gettext("All leaders can read this.")
        if self.visibility == Level.PARTNERSHIP and self.partnership and self.partnership.name:
            return gettext("Only %(team)s can read this.") % {"team": self.partnership.name}
        if self.owner_id not in (self.giver_id, self.receiver_id, None):
            return gettext("Only %(giver)s, %(receiver)s and whoever asked for it can read this.") % names
        return gettext("Only %(giver)s and %(receiver)s can read this.") % names

    def other(self, person: Person) -> Person:
        """Who stands at the other end from `person`."""
        return self.receiver if person.pk == self.giver_id else self.giver


class Renegotiation(models.Model):
    """A new date that was asked for. `in_time`: before the date that stood had passed."""

    class Answer(models.TextChoices):
        AGREED = "agreed", _("agreed")
        REFUSED = "refused", _("refused")
        OVERTAKEN = "overtaken", _("overtaken")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="renegotiations")
    stood = models.DateField()
    asked = models.DateField(_("new date"))
    reason = models.TextField(_("reason"))
    in_time = models.BooleanField()
    made = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"], condition=models.Q(answer=""), name="one_open_renegotiation"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered=None) | models.Q(answer__gt="", answered__isnull=False),
                name="an_answer_has_its_time",
            ),
        ]
        ordering = ["made"]

    def __str__(self) -> str:
        return f"{self.stood} → {self.asked}"
