"""A decision: one question on its way from frame to review."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from consort.decisions.models.carrying import Deviation, Message
    from consort.decisions.models.criteria import Matrix
    from consort.decisions.models.debate import Argument, Evidence
    from consort.decisions.models.forecast import Forecast
    from consort.decisions.models.option import Option
    from consort.decisions.models.resolution import Consideration, Stance
    from consort.decisions.models.review import Lesson, Review
    from consort.decisions.models.role import Role


class Stage(models.TextChoices):
    FRAME = "frame", _("Frame")
    INPUT = "input", _("Input")
    DEBATE = "debate", _("Debate")
    RESOLVE = "resolve", _("Resolve")
    COMMIT = "commit", _("Commit")
    EXECUTE = "execute", _("Execute")
    REVIEW = "review", _("Review")
    CLOSED = "closed", _("Closed")


class Method(models.TextChoices):
    CONSENT = "consent", _("Consent")
    CONSENSUS = "consensus", _("Consensus")
    ADVICE = "advice", _("Advice process")
    MAJORITY = "majority", _("Majority")
    SUPERMAJORITY = "supermajority", _("Supermajority")
    APPROVAL = "approval", _("Approval")
    SCORE = "score", _("Score")
    STAR = "star", _("STAR: score, then runoff")
    SCHULZE = "schulze", _("Ranked, by Schulze")
    INSTANT_RUNOFF = "instant_runoff", _("Ranked, by instant runoff")
    RANKED_PAIRS = "ranked_pairs", _("Ranked, by ranked pairs")
    MINIMAX = "minimax", _("Ranked, by minimax")
    BORDA = "borda", _("Ranked, by the count of Borda")


class Base(models.TextChoices):
    """What a majority is counted of."""

    CAST = "cast", _("of the votes cast")
    ELIGIBLE = "eligible", _("of everyone who may vote")


class Share(models.TextChoices):
    """How much of the base a supermajority needs."""

    TWO_THIRDS = "2/3", _("two thirds")
    THREE_QUARTERS = "3/4", _("three quarters")
    FOUR_FIFTHS = "4/5", _("four fifths")


RANKED = (Method.SCHULZE, Method.INSTANT_RUNOFF, Method.RANKED_PAIRS, Method.MINIMAX, Method.BORDA)
SCORED = (Method.SCORE, Method.STAR)
ON_A_BASE = (Method.MAJORITY, Method.SUPERMAJORITY)
ON_A_PROPOSAL = (Method.CONSENT, Method.CONSENSUS)
DECIDED = (Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW)


class DecisionQuerySet(VisibleQuerySet["Decision"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Whoever framed it, and everyone who holds a role in it."""
        return models.Q(owner=person) | models.Q(pk__in=person.decision_roles.values("decision"))


class Decision(Visible):
    """`owner` framed it. `reached` holds when each stage began (ISO), and when it was reopened;
    `revision` counts the savings of the frame, `edition` the changes of its options after that. `pulse_on`: when to
    ask next whether it is carried out as decided; `differs_since`: when it was first said not to be.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    question = models.CharField(_("the question"), max_length=200)
    context = models.TextField(_("why now"), blank=True)
    way_back = models.CharField(_("way back"), max_length=200, blank=True)
    rule = models.CharField(_("what happens if we differ"), max_length=300, blank=True)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.FRAME)
    method = models.CharField(_("how it is decided"), max_length=14, choices=Method, default=Method.CONSENT)
    base = models.CharField(_("counted"), max_length=8, choices=Base, default=Base.CAST)
    share = models.CharField(_("a supermajority is"), max_length=3, choices=Share, default=Share.TWO_THIRDS)
    quorum = models.PositiveSmallIntegerField(_("how many must vote, in per cent of those who may"), default=0)
    seats = models.PositiveSmallIntegerField(_("how many are chosen"), default=1)
    input_closes = models.DateTimeField(_("input closes"), null=True, blank=True)
    debate_until = models.DateField(_("debate until"), null=True, blank=True)
    resolve_by = models.DateField(_("resolve by"), null=True, blank=True)
    commit_by = models.DateField(_("commit by"), null=True, blank=True)
    review_on = models.DateField(_("review on"), null=True, blank=True)
    outcome = models.ForeignKey("decisions.Option", models.PROTECT, null=True, blank=True, related_name="+")
    outcome_text = models.TextField(_("what we decided"), blank=True)
    because = models.TextField(_("because"), blank=True)
    settled_how = models.TextField(_("how it was settled"), blank=True)
    reached = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    edition = models.PositiveIntegerField(default=1)
    review_missed = models.DateTimeField(null=True, blank=True)
    pulse_on = models.DateField(null=True, blank=True)
    differs_since = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=clock.now)

    objects = DecisionQuerySet.as_manager()

    if TYPE_CHECKING:
        options: RelatedManager[Option]
        roles: RelatedManager[Role]
        forecasts: RelatedManager[Forecast]
        arguments: RelatedManager[Argument]
        evidence: RelatedManager[Evidence]
        considerations: RelatedManager[Consideration]
        stances: RelatedManager[Stance]
        lessons: RelatedManager[Lesson]
        review: Review
        deviations: RelatedManager[Deviation]
        message: Message
        matrix: Matrix

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "number"], name="one_decision_per_number"),
            models.CheckConstraint(
                condition=~models.Q(stage__in=DECIDED) | ~models.Q(outcome_text=""), name="what_was_decided_has_words"
            ),
            models.CheckConstraint(condition=models.Q(seats__gte=1), name="at_least_one_is_chosen"),
            models.CheckConstraint(condition=models.Q(quorum__lte=100), name="a_quorum_is_a_share"),
        ]
        indexes = [models.Index(fields=["organization", "stage"], name="decision_stage")]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return reverse("decisions:decision", args=[self.organization.slug, self.number])

    @property
    def label(self) -> str:
        """How people call it: "No. 47"."""
        return gettext("No. %(number)s") % {"number": self.number}

    @property
    def standing_options(self) -> "list[Option]":
        """Those that can still be chosen. No query where the options were fetched."""
        return [option for option in self.options.all() if option.dropped is None]

    def began(self, stage: str) -> datetime | None:
        """When it entered `stage`, None when it has not."""
        written = self.reached.get(stage)
        return datetime.fromisoformat(written) if written else None

    @property
    def was_reopened(self) -> bool:
        """Whether it was decided once and taken back to debate."""
        return "reopened" in self.reached

    @property
    def is_decided(self) -> bool:
        return bool(self.outcome_text)

    @property
    def is_dropped(self) -> bool:
        """Closed without ever having been decided."""
        return self.stage == Stage.CLOSED and not self.outcome_text
