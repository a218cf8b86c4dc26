"""Who may do what with an initiative."""

from consort.core.models import Person
from consort.vision.models import Initiative
from consort.vision.policy.purpose import keeps_strategy


def may_add(person: Person) -> bool:
    return person.left is None and person.sees_leaders


def may_change(initiative: Initiative, person: Person) -> bool:
    """Change it and move it on: those who lead it, who wrote it, and who keep the strategy. At most two queries."""
    if initiative.organization_id != person.organization_id or person.left is not None:
        return False
    return person.pk == initiative.owner_id or keeps_strategy(person) or person in initiative.leads.all()
