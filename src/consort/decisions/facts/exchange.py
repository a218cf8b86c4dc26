"""Files in and out, and statement maps."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.imported", _("{actor} imported “{question}” with {ballots} ballots from {source}"))
@dataclass(frozen=True)
class DecisionImported(Fact):
    question: str
    ballots: int
    source: str


@fact("decision.brought_in", _("{actor} brought in “{question}” from {source}"))
@dataclass(frozen=True)
class DecisionBroughtIn(Fact):
    question: str
    source: str


@fact("decision.taken_out", _("{actor} undid the import of “{question}”"))
@dataclass(frozen=True)
class DecisionTakenOut(Fact):
    question: str


@fact("statement_map.opened", _("{actor} asks who agrees with what: “{title}”"))
@dataclass(frozen=True)
class MapOpened(Fact):
    title: str


@fact("statement_map.brought_in", _("{actor} brought in the statement map “{title}” with {people} people"))
@dataclass(frozen=True)
class MapBroughtIn(Fact):
    title: str
    people: int


@fact("statement_map.moderated", _("{actor} went through what was proposed for “{title}”"))
@dataclass(frozen=True)
class MapModerated(Fact):
    title: str


@fact(
    "statement_map.closed",
    _("{actor} closed “{title}”; {people} people had voted"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class MapClosed(Fact):
    title: str
    people: int


@fact("statement_map.taken_out", _("{actor} undid the import of “{title}”"))
@dataclass(frozen=True)
class MapTakenOut(Fact):
    title: str
