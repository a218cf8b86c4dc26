"""Counting scores: by their means, or STAR. Beside them, what the same scores would give as mere orders."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from consort.decisions.counting.results import Count, one_ballot_matters, result_of
from consort.reckon.voting import RANKED_METHODS, Ballot, BallotBox, Outcome, score, star

Scores = tuple[int | None, ...]
AS_ORDERS = ("schulze", "instant_runoff", "borda")


def count_scored(
    method: str, letters: Sequence[str], scores: Sequence[Mapping[str, int | None]], *, seats: int, highest: int
) -> Count:
    """`scores`: for each ballot the score of each option by letter, None where it gives none. By `score` or `star`."""
    rows: list[Scores] = [tuple(given.get(letter) for letter in letters) for given in scores]
    if not any(value is not None for row in rows for value in row):
        return result_of(method, letters, Outcome(method, (), (), False), seats=seats, cast=len(rows))
    outcome = _METHODS[method](rows)
    count = result_of(method, letters, outcome, seats=seats, cast=len(rows))
    numbers = outcome.detail["means"] if method == "score" else outcome.detail["totals"]
    return count | {
        "scores": dict(zip(letters, numbers, strict=True)),
        "finalists": [[letters[place] for place in pair] for pair in outcome.detail.get("finalists", [])],
        "runoffs": outcome.detail.get("runoffs", []),
        "sensitivity": _sensitivity(method, letters, rows, highest),
    }


def _by_score(rows: Sequence[Scores]) -> Outcome:
    return score(rows, options=len(rows[0]))


def _by_star(rows: Sequence[Scores]) -> Outcome:
    return star(rows, options=len(rows[0]))


_METHODS: Mapping[str, Callable[[Sequence[Scores]], Outcome]] = {"score": _by_score, "star": _by_star}


def _sensitivity(method: str, letters: Sequence[str], rows: Sequence[Scores], highest: int) -> Count:
    winners = {name: count(rows).winners for name, count in _METHODS.items()}
    box = BallotBox.of(Ballot(tuple(None if each is None else highest - each for each in row)) for row in rows)
    winners |= {name: RANKED_METHODS[name](box).winners for name in AS_ORDERS}
    first = winners[method]

    def changed(row: Scores) -> Iterable[Scores]:
        for rival in range(len(row)):
            if len(first) > 1 or rival not in first:
                yield tuple(
                    highest if place == rival else 0 if place in first else each for place, each in enumerate(row)
                )

    return {
        "winners_by_method": {name: [letters[place] for place in places] for name, places in winners.items()},
        "agree": len(set(winners.values())) == 1,
        "one_ballot": one_ballot_matters(rows, changed, lambda them: _METHODS[method](them).winners),
    }
