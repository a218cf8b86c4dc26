"""What is an answer to a question of each kind. Cleaning what is clean changes nothing.

| Kind | A clean answer | Settings |
|---|---|---|
| rank | {option: place or None}: places 1, 2, 3 without gaps, equal ones tied, None is no opinion | options |
| scale | a whole number | min (1), max (5), step (1), ends [low, high] |
| choice | the key of an option | options |
| approval | [keys of options], in the order of the options | options |
| probability | per cent, a whole number from 0 to 100 | |
| number | {"lower", "best", "upper"}: decimals as text | min, max, unit |
| allocate | {option: whole number}, together `points` | options, points (100) |
| pairs | {"from": whole number, "to": whole number} | as scale |
| text | words | longest (4000) |

None means: no answer. `options` are [{"key", "label", "detail"}].
"""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.rounds.models import Question

LONGEST = 4000
LONGEST_NUMBER = 30
Cleaned = Any


class BadAnswer(ValueError):
    """Not an answer to this question; the message tells the reader what would be."""


def clean(question: Question, value: object) -> Cleaned:
    """The answer as it is kept; None when there is none. Raises BadAnswer."""
    answer = _CLEANERS[Question.Kind(question.kind)](question, value)
    if answer is None and question.required:
        raise BadAnswer(_("This one is needed."))
    return answer


def options_of(question: Question) -> list[str]:
    """The keys of the options, in order."""
    return [option["key"] for option in question.settings.get("options", [])]


def scale_of(question: Question) -> range:
    """Every point of the scale."""
    settings = question.settings
    step = settings.get("step", 1)
    return range(settings.get("min", 1), settings.get("max", 5) + 1, step)


def is_blank(value: object) -> bool:
    return value is None or value == [] or value == {} or (isinstance(value, str) and not value.strip())


def _whole(value: object) -> int:
    """A whole number. Raises BadAnswer."""
    text = str(value).strip()
    if isinstance(value, bool | float) or len(text) > LONGEST_NUMBER or not text.removeprefix("-").isdecimal():
        raise BadAnswer(_("Give a whole number."))
    return int(text)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise BadAnswer(_("This could not be read. Answer it again."))
    return value


def _known(question: Question, keys: Mapping[str, object] | list[str]) -> None:
    if not set(keys) <= set(options_of(question)):
        raise BadAnswer(_("One of these options is not offered here. Choose again."))


def _rank(question: Question, value: object) -> Cleaned:
    places = dict(_mapping(_from_tiers(value) if isinstance(value, list) else value or {}))
    _known(question, places)
    given = {key: None if is_blank(place) else _whole(place) for key, place in places.items()}
    if any(place is not None and place < 1 for place in given.values()):
        raise BadAnswer(_("Places begin with 1."))
    order = sorted({place for place in given.values() if place is not None})
    if not order:
        return None
    found = {key: given.get(key) for key in options_of(question)}
    return {key: None if place is None else order.index(place) + 1 for key, place in found.items()}


def _from_tiers(tiers: list[Any]) -> dict[str, int]:
    """[["a"], ["b", "c"]] as places."""
    rows = [tier if isinstance(tier, list) else [tier] for tier in tiers]
    every = [str(key) for row in rows for key in row]
    if len(every) != len(set(every)):
        raise BadAnswer(_("Each option has one place only."))
    return {str(key): place for place, row in enumerate(rows, 1) for key in row}


def _scale(question: Question, value: object) -> Cleaned:
    if is_blank(value):
        return None
    point, points = _whole(value), scale_of(question)
    if point not in points:
        raise BadAnswer(_("Choose a point from %(low)s to %(high)s.") % {"low": points[0], "high": points[-1]})
    return point


def _choice(question: Question, value: object) -> Cleaned:
    if is_blank(value):
        return None
    _known(question, [str(value)])
    return str(value)


