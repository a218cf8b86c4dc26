"""Summaries of the answers to one question, one function per kind of question.

Each takes the answers of a round (people who did not answer are left out before) and returns a plain, JSON-able dict
with "answered" first. Without answers the figures are None. No index of agreement for fewer than three people.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median
from typing import Any

from consort.reckon.agreement import order_agreement, scale_agreement
from consort.reckon.forecasts import aggregate

Summary = dict[str, Any]
FEWEST_FOR_AGREEMENT = 3


def choice(answers: Sequence[int], *, options: int) -> Summary:
    """`answers`: index of the chosen option. Returns "counts" per option and "leading" (several when tied)."""
    counts = _counts(answers, options)
    most = max(counts, default=0)
    leading = [option for option, count in enumerate(counts) if count == most > 0]
    return {"answered": len(answers), "counts": counts, "leading": leading}


def approval(answers: Sequence[Sequence[int]], *, options: int) -> Summary:
    """`answers`: indexes of the approved options. Returns "counts" per option and "leading" (several when tied)."""
    summary = choice([option for approved in answers for option in set(approved)], options=options)
    return summary | {"answered": len(answers)}


def scale(answers: Sequence[int], *, points: int, lowest: int = 1) -> Summary:
    """`answers`: points from `lowest` up. Returns "counts" per point, "mean", "median" and "agreement" (or None)."""
    counts = _counts([answer - lowest for answer in answers], points)
    agreement = None
    if len(answers) >= FEWEST_FOR_AGREEMENT:
        figures = scale_agreement(answers, points=points)
        agreement = {
            "average_deviation": figures.average_deviation,
            "r_wg": figures.r_wg,
            "critical_r_wg": figures.critical_r_wg,
            "beyond_chance": figures.beyond_chance,
        }
    return _centre(answers) | {"counts": counts, "lowest": lowest, "agreement": agreement}


def rank(answers: Sequence[Sequence[int]], *, items: int) -> Summary:
    """`answers`: the rank each person gave to each item, 1 the best, equal ranks allowed.

    Returns "mean_ranks" and "order" (item indexes by mean rank, equal means together) and "agreement" (or None).
    The mean rank only sets the order in which items are shown; to decide, count ballots with a voting method.
    """
    if any(len(ranks) != items for ranks in answers):
        raise ValueError(f"Every person ranks {items} items.")
    means = [fmean(column) for column in zip(*answers, strict=True)] if answers else []
    order = [[item for item, mean in enumerate(means) if mean == level] for level in sorted(set(means))]
    agreement = None
    if len(answers) >= FEWEST_FOR_AGREEMENT and items > 1:
        figures = order_agreement(answers)
        agreement = {
            "w": figures.w,
            "chance_line": figures.chance_line,
            "p_value": figures.p_value,
            "tau_b": figures.tau_b,
        }
    return {"answered": len(answers), "mean_ranks": means, "order": order, "agreement": agreement}


def probability(answers: Sequence[float]) -> Summary:
    """`answers`: probabilities from 0 to 1. Returns "dots" (sorted), "mean", "median", "trimmed", "geometric_odds"."""
    if not answers:
        return _centre(answers) | {"dots": [], "trimmed": None, "geometric_odds": None}
    pooled = aggregate(answers)
    dots = sorted(float(answer) for answer in answers)
    return _centre(dots) | {"dots": dots, "trimmed": pooled.trimmed, "geometric_odds": pooled.geometric_odds}


def number(answers: Sequence[tuple[float, float, float]]) -> Summary:
    """`answers`: (lower, best, upper). Returns the median of each, all "ranges" by best guess, and their "overlap".

    "overlap" is the range that every answer holds to be possible, None where two of them exclude each other.
    """
    if any(not lower <= best <= upper for lower, best, upper in answers):
        raise ValueError("The best guess lies between the lower and the upper end.")
    ranges = sorted(([float(value) for value in answer] for answer in answers), key=lambda one: (one[1], one))
    start, end = max((one[0] for one in ranges), default=1.0), min((one[2] for one in ranges), default=0.0)
    medians = [median(column) for column in zip(*ranges, strict=True)] if ranges else [None, None, None]
    return {
        "answered": len(ranges),
        **dict(zip(("lower", "best", "upper"), medians, strict=True)),
        "ranges": ranges,
        "overlap": [start, end] if start <= end else None,
    }


def allocation(answers: Sequence[Sequence[float]], *, options: int) -> Summary:
    """`answers`: points each person gave to each option.

    Returns the mean "shares" (each of the person's own total), and the "lowest" and "highest" of each option.
    A person who gave no points at all counts as not answered. Raises ValueError on negative points.
    """
    if any(len(points) != options or min(points, default=0) < 0 for points in answers):
        raise ValueError(f"Everybody gives {options} numbers, none of them negative.")
    shares = [[value / sum(points) for value in points] for points in answers if sum(points) > 0]
    columns = list(zip(*shares, strict=True))
    return {
        "answered": len(shares),
        "shares": [fmean(column) for column in columns],
        "lowest": [min(column) for column in columns],
        "highest": [max(column) for column in columns],
    }


def from_to(answers: Sequence[tuple[int, int]], *, points: int, lowest: int = 1) -> Summary:
    """`answers`: (where we are, where we should be) on one scale. Returns a summary of each end and of the moves.

    "up", "down" and "stay" count people by the direction they want; "mean_move" is in points.
    """
    starts, ends = [start for start, _ in answers], [end for _, end in answers]
    moves = [end - start for start, end in answers]
    return {
        "answered": len(answers),
        "from": scale(starts, points=points, lowest=lowest),
        "to": scale(ends, points=points, lowest=lowest),
        "pairs": [[start, end] for start, end in sorted(answers)],
        "mean_move": fmean(moves) if moves else None,
        "up": sum(move > 0 for move in moves),
        "down": sum(move < 0 for move in moves),
        "stay": sum(move == 0 for move in moves),
    }


def text(answers: Sequence[str]) -> Summary:
    """`answers`: written text. Returns those that hold something, in the order given (shuffle before, if anonymous)."""
    written = [answer.strip() for answer in answers if answer.strip()]
    return {"answered": len(written), "texts": written}


SUMMARIES: Mapping[str, Callable[..., Summary]] = {
    "choice": choice,
    "approval": approval,
    "scale": scale,
    "rank": rank,
    "probability": probability,
    "number": number,
    "allocation": allocation,
    "from_to": from_to,
    "text": text,
}


def _counts(answers: Sequence[int], options: int) -> list[int]:
    """How often each of 0 to options - 1 was given. Raises ValueError for any other number."""
    counted = Counter(answers)
    if any(not 0 <= answer < options for answer in counted):
        raise ValueError(f"An answer lies outside the {options} that were offered.")
    return [counted[option] for option in range(options)]


def _centre(answers: Sequence[float]) -> Summary:
    if not answers:
        return {"answered": 0, "mean": None, "median": None}
    return {"answered": len(answers), "mean": fmean(answers), "median": float(median(answers))}
