"""Changing the fields of a thing: only what differs is written, and what stood there is kept for the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless, require
from consort.core.models import Level, Person, Visible


@dataclass(frozen=True)
class Change:
    """What was changed, in words, and what stood there before, by field."""

    what: str
    before: dict[str, str]


def change(thing: models.Model, what: dict[str, Any], leads: Iterable[Person] | None = None) -> Change | None:
    """Write what differs; None when nothing does. `leads` replaces the people of that field. Raises Refused."""
    changed = {name: value for name, value in what.items() if getattr(thing, name) != value}
    before = {name: _shown(getattr(thing, name)) for name in changed}
    for name, value in changed.items():
        setattr(thing, name, value)
    check_constraints(thing)
    if changed:
        thing.save(update_fields=list(changed))
    if leads is not None:
        before |= _change_leads(thing, leads)
    if not before:
        return None
    return Change(", ".join(str(thing._meta.get_field(name).verbose_name) for name in before), before)  # type: ignore[union-attr]


def _change_leads(thing: Any, leads: Iterable[Person]) -> dict[str, str]:
    former, wanted = list(thing.leads.all()), list(leads)
    if set(former) == set(wanted):
        return {}
    thing.leads.set(wanted)
    return {"leads": ", ".join(person.full_name for person in former)}


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def check_constraints(thing: models.Model) -> None:
    """Refuse what the database would not keep."""
    try:
        thing.validate_constraints()
    except ValidationError as error:
        raise Refused(_("These values do not go together. Nothing was kept.")) from error


def check_known(what: dict[str, Any], allowed: Iterable[str]) -> dict[str, Any]:
    """`what`, unless it names a field that an action must not set."""
    if unknown := set(what) - set(allowed):
        raise TypeError(f"There is no {', '.join(sorted(unknown))} to set here")
    return what


def check_title(title: str) -> None:
    refuse_unless(bool(title.strip()), _("It needs a name first. Nothing was kept."))


def check_readers(thing: Visible, by: Person, people: Iterable[Person] = ()) -> None:
    """Refuse readers that do not fit, and a partnership in which `by` has no seat. All must be of one organization."""
    named = [thing.owner, thing.partnership, thing.department, *people]
    require(all(each is None or each.organization_id == by.organization_id for each in named))
    refuse_unless(
        thing.partnership_id is None or thing.partnership_id in by.partnership_ids or by.is_facilitator,
        _("You have no seat in this partnership. Nothing was kept."),
    )
    refuse_unless(
        thing.visibility != Level.PARTNERSHIP or thing.partnership_id is not None,
        _("Say which partnership can see it. Nothing was kept."),
    )
    refuse_unless(
        thing.visibility != Level.DEPARTMENT or thing.department_id is not None,
        _("Say which department can see it. Nothing was kept."),
    )
