"""What lies above and below one node of the strategy, as far as its reader may see it.

The database follows the ties from the node in one statement, the same on SQLite and PostgreSQL, so that what is read
grows with what lies above and below, not with everything that was ever tied. A node that its reader may not see is
cut out together with what is reached through it alone; it is neither named nor counted.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from consort.core import kinds
from consort.core.models import Person
from consort.vision.chain.graph import Edge, Graph, Node

ORDER = ("purpose", "priority", "objective", "key_result", "initiative", "decision", "commitment")

# One step from {node} to what leads up to it, and to what it leads up to: by a tie, from a key result to its objective,
# from an open priority to the vision in force. As ways beside one another, each is taken by its own index.
WAYS = """
    (SELECT 1 AS way UNION ALL SELECT 2 UNION ALL SELECT 3) ways
    ON way = 1 OR way = 2 AND {kind} = '%s' OR way = 3 AND {kind} = '%s'
"""
STEP_DOWN = f"""
    COALESCE(link.from_kind, CASE way WHEN 2 THEN 'key_result' ELSE 'priority' END),
    COALESCE(link.from_id, result.id, priority.id), {{node}}, COALESCE(result.position, priority.position, 0)
    FROM {{source}} JOIN {WAYS % ("objective", "purpose")}
    LEFT JOIN core_link link ON way = 1 AND link.to_id = {{node}} AND link.kind IN ('serves', 'carries_out')
    LEFT JOIN vision_keyresult result ON way = 2 AND result.objective_id = {{node}}
    LEFT JOIN vision_purpose purpose ON way = 3 AND purpose.id = {{node}} AND purpose.state = 'agreed'
    LEFT JOIN vision_priority priority ON priority.organization_id = purpose.organization_id AND priority.closed IS NULL
    WHERE link.id IS NOT NULL OR result.id IS NOT NULL OR priority.id IS NOT NULL
"""
STEP_UP = f"""
    COALESCE(link.to_kind, CASE way WHEN 2 THEN 'objective' ELSE 'purpose' END),
    COALESCE(link.to_id, result.objective_id, purpose.id), {{node}}, 0
    FROM {{source}} JOIN {WAYS % ("key_result", "priority")}
    LEFT JOIN core_link link ON way = 1 AND link.from_id = {{node}} AND link.kind IN ('serves', 'carries_out')
    LEFT JOIN vision_keyresult result ON way = 2 AND result.id = {{node}}
    LEFT JOIN vision_priority priority ON way = 3 AND priority.id = {{node}} AND priority.closed IS NULL
    LEFT JOIN vision_purpose purpose ON purpose.organization_id = priority.organization_id AND purpose.state = 'agreed'
    WHERE link.id IS NOT NULL OR result.id IS NOT NULL OR purpose.id IS NOT NULL
"""


def _steps(name: str, step: str) -> str:
    """The recursive table `name`: every step from the start, and from wherever a step led."""
    first, onward = (step.format(source=each, kind=f"{each}.kind", node=f"{each}.id") for each in ("start", name))
    return f"{name}(kind, id, came_from, place) AS (SELECT {first} UNION SELECT {onward})"


AROUND = f"""
    WITH RECURSIVE
    start(kind, id) AS (SELECT CAST(%s AS varchar(40)), CAST(%s AS {{uuid}})),
    {_steps("above", STEP_UP)},
    {_steps("below", STEP_DOWN)}
    SELECT 1, above.* FROM above UNION ALL SELECT 0, below.* FROM below
"""


@dataclass(frozen=True)
class Chain:
    """`start` and what its reader may see above and below it."""

    start: Node
    graph: Graph


def around(start: Node, reader: Person) -> Chain | None:
    """The chain through one node; None when the reader may not see it. Runs two queries."""
    edges = _edges_around(start)
    visible = _visible({start}.union(*((edge.child, edge.parent) for edge in edges)), reader)
    seen = (edge for edge in edges if edge.child in visible and edge.parent in visible)
    return Chain(start, Graph(seen, ORDER)) if start in visible else None


def _edges_around(start: Node) -> list[Edge]:
    written = models.UUIDField().get_db_prep_value(start.uuid, connection)
    kind = "uuid" if connection.vendor == "postgresql" else "char(32)"
    with connection.cursor() as cursor:
        cursor.execute(AROUND.format(uuid=kind), [start.kind, written])
        rows = [(up, kind, _hex(id), _hex(came_from), place) for up, kind, id, came_from, place in cursor.fetchall()]
    nodes = {start.id: start} | {id: Node(kind, id) for _up, kind, id, _came_from, _place in rows}
    return [
        Edge(nodes[came_from], nodes[id]) if up else Edge(nodes[id], nodes[came_from], place)
        for up, _kind, id, came_from, place in rows
    ]


def _hex(identity: str | UUID) -> str:
    """SQLite gives a UUID as its 32 digits, PostgreSQL as an object."""
    return identity if isinstance(identity, str) else identity.hex


def _visible(nodes: Iterable[Node], reader: Person) -> set[Node]:
    """Those that `reader` may see. Runs one query."""
    wanted: dict[str, list[str]] = {}
    for node in nodes:
        wanted.setdefault(node.kind, []).append(node.id)
    parts = [_seen(kind, wanted[kind.name], reader) for kind in kinds.known() if kind.name in wanted]
    rows = parts[0].union(*parts[1:], all=True) if parts else ()
    return {Node(kind, identity.replace("-", "")) for kind, identity in rows}


def _seen(kind: kinds.Kind, ids: list[str], reader: Person) -> models.QuerySet[Any, Any]:
    """(name of the kind, id as text) of the visible ones. The ids go over as one value: there may be thousands."""
    named = models.Value(kind.name, output_field=models.CharField())
    among = "SELECT UNNEST(%s::uuid[])" if connection.vendor == "postgresql" else "SELECT value FROM json_each(%s)"
    given: Any = ids if connection.vendor == "postgresql" else json.dumps(ids)
    found = kind.model.objects.visible_to(reader).filter(pk__in=RawSQL(among, [given])).order_by()
    return found.values_list(named, Cast("pk", models.CharField()))  # type: ignore[no-any-return]
