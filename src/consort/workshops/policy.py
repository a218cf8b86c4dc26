"""Who may do what in a workshop. Who may see it is the workshop's own visibility."""

from datetime import timedelta

from consort.core import clock
from consort.core.models import Person
from consort.workshops.models import Participant, Workshop

ABSENT = timedelta(minutes=2)
"""After this long without a sign of whoever leads, somebody else may take over."""


def may_plan(person: Person) -> bool:
    return person.sees_leaders


def may_prepare(workshop: Workshop, person: Person) -> bool:
    """Change its script and who is invited: whoever planned it and whoever leads it."""
    return person.organization_id == workshop.organization_id and person.pk in (
        workshop.owner_id,
        workshop.facilitator_id,
    )


def may_lead(workshop: Workshop, person: Person) -> bool:
    """Move it on: one person at a time."""
    return person.organization_id == workshop.organization_id and person.pk == workshop.facilitator_id


def may_take_over(workshop: Workshop, person: Person) -> bool:
    """Whoever planned it at any time; somebody who takes part once there is no sign of whoever leads."""
    if may_lead(workshop, person) or person.organization_id != workshop.organization_id:
        return False
    if person.pk == workshop.owner_id:
        return True
    return takes_part(workshop, person) and person.sees_leaders and _is_absent(workshop)


def takes_part(workshop: Workshop, person: Person) -> bool:
    return workshop.participants.filter(person=person, left_at=None).exists()


def is_invited(workshop: Workshop, person: Person) -> bool:
    return workshop.participants.filter(person=person).exists()


def _is_absent(workshop: Workshop) -> bool:
    leader = Participant.objects.filter(workshop=workshop, person=workshop.facilitator_id).first()
    last = (leader and leader.seen_at) or workshop.began_at
    return last is None or last < clock.now() - ABSENT
