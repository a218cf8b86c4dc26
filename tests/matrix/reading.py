"""Reads the tables of `declared.py`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from consort.decisions.stages import ORDER
from tests.matrix.people import Who


class Outcome(StrEnum):
    """What becomes of a request."""

    SEES = "sees"  # 200 to a GET
    DOES = "does"  # it is done
    PAGE = "page"  # a page in answer to a form, with or without a mistake in it; nothing changed
    SENDS_AWAY = "away"  # a redirect to somewhere else, nothing changed
    SIGN_IN = "door"  # a redirect to the sign-in page, nothing changed
    HIDDEN = "-"  # 404, as if there were nothing
    REFUSED = "refused"  # 401, 403 or 409 with a sentence, nothing changed
    CLOSED = "closed"  # 410: this link has had its time
    NO_METHOD = "no method"  # 405


OUTSIDE_COLUMNS = (Who.VISITOR, Who.STRANGER)
INSIDE_COLUMNS = tuple(who for who in Who if who not in OUTSIDE_COLUMNS)
LEVELS = ("closed", "open")
WITHOUT_LEVEL = ("member", "invited", "gone", "department", "invitation", "new-address", "key", "stop", "feed")


@dataclass(frozen=True)
class Line:
    """One line: what everyone gets who sends `method` to the address of `thing`."""

    endpoint: str
    method: str
    thing: str
    outcomes: dict[Who, Outcome]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.endpoint, self.thing)))


def inside(table: str) -> list[Line]:
    """Lines of endpoints within an organization. Visitors are sent to the door, strangers see nothing, always."""
    everywhere = {Who.VISITOR: Outcome.SIGN_IN, Who.STRANGER: Outcome.HIDDEN}
    return [Line(*rest, everywhere | outcomes) for *rest, outcomes in _rows(table, INSIDE_COLUMNS)]


def with_all_columns(table: str) -> list[Line]:
    """Lines that say of every role what becomes of it."""
    return [Line(*row) for row in _rows(table, tuple(Who))]


def outside(table: str) -> list[Line]:
    """Lines of endpoints without an organization: a visitor, and anybody who is signed in."""
    lines = []
    for endpoint, method, thing, given in _rows(table, OUTSIDE_COLUMNS):
        signed_in = dict.fromkeys((who for who in Who if who is not Who.VISITOR), given[Who.STRANGER])
        lines.append(Line(endpoint, method, thing, {Who.VISITOR: given[Who.VISITOR]} | signed_in))
    return lines


def _rows(table: str, columns: tuple[Who, ...]) -> Iterator[tuple[str, str, str, dict[Who, Outcome]]]:
    """endpoint method [thing[/level]] outcome outcome …; without a level it holds for both, `any` is each stage."""
    for text in table.strip().splitlines():
        words = text.split()
        if not words or words[0].startswith("#"):
            continue
        endpoint, method, *between = words[: -len(columns)]
        outcomes = {who: Outcome(word) for who, word in zip(columns, words[-len(columns) :], strict=True)}
        for thing in _things(*between):
            yield endpoint, method, thing, outcomes


def _things(thing: str = "") -> list[str]:
    if not thing or thing in WITHOUT_LEVEL:
        return [thing]
    if thing.startswith("decision-any"):
        return [each for stage in ORDER for each in _things(thing.replace("any", stage))]
    return [thing] if "/" in thing else [f"{thing}/{level}" for level in LEVELS]
