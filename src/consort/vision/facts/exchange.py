"""What can be recorded about files that were brought in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@dataclass(frozen=True)
class _Brought(Fact):
    """How many things were made and changed, and how many readings were added."""

    file: str
    made: int
    changed: int
    readings: int


@fact("plan.brought_in", _("{actor} brought this in from {file}: {made} new, {changed} changed, {readings} readings"))
@dataclass(frozen=True)
class PlanBroughtIn(_Brought):
    pass
