"""What comes of a workshop becomes what it is: a commitment, a priority, an objective, a decision."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.commitments.actions import promise
from consort.commitments.models import Commitment
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.links import tie
from consort.core.models import Level, Link, Person
from consort.workshops import live, outcomes, policy
from consort.workshops.facts import OutcomeKept
from consort.workshops.models import Workshop


@transaction.atomic
def commit(
    *, workshop: Workshop, by: Person, receiver: Person, what: str, due: date, cue: str = "", id: UUID | None = None
) -> Commitment:
    """Promise something in front of everybody in the workshop. Who reads of the workshop reads it."""
    require(policy.is_invited(workshop, by))
    refuse_unless(workshop.is_live or workshop.is_ended, _("It has not begun. Nothing was kept."))
    made = promise(
        by=by,
        receiver=receiver,
        what=what,
        due=due,
        cue=cue,
        about=workshop,
        visibility=Level(workshop.visibility),
        partnership=workshop.partnership if _both_sit_there(workshop, by, receiver) else None,
        id=id,
    )
    live.announce_stage(workshop)
    return made


def _both_sit_there(workshop: Workshop, one: Person, other: Person) -> bool:
    seat = workshop.partnership_id
    return seat is not None and seat in one.partnership_ids and seat in other.partnership_ids


@transaction.atomic
def keep(*, workshop: Workshop, name: str, title: str, by: Person, id: UUID) -> Any:
    """Keep `title` as the outcome called `name`, linked to the workshop."""
    outcome = outcomes.named(name)
    require(outcome is not None and outcome.may(by) and policy.is_invited(workshop, by))
    assert outcome
    refuse_unless(workshop.is_live or workshop.is_ended, _("It has not begun. Nothing was kept."))
    refuse_unless(bool(title.strip()), _("Say what is kept. Nothing was kept."))
    made = outcome.make(by, workshop, title.strip(), id)
    if Link.objects.filter(kind=Link.Kind.CAME_FROM, from_id=made.pk, to_id=workshop.pk).exists():
        return made
    tie(Link.Kind.CAME_FROM, made, workshop, by=by)
    record(OutcomeKept(title.strip(), str(outcome.noun)), on=workshop, by=by)
    live.announce_stage(workshop)
    return made
