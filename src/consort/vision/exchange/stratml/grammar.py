"""What may stand where, in which order and how often, in the two parts of StratML. Checked at import."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Part(IntEnum):
    ONE = 1
    TWO = 2


class Kind(StrEnum):
    """What the text of a leaf must be."""

    TEXT = "text"
    DATE = "date"
    DATE_OR_NOTHING = "date or nothing"
    NUMBER_OR_NOTHING = "number or nothing"
    IDENTIFIER = "identifier"
    ROLE = "role"
    ADDRESS = "address"


@dataclass(frozen=True)
class Place:
    """A child: at least `least` and at most `most` times."""

    name: str
    least: int
    most: int | None


SIGNS: dict[str, tuple[int, int | None]] = {"!": (1, 1), "?": (0, 1), "*": (0, None), "+": (1, None)}
NAMESPACES = {
    Part.ONE: "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
    Part.TWO: "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
}
KNOWN_NAMESPACES = {
    *NAMESPACES.values(),
    "http://www.stratml.net",
    "http://www.stratml.net/PerformancePlanOrReport",
    "",
}
ROOTS = {Part.ONE: "StrategicPlan", Part.TWO: "PerformancePlanOrReport"}
ROOT = ROOTS[Part.TWO]
RESULT = "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"
SHARED = {
    "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal+",
    "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
    "Vision": "Description? Identifier?",
    "Mission": "Description? Identifier?",
    "Value": "Name? Description?",
    "Goal": "Name! Description! Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*",
}
WRITTEN = {
    Part.ONE: SHARED
    | {
        "StrategicPlan": "Name! Description? OtherInformation? StrategicPlanCore! AdministrativeInformation?",
        "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?",
        "Stakeholder": "Name! Description?",
        "AdministrativeInformation": "StartDate? EndDate? PublicationDate? Source? Submitter?",
        "Submitter": "GivenName? Surname? PhoneNumber? EmailAddress?",
    },
    Part.TWO: SHARED
    | {
        ROOT: "Name! Description? OtherInformation? StrategicPlanCore! AdministrativeInformation? Submitter?",
        "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation? "
        "PerformanceIndicator*",
        "Stakeholder": "Name! Description? Role*",
        "Role": "Name! Description? RoleType?",
        "AdministrativeInformation": "Identifier? StartDate? EndDate? PublicationDate? Source?",
        "Submitter": "Identifier? GivenName? Surname? PhoneNumber? EmailAddress?",
        "PerformanceIndicator": "SequenceIndicator? MeasurementDimension! UnitOfMeasurement! Identifier? Relationship* "
        "MeasurementInstance* OtherInformation?",
        "Relationship": "Identifier? ReferentIdentifier* Name? Description?",
        "MeasurementInstance": "TargetResult* ActualResult*",
        "TargetResult": RESULT,
        "ActualResult": RESULT,
        "Descriptor": "DescriptorName? DescriptorValue?",
    },
}
ATTRIBUTES = {
    (ROOT, "Type"): ("Strategic_Plan", "Performance_Plan", "Performance_Report"),
    ("Stakeholder", "StakeholderTypeType"): ("Person", "Organization", "Generic_Group"),
    ("PerformanceIndicator", "PerformanceIndicatorType"): ("Quantitative", "Qualitative"),
    ("PerformanceIndicator", "ValueChainStage"): (
        "Outcome",
        "Output_Processing",
        "Output",
        "Input_Processing",
        "Input",
    ),
    ("Relationship", "RelationshipType"): ("Broader_Than", "Peer_To", "Narrower_Than"),
}
ROLES = ("Performer", "Beneficiary")
DATES = ("StartDate", "EndDate", "PublicationDate")


def places_of(written: str) -> tuple[Place, ...]:
    """Raises KeyError for a sign that is none."""
    return tuple(Place(word[:-1], *SIGNS[word[-1]]) for word in written.split())


GRAMMARS = {part: {name: places_of(row) for name, row in rows.items()} for part, rows in WRITTEN.items()}
# Real files give more than one role type; the schema allows two.
GRAMMARS[Part.TWO]["Role"] = (Place("Name", 1, 1), Place("Description", 0, 1), Place("RoleType", 0, 2))
LEAVES = {place.name for rows in GRAMMARS.values() for places in rows.values() for place in places} - {
    name for rows in GRAMMARS.values() for name in rows
}
NCNAME = re.compile(r"[^\W\d][\w.\-]*")


def kind_of(name: str, part: Part) -> Kind:
    """What the text of a leaf of that name must be."""
    if name in DATES:
        return Kind.DATE if part is Part.ONE else Kind.DATE_OR_NOTHING
    special = {
        "NumberOfUnits": Kind.NUMBER_OR_NOTHING,
        "Identifier": Kind.IDENTIFIER,
        "RoleType": Kind.ROLE,
        "Source": Kind.ADDRESS,
    }
    return special.get(name, Kind.TEXT)
