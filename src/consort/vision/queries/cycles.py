"""Questions about cycles, check-ins and reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from consort.core import clock
from consort.core.models import Person
from consort.rounds.models import Round
from consort.vision import silence
from consort.vision.actions.checking_in import KIND
from consort.vision.models import CheckIn, Cycle, Objective, Review
from consort.vision.policy.cycles import may_check_in
from consort.vision.scoring import Attained, attained_by
from consort.vision.silence import Standing

State, Stage = Objective.State, Cycle.Stage
Ending = Objective.Ending


@dataclass(frozen=True)
class Pursued:
    """An objective, how it stands, its check-ins, oldest first, and how far its key results have come."""

    objective: Objective
    standing: Standing
    check_ins: list[CheckIn]
    attained: list[Attained]


@dataclass(frozen=True)
class Foretold:
    """One confidence, 0 to 1, and whether the objective was reached."""

    objective: UUID
    person: UUID | None
    share: float
    reached: bool


def cycles_for(person: Person) -> QuerySet[Cycle]:
    """The cycles that `person` may see, newest first."""
    return Cycle.objects.visible_to(person).select_related("organization", "owner", "after")


def open_cycles(person: Person, besides: Cycle | None = None) -> QuerySet[Cycle]:
    """The cycles that take objectives, planned or running, without the one they come from."""
    found = cycles_for(person).filter(stage__in=(Stage.PLAN, Stage.RUN)).order_by("begins")
    return found.exclude(pk=besides.pk) if besides else found


def objectives_in(cycle: Cycle, person: Person) -> QuerySet[Objective]:
    """The cycle's objectives as far as `person` may see them, with their leads."""
    return with_people(Objective.objects.visible_to(person)).filter(cycle=cycle)


def with_people(objectives: QuerySet[Objective]) -> QuerySet[Objective]:
    """The same objectives with cycle, owner, organization and leads."""
    return objectives.select_related("organization", "cycle", "owner", "review").prefetch_related("leads")


def check_ins_of(objectives: Sequence[Objective]) -> dict[UUID, list[CheckIn]]:
    """Check-ins by objective id, oldest first. Runs one query."""
    found: dict[UUID, list[CheckIn]] = {objective.pk: [] for objective in objectives}
    for each in CheckIn.objects.filter(objective__in=objectives).select_related("person").order_by("at", "person"):
        found[each.objective_id].append(each)
    return found


def pursued(objectives: Sequence[Objective], today: date) -> list[Pursued]:
    """How each objective stands. Runs at most three queries."""
    check_ins, attained = check_ins_of(objectives), attained_by(objectives, today)
    return [
        Pursued(each, silence.find(each, check_ins[each.pk], today), check_ins[each.pk], attained[each.pk])
        for each in objectives
    ]


def asking_rounds(objectives: Sequence[Objective]) -> dict[UUID, Round]:
    """The sealed check-ins that are open now, by objective id, with `total` and `done`. Runs one query."""
    done = Count("asked", filter=Q(asked__done=True))
    rounds = Round.objects.filter(kind=KIND, state=Round.State.ASKING, about_id__in=[each.pk for each in objectives])
    return {each.about_id: each for each in rounds.annotate(total=Count("asked"), done=done) if each.about_id}


def owed_by(person: Person) -> list[tuple[Objective, date]]:
    """The objectives on which `person` owes a check-in, and since when: none for which a sealed one is open already.

    Runs two queries.
    """
    candidates = _answered_for(person).filter(cycle__stage=Stage.RUN, state=State.AGREED).exclude(Exists(_sealed()))
    dues = [(each, silence.due_on(each, each.last_at)) for each in candidates if may_check_in(each, person)]  # type: ignore[attr-defined]
    return [(each, due) for each, due in dues if due is not None and due <= clock.today()]


def to_review_by(person: Person) -> list[Objective]:
    """The objectives whose cycle is at its review and that `person` answers for. Runs two queries."""
    waiting = _answered_for(person).filter(cycle__stage=Stage.REVIEW).exclude(state=State.CLOSED)
    return [each for each in waiting if may_check_in(each, person)]


def _sealed() -> QuerySet[Round]:
    """The sealed check-in that is open about the outer objective."""
    return Round.objects.filter(about_id=OuterRef("pk"), kind=KIND, state=Round.State.ASKING)


def _answered_for(person: Person) -> QuerySet[Objective]:
    last = CheckIn.objects.filter(objective=OuterRef("pk")).order_by("-at").values("at")[:1]
    mine = Q(pk__in=person.objectives_led.values("pk")) | Q(owner=person)
    rows = Objective.objects.filter(mine, organization=person.organization_id)
    return with_people(rows).annotate(last_at=Subquery(last)).order_by("created")


def cycles_kept_by(person: Person) -> QuerySet[Cycle]:
    """What the person planned and is not closed, with how many objectives are not reviewed yet. One query."""
    missing = Count("objectives", filter=~Q(objectives__state=State.CLOSED))
    rows = Cycle.objects.filter(owner=person, organization=person.organization_id).exclude(stage=Stage.CLOSED)
    return rows.select_related("organization").annotate(unreviewed=missing, total=Count("objectives"))


def foretold(person: Person, cycle: Cycle | None = None) -> list[Foretold]:
    """Every confidence about objectives that were reviewed and that `person` may see. Runs one query.

    What was carried over, adapted or stopped was not reached by its date.
    """
    reviewed = Objective.objects.visible_to(person).filter(
        state=State.CLOSED, pk__in=Review.objects.values("objective")
    )
    rows = CheckIn.objects.filter(objective__in=reviewed.filter(cycle=cycle) if cycle else reviewed)
    values = rows.values_list("objective", "person", "confidence", "objective__ending")
    return [Foretold(key, who, percent / 100, ending == Ending.REACHED) for key, who, percent, ending in values]
