"""What may be shown of ratings whose writers were promised not to be known."""

from consort.reckon.disclosure.attacks import narrowest
from consort.reckon.disclosure.groups import Ledger, fold
from consort.reckon.disclosure.plan import DISTRIBUTIONS_FROM, FEWEST_VALUES, Shown, half_points, shown

__all__ = ["DISTRIBUTIONS_FROM", "FEWEST_VALUES", "Ledger", "Shown", "fold", "half_points", "narrowest", "shown"]
