"""Checking what people decide against the shifts they have chosen."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import links
from consort.core.errors import refuse_unless, require
from consort.core.models import Link, Person
from consort.vision.models import Shift
from consort.vision.policy import alignment as policy
from consort.vision.queries.cultures import TIES


@transaction.atomic
def check_against(*, shift: Shift, thing: Any, kind: str, by: Person) -> Link:
    """Say that a thing serves the shift or conflicts with it; said the other way, that replaces it."""
    require(policy.may_choose(shift.culture, by))
    refuse_unless(kind in TIES, _("Say whether it serves the shift or goes against it. Nothing was tied."))
    for other in Link.objects.filter(from_id=thing.pk, to_id=shift.pk, kind__in=TIES).exclude(kind=kind):
        links.untie(other, by=by)
    return links.tie(Link.Kind(kind), thing, shift, by=by)


@transaction.atomic
def untie(*, shift: Shift, link: Link, by: Person) -> None:
    """Take the tie back."""
    require(policy.may_choose(shift.culture, by) and link.to_id == shift.pk and link.kind in TIES)
    links.untie(link, by=by)
