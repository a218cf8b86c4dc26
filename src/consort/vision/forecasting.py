"""What was foretold at check-ins, held against what happened. Refuses where there is too little to say."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.reckon.forecasts import brier_score
from consort.reckon.forecasts.calibration import FEWEST_FORECASTS
from consort.vision.queries.cycles import Foretold

FEWEST_OBJECTIVES = 5


@dataclass(frozen=True)
class Judged:
    """`error` is the mean squared distance (Brier), None where there is too little, and `refusal` says why. `mean` is
    what was held on average and `share` how many of the objectives were reached, both 0 to 1."""

    forecasts: int
    objectives: int
    error: float | None = None
    mean: float = 0.0
    share: float = 0.0
    refusal: str = ""


def judge(foretold: Sequence[Foretold]) -> Judged:
    """The error of all confidences together. Several about one objective are not independent, so both are counted."""
    objectives = {each.objective: each.reached for each in foretold}
    counted = Judged(len(foretold), len(objectives))
    if len(foretold) < FEWEST_FORECASTS or len(objectives) < FEWEST_OBJECTIVES:
        return Judged(len(foretold), len(objectives), refusal=_refusal(counted))
    shares = [each.share for each in foretold]
    error = brier_score(shares, [each.reached for each in foretold])
    reached = sum(objectives.values()) / len(objectives)
    return Judged(len(foretold), len(objectives), error, sum(shares) / len(shares), reached)


def _refusal(judged: Judged) -> str:
    words = _(
        "Too little to say more: %(given)s confidences on %(objectives)s reviewed objectives; at least %(needed)s on"
        " %(fewest)s are needed."
    )
    known = {"given": judged.forecasts, "objectives": judged.objectives}
    return words % {**known, "needed": FEWEST_FORECASTS, "fewest": FEWEST_OBJECTIVES}
