"""What waits for whom. Each package says what it waits for; Today and the rail ask here."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from consort.core import clock, live
from consort.core.models import Chain, Person


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person.

    `place` is the rail item it counts under; `since` when the wait began; `holds_up` how many others wait for it;
    `due` when it is wanted by. `is_confidential`: its title stays on our own pages, and goes into no mail.
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
    is_confidential: bool = False


@dataclass(frozen=True)
class Recalled:
    """What is known without asking any package.

    `counts` by place are those of the last time. `items` are None when something was recorded or announced since, as
    one of them might be somebody else's by now. `is_fresh`: there is no need to ask again.
    """

    counts: Counter[str] = field(default_factory=Counter)
    items: list[Waiting] | None = None
    is_fresh: bool = False


@dataclass(frozen=True)
class _Known:
    """What waited when the ledger had this size, after so many announcements."""

    size: int
    announced: int
    at: datetime
    items: list[Waiting]


Provider = Callable[[Person], Iterable[Waiting]]
FRESH = timedelta(seconds=20)
MOST = 2000

_announced = 0
_known: dict[UUID, _Known] = {}
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` from now on. A provider runs at most two queries."""
    _providers.append(provider)
    forget()


def waiting_for(person: Person) -> list[Waiting]:
    """Everything that waits for `person`: what holds up others first, then the longest wait.

    Runs one query while nothing was recorded in the organization since it was last asked, and that is not long ago;
    else the queries of the providers, which is more than a page may run: see `recall`.
    """
    size = _size(person)
    known = _known.get(person.pk)
    if known is None or not _is_fresh(known, size):
        known = _Known(size, _announced, clock.now(), _ask(person))
        _remember(person.pk, known)
    return list(known.items)


def recall(person: Person) -> Recalled:
    """What is known of what waits for `person`, without asking the providers. Runs no query for the reader of a page,
    who was fetched by `core.queries.whole_people`; else one."""
    known = _known.get(person.pk)
    if known is None:
        return Recalled()
    size: int | None = getattr(person, "ledger_size", None)
    size = _size(person) if size is None else size
    items = list(known.items) if _is_current(known, size) else None
    return Recalled(counted(known.items), items, _is_fresh(known, size))


def counted(items: Iterable[Waiting]) -> Counter[str]:
    """How much waits, by place."""
    return Counter(item.place for item in items)


def forget(*_: object) -> None:
    """Ask the providers again. Something changed, perhaps without a word in the ledger, as in a confidential round."""
    global _announced
    _announced += 1


live.subscribe(forget)


def _size(person: Person) -> int:
    return Chain.objects.filter(organization=person.organization_id).values_list("size", flat=True).first() or 0


def _is_current(known: _Known, size: int) -> bool:
    return known.size == size and known.announced == _announced


def _is_fresh(known: _Known, size: int) -> bool:
    return _is_current(known, size) and abs(clock.now() - known.at) <= FRESH


def _remember(person: UUID, known: _Known) -> None:
    if len(_known) >= MOST:
        _known.clear()
    _known[person] = known


def _ask(person: Person) -> list[Waiting]:
    found = [item for provider in _providers for item in provider(person)]
    return sorted(found, key=lambda item: (item.holds_up == 0, item.since))
