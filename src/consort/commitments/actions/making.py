"""Making a commitment: promising something, asking somebody for it, and what they answer."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.commitments import policy
from consort.commitments.actions.moving import begin, finish, tell
from consort.commitments.days import today_of
from consort.commitments.facts import CommitmentAccepted, CommitmentAsked, CommitmentDeclined, CommitmentMade
from consort.commitments.models import Commitment
from consort.commitments.states import State, Verb
from consort.core import kinds, links
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Level, Link, Partnership, Person
from consort.core.queries import partnership_around
from consort.web.days import in_full


@transaction.atomic
def promise(
    *,
    by: Person,
    receiver: Person,
    what: str,
    due: date,
    cue: str = "",
    about: models.Model | None = None,
    visibility: Level = Level.PARTNERSHIP,
    partnership: Partnership | None = None,
    id: UUID | None = None,
) -> Commitment:
    """Promise `what` to `receiver` by the end of `due`; it binds at once. `about` is what it carries out.

    `partnership` reads it where it was made before more than the two, else the smallest in which both sit.
    """
    require(by.organization_id == receiver.organization_id)
    require(partnership is None or partnership.pk in by.partnership_ids)
    if made := made_before(Commitment.objects.filter(owner=by), id):
        return made
    more = {"cue": cue, "visibility": visibility, "id": id}
    commitment = _write(by, by, receiver, what, due, about=about, partnership=partnership, **more)
    tell(commitment, CommitmentMade(commitment.what, in_full(due)), by)
    return commitment


@transaction.atomic
def propose(
    *,
    by: Person,
    giver: Person,
    what: str,
    due: date,
    receiver: Person | None = None,
    cue: str = "",
    about: models.Model | None = None,
    visibility: Level = Level.PARTNERSHIP,
    id: UUID | None = None,
) -> Commitment:
    """Ask `giver` for a commitment to `receiver` (by default oneself); it binds once the giver takes it on."""
    receiver = receiver or by
    require(policy.may_ask_for(giver, receiver, by))
    if made := made_before(Commitment.objects.filter(owner=by), id):
        return made
    commitment = _write(
        by, giver, receiver, what, due, cue=cue, about=about, visibility=visibility, id=id, state=State.PROPOSED
    )
    tell(commitment, CommitmentAsked(commitment.what, in_full(due)), by)
    return commitment


@transaction.atomic
def accept(*, commitment: Commitment, by: Person) -> None:
    """Take on what one was asked for."""
    if not begin(commitment, Verb.ACCEPT, by):
        return
    refuse_unless(
        commitment.due >= today_of(by), _("Its date has passed. Decline it, and say which date you can promise.")
    )
    finish(commitment, Verb.ACCEPT, State.ACCEPTED)
    tell(commitment, CommitmentAccepted(commitment.what), by)


@transaction.atomic
def decline(*, commitment: Commitment, by: Person, reason: str) -> None:
    """Say no to what one was asked for, and why."""
    if not begin(commitment, Verb.DECLINE, by):
        return
    refuse_unless(bool(reason.strip()), _("Say in a few words why. Nothing was changed."))
    finish(commitment, Verb.DECLINE, State.DECLINED)
    tell(commitment, CommitmentDeclined(commitment.what, reason.strip()), by)


def _write(
    by: Person,
    giver: Person,
    receiver: Person,
    what: str,
    due: date,
    *,
    about: models.Model | None,
    partnership: Partnership | None = None,
    **more: Any,
) -> Commitment:
    refuse_unless(giver != receiver, _("A commitment is made to somebody else. Nothing was kept."))
    refuse_unless(not (giver.left or receiver.left), _("One of the two has left. Nothing was kept."))
    refuse_unless(bool(what.strip()), _("Say what is promised. Nothing was kept."))
    refuse_unless(due >= today_of(giver), _("This date has passed already. Nothing was kept."))
    kind, identity = kinds.reference(about) if about else ("", None)
    commitment = Commitment.objects.create(
        organization=by.organization,
        owner=by,
        giver=giver,
        receiver=receiver,
        partnership=partnership or partnership_around([giver, receiver]),
        what=what.strip(),
        due=due,
        silent_after=due,
        about_kind=kind,
        about_id=identity,
        cue=more.pop("cue").strip(),
        **{name: value for name, value in more.items() if value is not None},
    )
    if about:
        links.tie(Link.Kind.CARRIES_OUT, commitment, about, by=by)
    return commitment
