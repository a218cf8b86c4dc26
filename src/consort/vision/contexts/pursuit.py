"""How an objective is pursued: its check-ins, what it needs from other departments, catchball.

The page of an objective has no queries left for them, so it holds a place that asks for them once it stands.
"""

from typing import Any

from consort.core.models import Person
from consort.vision.contexts import catchball, check_ins, dependencies
from consort.vision.models import Objective
from consort.vision.where import address


def place(objective: Objective, reader: Person) -> dict[str, Any]:
    """Where the part is put. Runs no query."""
    return {"pursuit_url": address("pursuit", objective)}


def part_of(objective: Objective, reader: Person) -> dict[str, Any]:
    """The part itself. Runs at most ten queries."""
    return {
        "objective": objective,
        "check_ins": check_ins.section(objective, reader) if objective.state != Objective.State.DRAFT else None,
        "needs": dependencies.section(objective, reader),
        "catchball": catchball.section(objective, reader),
    }
