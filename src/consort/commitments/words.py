"""How a commitment is spoken of: its state in shape and word, and what is said when something was done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.commitments.models import Commitment
from consort.commitments.states import State, Verb
from consort.core import clock, kinds
from consort.web.days import short


@dataclass(frozen=True)
class Shown:
    """A state for `.state`; without a shape it is a plain date."""

    shape: str
    word: str


def shown(commitment: Commitment) -> Shown:
    """How a commitment stands on the reader's day."""
    day = short(commitment.due)
    match State(commitment.state):
        case State.PROPOSED:
            return Shown("open", _("Asked for by %s") % day)
        case State.RENEGOTIATED:
            return Shown("open", _("New date asked"))
        case State.SAID_DONE:
            return Shown("open", _("Said done"))
        case State.KEPT:
            return Shown("done", _("Done late") if commitment.missed_on else _("Kept"))
        case State.DECLINED:
            return Shown("open", _("Declined"))
        case State.RELEASED:
            return Shown("open", _("Released"))
        case State.ACCEPTED | State.MISSED:
            return _dated(commitment, day)


def _dated(commitment: Commitment, day: str) -> Shown:
    if commitment.state == State.MISSED or commitment.has_passed:
        return Shown("critical", _("Late since %s") % day)
    if commitment.due == clock.today():
        return Shown("caution", _("Due today"))
    return Shown("", day)


def line(commitment: Commitment) -> kinds.Line:
    """A commitment beside things of other kinds: "Mats: qualification dates", "late since Thu 8 Oct"."""
    title = _("%(giver)s: %(what)s") % {"giver": commitment.giver.first_name, "what": commitment.what}
    state = shown(commitment)
    words = state.word[:1].lower() + state.word[1:] if state.shape else state.word  # a plain date keeps its capital
    return kinds.Line(title, words, commitment.giver)


def done_words(verb: Verb, commitment: Commitment) -> str:
    """What the toast says after `verb`."""
    names = {"giver": commitment.giver.first_name, "receiver": commitment.receiver.first_name}
    match verb:
        case Verb.ACCEPT:
            return _("You took it on.")
        case Verb.DECLINE:
            return _("Declined. %(receiver)s reads your reason.") % names
        case Verb.SAY_DONE:
            return _("Said done. %(receiver)s confirms whether it was kept.") % names
        case Verb.TAKE_BACK:
            return _("Taken back. It is open again.")
        case Verb.CONFIRM_KEPT:
            return _("Done, after its date.") if commitment.missed_on else _("Kept. It is on record between you.")
        case Verb.SAY_NOT_KEPT | Verb.SAY_NOT_YET:
            return _("%(giver)s reads what is missing.") % names
        case Verb.ASK_NEW_DATE:
            return _("Asked. The old date stands until %(receiver)s answers.") % names
        case Verb.AGREE_NEW_DATE:
            return _("Agreed: %s.") % short(commitment.due)
        case Verb.REFUSE_NEW_DATE:
            return _("The date stands. %(giver)s reads why.") % names
        case Verb.RELEASE | Verb.PASS_IN_SILENCE:
            return _("Released. Nobody waits for it any more.")
