"""Who may do what with an objective, its key results and those who carry it."""

from collections.abc import Iterable

from consort.core.models import Department, Person
from consort.vision.models import Carrier, Objective
from consort.vision.policy.purpose import keeps_strategy


def may_write(person: Person) -> bool:
    """Begin an objective: every leader, and facilitators."""
    return person.left is None and person.sees_leaders


def leads(objective: Objective, person: Person) -> bool:
    """Runs one query unless the leads are fetched."""
    return person in objective.leads.all()


def may_change(objective: Objective, person: Person) -> bool:
    """Change it and its key results, ask departments, close it: its leads, who wrote it, who keep the strategy."""
    if objective.organization_id != person.organization_id or person.left is not None:
        return False
    return person.pk == objective.owner_id or leads(objective, person) or keeps_strategy(person)


def may_agree(objective: Objective, person: Person) -> bool:
    """Only who leads it can say that they answer for it."""
    return person.organization_id == objective.organization_id and person.left is None and leads(objective, person)


def heads(department: Department, person: Person) -> bool:
    """Speaks for a department: the leaders who are in it."""
    return person.left is None and person.is_leader and person.department_id == department.pk


def may_confirm(carrier: Carrier, person: Person) -> bool:
    return heads(carrier.department, person)


def carried_by(carriers: Iterable[Carrier], person: Person) -> Carrier | None:
    """The place at which `person` is asked to say what an objective asks of their people, if there is one."""
    return next((carrier for carrier in carriers if may_confirm(carrier, person)), None)
