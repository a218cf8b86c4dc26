"""Who may publish, who may let something be published more widely, and who reads what readers write."""

from consort.core.models import Person
from consort.vision.models import Objective, Priority, Publication, Purpose


def may_publish(person: Person) -> bool:
    """Leaders and facilitators publish what they see."""
    return person.left is None and person.sees_leaders


def publishes(publication: Publication, person: Person) -> bool:
    """Its owner alone; a facilitator takes over when the owner has left."""
    if person.left is not None or publication.organization_id != person.organization_id:
        return False
    owner = publication.owner
    if owner is None or owner.left is not None:
        return person.is_facilitator
    return owner.pk == person.pk


def may_permit(thing: Purpose | Priority | Objective, person: Person) -> bool:
    """Whoever leads it, and whoever wrote it down. Runs one query at most, none when its leads were fetched."""
    if person.left is not None or thing.organization_id != person.organization_id:
        return False
    if thing.owner_id == person.pk:
        return True
    return not isinstance(thing, Purpose) and person in thing.leads.all()
