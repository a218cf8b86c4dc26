"""The one sentence that everybody in the room reads while answers come in."""

from uuid import UUID

from django.db.models import Count, Q

from consort.rounds.models import Asked, Round
from consort.workshops import wording
from consort.workshops.actions.locking import current_of
from consort.workshops.models import Activity, Workshop


def who_is_in(identity: UUID) -> str:
    """How many have locked in, for everybody in the workshop alike. Runs three queries."""
    workshop = Workshop.objects.filter(pk=identity).first()
    current = current_of(workshop) if workshop else None
    return sentence(current) if current else ""


def sentence(activity: Activity) -> str:
    """Without names nobody is told more than whether there are enough. Runs one query where it asks."""
    round = activity.round
    if round is None or not round.is_asking:
        return ""
    done, asked = counts(round)
    if round.is_attributed:
        return wording.locked_in(done, asked)
    return wording.enough(done >= round.least)


def counts(round: Round) -> tuple[int, int]:
    """(how many are done, how many it waits for or has). Runs one query."""
    rows = Asked.objects.filter(round=round, declined=False)
    found = rows.aggregate(done=Count("pk", filter=Q(done=True)), asked=Count("pk"))
    return found["done"], found["asked"]
