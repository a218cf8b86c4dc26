"""Defining a metric and changing what it says."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.metrics import policy
from consort.metrics.facts import MetricChanged, MetricDefined
from consort.metrics.models import Metric

WHAT = (
    "name",
    "definition",
    "unit",
    "decimals",
    "direction",
    "baseline",
    "begins",
    "target_low",
    "target_high",
    "target_date",
    "source",
    "every",
    "owner",
    "visibility",
    "partnership",
    "department",
)


@transaction.atomic
def define_metric(*, by: Person, id: UUID | None = None, **what: Any) -> Metric:
    """Define a metric from the fields named in `WHAT`; its owner is the person who defines it unless given."""
    require(policy.may_define(by))
    if made := made_before(Metric.objects.visible_to(by), id):
        return made
    metric = Metric(id=id or uuid4(), organization=by.organization, **{"owner": by} | _known(what))
    _check(metric, by)
    metric.save(force_insert=True)
    record(MetricDefined(metric.name), on=metric, by=by)
    return metric


@transaction.atomic
def change_metric(*, metric: Metric, by: Person, **what: Any) -> None:
    """Change the given fields; the ledger keeps what stood there before."""
    require(policy.may_keep(metric, by))
    metric.refresh_from_db(from_queryset=Metric.objects.select_for_update())
    changed = {name: value for name, value in _known(what).items() if getattr(metric, name) != value}
    if not changed:
        return
    before = {name: str(getattr(metric, name) if getattr(metric, name) is not None else "") for name in changed}
    for name, value in changed.items():
        setattr(metric, name, value)
    _check(metric, by)
    metric.save(update_fields=list(changed))
    labels = [str(Metric._meta.get_field(name).verbose_name) for name in changed]  # type: ignore[union-attr]
    record(MetricChanged(", ".join(labels), before), on=metric, by=by)


def _known(what: dict[str, Any]) -> dict[str, Any]:
    if unknown := set(what) - set(WHAT):
        raise TypeError(f"A metric has no {', '.join(sorted(unknown))}")
    return what


def _check(metric: Metric, by: Person) -> None:
    refuse_unless(bool(metric.name.strip()), _("A metric needs a name. Nothing was kept."))
    people = [metric.owner, metric.partnership, metric.department]
    require(all(each is None or each.organization_id == by.organization_id for each in people))
    refuse_unless(
        metric.partnership_id is None or metric.partnership_id in by.partnership_ids or by.is_facilitator,
        _("You have no seat in this partnership. Nothing was kept."),
    )
    try:
        metric.validate_constraints()
    except ValidationError as error:
        raise Refused(_("The target does not fit the direction or its dates. Nothing was kept.")) from error
