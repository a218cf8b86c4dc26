"""The questions of a culture map, and what its answers show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from consort.reckon.means import Mean, mean_of
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question
from consort.vision.models import Statement

KIND = "vision-culture"
LEAST, MOST = 1, 7
FEWEST_PEOPLE = 3
SMALL_MOVE = 0.5
Summary = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """Where people stand between two ways to work. `wants_move`: the intervals of today and needed do not meet."""

    statement: Statement
    today: Mean
    needed: Mean
    up: int
    down: int
    stay: int

    @property
    def move(self) -> float:
        return self.needed.value - self.today.value

    @property
    def wants_move(self) -> bool:
        return self.today.high < self.needed.low or self.needed.high < self.today.low

    @property
    def may_be_kept(self) -> bool:
        return abs(self.move) < SMALL_MOVE


def questions(statements: Sequence[Statement], months: int) -> list[NewQuestion]:
    """One for each statement: where we are today, and where we need to be."""
    hint = _("Today, and where it needs to be in %(months)s months") % {"months": months}
    return [
        NewQuestion(
            each.key,
            Question.Kind.PAIRS,
            str(each),
            hint=hint,
            required=False,
            settings={"min": LEAST, "max": MOST, "ends": [each.one, each.other]},
        )
        for each in statements
    ]


def findings(statements: Sequence[Statement], result: Mapping[str, Any]) -> list[Finding]:
    """Where today and needed lie farthest apart comes first. Statements that too few answered are left out."""
    summaries: Mapping[str, Summary] = result.get("questions", {})
    found = [_finding(each, summaries[each.key]) for each in statements if _is_shown(summaries.get(each.key))]
    return sorted(found, key=lambda each: (-abs(each.move), each.statement.position))


def _is_shown(summary: Summary | None) -> bool:
    return bool(summary) and not summary.get("withheld") and summary["answered"] >= FEWEST_PEOPLE  # type: ignore[union-attr,index]


def _finding(statement: Statement, summary: Summary) -> Finding:
    today, needed = (_mean(summary[end]) for end in ("from", "to"))
    return Finding(statement, today, needed, summary["up"], summary["down"], summary["stay"])


def _mean(end: Summary) -> Mean:
    answers = [end["lowest"] + at for at, count in enumerate(end["counts"]) for _person in range(count)]
    return mean_of(answers, least=LEAST, most=MOST)
