"""What is said about orders, in sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.rounds.spoken import listed
from consort.rounds.wording import in_words

Agreement = Mapping[str, Any]


def ordinal(place: int) -> str:
    """Such as "third"; in figures from the thirteenth."""
    words = [
        _("first"),
        _("second"),
        _("third"),
        _("fourth"),
        _("fifth"),
        _("sixth"),
        _("seventh"),
        _("eighth"),
        _("ninth"),
        _("tenth"),
        _("eleventh"),
        _("twelfth"),
    ]
    return words[place - 1] if 0 < place <= len(words) else f"{place}."


def figure(value: float) -> str:
    """With two decimals."""
    return number_format(round(value, 2), 2)  # which cuts off what is not rounded


def headline(agreement: Agreement | None, people: int, open_items: int | None) -> str:
    """The finding as a title. No verdict below three people; `open_items` is None where nobody may know."""
    if agreement is None or agreement["w"] is None:
        return _("Your orders, side by side") if people == 2 else _("Too few orders to compare")
    if agreement["w"] <= agreement["chance_line"]:
        return _("You do not share an order yet")
    if open_items is None:
        return _("You share more of an order than chance would bring")
    if not open_items:
        return _("You share an order")
    sentence = ngettext(
        "You share an order, except on one thing", "You share an order, except on %(n)s things", open_items
    )
    return sentence % {"n": in_words(open_items)}


def lede(agreement: Agreement | None, before: Agreement | None, people: int) -> str:
    """How far all agree, and how it changed; what 0 and 1 mean, and what chance reaches."""
    if agreement is None or agreement["w"] is None:
        if people == 2:
            return _("Two people need no index: read both orders and talk about what differs.")
        return _("No index of agreement is worked out for fewer than three people.")
    known = {
        "w": figure(agreement["w"]),
        "chance": figure(agreement["chance_line"]),
        "people": in_words(people),
        "before": figure(before["w"]) if before and before["w"] is not None else "",
    }
    scale = (
        _("At 0 there is no common order, at 1 all %(people)s are identical; random orders reach %(chance)s.") % known
    )
    return f"{_change(agreement, before) % known} {scale}"


def _change(agreement: Agreement, before: Agreement | None) -> str:
    if not before or before["w"] is None:
        return _("Agreement is %(w)s.")
    move = round(agreement["w"], 2) - round(before["w"], 2)
    if move > 0:
        return _("Agreement rose from %(before)s to %(w)s in one talk.")
    return _("Agreement fell from %(before)s to %(w)s.") if move < 0 else _("Agreement stayed at %(w)s.")


def ends_of(places: Mapping[str, int]) -> str:
    """Who puts it highest and who lowest; `places` by first name."""
    best, worst = min(places.values()), max(places.values())
    known = {
        "best": ordinal(best),
        "high": listed([name for name, place in places.items() if place == best]),
        "worst": ordinal(worst),
        "low": listed([name for name, place in places.items() if place == worst]),
    }
    return capfirst(_("%(best)s for %(high)s; %(worst)s for %(low)s.") % known)


def speakers(names: Sequence[str]) -> str:
    """Those farthest from the middle say why first."""
    if not names:
        return ""
    if len(names) == 1:
        return _("%(name)s speaks first.") % {"name": names[0]}
    return _("%(one)s speaks first, then %(other)s.") % {"one": names[0], "other": names[1]}


def figures(
    agreement: Agreement | None, before: Agreement | None, overlap: float | None = None
) -> list[tuple[str, str]]:
    """Each figure with its name; without an index of agreement none of them."""
    if agreement is None or agreement["w"] is None:
        return []
    found = [
        (_("Agreement (W)"), agreement["w"], 2),
        (_("Before the talk"), before["w"] if before else None, 2),
        (_("Random orders reach"), agreement["chance_line"], 2),
        (_("Chance of as much (p)"), agreement["p_value"], 4),
        (_("Any two people (tau-b)"), agreement["tau_b"], 2),
        (_("Lists from memory (overlap)"), overlap, 2),
    ]
    return [(name, number_format(round(value, places), places)) for name, value, places in found if value is not None]
