"""Who may do what with cycles, check-ins and reviews."""

from consort.core.models import Person
from consort.vision.models import CheckIn, Cycle, Objective
from consort.vision.policy.objectives import may_change


def may_plan(person: Person) -> bool:
    """Leaders and facilitators plan cycles."""
    return person.left is None and person.sees_leaders


def may_steer(cycle: Cycle, person: Person) -> bool:
    """Whoever planned it, and facilitators; once whoever planned it has left, every leader."""
    if person.organization_id != cycle.organization_id or not may_plan(person):
        return False
    return cycle.owner is None or cycle.owner.left is not None or cycle.owner == person or person.is_facilitator


def leads_of(objective: Objective) -> list[Person]:
    """Who answers for it: its leads who are still here, else whoever wrote it down. Uses prefetched leads."""
    leads = [person for person in objective.leads.all() if person.left is None]
    return leads or ([objective.owner] if objective.owner and objective.owner.left is None else [])


def may_check_in(objective: Objective, person: Person) -> bool:
    return person in leads_of(objective)


def may_take_back(check_in: CheckIn, person: Person) -> bool:
    """One's own, unless it came out of a sealed round."""
    return check_in.person_id == person.pk and check_in.round_id is None


def may_review(objective: Objective, person: Person) -> bool:
    """Whoever may close it."""
    return may_change(objective, person)
