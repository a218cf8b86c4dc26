"""Who may do what with a round."""

from consort.core.models import Person
from consort.rounds.models import Asked, Round


def may_steer(round: Round, person: Person) -> bool:
    """Open it sooner, move it, withdraw it: whoever asked, and the owner of what it is about."""
    return person.organization_id == round.organization_id and person.id in (round.asker_id, round.owner_id)


def may_withdraw(round: Round, person: Person) -> bool:
    """Of two people who are asked, either may stop the opening before it happens."""
    return may_steer(round, person) or (is_asked(round, person) and Asked.objects.filter(round=round).count() == 2)


def is_asked(round: Round, person: Person) -> bool:
    return Asked.objects.filter(round=round, person=person).exists()
