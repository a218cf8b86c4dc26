"""What waits for whom. Each package says what it waits for; Today and the rail ask here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from consort.core.models import Person


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
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` from now on. A provider runs at most two queries."""
    _providers.append(provider)


def waiting_for(person: Person) -> list[Waiting]:
    """Everything that waits for `person`: what holds up others first, then the longest wait."""
    found = [item for provider in _providers for item in provider(person)]
    return sorted(found, key=lambda item: (item.holds_up == 0, item.since))
