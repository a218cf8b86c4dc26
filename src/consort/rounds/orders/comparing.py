"""The orders that people gave in one attributed round, side by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.reckon.agreement import Difference, differences, distances, shares_of_time
from consort.rounds.orders import wording
from consort.rounds.queries import Answer
from consort.web import charts
from consort.web.charts.tables import Cell

FEWEST_PEOPLE = 3
MOST_TALKED = 3
Ends = Callable[[Mapping[str, int]], str]


@dataclass(frozen=True)
class Talk:
    """What is worth some minutes, and who says why first."""

    title: str
    minutes: int
    ends: str
    speakers: str


@dataclass(frozen=True)
class Orders:
    """The complete orders of one attributed round: `ranks` are rows of places, one for each of `people`."""

    people: list[Person | None]
    names: list[str]
    ranks: list[list[int]]

    @property
    def are_compared(self) -> bool:
        """Whether there are enough for more than reading them side by side."""
        return len(self.ranks) >= FEWEST_PEOPLE


def places_in(order: Mapping[str, Any], keys: Sequence[str]) -> list[int] | None:
    """The place of each thing; None unless all of them have one."""
    places = [order[key] for key in keys if order.get(key) is not None]
    return places if len(places) == len(keys) else None


def orders_in(answers: Sequence[Answer], keys: Sequence[str], question: str = "order") -> Orders:
    """Who put `keys` in which order, those left out who did not place all of them."""
    given = ((each, places_in(each.answers.get(question) or {}, keys)) for each in answers)
    whole = [(each, places) for each, places in given if places]
    people = [each.person for each, _places in whole]
    return Orders(people, names_of(each for each, _places in whole), [places for _each, places in whole])


def names_of(answers: Iterable[Answer]) -> list[str]:
    return [answer.person.first_name if answer.person else answer.name for answer in answers]


def sequence_in(summary: Mapping[str, Any], titles: Mapping[str, str]) -> list[str]:
    """Titles by mean place, empty where nothing is shown. Equal means follow the order of the list."""
    keys = summary.get("options", [])
    return [titles[keys[at]] for tier in summary.get("order", []) for at in tier if keys[at] in titles]


def order_in(result: Mapping[str, Any] | None, question: str = "order") -> dict[str, Any]:
    """The summary of the order in the result of a round; empty where nothing is shown."""
    summary: dict[str, Any] = (result or {}).get("questions", {}).get(question, {})
    return {} if summary.get("withheld") else summary


def slope(sequences: Sequence[list[str]]) -> SafeString:
    """What moved between the first and the last."""
    return charts.slope(sequences[0], sequences[-1], before_title=_("Before"), after_title=_("After"))


def heat(orders: Orders, titles: Sequence[str], sequence: Sequence[str]) -> SafeString:
    """Who put what where, in the order of all; the deeper, the farther from the middle of the group."""
    away = distances(orders.ranks)
    columns = [(name[:2], name) for name in orders.names]
    rows = []
    for title in sequence:
        at = titles.index(title)
        cells = [Cell(str(row[at]), far[at]) for row, far in zip(orders.ranks, away, strict=True)]
        rows.append((title, cells))
    return charts.heat(_("Where each of you puts what"), columns, rows)


def side_by_side(orders: Orders, titles: Sequence[str]) -> list[tuple[str, list[str]]]:
    """(name, titles in that person's order)."""
    return [
        (name, [title for _place, title in sorted(zip(row, titles, strict=True), key=lambda each: each[0])])
        for name, row in zip(orders.names, orders.ranks, strict=True)
    ]


def talks(
    differing: Sequence[Difference], orders: Orders, titles: Sequence[str], minutes: int, ends: Ends = wording.ends_of
) -> list[Talk]:
    """The most disputed things, with their share of `minutes`. `ends` says who stands where, from values by name."""
    chosen = [each for each in differing if each.range > 1][:MOST_TALKED]
    shares = shares_of_time([each.spread for each in chosen], minutes)
    return [_talk(each, share, orders, titles, ends) for each, share in zip(chosen, shares, strict=True)]


def _talk(each: Difference, minutes: int, orders: Orders, titles: Sequence[str], ends: Ends) -> Talk:
    places = {name: row[each.item] for name, row in zip(orders.names, orders.ranks, strict=True)}
    first = wording.speakers([orders.names[at] for at in each.speakers])
    return Talk(titles[each.item], minutes, ends(places), first)


def differing(orders: Orders) -> list[Difference]:
    """Every thing, the most disputed first; nothing below three people."""
    return differences(orders.ranks) if orders.are_compared else []
