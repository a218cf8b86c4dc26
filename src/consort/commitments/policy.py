"""Who may do what with a commitment."""

from consort.commitments.models import Commitment
from consort.commitments.states import MACHINE, Role, Verb
from consort.core.models import Person


def roles_of(commitment: Commitment, person: Person) -> set[Role]:
    """The parts that `person` plays in a commitment."""
    if person.pk == commitment.receiver_id:
        return {Role.RECEIVER}
    if person.pk != commitment.giver_id:
        return set()
    return {Role.GIVER, Role.GIVER_ALONE} if commitment.receiver.left else {Role.GIVER}


def is_for(verb: Verb, commitment: Commitment, person: Person | None) -> bool:
    """Whether the verb is this person's at all, whatever the state. None is the clock."""
    roles = roles_of(commitment, person) if person else {Role.CLOCK}
    return not roles.isdisjoint(MACHINE[verb].roles)


def may(verb: Verb, commitment: Commitment, person: Person) -> bool:
    """Whether `person` can do it now."""
    return commitment.state in MACHINE[verb].sources and is_for(verb, commitment, person)


def may_ask_for(giver: Person, receiver: Person, by: Person) -> bool:
    """Anyone asks for themselves; leaders and facilitators also for another, as when a decision is carried out."""
    same = by.organization_id == giver.organization_id == receiver.organization_id
    return same and by != giver and (by == receiver or by.sees_leaders)
