"""Who may do what in catchball."""

from consort.core.models import Person
from consort.vision.models import Catchball, Catcher, Objective, Proposal
from consort.vision.policy.objectives import may_change


def may_throw(objective: Objective, person: Person) -> bool:
    """Put it before others: whoever may change it."""
    return may_change(objective, person)


def may_hold(catchball: Catchball, person: Person) -> bool:
    """Answer what came back, throw again, end it: whoever threw it, and those who may change the objective."""
    return (catchball.owner_id == person.pk and person.left is None) or may_change(catchball.objective, person)


def catcher_of(catchball: Catchball, person: Person) -> Catcher | None:
    """The place of one who is to catch it. Uses prefetched catchers."""
    if person.left is not None:
        return None
    return next((catcher for catcher in catchball.catchers.all() if catcher.person_id == person.pk), None)


def may_take_back(proposal: Proposal, person: Person) -> bool:
    """One's own, until it is answered."""
    return proposal.person_id == person.pk and not proposal.answer
