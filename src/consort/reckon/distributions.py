"""The beta and F distributions, to about twelve digits, without SciPy (1.9 s to import, nearly 100 MB)."""

from collections.abc import Callable
from math import exp, inf, lgamma, log, log1p

TINY = 1e-300
NEAR = 1e-15
MOST_STEPS = 500


def beta_below(value: float, first: float, second: float) -> float:
    """Probability that a beta variable with these two parameters stays below `value` (the regularized function).

    By its continued fraction (Abramowitz & Stegun 1964, 26.5.8) after Lentz.
    """
    if value <= 0 or value >= 1:
        return float(value >= 1)
    if value > (first + 1) / (first + second + 2):
        return 1 - beta_below(1 - value, second, first)
    scale = lgamma(first + second) - lgamma(first) - lgamma(second) + first * log(value) + second * log1p(-value)
    return exp(scale) * _fraction(value, first, second) / first


def f_below(value: float, numerator: float, denominator: float) -> float:
    """Probability that an F variable with these degrees of freedom stays below `value`."""
    if value == inf:
        return 1.0
    weighted = numerator * max(value, 0.0)
    return beta_below(weighted / (weighted + denominator), numerator / 2, denominator / 2)


def f_quantile(probability: float, numerator: float, denominator: float) -> float:
    """The value an F variable stays below with this probability; degrees of freedom need not be whole."""
    share = _inverse(lambda each: beta_below(each, numerator / 2, denominator / 2), probability)
    return inf if share >= 1 else denominator * share / (numerator * (1 - share))


def _inverse(below: Callable[[float], float], probability: float) -> float:
    """Where a distribution function on [0, 1] takes this value, by bisection."""
    if not 0 < probability < 1:
        raise ValueError("A probability between 0 and 1 is needed.")
    low, high = 0.0, 1.0
    while high - low > NEAR * high:
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < probability else (low, middle)
    return (low + high) / 2


def _fraction(value: float, first: float, second: float) -> float:
    numerator, denominator = 1.0, _away(1 - (first + second) * value / (first + 1))
    denominator = 1 / denominator
    whole = denominator
    for step in range(1, MOST_STEPS):
        for term in _terms(step, value, first, second):
            denominator = 1 / _away(1 + term * denominator)
            numerator = _away(1 + term / numerator)
            whole *= numerator * denominator
        if abs(numerator * denominator - 1) < NEAR:
            break
    return whole


def _terms(step: int, value: float, first: float, second: float) -> tuple[float, float]:
    """The even and the odd coefficient of this step."""
    here = first + 2 * step
    even = step * (second - step) * value / ((here - 1) * here)
    odd = -(first + step) * (first + second + step) * value / (here * (here + 1))
    return even, odd


def _away(value: float) -> float:
    """Not zero, so that it can be divided by."""
    return value if abs(value) > TINY else TINY