def _approval(question: Question, value: object) -> Cleaned:
    if is_blank(value):
        return None
    if not isinstance(value, list | tuple):
        raise BadAnswer(_("This could not be read. Answer it again."))
    chosen = [str(key) for key in value]
    _known(question, chosen)
    return [key for key in options_of(question) if key in chosen]


def _probability(_question: Question, value: object) -> Cleaned:
    if is_blank(value):
        return None
    percent = _whole(value)
    if not 0 <= percent <= 100:
        raise BadAnswer(_("Say how likely in whole per cent, from 0 to 100."))
    return percent


def _number(question: Question, value: object) -> Cleaned:
    given = _mapping(value or {})
    ends = [given.get(name) for name in ("lower", "best", "upper")]
    if all(is_blank(end) for end in ends):
        return None
    if any(is_blank(end) for end in ends):
        raise BadAnswer(_("Give all three: the lowest, the best and the highest guess."))
    lower, best, upper = (_decimal(end) for end in ends)
    if not lower <= best <= upper:
        raise BadAnswer(_("The best guess lies between the lowest and the highest."))
    _within(question, lower, upper)
    return {"lower": _plain(lower), "best": _plain(best), "upper": _plain(upper)}


def _decimal(value: object) -> Decimal:
    text = str(value).strip().replace(",", ".")
    try:
        number = Decimal(text) if len(text) <= LONGEST_NUMBER else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        raise BadAnswer(_("Give a number, such as 12 or 0.5."))
    return number


def _within(question: Question, lower: Decimal, upper: Decimal) -> None:
    least, most = question.settings.get("min"), question.settings.get("max")
    if least is not None and lower < Decimal(str(least)):
        raise BadAnswer(_("It cannot be less than %(least)s.") % {"least": least})
    if most is not None and upper > Decimal(str(most)):
        raise BadAnswer(_("It cannot be more than %(most)s.") % {"most": most})


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def _allocate(question: Question, value: object) -> Cleaned:
    given = dict(_mapping(value or {}))
    _known(question, given)
    if all(is_blank(points) for points in given.values()):
        return None
    points = {key: 0 if is_blank(given.get(key)) else _whole(given[key]) for key in options_of(question)}
    if any(share < 0 for share in points.values()):
        raise BadAnswer(_("Points cannot be negative."))
    left = question.settings.get("points", 100) - sum(points.values())
    if left > 0:
        raise BadAnswer(ngettext("%(n)s point is left to give.", "%(n)s points are left to give.", left) % {"n": left})
    if left:
        raise BadAnswer(
            ngettext("That is %(n)s point too many.", "That is %(n)s points too many.", -left) % {"n": -left}
        )
    return points


def _pairs(question: Question, value: object) -> Cleaned:
    given = _mapping(value or {})
    start, end = _scale(question, given.get("from")), _scale(question, given.get("to"))
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise BadAnswer(_("Say both: where it stands and where it should be."))
    return {"from": start, "to": end}


def _text(question: Question, value: object) -> Cleaned:
    if is_blank(value):
        return None
    text = str(value).encode("utf-8", "replace").decode().replace("\x00", "")
    words = text.replace("\r\n", "\n").strip()
    longest = question.settings.get("longest", LONGEST)
    if len(words) > longest:
        raise BadAnswer(_("This is longer than %(longest)s characters. Say it more shortly.") % {"longest": longest})
    return words


_CLEANERS: dict[Question.Kind, Callable[[Question, object], Cleaned]] = {
    Question.Kind.RANK: _rank,
    Question.Kind.SCALE: _scale,
    Question.Kind.CHOICE: _choice,
    Question.Kind.APPROVAL: _approval,
    Question.Kind.PROBABILITY: _probability,
    Question.Kind.NUMBER: _number,
    Question.Kind.ALLOCATE: _allocate,
    Question.Kind.PAIRS: _pairs,
    Question.Kind.TEXT: _text,
}
