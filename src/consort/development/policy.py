"""Who may do what in joint development."""

from consort.core.models import Partnership, Person
from consort.development.models import Agreement


def sits_in(partnership: Partnership, person: Person) -> bool:
    return partnership.pk in person.partnership_ids


def may_sign(agreement: Agreement, person: Person) -> bool:
    """Whoever sits in the partnership signs, notes what became of it, and ends it."""
    return agreement.partnership_id in person.partnership_ids


def may_write_programs(person: Person) -> bool:
    return person.sees_leaders


def may_begin(person: Person, partnership: Partnership | None, people: list[Person]) -> bool:
    """With one's own partners, or as facilitator with anybody of the organization."""
    if any(each.organization_id != person.organization_id for each in people):
        return False
    return person.is_facilitator or (partnership is not None and person.is_leader and sits_in(partnership, person))
