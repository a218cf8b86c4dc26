"""Who carries an objective: departments are asked, and their heads say in one line what it asks of their people."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Department, Person
from consort.vision.actions.objectives import lock
from consort.vision.facts.objectives import CarrierAsked, CarrierConfirmed, CarrierReleased, CarrierReminded
from consort.vision.models import Carrier, Objective
from consort.vision.policy import objectives as policy

BETWEEN_REMINDERS = timedelta(days=1)


@transaction.atomic
def ask_to_carry(*, objective: Objective, by: Person, departments: Iterable[Department]) -> list[Carrier]:
    """Ask departments to carry it. One that was asked already is not asked again."""
    lock(objective, by)
    wanted = list(departments)
    require(all(each.organization_id == by.organization_id for each in wanted))
    asked = []
    for department in wanted:
        carrier, is_new = Carrier.objects.get_or_create(objective=objective, department=department)
        if is_new:
            record(CarrierAsked(department.name), on=objective, by=by)
        asked.append(carrier)
    return asked


@transaction.atomic
def confirm_carrying(*, carrier: Carrier, by: Person, line: str) -> None:
    """Say in one line what the objective asks of the department's people. Saying it anew replaces the line."""
    require(policy.may_confirm(carrier, by))
    line = line.strip()
    refuse_unless(bool(line), _("Say in one line what it asks of your people. Nothing was kept."))
    refuse_unless(
        carrier.objective.state != Objective.State.CLOSED, _("This objective is closed. Nothing was changed.")
    )
    if carrier.confirmed and carrier.line == line:
        return
    carrier.line, carrier.by, carrier.confirmed = line, by, clock.now()
    carrier.save(update_fields=["line", "by", "confirmed"])
    concerned = {by, *carrier.objective.leads.all()}
    record(CarrierConfirmed(carrier.department.name, line), on=carrier.objective, by=by, concerning=concerned)


@transaction.atomic
def remind_carrier(*, carrier: Carrier, by: Person) -> None:
    """Remind a department that has not confirmed, once a day at most."""
    lock(carrier.objective, by)
    refuse_unless(carrier.confirmed is None, _("They have confirmed already. Nobody was reminded."))
    now = clock.now()
    refuse_unless(
        now - (carrier.reminded or carrier.asked) >= BETWEEN_REMINDERS,
        _("They were asked less than a day ago. Nobody was reminded."),
    )
    carrier.reminded = now
    carrier.save(update_fields=["reminded"])
    record(CarrierReminded(carrier.department.name), on=carrier.objective, by=by)


@transaction.atomic
def release_carrier(*, carrier: Carrier, by: Person) -> None:
    """No longer ask a department; the ledger keeps what its head has said."""
    lock(carrier.objective, by)
    gone, _each = Carrier.objects.filter(pk=carrier.pk).delete()
    if gone:
        record(CarrierReleased(carrier.department.name), on=carrier.objective, by=by)
