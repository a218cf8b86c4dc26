"""Proposing a version of the purpose, changing it, agreeing to it, signing it."""

from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Organization, Person
from consort.vision.actions import changing
from consort.vision.drafts import Draft
from consort.vision.facts.purpose import (
    PurposeAgreed,
    PurposeChanged,
    PurposeDiscarded,
    PurposeDrafted,
    PurposeSigned,
    PurposeSignedWithReservation,
)
from consort.vision.models import Purpose, Signature, Value, WillNot
from consort.vision.policy import purpose as policy

State = Purpose.State


@transaction.atomic
def propose(*, by: Person, draft: Draft, id: UUID | None = None) -> Purpose:
    """Write down another version; it is a draft until it is agreed."""
    require(policy.may_propose(by))
    if made := made_before(Purpose.objects.filter(organization=by.organization, owner=by), id):
        return made
    purpose = Purpose(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        version=_next_version(by.organization),
        **draft.columns(),
    )
    _check(purpose, draft, by)
    purpose.save(force_insert=True)
    _fill(purpose, draft)
    record(PurposeDrafted(purpose.version), on=purpose, by=by)
    return purpose


@transaction.atomic
def change(*, purpose: Purpose, by: Person, draft: Draft) -> None:
    """Replace the text of a draft."""
    require(policy.may_change(purpose, by))
    _lock_draft(purpose)
    before = Draft.of(purpose)
    changed = changing.change(purpose, draft.columns())
    _check(purpose, draft, by)
    parts = [changed.what] if changed else []
    if before.values != draft.values:
        parts.append(_("values"))
    if before.will_nots != draft.will_nots:
        parts.append(_("what we will not do"))
    if parts:
        _fill(purpose, draft)
        record(PurposeChanged(purpose.version, ", ".join(parts)), on=purpose, by=by)


@transaction.atomic
def discard(*, purpose: Purpose, by: Person) -> None:
    """Take a draft back; nothing of it is left but that there was one."""
    require(policy.may_change(purpose, by))
    _lock_draft(purpose)
    record(PurposeDiscarded(purpose.version), on=purpose, by=by)
    purpose.delete()


@transaction.atomic
def agree(*, purpose: Purpose, by: Person) -> None:
    """Put a draft in force; the version before it is superseded. Done twice, it is done once."""
    require(policy.may_agree(purpose, by))
    Organization.objects.select_for_update().get(pk=by.organization_id)
    purpose.refresh_from_db(fields=["state"])
    if purpose.state == State.AGREED:
        return
    refuse_unless(purpose.state == State.DRAFT, _("A later version is in force already. Nothing was changed."))
    Purpose.objects.filter(organization=by.organization_id, state=State.AGREED).update(state=State.SUPERSEDED)
    purpose.state, purpose.agreed = State.AGREED, clock.now()
    purpose.save(update_fields=["state", "agreed"])
    record(PurposeAgreed(purpose.version), on=purpose, by=by)


@transaction.atomic
def sign(*, purpose: Purpose, by: Person, reservation: str = "", id: UUID | None = None) -> Signature:
    """Stand behind the version in force, with a reservation where there is one. Signing twice changes nothing."""
    purpose.refresh_from_db(fields=["state"])
    refuse_unless(purpose.state == State.AGREED, _("Only the version in force is signed. Nothing was signed."))
    require(policy.may_sign(purpose, by))
    reservation = reservation.strip()
    signature, is_new = Signature.objects.get_or_create(
        purpose=purpose, person=by, defaults={"id": id or uuid4(), "reservation": reservation}
    )
    if is_new:
        version = purpose.version
        said = PurposeSignedWithReservation(version, reservation) if reservation else PurposeSigned(version)
        record(said, on=purpose, by=by)
    return signature


def _next_version(organization: Organization) -> int:
    """The organization's row is locked, so that two proposals never get one number."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    highest = Purpose.objects.filter(organization=organization).aggregate(highest=models.Max("version"))["highest"]
    return (highest or 0) + 1


def _lock_draft(purpose: Purpose) -> None:
    purpose.refresh_from_db(from_queryset=Purpose.objects.select_for_update())
    refuse_unless(
        purpose.state == State.DRAFT,
        _("Version %s was agreed meanwhile and stands as it is. Propose another one.") % purpose.version,
    )


def _check(purpose: Purpose, draft: Draft, by: Person) -> None:
    refuse_unless(bool(draft.vision.strip()), _("Write the vision down first. Nothing was kept."))
    refuse_unless(
        not draft.begins or not draft.ends or draft.begins < draft.ends,
        _("It ends before it begins. Nothing was kept."),
    )
    changing.check_readers(purpose, by)


def _fill(purpose: Purpose, draft: Draft) -> None:
    """Values and will nots keep their rows as long as their words stand, so that what refers to them stays."""
    values = [Value(purpose=purpose, name=name, meaning=meaning) for name, meaning in draft.values]
    will_nots = [WillNot(purpose=purpose, text=text, because=because) for text, because in draft.will_nots]
    _keep(purpose.values.all(), values, "name")
    _keep(purpose.will_nots.all(), will_nots, "text")


def _keep(standing: models.QuerySet[Any], wanted: list[Any], key: str) -> None:
    known = {getattr(each, key): each.pk for each in standing}
    for place, each in enumerate(wanted):
        former = known.pop(getattr(each, key), None)
        each.position, each.pk = place, former or each.pk
        each.save(force_insert=former is None, force_update=former is not None)
    standing.filter(pk__in=known.values()).delete()
