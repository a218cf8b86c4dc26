"""A decision that takes the place of an earlier one."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.links import tie, untie
from consort.core.models import Link, Person
from consort.decisions import policy
from consort.decisions.cases import Case
from consort.decisions.models import Decision

MOST = 500


@transaction.atomic
def supersede(*, decision: Decision, earlier: Decision, by: Person) -> Link:
    """Say that `decision` holds instead of `earlier`, which stays in the record. Twice it is said once."""
    require(policy.steers(Case(decision), by) and policy.may_see(earlier, by))
    refuse_unless(decision.pk != earlier.pk, _("A decision cannot supersede itself. Nothing was changed."))
    refuse_unless(earlier.is_decided, _("That one was never decided, so there is nothing to supersede."))
    circle = _("The earlier one supersedes this one, by however many steps. Nothing was changed.")
    refuse_unless(decision.pk not in _below(earlier), circle)
    return tie(Link.Kind.SUPERSEDES, decision, earlier, by=by)


@transaction.atomic
def stand_again(*, decision: Decision, earlier: Decision, by: Person) -> None:
    """Take it back: `earlier` holds beside `decision`."""
    require(policy.steers(Case(decision), by))
    link = Link.objects.filter(kind=Link.Kind.SUPERSEDES, from_id=decision.pk, to_id=earlier.pk).first()
    if link:
        untie(link, by=by)


def _below(decision: Decision) -> set[UUID]:
    """Everything it supersedes, step by step. Runs one query for each step."""
    found: set[UUID] = set()
    ahead: set[UUID] = {decision.pk}
    while ahead and len(found) < MOST:
        found |= ahead
        links = Link.objects.filter(kind=Link.Kind.SUPERSEDES, from_id__in=ahead)
        ahead = set(links.values_list("to_id", flat=True)) - found
    return found
