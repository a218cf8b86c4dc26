"""The nouns of the strategy: purpose, priorities, objectives, key results, initiatives, cycles,
check-ins, dependencies between departments, catchball, publications.

What serves what is a `core.models.Link` of kind `serves`: an objective serves priorities and objectives, an initiative
serves objectives and priorities, and so do decisions and commitments. Every open priority serves the purpose in force.
"""

from consort.vision.models.catchball import Catchball, Catcher, Proposal, Version
from consort.vision.models.check_in import CheckIn, Review
from consort.vision.models.culture import Culture, Shift, Statement
from consort.vision.models.cycle import Cycle
from consort.vision.models.dependency import Dependency, Turn
from consort.vision.models.drill import Code, Coder, Drill, DrillItem, Recollection, Wording
from consort.vision.models.finding import Contradiction, Dismissal
from consort.vision.models.initiative import Initiative
from consort.vision.models.key_result import KeyResult
from consort.vision.models.objective import Agreement, Carrier, Objective
from consort.vision.models.priority import Priority
from consort.vision.models.publication import Ask, Audience, Edition, Publication, Reader, Section
from consort.vision.models.pulse import Pulse, PulseItem
from consort.vision.models.purpose import Purpose, Signature, Value, WillNot
from consort.vision.models.source import Source, SourcePart

__all__ = [
    "Agreement",
    "Ask",
    "Audience",
    "Carrier",
    "Catchball",
    "Catcher",
    "CheckIn",
    "Code",
    "Coder",
    "Contradiction",
    "Culture",
    "Cycle",
    "Dependency",
    "Dismissal",
    "Drill",
    "DrillItem",
    "Edition",
    "Initiative",
    "KeyResult",
    "Objective",
    "Priority",
    "Proposal",
    "Publication",
    "Pulse",
    "PulseItem",
    "Purpose",
    "Reader",
    "Recollection",
    "Review",
    "Section",
    "Shift",
    "Signature",
    "Source",
    "SourcePart",
    "Statement",
    "Turn",
    "Value",
    "Version",
    "WillNot",
    "Wording",
]
