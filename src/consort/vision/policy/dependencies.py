"""Who may do what with a dependency between departments."""

from consort.core.models import Person
from consort.vision.contracts import MACHINE, Side, Verb
from consort.vision.models import Dependency, Objective
from consort.vision.policy.cycles import leads_of
from consort.vision.policy.objectives import heads


def may_ask(person: Person, objective: Objective | None) -> bool:
    """A leader who has a department asks in its name; for an objective, one who may answer for it or its department."""
    if person.left is not None or not person.is_leader or person.department_id is None:
        return False
    if objective is None:
        return True
    return person in leads_of(objective) or objective.department_id in (None, person.department_id)


def is_on(side: Side, dependency: Dependency, person: Person) -> bool:
    """Whether the person speaks for that side. Whoever asked always speaks for theirs."""
    if person.organization_id != dependency.organization_id or person.left is not None:
        return False
    if side == Side.ASKING:
        return dependency.owner_id == person.pk or heads(dependency.asking, person)
    return side == Side.GIVING and heads(dependency.giving, person)


def may(verb: Verb, dependency: Dependency, person: Person) -> bool:
    """Whether that is for the person to do, whatever the state."""
    return is_on(MACHINE[verb].side, dependency, person)


def can_now(dependency: Dependency, person: Person) -> list[Verb]:
    """What the person can do in the present state."""
    return [verb for verb, way in MACHINE.items() if dependency.state in way.sources and may(verb, dependency, person)]
