"""A file that was read, and how it is recognised as one that was brought in before."""

from dataclasses import dataclass, field

from django.db.models import Q

from consort.core.foreign_files.tables.remarks import Remark
from consort.core.models import Person
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.items import Item
from consort.vision.exchange.plans import Plan, plan
from consort.vision.exchange.stratml.tree import Node
from consort.vision.models import Source
from consort.vision.policy import exchange as policy


@dataclass
class File:
    """`tree` is the whole of a plan; a table has none, and nothing of it is kept but its items."""

    name: str
    items: list[Item]
    remarks: list[Remark] = field(default_factory=list)
    tree: Node | None = None

    def may_be_brought_in_by(self, person: Person) -> bool:
        return policy.may_bring_in_plan(person) if self.tree else policy.may_bring_in_table(person)

    @property
    def plan_name(self) -> str:
        return (self.tree.said("Name").strip() if self.tree else "") or self.name

    @property
    def identifier(self) -> str:
        """How the plan names itself where it does; Part 1 has no place for that."""
        return self.tree.said("AdministrativeInformation", "Identifier")[:200] if self.tree else ""

    @property
    def identity(self) -> str:
        """How it is known otherwise: by its name and whose it is."""
        whose = self.tree.said("StrategicPlanCore", "Organization", "Name") if self.tree else ""
        return " | ".join((self.plan_name[:120], whose.strip()[:60]))


def plan_of(file: File, by: Person, choices: Choices) -> Plan:
    """What bringing it in would do for `by`."""
    return plan(file.items, file.remarks, source_of(file, by), by, choices)


def source_of(file: File, by: Person) -> Source | None:
    """The same plan, as it was brought in before."""
    if file.tree is None:
        return None
    named = Q(identifier=file.identifier) if file.identifier else Q()
    found = Source.objects.visible_to(by).filter(named | Q(identity=file.identity))
    return found.select_related("organization").prefetch_related("parts").first()
