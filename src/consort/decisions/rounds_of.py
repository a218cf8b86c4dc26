"""The sealed rounds of a decision: input (one, two, …), weights and scores of criteria, ballots, pulses while it is
carried out, and the judgement of the process at the review.
"""

from dataclasses import dataclass

from consort.decisions.models import Decision, Stage
from consort.rounds.models import Round
from consort.rounds.queries import rounds_about

INPUT = "decision-input"
BALLOT = "decision-ballot"
PROCESS = "decision-review"
PULSE = "decision-pulse"
WEIGHTS = "decision-weights"
SCORES = "decision-scores"
KINDS = (INPUT, BALLOT, PROCESS, PULSE, WEIGHTS, SCORES)
ON_ITS_OWN_PAGE = (PULSE, WEIGHTS, SCORES)


@dataclass(frozen=True)
class RoundsOf:
    """All rounds about one decision that were not withdrawn, oldest first."""

    decision: Decision
    every: tuple[Round, ...]

    @property
    def inputs(self) -> list[Round]:
        return self._of(INPUT)

    @property
    def opened_inputs(self) -> list[Round]:
        return [each for each in self.inputs if each.is_opened]

    @property
    def latest_input(self) -> Round | None:
        """The newest opened round of input: the one a decider answers."""
        return self.opened_inputs[-1] if self.opened_inputs else None

    @property
    def ballot(self) -> Round | None:
        """The newest ballot on the options as they stand, since the decision last came to be resolved."""
        since = self.decision.began(Stage.RESOLVE)
        ballots = [each for each in self._of(BALLOT) if since and each.asked_at >= since and self._is_current(each)]
        return ballots[-1] if ballots else None

    @property
    def earlier_ballots(self) -> list[Round]:
        """Opened ballots that no longer count: replaced, or about other options. Newest first."""
        return [each for each in reversed(self._of(BALLOT)) if each.is_opened and each != self.ballot]

    def _is_current(self, ballot: Round) -> bool:
        """A ballot that is asking is about the options as they stand: changing them ends it."""
        return ballot.is_asking or _stands(ballot, "edition", self.decision.edition)

    @property
    def process(self) -> Round | None:
        found = self._of(PROCESS)
        return found[-1] if found else None

    @property
    def pulses(self) -> list[Round]:
        return self._of(PULSE)

    def weights(self, revision: int) -> Round | None:
        """The newest asking for weights of the criteria in that revision."""
        found = [each for each in self._of(WEIGHTS) if each.is_asking or _stands(each, "revision", revision)]
        return found[-1] if found else None

    @property
    def scores(self) -> Round | None:
        """The newest asking for scores of the options as they stand."""
        found = [each for each in self._of(SCORES) if each.is_asking or _stands(each, "edition", self.decision.edition)]
        return found[-1] if found else None

    @property
    def earlier_scores(self) -> list[Round]:
        """Opened scores of options that have changed since."""
        return [each for each in self._of(SCORES) if each.is_opened and each != self.scores]

    @property
    def asking(self) -> Round | None:
        """The round that is being answered now, if any. There is never more than one."""
        return next((each for each in self.every if each.is_asking), None)

    def _of(self, kind: str) -> list[Round]:
        return [each for each in self.every if each.kind == kind]


def _stands(round: Round, name: str, number: int) -> bool:
    """Whether what an opened round asked about is still what stands."""
    return bool((round.result or {}).get(name, 1) == number)


def rounds_of(decision: Decision) -> RoundsOf:
    """Runs one query."""
    every = [each for each in rounds_about(decision) if each.state != Round.State.WITHDRAWN]
    return RoundsOf(decision, tuple(sorted(every, key=lambda each: each.asked_at)))
