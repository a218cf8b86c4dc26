"""How firm a result is: other methods, and one ballot changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consort.reckon.voting.ballot import UNRANKED, BallotBox
from consort.reckon.voting.borda import borda
from consort.reckon.voting.instant_runoff import instant_runoff
from consort.reckon.voting.minimax import minimax
from consort.reckon.voting.outcome import Outcome
from consort.reckon.voting.ranked_pairs import ranked_pairs
from consort.reckon.voting.schulze import schulze

RANKED_METHODS: Mapping[str, Callable[[BallotBox], Outcome]] = {
    "schulze": schulze,
    "ranked_pairs": ranked_pairs,
    "minimax": minimax,
    "instant_runoff": instant_runoff,
    "borda": borda,
}


@dataclass(frozen=True)
class Change:
    """One ballot that, cast another way, would change the winners. `ballot` is its place in the box."""

    ballot: int
    rival: int
    winners: tuple[int, ...]


@dataclass(frozen=True)
class Sensitivity:
    """What the panel beside a result shows.

    `winners_by_method`: winners under each ranked method. `agree`: all of them name the same winners.
    `one_ballot`: whether some single changed ballot alters the winners, None where this was not tried.
    `change`: the first such change found. `note`: why it was not tried, or "".
    """

    method: str
    winners: tuple[int, ...]
    winners_by_method: dict[str, tuple[int, ...]]
    agree: bool
    one_ballot: bool | None
    change: Change | None
    note: str = ""

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        change = self.change
        return {
            "method": self.method,
            "winners": list(self.winners),
            "winners_by_method": {name: list(winners) for name, winners in self.winners_by_method.items()},
            "agree": self.agree,
            "one_ballot": self.one_ballot,
            "change": change and {"ballot": change.ballot, "rival": change.rival, "winners": list(change.winners)},
            "note": self.note,
        }


def sensitivity(box: BallotBox, *, method: str = "schulze", most_ballots: int = 50) -> Sensitivity:
    """Hold a ranked result against the other methods and against one changed ballot.

    Every ballot is changed in favour of every rival, in two ways: the rival goes to the top; or the rival goes to the
    top and the winners to the bottom. With more than `most_ballots` people this is not tried (None).
    Raises KeyError for a method that is not in `RANKED_METHODS`.
    """
    outcomes: dict[str, Outcome] = {name: count(box) for name, count in RANKED_METHODS.items()}
    winners = outcomes[method].winners
    by_method = {name: outcome.winners for name, outcome in outcomes.items()}
    agree = len(set(by_method.values())) == 1
    if box.total > most_ballots:
        note = f"One changed ballot is tried only up to {most_ballots} ballots."
        return Sensitivity(method, winners, by_method, agree, None, None, note)
    change = _first_change(box, method, winners)
    return Sensitivity(method, winners, by_method, agree, change is not None, change)


def _first_change(box: BallotBox, method: str, winners: tuple[int, ...]) -> Change | None:
    rivals = [option for option in range(box.options) if option not in winners] or list(winners)
    rivals += [winner for winner in winners if len(winners) > 1 and winner not in rivals]
    for ballot in np.flatnonzero(box.counts):
        for rival in rivals:
            for changed in _changed(box, int(ballot), rival, winners):
                after = RANKED_METHODS[method](changed).winners
                if after != winners:
                    return Change(int(ballot), rival, after)
    return None


def _changed(box: BallotBox, ballot: int, rival: int, winners: tuple[int, ...]) -> Iterator[BallotBox]:
    """The box with one person's ballot changed in the rival's favour."""
    ranks = box.ranks[:, ballot]
    raised = np.where(ranks == UNRANKED, UNRANKED, ranks + 1).astype(np.int32)
    raised[rival] = 0
    yield _with_one(box, ballot, raised)
    lowered = raised.copy()
    lowered[[winner for winner in winners if winner != rival]] = raised.max() + 1
    yield _with_one(box, ballot, lowered)


def _with_one(box: BallotBox, ballot: int, ranks: NDArray[np.int32]) -> BallotBox:
    """Take one person from a ballot and give them other ranks."""
    counts = np.append(box.counts, 1)
    counts[ballot] -= 1
    return BallotBox(np.column_stack([box.ranks, ranks]), counts, box.unranked)
