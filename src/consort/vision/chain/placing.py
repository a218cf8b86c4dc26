"""Where each objective stands on the map: under which priority, and how deep below other objectives. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Place:
    """`depth` counts the objectives between it and the priority; `elsewhere`: it is drawn in another place."""

    objective: UUID
    depth: int = 0
    elsewhere: bool = False


def places(
    priorities: Sequence[UUID], shown: Collection[UUID], served: Mapping[UUID, Iterable[UUID]]
) -> dict[UUID | None, list[Place]]:
    """The `shown` objectives under each priority, those below another one right after it.

    `served`: what each objective serves, priorities and objectives, also of those not shown, which are passed through.
    An objective is drawn where it is come to first, and referred to elsewhere. Under None stand those that serve
    something, but lead up to none of the priorities.
    """
    serving = _turned(served)
    drawn: set[UUID] = set()
    placed: dict[UUID | None, list[Place]] = {
        priority: _under(priority, serving, shown, drawn) for priority in priorities
    }
    rest: list[Place] = []
    for objective in [each for each in shown if each in served and each not in drawn]:
        if objective not in drawn:
            drawn.add(objective)
            rest += [Place(objective), *_under(objective, serving, shown, drawn, depth=1)]
    return placed | ({None: rest} if rest else {})


def _turned(served: Mapping[UUID, Iterable[UUID]]) -> dict[UUID, list[UUID]]:
    serving: dict[UUID, list[UUID]] = {}
    for objective, targets in served.items():
        for target in targets:
            serving.setdefault(target, []).append(objective)
    return serving


def _under(
    top: UUID, serving: Mapping[UUID, list[UUID]], shown: Collection[UUID], drawn: set[UUID], depth: int = 0
) -> list[Place]:
    found: list[Place] = []
    met = {top}
    waiting = [(each, depth) for each in reversed(serving.get(top, []))]
    while waiting:
        objective, level = waiting.pop()
        if objective in met:
            continue
        met.add(objective)
        if objective in shown:
            found.append(Place(objective, level, elsewhere=objective in drawn))
            if objective in drawn:
                continue
            drawn.add(objective)
        below = level + (objective in shown)
        waiting += [(each, below) for each in reversed(serving.get(objective, []))]
    return found
