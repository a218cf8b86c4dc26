"""The strategy as a StratML document: what came from a plan leaves as it came, what was changed since as it stands."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.models import Organization, Person
from consort.vision.exchange.columns import columns_of, written
from consort.vision.exchange.gathering import Strategy, Wish, gather
from consort.vision.exchange.items import Columns, Kind
from consort.vision.exchange.stratml import block, measuring, overlay
from consort.vision.exchange.stratml.grammar import Part
from consort.vision.exchange.stratml.identifiers import mend_identifiers
from consort.vision.exchange.stratml.keys import Keys, is_loose
from consort.vision.exchange.stratml.tree import Node, leaf
from consort.vision.exchange.stratml.writing import write
from consort.vision.models import Dependency, KeyResult, Objective, Priority, Signature, Source, SourcePart


@dataclass
class Written:
    """A file, and what of the strategy could not travel in it."""

    content: bytes
    losses: list[str]


def take_out(reader: Person, wish: Wish, part: Part) -> Written:
    """What `reader` may see, as a file that validates. Raises ValueError should it not."""
    strategy = gather(reader, wish)
    losses = _losses(strategy)
    document = _Describer(reader.organization, strategy, wish, _Came(wish.source, reader)).document()
    return Written(write(document, part, losses), losses)


class _Came:
    """The element that each thing came from, and what was written here then."""

    def __init__(self, source: Source | None, reader: Person) -> None:
        self.document = Node.from_json(source.document) if source else None
        self.nodes: dict[tuple[Kind, UUID], Node] = {}
        self.shown: dict[tuple[Kind, UUID], Columns] = {}
        self.parts: set[int] = set()
        sources = [source] if source else list(Source.objects.visible_to(reader).order_by("brought"))
        documents = {each.pk: self.document or Node.from_json(each.document) for each in sources}
        keys = {pk: Keys(document) for pk, document in documents.items()}
        parts = SourcePart._base_manager.filter(source__in=sources)
        for source_id, key, kind, thing, shown in parts.values_list("source", "key", "kind", "thing", "shown"):
            node = keys[source_id].nodes.get(key.removesuffix(" result"))
            place = (Kind(kind), thing)
            self.shown[place] = shown
            if node is not None:
                self.nodes[place] = node
                self.parts.add(id(node))


class _Describer:
    def __init__(self, organization: Organization, strategy: Strategy, wish: Wish, came: _Came) -> None:
        self.organization, self.strategy, self.wish, self.came = organization, strategy, wish, came
        self.placed: set[UUID] = set()

    def document(self) -> Node:
        root = self.root()
        core = root.first("StrategicPlanCore") or Node("StrategicPlanCore")
        goals = [self.goal(priority) for priority in self.strategy.priorities]
        loose = [each for each in self.strategy.objectives if each.pk not in self.placed]
        standing = [goal for goal in core.all("Goal") if id(goal) not in self.came.parts and not is_loose(goal)]
        if loose or not (goals or standing):
            goals.append(self.loose(loose))
        core.children = [child for child in core.children if child.name != "Goal"] + goals + standing
        mend_identifiers(root, Remarks())  # those of two plans may be the same
        return root

    def root(self) -> Node:
        purpose = self.strategy.purpose
        if self.came.document is not None:
            root = self.came.document
        else:
            root = overlay.new_root(self.organization.name)
            core = root.children[-1]
            core.children = [Node("Organization", children=[leaf("Name", self.organization.name)])]
        if purpose is not None:
            shown = self.came.shown.get((Kind.PURPOSE, purpose.pk), {}) if self.came.document else {}
            overlay.purpose(root, columns_of(Kind.PURPOSE, purpose), shown, f"_{purpose.pk}")
        return root

    def element(self, kind: Kind, thing: Any, name: str) -> tuple[Node, Columns]:
        """The element that it came from, or a new one, and what was written here then."""
        place = (kind, thing.pk)
        node = self.came.nodes.get(place)
        if node is None or node.name != name:
            return Node(name, children=[leaf("Identifier", f"_{thing.pk}")]), {}
        if self.came.document is None:  # the whole strategy is named by Consort, whatever plans it came from
            overlay.put(node, "Identifier", f"_{thing.pk}")
        return node, self.came.shown.get(place, {})

    def goal(self, priority: Priority) -> Node:
        node, shown = self.element(Kind.PRIORITY, priority, "Goal")
        status = [(block.STATE, _("closed"))] if priority.closed and self.wish.with_status else []
        overlay.goal(node, columns_of(Kind.PRIORITY, priority), shown, status)
        self.fill(node, [each for each in self.strategy.objectives if self.place_of(each.pk) == priority.pk])
        return node

    def loose(self, objectives: list[Objective]) -> Node:
        """What serves no priority stands in a goal of its own, since each objective has to stand in one."""
        node = Node("Goal", children=[leaf("Name", _("Objectives that serve no priority")), leaf("Description", "")])
        overlay.note(node, [(block.LOOSE, "yes", None)])
        self.fill(node, objectives)
        return node

    def place_of(self, objective: UUID) -> UUID | None:
        """The first priority that it serves, by itself or through what it serves."""
        priorities = {each.pk for each in self.strategy.priorities}
        seen, queue = {objective}, [objective]
        while queue:
            targets = self.strategy.serves.get(queue.pop(0), [])
            if found := next((each for each in targets if each in priorities), None):
                return found
            queue += [each for each in targets if each not in seen]
            seen |= set(targets)
        return None

    def fill(self, goal: Node, objectives: list[Objective]) -> None:
        """In the order of the plan, what is new after it. Elements of what is gone here go."""
        made = [self.objective(each, goal) for each in objectives]
        mine = {id(node) for node in made}
        standing = [each for each in goal.all("Objective") if id(each) in mine or id(each) not in self.came.parts]
        added = [node for node in made if not any(node is each for each in standing)]
        overlay.drop(goal, "Objective")
        goal.children += [*standing, *added]

    def objective(self, objective: Objective, goal: Node) -> Node:
        self.placed.add(objective.pk)
        node, shown = self.element(Kind.OBJECTIVE, objective, "Objective")
        overlay.objective(node, columns_of(Kind.OBJECTIVE, objective), shown, self.status(objective, goal))
        self.measure(node, objective)
        return node

    def status(self, objective: Objective, goal: Node) -> list[tuple[str, str]]:
        """What no element holds, one line each."""
        place = self.place_of(objective.pk)
        also = [each for each in self.strategy.serves.get(objective.pk, []) if each != place and self.is_out(each)]
        is_through = place is not None and place not in self.strategy.serves[objective.pk]
        lines = [(block.THROUGH_OTHERS, "yes" if is_through else "")]
        lines += [(block.ALSO_SERVES, self.key_of(each)) for each in also]
        return [*lines, *self.standing_of(objective)] if self.wish.with_status else lines

    def standing_of(self, objective: Objective) -> list[tuple[str, str]]:
        """How far it is, what it waits for and what is done for it."""
        ending = f" – {objective.get_ending_display()}" if objective.ending else ""
        is_draft = objective.state == Objective.State.DRAFT
        newest = self.strategy.check_ins.get(objective.pk, [])[-1:]
        needed = self.strategy.dependencies.get(objective.pk, [])
        return [
            (block.STATE, "" if is_draft else f"{objective.get_state_display()}{ending}"),
            *((block.CONFIDENCE, f"{each.confidence}% ({each.at:%Y-%m-%d})") for each in newest),
            *((block.DEPENDS_ON, _needed(each)) for each in needed),
            *((block.INITIATIVE, each.title) for each in self.strategy.initiatives.get(objective.pk, [])),
        ]

    def is_out(self, target: UUID) -> bool:
        """Whether it leaves with the rest, so that it can be spoken of."""
        return any(each.pk == target for each in (*self.strategy.priorities, *self.strategy.objectives))

    def key_of(self, target: UUID) -> str:
        if self.came.document is None:
            return f"_{target}"
        nodes = (self.came.nodes.get((kind, target)) for kind in (Kind.PRIORITY, Kind.OBJECTIVE))
        return next((key for node in nodes if node and (key := node.said("Identifier"))), f"_{target}")

    def measure(self, node: Node, objective: Objective) -> None:
        made = [self.indicator(each) for each in self.strategy.key_results.get(objective.pk, []) if self.is_seen(each)]
        mine = {id(each) for each in made}
        standing = [
            each for each in node.all("PerformanceIndicator") if id(each) in mine or id(each) not in self.came.parts
        ]
        added = [each for each in made if not any(each is other for other in standing)]
        overlay.drop(node, "PerformanceIndicator")
        node.children += [*standing, *added]

    def is_seen(self, key_result: KeyResult) -> bool:
        return key_result.metric_id is None or key_result.metric_id in self.strategy.metrics

    def indicator(self, key_result: KeyResult) -> Node:
        node, shown = self.element(Kind.KEY_RESULT, key_result, "PerformanceIndicator")
        columns = columns_of(Kind.KEY_RESULT, key_result)
        if key_result.metric_id is None:
            measuring.milestone(node, columns, shown)
            return node
        metric = self.strategy.metrics[key_result.metric_id]
        metric_shown = self.came.shown.get((Kind.METRIC, metric.pk), {}) if shown else {}
        before = (shown, metric_shown) if self.came.document else ({}, {})
        measuring.measure(node, columns, columns_of(Kind.METRIC, metric), before, f"_{metric.pk}")
        readings = [(each.at.isoformat(), written(each.value), each.note) for each in metric.readings.all()]
        measuring.read(node, readings, metric_shown.get("days", []))
        return node


def _needed(dependency: Dependency) -> str:
    day = written(dependency.promised or dependency.needed)
    return f"{dependency.giving}: {dependency.what}, {day}"


def _losses(strategy: Strategy) -> list[str]:
    """What of the strategy no StratML can hold, or the reader may not see."""
    keys = [each for several in strategy.key_results.values() for each in several]
    unseen = sum(1 for each in keys if each.metric_id and each.metric_id not in strategy.metrics)
    check_ins = sum(len(several) - 1 for several in strategy.check_ins.values())
    signatures = Signature._base_manager.filter(purpose=strategy.purpose).count() if strategy.purpose else 0
    counted = [
        (unseen, ngettext(
            "One key result is measured by a metric that is not open to you; it stays.",
            "%(n)d key results are measured by metrics that are not open to you; they stay.", unseen)),
        (check_ins, ngettext(
            "One earlier check-in stays; the newest of each objective leaves as a line of text.",
            "%(n)d earlier check-ins stay; the newest of each objective leaves as a line of text.", check_ins)),
        (signatures, ngettext("One signature stays.", "%(n)d signatures stay.", signatures)),
    ]  # fmt: skip
    return [words % {"n": count} for count, words in counted if count]
