"""What of dependencies waits for whom."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.vision.contracts import State
from consort.vision.models import Dependency
from consort.vision.queries.dependencies import waiting_on
from consort.web.days import short


def dependencies(person: Person) -> Iterable[Waiting]:
    """Requests to answer, offers to take, deliveries to confirm, promised days that have passed. Runs one query."""
    for each in waiting_on(person):
        meta, action = _words(each)
        yield Waiting("strategy", _("Dependency"), each.what, each.get_absolute_url(), meta, action, each.since, 1)


def _words(dependency: Dependency) -> tuple[str, str]:
    known = {
        "asking": dependency.asking.name,
        "giving": dependency.giving.name,
        "day": short(dependency.needed),
        "promised": short(dependency.promised) if dependency.promised else "",
    }
    match dependency.state:
        case State.ASKED:
            return _("%(asking)s needs it by %(day)s") % known, _("Answer")
        case State.COUNTERED:
            return _("%(giving)s offers something else") % known, _("Take it or ask again")
        case State.DECLINED:
            return _("%(giving)s declined") % known, _("Ask again or withdraw")
        case State.DELIVERED:
            return _("%(giving)s says it is delivered") % known, _("Confirm it")
        case _:
            return _("Promised for %(promised)s") % known, _("Delivered, or another day")
