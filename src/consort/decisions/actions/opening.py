"""What an opening brings about. Runs inside it: a round and its decision move together or not at all."""

from typing import Any

from django.db import transaction

from consort.core.models import Person
from consort.decisions.actions.moving import advance, begin, hold, tell
from consort.decisions.cases import Case
from consort.decisions.facts import BallotCounted, DecisionHeard, DecisionUnheard, ProcessJudged
from consort.decisions.models import Decision, Estimate, Part, Stage
from consort.decisions.questions import key_of
from consort.rounds.models import Asked, Round

Inputs = list[tuple[Person, dict[str, Any]]]


@transaction.atomic
def hear(round: Round, inputs: Inputs) -> None:
    """Input opens: the first round opens the debate, every round leaves its estimates."""
    decision = decision_of(round)
    case = hold(decision, opening=round)
    if decision.stage == Stage.INPUT and begin(decision, "open_debate", None, opening=round):
        advance(decision, "open_debate")
    _keep_estimates(decision, round, inputs)
    people = [person for person, _ in inputs]
    tell(case, DecisionHeard(decision.question, len(people), round.number), None, *people)
    _name_the_missing(case, round, people)


def _keep_estimates(decision: Decision, round: Round, inputs: Inputs) -> None:
    Estimate.objects.bulk_create(
        Estimate(forecast=forecast, person=person, round_number=round.number, percent=answers[key_of(forecast)])
        for forecast in decision.forecasts.all()
        for person, answers in inputs
        if key_of(forecast) in answers
    )


def _name_the_missing(case: Case, round: Round, heard: list[Person]) -> None:
    for asked in Asked.objects.filter(round=round, person__isnull=False, declined=False).select_related("person"):
        if asked.person not in heard and asked.person is not None:
            who, around = asked.person, case.holders(Part.DECIDES)
            tell(case, DecisionUnheard(case.decision.question, who.first_name, round.number), None, who, *around)


@transaction.atomic
def count(round: Round, cast: int, people: int) -> None:
    """A ballot opens."""
    case = hold(decision_of(round))
    tell(case, BallotCounted(case.decision.question, cast, people), None)


@transaction.atomic
def judge(round: Round) -> None:
    """The judgement of the process opens."""
    case = hold(decision_of(round))
    tell(case, ProcessJudged(case.decision.question), None)


def decision_of(round: Round) -> Decision:
    return Decision.objects.select_related("organization").get(pk=str(round.about_id))
