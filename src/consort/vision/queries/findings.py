"""What the rules find, for the pages that show it: conflicts by number, flags by objective, findings by thing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.vision.rules import Finding, Key, Weight
from consort.vision.rules.remembering import judgement_for, last_known, recall


@dataclass(frozen=True)
class Numbered:
    """A conflict with the number under which both of its ends are marked."""

    number: int
    finding: Finding

    @property
    def title(self) -> str:
        return _("Conflict %(number)s") % {"number": self.number}


@dataclass(frozen=True)
class Flag:
    """A mark on a node: a word and its shape."""

    word: str
    shape: str
    finding: Finding


def conflicts_for(reader: Person) -> list[Numbered]:
    """The conflicts that ask, in the order in which they are numbered everywhere. One query while nothing changed."""
    return _numbered(judgement_for(reader).asking)


def known_conflicts(reader: Person) -> list[Numbered] | None:
    """The same where they are known and still hold, else None: for a page that may not wait for them."""
    judgement = recall(reader)
    return _numbered(judgement.asking) if judgement else None


def _numbered(asking: Iterable[Finding]) -> list[Numbered]:
    conflicts = (each for each in asking if each.rule.weight == Weight.CONFLICT)
    return [Numbered(number, finding) for number, finding in enumerate(conflicts, 1)]


def numbers_for(reader: Person) -> dict[Key, str]:
    """What each conflict is called, by the finding's key."""
    return {each.finding.key: each.title for each in conflicts_for(reader)}


def count_conflicts(reader: Person) -> int:
    """How many asked the last time somebody looked. Runs no query: every page of the strategy shows it."""
    judgement = last_known(reader)
    return len(_numbered(judgement.asking)) if judgement else 0


def flags_for(reader: Person) -> dict[UUID, list[Flag]]:
    """What is marked on each thing, conflicts first, by its id."""
    flags: dict[UUID, list[Flag]] = defaultdict(list)
    for each in conflicts_for(reader):
        for thing in each.finding.things:
            flags[thing.id].append(Flag(each.title, each.finding.shape, each.finding))
    for finding in judgement_for(reader).asking:
        if finding.rule.weight == Weight.GAP:
            flags[finding.about.id].append(Flag(str(finding.rule.title), finding.shape, finding))
    return flags


def about(thing: UUID, reader: Person) -> list[Finding]:
    """What is found about one thing, conflicts first."""
    return [each for each in judgement_for(reader).asking if any(end.id == thing for end in each.things)]


def resolvers(findings: Iterable[Finding]) -> dict[UUID, Person]:
    """Who can resolve them. Runs one query."""
    wanted = {person for finding in findings for person in finding.people}
    return {person.pk: person for person in Person.objects.filter(pk__in=wanted, left=None)} if wanted else {}
