"""Standard errors of the components of a complete team."""

from dataclasses import dataclass
from math import sqrt

from consort.reckon.relations.components import Components
from consort.reckon.relations.significance import freedom_of, mean_squares


@dataclass(frozen=True)
class Spread:
    """How far each component would vary over teams like this one (standard errors, squared points)."""

    perceiver: float
    target: float
    perceiver_target: float
    relationship: float
    reciprocity: float


def standard_errors(components: Components) -> Spread:
    """Of components worked out from complete data, without bias under normal effects (Lashley & Bond 1997).

    They are no test: see `significance`.
    """
    people, cells = components.people, components.people * (components.people - 2)
    alike, apart = (
        2 * square**2 / (freedom + 2)
        for square, freedom in zip(mean_squares(components), freedom_of(people), strict=True)
    )
    noise = (people**2 * alike + (people - 2) ** 2 * apart) / (4 * cells**2)
    perceiver = components.perceiver + components.perceiver_noise
    target = components.target + components.target_noise
    crossed = components.perceiver_target + (components.reciprocity * (people - 1) + components.relationship) / cells
    return Spread(
        sqrt(2 * perceiver**2 / (people + 1) + noise),
        sqrt(2 * target**2 / (people + 1) + noise),
        sqrt(_product_variance(perceiver, target, crossed, people - 1) + noise),
        sqrt((alike + apart) / 4),
        sqrt((alike + apart) / 4),
    )


def _product_variance(first: float, second: float, product: float, freedom: int) -> float:
    """Unbiased estimate of the variance of a mean product (of a Wishart matrix) from the matrix itself."""
    weight = (freedom - 2) / ((freedom + 2) * (freedom - 1))
    return (1 - weight) / freedom * first * second + weight * product**2
