"""Who may do what with the purpose, and who keeps the strategy as a whole."""

from django.db.models import QuerySet

from consort.core.models import Person
from consort.vision.models import Purpose


def may_propose(person: Person) -> bool:
    """Every leader may propose another vision, and so may facilitators."""
    return person.left is None and person.sees_leaders


def may_change(purpose: Purpose, person: Person) -> bool:
    """Change or take back what was proposed: who proposed it, and those who may agree to it."""
    if purpose.organization_id != person.organization_id or not may_propose(person):
        return False
    return person.pk == purpose.owner_id or may_agree(purpose, person)


def may_agree(purpose: Purpose, person: Person) -> bool:
    """Put a version in force: the partnership that answers for it; without one, administrators who lead."""
    if purpose.organization_id != person.organization_id or not may_propose(person):
        return False
    if purpose.partnership_id:
        return purpose.partnership_id in person.partnership_ids or person.is_facilitator
    return person.is_administrator or person.is_facilitator


def signers_of(purpose: Purpose) -> QuerySet[Person]:
    """Who is asked to sign: the partnership that answers for it; without one, every leader."""
    colleagues = Person.objects.filter(organization=purpose.organization_id, left=None)
    if purpose.partnership_id:
        return colleagues.filter(seats__partnership=purpose.partnership_id, seats__left=None)
    return colleagues.filter(is_leader=True)


def may_sign(purpose: Purpose, person: Person) -> bool:
    """Runs one query."""
    return purpose.state == Purpose.State.AGREED and signers_of(purpose).filter(pk=person.pk).exists()


def keeps_strategy(person: Person) -> bool:
    """Answers for the strategy as a whole: facilitators, and the leaders who may agree to the version in force.

    While nothing is in force every leader does. Runs one query.
    """
    in_force = Purpose.objects.filter(organization=person.organization_id, state=Purpose.State.AGREED)
    return may_propose(person) and keeps(in_force.first(), person)


def keeps(in_force: Purpose | None, person: Person) -> bool:
    """The same of a version in force that is known already."""
    return may_propose(person) and (in_force is None or may_agree(in_force, person))
