"""Who may do what with pulses, recall drills and culture maps. Who is asked is known to their rounds."""

from consort.core.models import Person
from consort.vision.models import Coder, Culture, Drill, Pulse


def may_start(person: Person) -> bool:
    """Ask others: leaders and facilitators."""
    return person.left is None and person.sees_leaders


def may_steer(thing: Pulse | Drill, person: Person) -> bool:
    """Ask again, leave it there: whoever started it, and facilitators who may see it."""
    if thing.organization_id != person.organization_id or person.left is not None:
        return False
    return person.pk == thing.owner_id or (person.is_facilitator and may_see(thing, person))


def may_choose(culture: Culture, person: Person) -> bool:
    """Say what to keep and which shifts to make: the partnership that was asked; without one, every leader."""
    if culture.organization_id != person.organization_id or person.left is not None:
        return False
    if person.pk == culture.owner_id or (person.is_facilitator and may_see(culture, person)):
        return True
    if culture.partnership_id:
        return culture.partnership_id in person.partnership_ids
    return person.is_leader


def may_see(thing: Pulse | Drill | Culture, person: Person) -> bool:
    """Runs one query."""
    return type(thing)._default_manager.filter(pk=thing.pk).visible_to(person).exists()


def coder_of(drill: Drill, person: Person) -> Coder | None:
    """The part in sorting the answers that `person` has. Runs one query."""
    return Coder.objects.filter(drill=drill, person=person).select_related("person").first()


def may_settle(drill: Drill, person: Person) -> bool:
    """Decide where the two differ: the two themselves, and whoever started it as a third. Runs one query at most."""
    return may_steer(drill, person) or coder_of(drill, person) is not None
