"""Drawings made of lists and tables: what moved between two orders, and who differs where."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.web.charts.drawing import joined, short

FAR = 2  # places an item must move to be shown as moved


def slope(before: Sequence[str], after: Sequence[str], *, before_title: str = "", after_title: str = "") -> SafeString:
    """Two orders of the same things and lines between them; what moved two places or more is coloured and bold."""
    ranks = {thing: rank for rank, thing in enumerate(after)}
    moves = [(rank, ranks[thing]) for rank, thing in enumerate(before) if thing in ranks]
    moved = {before[one] for one, other in moves if abs(one - other) >= FAR}
    rows = max(len(before), len(after), 1)
    pattern = '<div class="slope"><h3>{}</h3><span></span><h3>{}</h3>{}{}{}</div>'
    first, second = before_title or _("Before"), after_title or _("After")
    return format_html(pattern, first, second, _order(before, moved), _lines(moves, rows), _order(after, moved))


def _order(things: Sequence[str], moved: set[str]) -> SafeString:
    items = [
        format_html('<li class="{}"><b>{}</b>{}</li>', "moved" if thing in moved else "", rank, thing)
        for rank, thing in enumerate(things, 1)
    ]
    return format_html("<ol>{}</ol>", joined(items))


def _lines(moves: Sequence[tuple[int, int]], rows: int) -> SafeString:
    pieces = []
    for one, other in sorted(moves, key=lambda move: abs(move[0] - move[1]) >= FAR):
        y1, y2 = (f"{short((rank + 0.5) / rows * 100)}%" for rank in (one, other))
        series, mark = _kinds(one, other)
        pieces.append(format_html('<line class="{}" x1="2%" x2="98%" y1="{}" y2="{}"/>', series, y1, y2))
        for x, y in (("2%", y1), ("98%", y2)):
            pieces.append(format_html('<circle class="{}" cx="{}" cy="{}" r="4"/>', mark, x, y))
    pattern = '<svg class="v" style="height:{}rem" aria-hidden="true">{}</svg>'
    return format_html(pattern, short(rows * 2.5), joined(pieces))


def _kinds(one: int, other: int) -> tuple[str, str]:
    if abs(one - other) < FAR:
        return "series faint", "dot ink"
    return ("series", "dot") if other < one else ("series b", "dot b")


class Cell(NamedTuple):
    """A cell of a heat map: what stands in it, and how far it is from the middle of the group (None: not known)."""

    text: str
    distance: float | None = 0


def heat(caption: str, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[str, Sequence[Cell]]]) -> SafeString:
    """A table tinted by distance. `columns` are (short, full); `rows` are (name, cells)."""
    head = format_html_join("", '<th scope="col"><abbr title="{1}">{0}</abbr></th>', columns)
    body = format_html_join(
        "", '<tr><th scope="row">{}</th>{}</tr>', ((name, joined(map(_cell, cells))) for name, cells in rows)
    )
    pattern = (
        '<div class="scroll-x" tabindex="0" role="group" aria-label="{0}"><table class="heat">'
        '<caption class="sr">{0}</caption><thead><tr><td class="none"></td>{1}</tr></thead>'
        "<tbody>{2}</tbody></table></div>"
    )
    return format_html(pattern, caption, head, body)


def _cell(cell: Cell) -> SafeString:
    if cell.distance is None:
        return format_html('<td class="none">{}</td>', cell.text)
    return format_html('<td style="--d:{}">{}</td>', short(min(abs(cell.distance), 9)), cell.text)
