"""Makes a strategy of 10,000 nodes, and 60,000 ties beside it that belong to none of them. Deterministic.

Ten priorities, 500 objectives of which one in five serves two, two key results each, 1,500 initiatives that serve one
or two objectives, and commitments for the rest. Rows are written in bulk, past the actions.
"""

import random
from typing import Any
from uuid import UUID, uuid5

from django.db import models

from consort.commitments.models import Commitment
from consort.core import clock
from consort.core.models import Link, Organization, Person
from consort.vision.models import Initiative, KeyResult, Objective, Priority, Purpose
from consort.vision.models.key_result import Aim

PRIORITIES, OBJECTIVES, RESULTS, INITIATIVES = 10, 500, 2, 1500
NODES, BESIDE = 10_000, 60_000
Nodes = dict[str, list[Any]]


def make(leader: Person, seed: int = 7) -> Nodes:
    """Make it in the present database, in the leader's organization; all nodes by kind."""
    choose, house = random.Random(seed), leader.organization
    nodes = _nodes(house, leader)
    Link.objects.bulk_create([*_ties(house, nodes, choose), *_beside(house)], batch_size=5000)
    return nodes


def _nodes(house: Organization, leader: Person) -> Nodes:
    agreed = {"state": Purpose.State.AGREED, "agreed": clock.now()}
    nodes: Nodes = {"purpose": [Purpose.objects.create(organization=house, version=1, vision="Where to", **agreed)]}
    wanted: tuple[tuple[Any, int], ...] = ((Priority, PRIORITIES), (Objective, OBJECTIVES), (Initiative, INITIATIVES))
    for kind, (model, number) in zip(("priority", "objective", "initiative"), wanted, strict=True):
        made = (model(organization=house, title=f"{kind} {each}") for each in range(number))
        nodes[kind] = list(model.objects.bulk_create(made))
    results = (
        KeyResult(objective=each, title=f"Milestone {place}", aim=Aim.MILESTONE, position=place)
        for each in nodes["objective"]
        for place in range(RESULTS)
    )
    nodes["key_result"] = list(KeyResult.objects.bulk_create(results))
    return nodes | {"commitment": _commitments(house, leader, NODES - sum(map(len, nodes.values())))}


def _commitments(house: Organization, leader: Person, number: int) -> list[models.Model]:
    other = Person.objects.create(organization=house, first_name="Other", email="other@strategy.example")
    shared = {"giver": leader, "receiver": other, "due": clock.today(), "silent_after": clock.today()}
    rows = (
        Commitment(organization=house, what=f"Promise {each}", visibility="leaders", **shared) for each in range(number)
    )
    return list(Commitment.objects.bulk_create(rows, batch_size=5000))


def _ties(house: Organization, nodes: Nodes, choose: random.Random) -> list[Link]:
    ties = []
    for number, objective in enumerate(nodes["objective"]):
        above = nodes["priority"] if number < OBJECTIVES // 2 else nodes["objective"][: OBJECTIVES // 2]
        ties += [_tie(house, objective, each) for each in choose.sample(above, 2 if number % 5 == 0 else 1)]
    for initiative in nodes["initiative"]:
        ties += [_tie(house, initiative, each) for each in choose.sample(nodes["objective"], choose.randint(1, 2))]
    ends = [*nodes["initiative"], *nodes["key_result"]]
    return ties + [_tie(house, each, choose.choice(ends), Link.Kind.CARRIES_OUT) for each in nodes["commitment"]]


NAMES = {
    Priority: "priority",
    Objective: "objective",
    KeyResult: "key_result",
    Initiative: "initiative",
    Commitment: "commitment",
}


def _tie(house: Organization, source: models.Model, target: models.Model, kind: str = Link.Kind.SERVES) -> Link:
    ends = {"from_kind": NAMES[type(source)], "from_id": source.pk, "to_kind": NAMES[type(target)], "to_id": target.pk}
    return Link(organization=house, kind=kind, **ends)


def _beside(house: Organization) -> list[Link]:
    """Commitments that carry out decisions of years past."""
    ends = {"from_kind": "commitment", "to_kind": "decision", "kind": Link.Kind.CARRIES_OUT}
    ids = (uuid5(UUID(int=0), str(number)) for number in range(BESIDE))
    return [Link(organization=house, from_id=each, to_id=uuid5(each, "to"), **ends) for each in ids]
