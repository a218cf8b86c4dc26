"""Finding what is to be tied."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from consort.core import kinds, search
from consort.core.models import Link, Person
from consort.vision.models import Initiative, Objective, Priority
from consort.vision.policy.purpose import keeps_strategy
from consort.vision.queries.objectives import open_priorities, visible

MOST = 30
SERVING = ("decision", "commitment", "initiative", "objective")


@dataclass(frozen=True)
class Offer:
    """A thing that can be tied, or is tied already; `url` takes the POST that does or undoes it."""

    noun: str
    title: str
    standing: str
    is_tied: bool
    url: str


def add(target: Objective | Priority, reader: Person, words: str) -> dict[str, Any]:
    """What can be said to serve `target`: what the words find, else what is under way."""
    tied = set(Link.objects.filter(kind=Link.Kind.SERVES, to_id=target.pk).values_list("from_id", flat=True))
    found = _found(words, reader) if words.strip() else _under_way(reader)
    offered = [thing for thing in _to_tie(found, reader) if thing.pk != target.pk]
    return {
        "target": target,
        "words": words,
        "offers": [_offer(thing, target, thing, thing.pk in tied) for thing in offered[:MOST]],
    }


def serves(source: Any, reader: Person, words: str) -> dict[str, Any]:
    """The open priorities and objectives that `source` can serve."""
    tied = set(Link.objects.filter(kind=Link.Kind.SERVES, from_id=source.pk).values_list("to_id", flat=True))
    wanted = words.strip()
    objectives = visible(reader).exclude(state=Objective.State.CLOSED).exclude(pk=source.pk)
    priorities = open_priorities(reader)
    if wanted:
        objectives, priorities = objectives.filter(title__icontains=wanted), priorities.filter(title__icontains=wanted)
    found = [*priorities, *objectives[:MOST]]
    return {
        "source": source,
        "words": words,
        "offers": [_offer(source, target, target, target.pk in tied) for target in found],
    }


def _to_tie(things: list[Any], reader: Person) -> list[Any]:
    """Without the objectives and initiatives that are not the reader's to tie. Runs at most three queries."""
    if keeps_strategy(reader):
        return things
    led = {*reader.objectives_led.values_list("pk", flat=True), *reader.initiatives_led.values_list("pk", flat=True)}
    ours = (Objective, Initiative)
    return [each for each in things if not isinstance(each, ours) or each.owner_id == reader.pk or each.pk in led]


def _found(words: str, reader: Person) -> list[Any]:
    return [thing for thing in search.find(words, reader, MOST * 3) if kinds.of(thing).name in SERVING]


def _under_way(reader: Person) -> list[Any]:
    """What people are busy with now, of each kind the newest. Runs one query for each kind."""
    found: list[Any] = []
    for kind in sorted(kinds.known(), key=_place):
        if kind.work is not None and kind.name in SERVING:
            rows = kind.model.objects.visible_to(reader).filter(kind.work.under_way).order_by("-pk")
            found += rows.select_related(*kind.work.related, "organization")[: MOST // 3]
    return found


def _place(kind: kinds.Kind) -> int:
    """Decisions first."""
    return SERVING.index(kind.name) if kind.name in SERVING else len(SERVING)


def _offer(source: Any, target: Any, named: Any, is_tied: bool) -> Offer:
    kind = kinds.of(named)
    line = kind.work.line(named) if kind.work else kinds.Line(str(named), "", None)
    (from_kind, from_id), (to_kind, to_id) = kinds.reference(source), kinds.reference(target)
    name = "vision:unserve" if is_tied else "vision:serve"
    url = reverse(name, args=[target.organization.slug, from_kind, from_id, to_kind, to_id])
    return Offer(capfirst(str(kind.noun)), line.title, capfirst(line.standing), is_tied, url)
