"""What time does to commitments."""

from datetime import timedelta

from django.db.models import F

from consort.commitments.actions import pass_in_silence
from consort.commitments.days import today_of
from consort.commitments.models import Commitment
from consort.commitments.states import State
from consort.core import clock
from consort.core.errors import Refused

AT_ONCE = 200
EASTERNMOST = timedelta(hours=14)


def miss_what_passed_in_silence() -> int:
    """Record each date that passed without a word, on the giver's next day. Gives how many; at most 200 at a time."""
    begun_somewhere = (clock.now() + EASTERNMOST).date()
    waiting = Commitment.objects.filter(
        state__in=[State.ACCEPTED, State.RENEGOTIATED],
        silent_after__lt=begun_somewhere,
        giver__left=None,
        receiver__left=None,
    )
    unspoken = waiting.exclude(missed_on=F("due")).with_people().select_related("giver__organization")
    passed = [each for each in unspoken.order_by("silent_after")[:AT_ONCE] if each.silent_after < today_of(each.giver)]
    return sum(_miss(commitment) for commitment in passed)


def _miss(commitment: Commitment) -> bool:
    try:
        return pass_in_silence(commitment=commitment)
    except Refused:
        return False
