"""Opened weights and scores as tables of numbers, and what the arithmetic makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from statistics import fmean

from consort.core.models import Person
from consort.decisions.criteria_asked import HIGHEST, OVERALL_KEY, WEIGHTS_KEY, score_key
from consort.decisions.models import Criterion, Option
from consort.reckon import criteria as reckoning
from consort.rounds.models import Round
from consort.rounds.queries import Answer, answers_of

Points = dict[str, int]


@dataclass(frozen=True)
class Weights:
    """One person's own weights, in the order of the criteria."""

    person: Person
    points: list[int]
    words: str


def weights_in(round: Round, criteria: Sequence[Criterion]) -> list[Weights]:
    """Everyone's own. Runs two queries."""
    return [
        Weights(each.person, [each.answers[WEIGHTS_KEY][one.key] for one in criteria], each.answers.get("why", ""))
        for each in answers_of(round)
        if each.person and WEIGHTS_KEY in each.answers
    ]


def shared_weights(given: Sequence[Weights]) -> list[int]:
    """The means as whole points that add up to 100; what is left over goes where the most was cut off."""
    means = [fmean(column) for column in zip(*(each.points for each in given), strict=True)]
    points = [int(mean) for mean in means]
    by_rest = sorted(range(len(means)), key=lambda place: points[place] - means[place])
    for place in by_rest[: 100 - sum(points)]:
        points[place] += 1
    return points


class Scored:
    """`shared`: the mean score of each option on each criterion. Everything else follows from it and the weights."""

    def __init__(self, round: Round, options: Sequence[Option], criteria: Sequence[Criterion]) -> None:
        self.options, self.criteria = list(options), list(criteria)
        self.answers = answers_of(round)
        self.by_person = [self._table(answer) for answer in self.answers]

    def _table(self, answer: Answer) -> list[list[float]]:
        return [
            [answer.answers.get(score_key(criterion, option), nan) for criterion in self.criteria]
            for option in self.options
        ]

    @cached_property
    def shared(self) -> list[list[float]]:
        """NaN where nobody gave a score."""
        return [[float(cell) for cell in row] for row in reckoning.shared_scores(self.by_person)]

    @cached_property
    def gaps(self) -> list[tuple[Option, Criterion]]:
        """What nobody scored: without it there is no order."""
        return [
            (option, criterion)
            for option, row in zip(self.options, self.shared, strict=True)
            for criterion, cell in zip(self.criteria, row, strict=True)
            if isnan(cell)
        ]

    @property
    def weights(self) -> list[int]:
        return [criterion.weight or 0 for criterion in self.criteria]

    @cached_property
    def weighed(self) -> reckoning.Weighed:
        return reckoning.weigh(self.shared, self.weights)

    def winners_by(self, points: Sequence[int]) -> list[Option]:
        """Whom somebody's own weights would put first."""
        return [self.options[place] for place in reckoning.weigh(self.shared, points).winners]

    @cached_property
    def weight_shifts(self) -> list[reckoning.WeightShift]:
        return reckoning.weight_shifts(self.shared, self.weights)

    @cached_property
    def score_shifts(self) -> list[reckoning.ScoreShift]:
        return reckoning.score_shifts(self.shared, self.weights, width=HIGHEST)

    @cached_property
    def acceptability(self) -> reckoning.Acceptability:
        return reckoning.acceptability(self.shared)

    @cached_property
    def rivals(self) -> dict[str, tuple[int, ...]]:
        return reckoning.rivals(self.shared, self.weights)

    @cached_property
    def reversals(self) -> list[reckoning.Reversal]:
        return reckoning.reversals(self.shared, self.weights)

    def spread(self, option: int, criterion: int) -> tuple[int, int] | None:
        """The lowest and the highest score somebody gave, None where fewer than two did."""
        given = [table[option][criterion] for table in self.by_person if not isnan(table[option][criterion])]
        return (int(min(given)), int(max(given))) if len(given) > 1 else None

    @property
    def overall(self) -> list[tuple[str, str]]:
        """(who, letter) of the judgement that comes last."""
        return [(each.name, each.answers[OVERALL_KEY]) for each in self.answers if OVERALL_KEY in each.answers]
