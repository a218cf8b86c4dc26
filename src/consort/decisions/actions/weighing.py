"""Criteria: naming them, asking everyone for weights, agreeing on weights, and only then asking for scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.decisions import criteria_asked, policy
from consort.decisions.actions.asking import VOTERS
from consort.decisions.actions.moving import in_stage, tell
from consort.decisions.cases import Case
from consort.decisions.facts import CriteriaNamed, WeightsAgreed
from consort.decisions.models import Criterion, Decision, Matrix, Stage
from consort.decisions.rounds_of import SCORES, WEIGHTS
from consort.rounds import actions as rounds
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Round
from consort.rounds.queries import rounds_about

WEIGHED_IN = (Stage.DEBATE, Stage.RESOLVE)
MOST_CRITERIA, MOST_SCORES = 8, 60


@dataclass(frozen=True)
class NewCriterion:
    """`low` and `high`: what the ends of its scale mean."""

    name: str
    low: str = ""
    high: str = ""


@transaction.atomic
def name_criteria(*, decision: Decision, by: Person, criteria: Sequence[NewCriterion], revision: int) -> Matrix:
    """Say by what the options are weighed. Possible until scores are asked; weights given before count no more.

    Refused when somebody else named others since `revision` was read; 0 where there were none.
    """
    case = in_stage(decision, *WEIGHED_IN)
    require(policy.may_weigh(case, by))
    matrix = Matrix.objects.filter(decision=decision).first()
    if matrix and _kept(matrix) == [*criteria]:
        return matrix
    _check_criteria(case, criteria)
    refuse_unless(
        revision == (matrix.revision if matrix else 0),
        _("Somebody else named criteria meanwhile. Nothing of yours was kept: read theirs first."),
    )
    refuse_unless(not _is_scored(case), _("Scores have been asked: criteria stand now. Nothing was changed."))
    matrix, _made = Matrix.objects.update_or_create(
        decision=decision, defaults={"revision": revision + 1, "by": by, "agreed": None, "agreed_by": None}
    )
    matrix.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(matrix=matrix, position=place, name=each.name, low=each.low, high=each.high)
        for place, each in enumerate(criteria, 1)
    )
    tell(case, CriteriaNamed(decision.question, [each.name for each in criteria]), by)
    return matrix


def _kept(matrix: Matrix) -> list[NewCriterion]:
    return [NewCriterion(each.name, each.low, each.high) for each in matrix.criteria.all()]


def _check_criteria(case: Case, criteria: Sequence[NewCriterion]) -> None:
    names = [each.name.strip().casefold() for each in criteria]
    few = 2 <= len(names) <= MOST_CRITERIA
    refuse_unless(few, _("Name two to eight criteria. Nothing was kept."))
    refuse_unless(all(names), _("Every criterion needs a name. Nothing was kept."))
    refuse_unless(len(set(names)) == len(names), _("Two criteria have the same name. Nothing was kept."))
    _refuse_while_sealed(case)


def _refuse_while_sealed(case: Case) -> None:
    refuse_unless(not case.is_asking, _("A sealed round is open already. Nothing was changed."))


def _is_scored(case: Case) -> bool:
    return case.rounds.scores is not None or bool(case.rounds.earlier_scores)


@transaction.atomic
def ask_weights(*, decision: Decision, by: Person, opens_at: datetime, id: UUID | None = None) -> Round:
    """Ask everyone, alone, how much each criterion weighs."""
    case = in_stage(decision, *WEIGHED_IN)
    require(policy.may_weigh(case, by))
    if made := made_before(rounds_about(decision), id):
        return made
    matrix = _matrix_of(decision)
    refuse_unless(matrix.agreed is None, _("The weights are agreed already. Nothing was asked."))
    asked = criteria_asked.of_weights(list(matrix.criteria.all()), matrix.revision)
    title = _("Weights: %(question)s") % {"question": decision.question}
    return _ask(case, by, WEIGHTS, title, asked, opens_at, id)


@transaction.atomic
def agree_weights(*, decision: Decision, by: Person, weights: Sequence[int], revision: int) -> None:
    """Write down the weights, of 100 points, that were agreed after everyone's own had opened. They stand from then."""
    case = in_stage(decision, *WEIGHED_IN)
    require(policy.may_weigh(case, by))
    matrix = _matrix_of(decision)
    criteria = list(matrix.criteria.all())
    if matrix.agreed and [each.weight for each in criteria] == [*weights]:
        return
    _check_weights(case, matrix, criteria, weights, revision)
    for criterion, weight in zip(criteria, weights, strict=True):
        criterion.weight = weight
        criterion.save(update_fields=["weight"])
    matrix.agreed, matrix.agreed_by = clock.now(), by
    matrix.save(update_fields=["agreed", "agreed_by"])
    people = [role.person for role in case.roles]
    tell(case, WeightsAgreed(decision.question, [each.name for each in criteria], [*weights]), by, *people)


def _check_weights(
    case: Case, matrix: Matrix, criteria: Sequence[Criterion], weights: Sequence[int], revision: int
) -> None:
    refuse_unless(
        revision == matrix.revision and matrix.agreed is None,
        _("Criteria or weights have changed meanwhile. Nothing was kept: read them first."),
    )
    asked = case.rounds.weights(matrix.revision)
    opened = asked is not None and asked.is_opened
    refuse_unless(opened, _("Everyone’s own weights come first. Nothing was kept."))
    fits = len(weights) == len(criteria) and min(weights) >= 0 and sum(weights) == criteria_asked.POINTS
    refuse_unless(fits, _("The weights must add up to 100. Nothing was kept."))


@transaction.atomic
def ask_scores(*, decision: Decision, by: Person, opens_at: datetime, id: UUID | None = None) -> Round:
    """Ask everyone, alone, to score every option on every criterion, by the agreed weights."""
    case = in_stage(decision, *WEIGHED_IN)
    require(policy.may_weigh(case, by))
    if made := made_before(rounds_about(decision), id):
        return made
    matrix = _matrix_of(decision)
    refuse_unless(matrix.agreed is not None, _("The weights are agreed before anybody scores. Nothing was asked."))
    asked = criteria_asked.of_scores(decision, list(matrix.criteria.all()))
    refuse_unless(
        len(asked) <= MOST_SCORES + 1,
        _("That would be more than %(most)s scores for each. Nothing was asked.") % {"most": MOST_SCORES},
    )
    scored = case.rounds.scores
    refuse_unless(scored is None, _("Scores of these options have been asked already. Nothing was asked."))
    title = _("Scores: %(question)s") % {"question": decision.question}
    return _ask(case, by, SCORES, title, asked, opens_at, id)


def _matrix_of(decision: Decision) -> Matrix:
    matrix = Matrix.objects.filter(decision=decision).first()
    refuse_unless(matrix is not None, _("Name the criteria first. Nothing was asked."))
    assert matrix is not None
    return matrix


def _ask(
    case: Case,
    by: Person,
    kind: str,
    title: str,
    asked: Sequence[NewQuestion],
    opens_at: datetime,
    id: UUID | None,
) -> Round:
    _refuse_while_sealed(case)
    return rounds.ask(
        by=by,
        kind=kind,
        about=case.decision,
        title=title,
        questions=asked,
        people=case.holders(*VOTERS),
        opens_at=opens_at,
        audience=case.decision.audience(),
        id=id,
    )
