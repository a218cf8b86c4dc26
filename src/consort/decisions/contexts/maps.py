"""What the pages of statement maps show. While one is open nobody sees how votes fall; below five, nobody ever."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.decisions import mapping, policy
from consort.decisions.actions.statements import own_votes
from consort.decisions.models import Statement, StatementMap
from consort.web import charts

SHOWN = 10

LETTERS = "ABCDE"


@dataclass(frozen=True)
class Ground:
    """A statement and how all people split on it. `sentence` says it in words."""

    number: int
    text: str
    drawing: SafeString
    sentence: str
    is_shared: bool


@dataclass(frozen=True)
class Group:
    """`says`: what tells it from all others, as (statement, sentence)."""

    letter: str
    people: int
    says: list[tuple[str, str]]


def listed(person: Person) -> dict[str, Any]:
    """Runs one query."""
    found = StatementMap.objects.visible_to(person).select_related("organization", "owner").defer("result")
    maps = list(found.order_by("-opened")[:200])
    return {
        "open": [each for each in maps if each.closed is None],
        "closed": [each for each in maps if each.closed],
        "may_open": policy.may_frame(person),
    }


def shown(map: StatementMap, reader: Person) -> dict[str, Any]:
    """A map that is asked, or one that was worked out. Runs at most four queries."""
    statements = list(map.statements.defer("votes"))
    common = {"map": map, "may_moderate": policy.may_moderate(map, reader), "count": len(statements)}
    return common | (_result(map, statements) if map.closed else _asked(map, statements, reader))


def _asked(map: StatementMap, statements: list[Statement], reader: Person) -> dict[str, Any]:
    said = own_votes(map, reader)
    asked = [each for each in statements if each.state == Statement.State.SHOWN]
    open_ = [each for each in asked if each.number not in said]
    return {
        "next": open_[0] if open_ else None,
        "after": open_[1:2],
        "asked": len(asked),
        "done": len(asked) - len(open_),
        "said": [(each, said[each.number]) for each in asked if each.number in said],
        "waiting": [each for each in statements if each.state == Statement.State.WAITING],
        "set_aside": [each for each in statements if each.state == Statement.State.SET_ASIDE],
        "mine_waiting": [
            each for each in statements if each.state == Statement.State.WAITING and each.by_id == reader.pk
        ],
        "enough": map.voices.count() >= mapping.LEAST,
        "least": mapping.LEAST,
    }


def _result(map: StatementMap, statements: list[Statement]) -> dict[str, Any]:
    found = map.result or {}
    texts = {each.number: each.text for each in statements}
    grounds = [_ground(row, texts) for row in found["ground"]]
    shared = [each for each in grounds if each.is_shared]
    return {
        "people": found["people"],
        "least": mapping.LEAST,
        "shared": shared[:SHOWN],
        "more_shared": shared[SHOWN:],
        "unsettled": [each for each in grounds if not each.is_shared],
        "untold": sum(each.state == Statement.State.SHOWN for each in statements) - len(grounds),
        "groups": [_group(row, found["telling"], texts) for row in found["groups"]],
        "stability": found.get("stability"),
        "why_one": _why_one(found),
        "drawing": _drawing(found),
    }


def _ground(row: list[Any], texts: dict[int, str]) -> Ground:
    number, agree, disagree, passed, _side, low = row
    whole = agree + disagree + passed
    words = {"agree": _share(agree, whole), "disagree": _share(disagree, whole), "passed": _share(passed, whole)}
    sentence = _("%(agree)s%% agree, %(disagree)s%% disagree, %(passed)s%% pass") % words
    told = ngettext("%(said)s, of %(n)d vote", "%(said)s, of %(n)d votes", whole) % {"said": sentence, "n": whole}
    return Ground(number, texts.get(number, ""), charts.split(agree, passed, disagree, ""), told, low > 0.5)


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _group(row: list[Any], telling: list[list[Any]], texts: dict[int, str]) -> Group:
    group, people = int(row[0]), int(row[1])
    says = [
        (texts.get(number, ""), _telling(side, inside, outside))
        for told, number, side, inside, outside in telling
        if told == group
    ]
    return Group(LETTERS[group % len(LETTERS)], people, says)


def _telling(side: int, inside: float, outside: float) -> str:
    words = {"inside": round(inside * 100), "outside": round(outside * 100)}
    if side == 1:
        return _("%(inside)d%% agree, elsewhere %(outside)d%%") % words
    return _("%(inside)d%% disagree, elsewhere %(outside)d%%") % words


def _why_one(found: dict[str, Any]) -> str:
    match found["why_one"]:
        case "few":
            return _("Fewer than fifteen people voted often enough, so nobody is put into a group.")
        case "chance":
            return _("People differ no more than chance alone would have it, so nobody is put into a group.")
        case "unstable":
            told = _("Groups drawn here change with the statements that were asked, so none are shown (stability %s).")
            return told % f"{found['stability']:.2f}"
        case _:
            return ""


def _drawing(found: dict[str, Any]) -> SafeString | None:
    if not found["dots"] and not found["groups"]:
        return None
    middles = [(LETTERS[int(row[0]) % len(LETTERS)], row[2], row[3]) for row in found["groups"]]
    dots = found["dots"] or [[row[2], row[3], row[0], row[1]] for row in found["groups"]]
    return charts.crowd(dots, middles, _("Where people stand: those near one another vote alike"))
