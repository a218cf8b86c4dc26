"""Who may bring files in, and take the strategy out."""

from consort.core.models import Person
from consort.vision.policy.objectives import may_write
from consort.vision.policy.purpose import keeps_strategy


def may_bring_in_plan(person: Person) -> bool:
    """A plan makes a vision and priorities: those who keep the strategy."""
    return keeps_strategy(person)


def may_bring_in_table(person: Person) -> bool:
    """A table makes objectives: every leader."""
    return may_write(person)


def may_take_out(person: Person) -> bool:
    """What leaves is what one may see."""
    return person.left is None
