"""What of a file stands here already: by what it became when it was brought in before, or by its own identity."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from consort.core.models import Link, Person
from consort.vision.exchange.columns import MODELS
from consort.vision.exchange.items import BETWEEN, BY_TITLE, Columns, Item, Kind
from consort.vision.models import Source

FETCHED: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.PURPOSE: (("organization", "partnership"), ("values", "will_nots")),
    Kind.PRIORITY: (("organization",), ("leads",)),
    Kind.METRIC: (("organization",), ("readings",)),
    Kind.OBJECTIVE: (("organization",), ("leads",)),
    Kind.KEY_RESULT: (("objective__organization", "metric", "owner"), ()),
}

TITLES: dict[Kind, tuple[str, ...]] = {
    Kind.PRIORITY: ("title",),
    Kind.METRIC: ("name",),
    Kind.OBJECTIVE: ("title",),
    Kind.KEY_RESULT: ("objective__title", "title"),
}


class Standing:
    """The things behind the keys of a file. Runs a few queries per kind."""

    def __init__(self, items: Iterable[Item], source: Source | None, by: Person) -> None:
        self.shown: dict[tuple[Kind, str], Columns] = {}
        self.things: dict[tuple[Kind, str], Any] = {}
        self.ties: set[tuple[UUID, UUID]] = set()
        known = self._known(source)
        wanted: dict[Kind, dict[str, UUID]] = {}
        titles = _Titles(by)
        for item in items:
            identity = known.get((item.kind, item.key)) or own_identity(item.key) or titles.identity(item)
            if identity:
                wanted.setdefault(item.kind, {})[item.key] = identity
        for kind, keys in wanted.items():
            found = {thing.pk: thing for thing in fetched(kind, by).filter(pk__in=keys.values())}
            self.things |= {(kind, key): found[identity] for key, identity in keys.items() if identity in found}
            if kind is Kind.OBJECTIVE:
                ties = Link.objects.filter(kind=Link.Kind.SERVES, from_id__in=found)
                self.ties = set(ties.values_list("from_id", "to_id"))

    def _known(self, source: Source | None) -> dict[tuple[Kind, str], UUID]:
        if source is None:
            return {}
        known = {}
        for part in source.parts.all():
            place = (Kind(part.kind), part.key)
            known[place], self.shown[place] = part.thing, part.shown
        return known

    def serves(self, objective: Any, key: str) -> bool:
        """Whether it is tied to what `key` names already."""
        targets = [self.thing(kind, key) for kind in (Kind.PRIORITY, Kind.OBJECTIVE)]
        keys = {target.pk for target in targets if target is not None} or {own_identity(key)}
        return any((objective.pk, pk) in self.ties for pk in keys)

    def thing(self, kind: Kind, key: str) -> Any:
        return self.things.get((kind, key))


class _Titles:
    """Tables name things by their titles: the open one of that title is meant. Runs a query per kind that is asked."""

    def __init__(self, by: Person) -> None:
        self.by = by
        self.known: dict[Kind, dict[tuple[str, ...], UUID]] = {}

    def identity(self, item: Item) -> UUID | None:
        if not item.key.startswith(BY_TITLE):
            return None
        if item.kind not in self.known:
            rows = _open(item.kind, self.by).values_list("pk", *TITLES[item.kind])
            self.known[item.kind] = {tuple(title.casefold() for title in titles): pk for pk, *titles in rows}
        return self.known[item.kind].get(tuple(item.key.removeprefix(BY_TITLE).split(BETWEEN)))


def _open(kind: Kind, by: Person) -> Any:
    seen = MODELS[kind].objects.visible_to(by)
    if kind is Kind.OBJECTIVE:
        return seen.exclude(state="closed")
    if kind is Kind.KEY_RESULT:
        return seen.exclude(objective__state="closed")
    return seen.filter(closed=None) if kind is Kind.PRIORITY else seen


def fetched(kind: Kind, by: Person) -> Any:
    """Everything of a kind that `by` may see, with what its columns need."""
    related, many = FETCHED[kind]
    return MODELS[kind].objects.visible_to(by).select_related(*related).prefetch_related(*many)


def own_identity(key: str) -> UUID | None:
    """`_<uuid>` is how Consort names its own things in a file."""
    try:
        return UUID(key.removesuffix(" result")[1:]) if key.startswith("_") else None
    except ValueError:
        return None
