"""The page of the map."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from consort.core import clock
from consort.core.models import Person
from consort.core.queries import partnerships_of
from consort.vision.chain.placing import Place, places
from consort.vision.contexts.map.nodes import Drawn, PriorityNode, height, named
from consort.vision.contexts.map.untied import Tying, loose, sentence
from consort.vision.contexts.map.wanted import Wanted, choices, narrowed, stands_so
from consort.vision.models import Objective, Priority
from consort.vision.policy import purpose as policy
from consort.vision.queries import map as queries
from consort.vision.queries.findings import Numbered, conflicts_for
from consort.vision.queries.measuring import Measured, measured_among
from consort.vision.queries.publishing import purpose_known

UNFOLDED = 40  # with more objectives than these, priorities are folded
MOST_UNTIED = 12  # of each kind; the others stand on a page of their own
NOTICES = 2


def page(reader: Person, wanted: Wanted) -> dict[str, Any]:
    """The map as far as the reader may see it. Runs at most eleven queries besides those that every page runs."""
    drawing = _Map(reader, wanted)
    return {
        "purpose": drawing.purpose,
        "known": purpose_known(drawing.purpose, reader) if drawing.purpose else None,
        "is_empty": not (drawing.purpose or drawing.priorities or drawing.objectives),
        "may_begin": policy.may_propose(reader),
        "nodes": drawing.nodes,
        "height": height(drawing.nodes),
        "wanted": wanted,
        "choices": choices(wanted, drawing.objectives, drawing.priorities, drawing.tied),
        "conflicts": drawing.conflicts[:NOTICES],
        "more_conflicts": len(drawing.conflicts) - NOTICES,
        **drawing.loose_ends(),
    }


class _Map:
    """What is asked of the database once, and what follows from it."""

    def __init__(self, reader: Person, wanted: Wanted) -> None:
        partnerships_of(reader)  # the frame asks for them too; with them it is known what the reader may see
        self.reader, self.wanted = reader, wanted
        self.purpose = queries.purpose_in_force(reader)
        self.priorities, self.objectives = queries.priorities(reader), queries.objectives(reader)
        self.tied, self.conflicts = queries.tied(reader), conflicts_for(reader)

    @cached_property
    def nodes(self) -> list[PriorityNode]:
        by_id = {each.pk: each for each in self.priorities}
        found = [self._node(by_id.get(key) if key else None, under) for key, under in self._placed.items()]
        return [node for node in found if node.count or not self.wanted.narrows]

    def loose_ends(self) -> dict[str, Any]:
        """What serves nothing, and what nothing measures."""
        untied = [each for each in self.objectives if each.pk not in self.tied.up]
        of_kinds = [untied, *(works.untied for works in self._works)]
        unmeasured = sum(not each.is_measured for each in self.objectives)  # type: ignore[attr-defined]
        tying = Tying(self.reader, policy.keeps(self.purpose, self.reader), self.tied.leads)
        return {
            "untied_sentence": sentence(of_kinds, unmeasured, MOST_UNTIED),
            "untied": [loose(thing, tying) for things in of_kinds for thing in things[:MOST_UNTIED]],
            "more_untied": any(len(things) >= MOST_UNTIED for things in of_kinds),
        }

    @cached_property
    def _candidates(self) -> list[Objective]:
        return narrowed(self.objectives, self.wanted, self.tied)

    @cached_property
    def _placed(self) -> dict[UUID | None, list[Place]]:
        shown = dict.fromkeys(each.pk for each in self._candidates)
        priorities = [each.pk for each in self.priorities]
        found = places(
            priorities, shown, {each.pk: self.tied.up[each.pk] for each in self.objectives if each.pk in self.tied.up}
        )
        return {key: under for key, under in found.items() if self.wanted.priority in ("", str(key))}

    @cached_property
    def _unfolded(self) -> set[UUID | None]:
        """Few objectives are all drawn; of many, those of the priority that the address opens or narrows to."""
        if self.wanted.narrows or sum(map(len, self._placed.values())) <= UNFOLDED:
            return set(self._placed)
        return {key for key in self._placed if str(key) == self.wanted.open}

    @cached_property
    def _measured(self) -> dict[UUID, list[Measured]]:
        drawn = {place.objective for key in self._unfolded for place in self._placed[key]}
        found: dict[UUID, list[Measured]] = {}
        for each in measured_among(queries.key_results_of(drawn), self.reader, clock.today()):
            found.setdefault(each.key_result.objective_id, []).append(each)
        return found

    @cached_property
    def _works(self) -> list[queries.Works]:
        """One query for each kind that can carry something."""
        ends = {*self._measured, *(each.key_result.pk for rows in self._measured.values() for each in rows)}
        ends |= {place.objective for key in self._unfolded for place in self._placed[key]}
        wanted: dict[str, list[UUID]] = {}
        for end in ends:
            for kind, key in self.tied.down.get(end, ()):
                wanted.setdefault(kind, []).append(key)
        return [queries.works(kind, wanted.get(kind.name, []), MOST_UNTIED, self.reader) for kind in queries.carrying()]

    @cached_property
    def _drawn(self) -> Drawn:
        works = {key: thing for each in self._works for key, thing in each.by_id.items()}
        objectives = {each.pk: each for each in self.objectives}
        return Drawn(objectives, self.tied, self._measured, works, _by_thing(self.conflicts))

    def _node(self, priority: Priority | None, under: list[Place]) -> PriorityNode:
        key = priority.pk if priority else None
        meta = named(self.tied.leads.get(priority.pk, ())) if priority else ""
        if key not in self._unfolded:
            return PriorityNode(priority, meta, len(under), is_open=False)
        drawn = [self._drawn.objective(place) for place in under if self._stands_so(place)]
        return PriorityNode(priority, meta, len(drawn), is_open=True, objectives=drawn)

    def _stands_so(self, place: Place) -> bool:
        objective, drawn = self._drawn.objectives[place.objective], self._drawn
        measured, flags = drawn.measured.get(objective.pk, []), drawn.conflicts.get(objective.pk)
        return stands_so(self.wanted.state, measured, drawn.is_carried(objective), bool(flags))


def _by_thing(conflicts: Iterable[Numbered]) -> Mapping[UUID, list[Numbered]]:
    found: dict[UUID, list[Numbered]] = {}
    for each in conflicts:
        for thing in each.finding.things:
            found.setdefault(thing.id, []).append(each)
    return found
