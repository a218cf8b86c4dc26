"""What those do who catch an objective: propose a change, say that they cannot, agree, or say that this was all."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import NotAllowed, Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision import turns
from consort.vision.actions.throwing import hold, people_in, put
from consort.vision.facts.catchball import CatcherAgreed, CatcherSpoke, ChangeProposed, ProposalTakenBack
from consort.vision.models import Catchball, Catcher, Proposal, Version
from consort.vision.policy.catchball import may_take_back

Kind, State = Proposal.Kind, Catchball.State


@transaction.atomic
def propose(
    *,
    catchball: Catchball,
    by: Person,
    kind: str,
    because: str,
    value: str = "",
    key_result: str = "",
    id: UUID | None = None,
) -> Proposal:
    """Propose other words, another date or target for the version that lies there, or say that it cannot be done."""
    _catcher, version = _catch(catchball, by)
    if made := made_before(Proposal.objects.filter(version=version, person=by), id):
        return made
    _in_hand(catchball)
    refuse_unless(bool(because.strip()), _("Say why; the reason goes with it. Nothing was kept."))
    offered = turns.checked_value(version, Kind(kind), value, key_result)
    proposal = Proposal.objects.create(
        **({"id": id} if id else {}),
        version=version,
        person=by,
        kind=kind,
        key_result=key_result if kind == Kind.TARGET else "",
        value=offered,
        because=because.strip(),
    )
    what = turns.proposed(version, proposal)
    record(ChangeProposed(catchball.objective.title, what), on=catchball, by=by, concerning=people_in(catchball))
    return proposal


@transaction.atomic
def take_back(*, proposal: Proposal, by: Person) -> None:
    """Take one's own proposal back while it lies with those who catch."""
    require(may_take_back(proposal, by))
    catchball = proposal.version.catchball
    _catch(catchball, by)
    _in_hand(catchball)
    if Proposal.objects.filter(pk=proposal.pk).delete()[0]:
        record(ProposalTakenBack(catchball.objective.title), on=catchball, by=by)


@transaction.atomic
def throw_back(*, catchball: Catchball, by: Person) -> None:
    """That was all one had to propose to this version. When everyone has spoken, it goes back for an answer."""
    catcher, version = _catch(catchball, by)
    if catcher.spoken >= version.number:
        return
    _in_hand(catchball)
    refuse_unless(
        version.proposals.filter(person=by).exists(),
        _("You have proposed nothing in this round. Agree with it, or propose a change. Nothing was sent."),
    )
    _speak(catcher, version)
    record(CatcherSpoke(catchball.objective.title, version.number), on=catchball, by=by)
    go_back_when_all_spoke(catchball)


@transaction.atomic
def agree(*, catchball: Catchball, by: Person) -> None:
    """Agree with the version that lies there. Refused as long as one proposes something else to it."""
    catcher, version = _catch(catchball, by)
    if catcher.agreed >= version.number:
        return
    _in_hand(catchball)
    refuse_unless(
        not version.proposals.filter(person=by).exists(),
        _("You propose a change to this version. Take it back, or hand it over. Nothing was agreed."),
    )
    _speak(catcher, version, agreed=version.number)
    title = catchball.objective.title
    record(CatcherAgreed(title, version.number), on=catchball, by=by, concerning=people_in(catchball))
    go_back_when_all_spoke(catchball)


def go_back_when_all_spoke(catchball: Catchball) -> None:
    """Those who have left are not waited for."""
    number = turns.latest(catchball).number
    if not catchball.catchers.filter(spoken__lt=number, person__left=None).exists():
        put(catchball, State.BACK)


def _catch(catchball: Catchball, by: Person) -> tuple[Catcher, Version]:
    """Lock it, and find the place of `by` and the version that lies there. Raises NotAllowed."""
    hold(catchball)
    catcher = catchball.catchers.filter(person=by, person__left=None).first()
    if catcher is None:
        raise NotAllowed
    return catcher, turns.latest(catchball)


def _in_hand(catchball: Catchball) -> None:
    if catchball.state != State.DOWN:
        at = {"state": State(catchball.state).label}
        raise Refused(_("This is no longer with you: “%(state)s”. Nothing was changed.") % at)


def _speak(catcher: Catcher, version: Version, agreed: int = 0) -> None:
    catcher.spoken, catcher.agreed = version.number, agreed
    catcher.save(update_fields=["spoken", "agreed"])
