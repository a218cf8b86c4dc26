"""What waits for whom. Each package says what it waits for; Today and the rail ask here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from consort.core import clock, live
from consort.core.models import Chain, Person


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person.

    `place` is the rail item it counts under; `since` when the wait began; `holds_up` how many others wait for it;
    `due` when it is wanted by.
    """

    place: str
    label: str
    title: str
    url: str
    meta: str
    action: str
    since: datetime
    holds_up: int = 0
    due: datetime | None = None


Provider = Callable[[Person], Iterable[Waiting]]
FRESH = timedelta(seconds=20)
MOST = 2000


@dataclass(frozen=True)
class _Known:
    """What waited when the ledger had this size."""

    size: int
    at: datetime
    items: list[Waiting]


_known: dict[UUID, _Known] = {}
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` from now on. A provider runs at most two queries."""
    _providers.append(provider)
    forget()


def waiting_for(person: Person) -> list[Waiting]:
    """Everything that waits for `person`: what holds up others first, then the longest wait.

    Runs one query while nothing was recorded in the organization since it was last asked, and that is not long ago;
    else the queries of the providers.
    """
    size = Chain.objects.filter(organization=person.organization_id).values_list("size", flat=True).first() or 0
    known = _known.get(person.pk)
    if known is None or known.size != size or abs(clock.now() - known.at) > FRESH:
        known = _Known(size, clock.now(), _ask(person))
        _remember(person.pk, known)
    return list(known.items)


def forget(*_: object) -> None:
    """Ask the providers again. Something changed, perhaps without a word in the ledger, as in a confidential round."""
    _known.clear()


live.subscribe(forget)


def _remember(person: UUID, known: _Known) -> None:
    if len(_known) >= MOST:
        _known.clear()
    _known[person] = known


def _ask(person: Person) -> list[Waiting]:
    found = [item for provider in _providers for item in provider(person)]
    return sorted(found, key=lambda item: (item.holds_up == 0, item.since))
