"""What serves what: an objective serves priorities and objectives, and so does everything that is done."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import links
from consort.core.errors import Refused, refuse_unless, require
from consort.core.models import Link, Organization, Person
from consort.vision.loops import way_between
from consort.vision.models import Objective, Priority, Purpose
from consort.vision.policy import tying as policy

SERVES = Link.Kind.SERVES


@transaction.atomic
def serve(*, source: Any, target: Objective | Priority, by: Person) -> Link:
    """Say that `source` serves `target`; said twice it stands once. Refused when an objective would serve itself.

    `by` may see both: the caller has fetched them so.
    """
    require(policy.may_tie(source, target, by))
    refuse_unless(not isinstance(source, Priority | Purpose), _("A priority serves the vision by itself."))
    if isinstance(source, Objective) and isinstance(target, Objective):
        _refuse_loop(source, target, by)
    return links.tie(SERVES, source, target, by=by)


@transaction.atomic
def unserve(*, source: Any, target: Objective | Priority, by: Person) -> None:
    """Untie the two. Nothing happens when they are not tied."""
    link = Link.objects.filter(kind=SERVES, from_id=source.pk, to_id=target.pk).first()
    if link is not None:
        require(policy.may_untie(link, source, target, by))
        links.untie(link, by=by)


def _refuse_loop(source: Objective, target: Objective, by: Person) -> None:
    """Only objectives serve their own kind, so only their ties can close a loop. The ties are read in one query."""
    Organization.objects.select_for_update().get(pk=by.organization_id)
    among = Link.objects.filter(
        organization=by.organization_id, kind=SERVES, from_kind="objective", to_kind="objective"
    )
    way = way_between(among.values_list("from_id", "to_id"), target.pk, source.pk)
    if way:
        raise Refused(_sentence([*way, target.pk], by))


def _sentence(loop: list[UUID], by: Person) -> str:
    """Name the loop, as far as the reader may see what is in it."""
    if len(loop) == 2:
        return _("An objective cannot serve itself. Nothing was tied.")
    seen = dict(Objective.objects.visible_to(by).filter(pk__in=loop).values_list("pk", "title"))
    names = [f"“{seen[each]}”" if each in seen else _("an objective that is not open to you") for each in loop]
    return _("This would go round in a circle: %(way)s. Nothing was tied.") % {"way": _(" serves ").join(names)}
