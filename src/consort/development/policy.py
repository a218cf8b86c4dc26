"""Who may do what in joint development."""

from consort.core.models import Partnership, Person
from consort.development.models import Agreement


def sits_in(partnership: Partnership, person: Person) -> bool:
    return partnership.pk in person.partnership_ids


def may_sign(agreement: Agreement, person: Person) -> bool:
    """Whoever sits in the partnership signs, notes what became of it, and ends it."""
    return agreement.partnership_id in person.partnership_ids
