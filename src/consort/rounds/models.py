"""Rounds: the same questions asked of several people, answered alone, opened together."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Seal, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

FLOOR = 3
THRESHOLD = 5


class RoundQuerySet(VisibleQuerySet["Round"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Besides its audience, whoever asks it and whoever is asked."""
        asked = Asked.objects.filter(person=person).values("round")
        return super().also_visible_to(person) | models.Q(asker=person) | models.Q(id__in=asked)

    def with_people(self) -> "RoundQuerySet":
        """The same rounds with what every page needs beside them: organization, seal, asker, owner."""
        return self.select_related("organization", "seal", "asker", "owner")


class Round(Visible):
    """One asking. It is answered until it opens, and it opens once; `result` holds what was worked out then."""

    class Mode(models.TextChoices):
        ATTRIBUTED = "attributed", _("opened with your name")
        CONFIDENTIAL = "confidential", _("confidential")
        ANONYMOUS = "anonymous", _("anonymous")

    class State(models.TextChoices):
        ASKING = "asking", _("asking")
        OPENED = "opened", _("opened")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=40)
    title = models.CharField(_("title"), max_length=200)
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    mode = models.CharField(_("how it opens"), max_length=12, choices=Mode, default=Mode.ATTRIBUTED)
    state = models.CharField(max_length=9, choices=State, default=State.ASKING)
    number = models.PositiveSmallIntegerField(default=1)
    previous = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="following")
    opens_at = models.DateTimeField(_("opens on"), null=True, blank=True)
    opens_when_complete = models.BooleanField(default=True)
    threshold = models.PositiveSmallIntegerField(default=THRESHOLD)
    seal = models.OneToOneField(Seal, models.PROTECT, related_name="+")
    result = models.JSONField(null=True, blank=True)
    receipts = models.JSONField(default=list, blank=True)
    asker = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()
    if TYPE_CHECKING:
        questions: RelatedManager["Question"]
        asked: RelatedManager["Asked"]
        envelopes: RelatedManager["Envelope"]

    class Meta:
        ordering = ["asked_at"]
        indexes = [
            models.Index(fields=["about_id", "asked_at"], name="round_about"),
            models.Index(fields=["state", "opens_at"], name="round_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(about_kind="", about_id=None)
                | (~models.Q(about_kind="") & ~models.Q(about_id=None)),
                name="rounds_are_about_a_whole_reference",
            ),
            models.CheckConstraint(
                condition=models.Q(state="opened", opened_at__isnull=False, result__isnull=False)
                | (~models.Q(state="opened") & models.Q(opened_at=None, result__isnull=True)),
                name="opened_rounds_have_a_result",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("rounds:round", args=[self.organization.slug, self.id])

    @property
    def is_asking(self) -> bool:
        return self.state == self.State.ASKING

    @property
    def is_opened(self) -> bool:
        return self.state == self.State.OPENED

    @property
    def is_attributed(self) -> bool:
        return self.mode == self.Mode.ATTRIBUTED

    @property
    def least(self) -> int:
        """How many answers there must be before anything is shown; 1 where answers carry names."""
        return 1 if self.is_attributed else max(FLOOR, self.threshold)


class Question(models.Model):
    """One question. What `settings` holds depends on the kind; see `answers.py`."""

    class Kind(models.TextChoices):
        RANK = "rank", _("put in order")
        SCALE = "scale", _("place on a scale")
        CHOICE = "choice", _("choose one")
        APPROVAL = "approval", _("choose all you could accept")
        PROBABILITY = "probability", _("how likely")
        NUMBER = "number", _("lower, best, upper")
        ALLOCATE = "allocate", _("share out points")
        PAIRS = "pairs", _("from and to")
        TEXT = "text", _("in words")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=60)
    kind = models.CharField(max_length=11, choices=Kind)
    prompt = models.CharField(max_length=500)
    hint = models.CharField(max_length=500, blank=True)
    required = models.BooleanField(default=True)
    settings = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "key"], name="one_question_per_key"),
            models.UniqueConstraint(fields=["round", "position"], name="one_question_per_position"),
        ]

    def __str__(self) -> str:
        return self.prompt


class Asked(models.Model):
    """That somebody is asked and whether they are done: apart from the answers, and without times.

    A guest has no person but a label, such as the number of an imported ballot.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="asked")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    guest = models.CharField(max_length=120, blank=True)
    done = models.BooleanField(default=False)
    declined = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person"], condition=models.Q(person__isnull=False), name="asked_once"
            ),
            models.CheckConstraint(
                condition=models.Q(done=False) | models.Q(declined=False), name="done_or_declined_not_both"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.person.full_name if self.person else self.guest


class Envelope(models.Model):
    """The answers of one of those asked, sealed. There is one for each from the start, so that rows keep no order.

    `owner` is the person in attributed rounds; elsewhere a value that only the round's key derives (`envelopes.py`).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="envelopes")
    owner = models.UUIDField()
    draft = models.BinaryField(null=True, blank=True)
    sealed = models.BinaryField(null=True, blank=True)
    receipt = models.CharField(max_length=24, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "owner"], name="one_envelope_per_owner"),
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=True, receipt="")
                | (models.Q(sealed__isnull=False) & ~models.Q(receipt="")),
                name="sealed_envelopes_have_a_receipt",
            ),
        ]

    def __str__(self) -> str:
        return self.receipt or str(self.id)
