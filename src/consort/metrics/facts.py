"""What can be recorded about metrics and their readings. Values are words with their unit, never floats."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("metric.defined", _("{actor} defined {name}"))
@dataclass(frozen=True)
class MetricDefined(Fact):
    name: str


@fact("metric.changed", _("{actor} changed {what}"))
@dataclass(frozen=True)
class MetricChanged(Fact):
    """`what` names what was changed; `before` holds what stood there, by field."""

    what: str
    before: dict[str, str]


@fact("reading.added", _("{actor} added {value} for {when}"))
@dataclass(frozen=True)
class ReadingAdded(Fact):
    value: str
    when: str


@fact("reading.corrected", _("{actor} corrected {when} from {before} to {value}: {reason}"))
@dataclass(frozen=True)
class ReadingCorrected(Fact):
    value: str
    when: str
    before: str
    reason: str


@fact("reading.removed", _("{actor} removed {value} for {when}: {reason}"))
@dataclass(frozen=True)
class ReadingRemoved(Fact):
    value: str
    when: str
    reason: str


@fact("reading.imported", _("{actor} brought in {added} readings from a file and corrected {corrected}"))
@dataclass(frozen=True)
class ReadingsImported(Fact):
    """`replaced` holds what stood before on each corrected day."""

    added: int
    corrected: int
    replaced: dict[str, str]
