"""The one way in which a commitment changes its state."""

from typing import Any

from django.utils.translation import gettext as _

from consort.commitments import policy
from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import MACHINE, SETTLED, State, Verb
from consort.core import clock
from consort.core.errors import Refused, require
from consort.core.ledger import Fact, record
from consort.core.models import Person


def begin(commitment: Commitment, verb: Verb, by: Person | None) -> bool:
    """Lock the row and read it anew; False when this was done already. Raises NotAllowed and Refused.

    Must run inside the action's transaction.
    """
    require(policy.is_for(verb, commitment, by))
    commitment.refresh_from_db(from_queryset=Commitment.objects.select_for_update())
    if commitment.state in MACHINE[verb].sources:
        return True
    if commitment.state in MACHINE[verb].outcomes:
        return False
    raise Refused(
        _("This cannot be done any more: it stands at “%s”. Nothing was changed.") % State(commitment.state).label
    )


def finish(commitment: Commitment, verb: Verb, to: State, **changes: Any) -> None:
    """Put the commitment into the state `to`, which the verb must lead to, and write `changes`."""
    if to not in MACHINE[verb].outcomes:
        raise ValueError(f"{verb} does not lead to {to}")
    changes |= {"state": to, "settled": clock.now() if to in SETTLED else None}
    for name, value in changes.items():
        setattr(commitment, name, value)
    commitment.save(update_fields=list(changes))


def answer_open(commitment: Commitment, answer: Renegotiation.Answer) -> Renegotiation | None:
    """Answer the new date that is asked for, if one is."""
    asked = commitment.renegotiations.filter(answer="").first()
    if asked:
        asked.answer, asked.answered = answer, clock.now()
        asked.save(update_fields=["answer", "answered"])
    return asked


def standing(commitment: Commitment) -> State:
    """Where an open commitment stands when nobody has said that it is done."""
    if commitment.renegotiations.filter(answer="").exists():
        return State.RENEGOTIATED
    return State.MISSED if commitment.is_lapsed else State.ACCEPTED


def tell(commitment: Commitment, fact: Fact, by: Person | None) -> None:
    """Record a fact; it is evidence between the two."""
    record(fact, on=commitment, by=by, concerning=[commitment.giver, commitment.receiver])
