"""What a set of items measures, how exactly, and whether it changed. Agreement of raters: `reckon.agreement`."""

from consort.reckon.psychometrics.change import CERTAIN, Change, change_of, reliable_change
from consort.reckon.psychometrics.consistency import Alpha, Factor, alpha, omega, one_factor
from consort.reckon.psychometrics.printing import NUMBER_FROM, Printed, printed
from consort.reckon.psychometrics.raters import Estimate, RaterAgreement, rater_agreement

__all__ = [
    "CERTAIN",
    "NUMBER_FROM",
    "Alpha",
    "Change",
    "Estimate",
    "Factor",
    "Printed",
    "RaterAgreement",
    "alpha",
    "change_of",
    "omega",
    "one_factor",
    "printed",
    "rater_agreement",
    "reliable_change",
]
