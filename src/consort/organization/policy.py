"""Who may do what in the settings of an organization."""

from consort.core.models import Person


def may_administer(person: Person, *, other: Person | None = None) -> bool:
    """Administrators, in their own organization."""
    return person.is_administrator and (other is None or other.organization_id == person.organization_id)


def may_describe(person: Person, *, other: Person) -> bool:
    """Name and title are changed by oneself, or by an administrator."""
    return person == other or may_administer(person, other=other)
