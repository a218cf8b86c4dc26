"""Approval voting."""

from collections.abc import Iterable, Sequence

from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_value


def approval(approvals: Iterable[Sequence[int]], *, options: int) -> Outcome:
    """Order options by how many people approve of them.

    `approvals`: for each person the indexes of the options they approve; an empty one counts as cast.
    Raises ValueError for an index out of range; naming an option twice counts once.
    Source: Brams & Fishburn 1978, "Approval voting", American Political Science Review 72.
    """
    counts, cast = [0] * options, 0
    for approved in approvals:
        cast += 1
        for option in set(approved):
            if not 0 <= option < options:
                raise ValueError(f"There is no option {option}.")
            counts[option] += 1
    return ranked_outcome("approval", tiers_by_value(counts), {"approvals": counts, "cast": cast})
