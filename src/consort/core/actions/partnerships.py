"""What is done with partnerships."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.facts import PartnershipChartered, PartnershipFormed, PartnershipJoined, PartnershipLeft
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Partnership, Person, Seat


@transaction.atomic
def form_partnership(
    *, by: Person, people: Iterable[Person], name: str = "", purpose: str = "", id: UUID | None = None
) -> Partnership:
    """Begin a partnership of two or more people; more than two need a name.

    Leaders begin partnerships they sit in, facilitators any. Raises NotAllowed, Refused.
    """
    members = list(dict.fromkeys(people))
    if made := made_before(Partnership.objects.filter(organization=by.organization), id):
        return made
    require(by.is_facilitator or (by.is_leader and by in members))
    require(all(person.organization_id == by.organization_id for person in members))
    refuse_unless(len(members) >= 2, _("A partnership has at least two people. Nothing was made."))
    refuse_unless(len(members) == 2 or bool(name.strip()), _("A team of more than two needs a name. Nothing was made."))
    partnership = Partnership.objects.create(
        id=id or uuid4(), organization=by.organization, name=name.strip(), purpose=purpose.strip()
    )
    Seat.objects.bulk_create(Seat(partnership=partnership, person=person) for person in members)
    for person in members:
        person.forget_seats()
    record(PartnershipFormed([person.full_name for person in members]), on=partnership, by=by)
    return partnership


def _may_change(partnership: Partnership, by: Person) -> bool:
    return partnership.id in by.partnership_ids or (
        by.is_facilitator and by.organization_id == partnership.organization_id
    )


@transaction.atomic
def join_partnership(*, partnership: Partnership, person: Person, by: Person) -> Seat:
    """Give `person` a seat; a seat they hold already is given back."""
    require(_may_change(partnership, by) and person.organization_id == partnership.organization_id)
    refuse_unless(bool(partnership.name), _("A pair stays a pair: begin a team instead. Nothing was changed."))
    seat, made = Seat.objects.get_or_create(partnership=partnership, person=person, left=None)
    if made:
        person.forget_seats()
        record(PartnershipJoined(person.full_name), on=partnership, by=by)
    return seat


@transaction.atomic
def leave_partnership(*, partnership: Partnership, person: Person, by: Person) -> None:
    """End the seat of `person`."""
    require(_may_change(partnership, by))
    seat = Seat.objects.filter(partnership=partnership, person=person, left=None).first()
    if seat is None:
        return
    seat.left = clock.now()
    seat.save(update_fields=["left"])
    person.forget_seats()
    record(PartnershipLeft(person.full_name), on=partnership, by=by)


@transaction.atomic
def write_charter(*, partnership: Partnership, charter: str, by: Person) -> None:
    """Write down what the partners lead together and how."""
    require(partnership.id in by.partnership_ids)
    if partnership.charter == charter.strip():
        return
    partnership.charter = charter.strip()
    partnership.save(update_fields=["charter"])
    record(PartnershipChartered(), on=partnership, by=by)
