"""Counting orders, by any of the ranked methods."""

from collections.abc import Mapping, Sequence

from consort.decisions.counting.results import Count, result_of
from consort.reckon.voting import RANKED_METHODS, BallotBox, Outcome, Unranked, sensitivity
from consort.reckon.voting.ballot import UNRANKED

MOST_FOR_SENSITIVITY = 2_000
MOST_OPTIONS_FOR_PAIRS = 12


def count_ranked(
    method: str,
    letters: Sequence[str],
    ranks: Sequence[Mapping[str, int | None]],
    *,
    seats: int,
    unranked: Unranked,
    firmness: bool = True,
) -> Count:
    """`ranks`: for each ballot the place of each option by letter, None where it says nothing.

    `firmness`: hold the result against the other methods and one changed ballot, unless there are very many ballots.
    """
    matrix = [[_code(places.get(letter)) for letter in letters] for places in ranks]
    if not matrix:
        return result_of(method, letters, Outcome(method, (), (), False), seats=seats, cast=0)
    box = BallotBox.from_matrix(matrix, unranked=unranked)
    outcome = RANKED_METHODS[method](box)
    count = result_of(method, letters, outcome, seats=seats, cast=len(matrix)) | {"unranked": unranked}
    if len(letters) <= MOST_OPTIONS_FOR_PAIRS and "pairwise" in outcome.detail:
        count["pairwise"] = outcome.detail["pairwise"]
    if firmness and len(matrix) <= MOST_FOR_SENSITIVITY:
        count["sensitivity"] = _sensitivity(box, method, letters)
    return count


def _sensitivity(box: BallotBox, method: str, letters: Sequence[str]) -> Count:
    panel = sensitivity(box, method=method)
    named = {name: [letters[place] for place in winners] for name, winners in panel.winners_by_method.items()}
    return {"winners_by_method": named, "agree": panel.agree, "one_ballot": panel.one_ballot}


def _code(place: int | None) -> int:
    return UNRANKED if place is None else place
