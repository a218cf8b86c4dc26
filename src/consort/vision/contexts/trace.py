"""The chain through one node: the ways up to the vision, and what lies below it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.core import kinds
from consort.core.models import Person
from consort.core.queries import partnerships_of
from consort.vision.chain.graph import Graph, Node, Twig
from consort.vision.chain.walking import ORDER, around
from consort.vision.contexts.map.nodes import line
from consort.vision.contexts.map.untied import plural

MOST_WAYS, ROOM, WIDEST = 12, 90, 40


@dataclass(frozen=True)
class Step:
    """A node in words; `url` is its own page, `trace` the chain through it."""

    title: str
    url: str
    meta: str
    trace: str


@dataclass(frozen=True)
class Branch:
    """A node below, with those below it. `more` are not drawn; `again`: they are drawn in another place."""

    step: Step
    branches: list["Branch"]
    more: int
    again: bool


def trace(kind: str, identity: UUID, reader: Person, skip: int) -> dict[str, Any]:
    """Runs two queries, and one for each kind of node that is drawn."""
    partnerships_of(reader)  # the frame asks for them too; with them it is known what the reader may see
    chain = around(Node(kind, identity.hex), reader)
    if chain is None:
        raise Http404
    ways, outline = chain.graph.ways(chain.start, MOST_WAYS + 1), chain.graph.outline(chain.start, ROOM, WIDEST, skip)
    steps = _steps({chain.start, *_drawn(outline), *(node for way in ways[:MOST_WAYS] for node in way)}, reader)
    return {
        "start": steps[chain.start],
        "ways": [[steps[node] for node in way] for way in ways[:MOST_WAYS]],
        "is_cut": len(ways) > MOST_WAYS,
        "counts": _counts(chain.graph, chain.start),
        "branches": [_branch(twig, steps) for twig in outline.twigs],
        "more": outline.more,
        "next": skip + len(outline.twigs),
        "skip": skip,
    }


def _drawn(twig: Twig) -> list[Node]:
    return [twig.node, *(node for each in twig.twigs for node in _drawn(each))]


def _steps(nodes: set[Node], reader: Person) -> dict[Node, Step]:
    """Each node in words. Runs one query for each kind."""
    found: dict[Node, Step] = {}
    for name in {node.kind for node in nodes}:
        kind = kinds.named(name)
        rows = kind.model.objects.visible_to(reader).filter(pk__in=[node.uuid for node in nodes if node.kind == name])
        for thing in rows.select_related(*kind.work.related) if kind.work else rows:
            thing.organization = reader.organization
            found[Node(name, thing.pk.hex)] = _step(kind, thing, reader)
    return found


def _step(kind: kinds.Kind, thing: Any, reader: Person) -> Step:
    said = line(thing)
    meta = ", ".join(part for part in (capfirst(str(kind.noun)), said.standing) if part)
    trace = reverse("vision:trace", args=[reader.organization.slug, kind.name, thing.pk])
    return Step(said.title, thing.get_absolute_url(), meta, trace)


def _branch(twig: Twig, steps: dict[Node, Step]) -> Branch:
    return Branch(steps[twig.node], [_branch(each, steps) for each in twig.twigs], twig.more, twig.again)


def _counts(graph: Graph, start: Node) -> str:
    """ "4 priorities, 12 objectives, 30 key results": what lies below, each counted once."""
    counts = graph.count_below(start)
    names = [*(name for name in ORDER if name in counts), *sorted(counts.keys() - set(ORDER))]
    words = (_("%(n)s %(things)s") % {"n": f"{counts[name]:,}", "things": plural(name, counts[name])} for name in names)
    return ", ".join(words)
