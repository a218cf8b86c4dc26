"""Asking for sealed input, a second time after the debate, and for a vote."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.decisions import policy, questions
from consort.decisions.actions.moving import advance, begin, in_stage, tell
from consort.decisions.cases import ASKED_FOR_INPUT, VOTERS_BY_CONSENT, Case
from consort.decisions.facts import BallotCalled, DecisionAsked, DecisionTakenBack
from consort.decisions.models import ON_A_PROPOSAL, Decision, Method, Option, Part, Stage
from consort.decisions.rounds_of import BALLOT, INPUT
from consort.decisions.terms import Terms
from consort.reckon.voting import Unranked
from consort.rounds import actions as rounds
from consort.rounds.models import FLOOR, Round
from consort.rounds.queries import rounds_about

VOTERS = (Part.DECIDES, Part.RECOMMENDS, Part.AGREES, Part.INPUT)


@transaction.atomic
def ask_for_input(*, decision: Decision, by: Person) -> Round:
    """Ask everyone who decides, recommends or gives input, sealed; the answers open together."""
    case = begin(decision, "ask", by)
    if case is None:
        return _asked_before(decision)
    advance(decision, "ask")
    return _ask(case, by, opens_at=decision.input_closes)


@transaction.atomic
def ask_again(*, decision: Decision, by: Person, opens_at: datetime, id: UUID | None = None) -> Round:
    """Ask the same people once more after they have talked. Both rounds are kept."""
    case = in_stage(decision, Stage.DEBATE)
    require(policy.steers(case, by))
    if made := made_before(rounds_about(decision), id):
        return made
    refuse_unless(not case.is_asking, _("A sealed round is open already. Nothing was asked."))
    refuse_unless(opens_at > clock.now(), _("The time of opening has passed. Nothing was asked."))
    return _ask(case, by, opens_at=opens_at, previous=case.rounds.latest_input, id=id)


@transaction.atomic
def take_back(*, decision: Decision, by: Person) -> None:
    """Take the question back to the frame before the input opens; what was sealed is never read."""
    list(Round.objects.select_for_update().filter(about_id=decision.pk))  # an opening holds the round first as well
    case = begin(decision, "take_back", by)
    if case is None:
        return
    if case.input_opened:
        raise Refused(_("The input has opened. Nothing was changed."))
    if case.rounds.asking:
        rounds.withdraw(round=case.rounds.asking, by=by)
    advance(decision, "take_back")
    tell(case, DecisionTakenBack(decision.question), by)


@transaction.atomic
def go_to_ballot(*, decision: Decision, by: Person) -> None:
    """Skip input and debate: an election, or a choice that needs no more than a count."""
    if begin(decision, "go_to_ballot", by):
        advance(decision, "go_to_ballot")


@transaction.atomic
def call_ballot(
    *,
    decision: Decision,
    by: Person,
    opens_at: datetime | None,
    voters: Sequence[Person] = (),
    guests: Sequence[str] = (),
    proposal: Option | None = None,
    unranked: Unranked = "not_compared",
    previous: Round | None = None,
    id: UUID | None = None,
) -> Round:
    """Ask the voters, who are named before anybody votes; a ballot called again replaces the earlier one, `previous`.

    Guests are ballots that were cast elsewhere: they are counted without names, and opened by hand.
    """
    case = in_stage(decision, Stage.RESOLVE)
    require(policy.decides(case, by) or policy.steers(case, by))
    if made := made_before(rounds_about(decision), id):
        return made
    refuse_unless(not case.is_asking, _("A sealed round is open already. Nothing was asked."))
    refuse_unless(case.unconsidered == 0, _("Each input must be answered first. Nothing was asked."))
    refuse_unless(len(voters) + len(guests) >= 2, _("A ballot needs at least two people. Nothing was asked."))
    refuse_unless(opens_at is None or opens_at > clock.now(), _("The time of opening has passed. Nothing was asked."))
    refuse_unless(decision.method != Method.ADVICE, _("By the advice process one person decides. Nothing was asked."))
    refuse_unless(_has_proposal(decision, proposal), _("Choose the option you propose. Nothing was asked."))
    require(all(person.organization_id == decision.organization_id for person in voters))
    round = rounds.ask(
        by=by,
        kind=BALLOT,
        about=decision,
        title=_("Ballot: %(question)s") % {"question": decision.question},
        questions=questions.of_ballot(decision, proposal, Terms.of(decision, unranked)),
        people=voters,
        guests=guests,
        mode=Round.Mode.CONFIDENTIAL if guests else Round.Mode.ATTRIBUTED,
        opens_at=opens_at,
        opens_when_complete=not guests,
        previous=previous,
        threshold=FLOOR,
        audience=decision.audience(),
        id=id,
    )
    tell(case, BallotCalled(decision.question, len(voters) + len(guests), decision.method), by)
    return round


def _has_proposal(decision: Decision, proposal: Option | None) -> bool:
    """One that still stands, where the method needs one."""
    return decision.method not in ON_A_PROPOSAL or (proposal is not None and proposal in decision.standing_options)


def voters_of(case: Case) -> list[Person]:
    """Who votes unless said otherwise: by consent the deciders and those who must agree, else all but doers."""
    return case.holders(*(VOTERS_BY_CONSENT if case.decision.method == Method.CONSENT else VOTERS))


def _ask(
    case: Case, by: Person, *, opens_at: datetime | None, previous: Round | None = None, id: UUID | None = None
) -> Round:
    decision, people = case.decision, case.holders(*ASKED_FOR_INPUT)
    round = rounds.ask(
        by=by,
        kind=INPUT,
        about=decision,
        title=decision.question,
        questions=questions.of_input(decision),
        people=people,
        mode=Round.Mode.ATTRIBUTED,
        opens_at=opens_at,
        previous=previous,
        audience=decision.audience(),
        id=id,
    )
    tell(case, DecisionAsked(decision.question, len(people), round.number), by)
    return round


def _asked_before(decision: Decision) -> Round:
    """The round that an earlier sending of the same form asked for."""
    asking = Case(decision).rounds.asking
    if asking is None:
        raise Refused(_("The input has opened already. Nothing was changed."))
    return asking
