"""What may be done with a round before it opens, as the pages of alignment offer it."""

from consort.core.models import Person
from consort.rounds.models import Round
from consort.rounds.policy import may_steer, may_withdraw


def steering(round: Round | None, reader: Person) -> dict[str, bool]:
    """Runs two queries at most."""
    asking = round if round is not None and round.is_asking else None
    return {
        "may_open": asking is not None and may_steer(asking, reader),
        "may_withdraw": asking is not None and may_withdraw(asking, reader),
    }
