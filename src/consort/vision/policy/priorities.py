"""Who may do what with a priority."""

from consort.core.models import Person
from consort.vision.models import Priority
from consort.vision.policy.purpose import keeps_strategy


def may_add(person: Person) -> bool:
    """Add and order priorities: those who keep the strategy."""
    return keeps_strategy(person)


def may_change(priority: Priority, person: Person) -> bool:
    """Change, close and reopen one: those who lead it, who wrote it, and who keep the strategy. At most two queries."""
    if priority.organization_id != person.organization_id or person.left is not None:
        return False
    return person.pk == priority.owner_id or keeps_strategy(person) or person in priority.leads.all()
