"""What was found for a reader, remembered while nothing was recorded that could change it.

Reading and judging a strategy of 10,000 nodes takes long for a page, and the map, the tabs and every objective's page
show what was found. So it is kept in the process, for each reader, until something is recorded about the strategy or
about who may see what, or the day changes.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from consort.core import clock
from consort.core.models import Chain, Entry, Person
from consort.vision.models import Dismissal
from consort.vision.rules.gathering import gather
from consort.vision.rules.rule import Finding, evaluate

MOST_READERS = 100
CHANGING = (
    "organization",
    "person",
    "partnership",
    "purpose",
    "priority",
    "objective",
    "initiative",
    "key_result",
    "metric",
    "commitment",
    "dependency",
    "cycle",
    "catchball",
)
TYING = ("link.tied", "link.untied")


@dataclass(frozen=True)
class Aside:
    """A finding that was set aside."""

    finding: Finding
    dismissal: Dismissal


@dataclass(frozen=True)
class Judgement:
    """What the rules find in what a reader may see, conflicts first: what asks, and what was set aside."""

    asking: list[Finding]
    aside: list[Aside]


@dataclass(frozen=True)
class _Known:
    """The judgement on a day, when the ledger had this size."""

    size: int
    day: date
    judgement: Judgement


_known: "OrderedDict[UUID, _Known]" = OrderedDict()


def judgement_for(reader: Person) -> Judgement:
    """Runs at most two queries while nothing that matters was recorded, else those of `gather` and one more, which is
    more than a page may run: see `recall`."""
    known = _fresh(reader)
    if known is None:
        known = _Known(_size(reader), clock.today(), _judge(reader, clock.today()))
        _remember(reader.pk, known)
    return known.judgement


def recall(reader: Person) -> Judgement | None:
    """The judgement if it is known and still holds. Runs at most two queries, none for the reader of a page in an
    organization where nothing was recorded since."""
    known = _fresh(reader)
    return known.judgement if known else None


def last_known(reader: Person) -> Judgement | None:
    """What was found the last time somebody asked, whatever happened since. Runs no query."""
    known = _known.get(reader.pk)
    return known.judgement if known else None


def _fresh(reader: Person) -> _Known | None:
    known = _known.get(reader.pk)
    if known is None or known.day != clock.today():
        return None
    size = _size(reader)
    if size == known.size:
        return known
    if _has_changed(reader, known, size):
        return None
    known = replace(known, size=size)
    _remember(reader.pk, known)
    return known


def _size(reader: Person) -> int:
    """How large the ledger is. It comes with the reader of a page."""
    size: int | None = getattr(reader, "ledger_size", None)
    if size is not None:
        return size
    return Chain.objects.filter(organization=reader.organization_id).values_list("size", flat=True).first() or 0


def _judge(reader: Person, today: date) -> Judgement:
    kept = Dismissal.objects.filter(organization=reader.organization_id, source=Dismissal.Source.RULE)
    dismissals = {(each.name, each.about_id, each.other_id): each for each in kept.select_related("by")}
    asking, aside = [], []
    for finding in evaluate(gather(reader, today)):
        dismissal = dismissals.get(finding.key)
        if dismissal and dismissal.seen == finding.fingerprint:
            aside.append(Aside(finding, dismissal))
        else:
            asking.append(finding)
    return Judgement(asking, aside)


def _has_changed(reader: Person, known: _Known, size: int) -> bool:
    if size < known.size:
        return True
    fresh = Entry.objects.filter(organization=reader.organization_id, seq__gte=known.size)
    matters = fresh.filter(object_kind__in=CHANGING) | fresh.filter(type__in=TYING)
    return matters.exists()


def _remember(reader: UUID, known: _Known) -> None:
    _known[reader] = known
    _known.move_to_end(reader)
    while len(_known) > MOST_READERS:
        _known.popitem(last=False)
