"""The questions of a pulse, and how its answers are worked out when they open."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from consort.reckon import recall
from consort.reckon.agreement import differences, list_agreement
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question
from consort.rounds.orders import comparing
from consort.rounds.results import Opened, register, summaries
from consort.vision.models import PulseItem

KIND = "vision-pulse"
RECALLED = 5
LONGEST = 160
OTHER = "other"
REMEMBERED = "remembered"
FEWEST_PEOPLE = 3
SHOWN_FROM = 5
Answers = Mapping[str, Any]


def recall_key(place: int) -> str:
    return f"recall-{place}"


def match_key(place: int) -> str:
    return f"match-{place}"


def questions(items: Sequence[PulseItem], *, again: bool) -> list[NewQuestion]:
    """Memory first, then the order; the second time the order alone, since by then everybody has read the list."""
    options = [{"key": item.key, "label": item.title} for item in items]
    order = NewQuestion("order", Question.Kind.RANK, _("Your order"), settings={"options": options})
    if again:
        return [order]
    matches = [*options, {"key": OTHER, "label": _("Something else")}]
    asked = [each for place in range(1, RECALLED + 1) for each in _recalled(place, matches)]
    return [*asked, order]


def _recalled(place: int, matches: list[dict[str, str]]) -> list[NewQuestion]:
    return [
        NewQuestion(
            recall_key(place),
            Question.Kind.TEXT,
            _("From memory, %(place)s") % {"place": place},
            required=False,
            settings={"longest": LONGEST},
        ),
        NewQuestion(
            match_key(place),
            Question.Kind.CHOICE,
            _("What that was, %(place)s") % {"place": place},
            required=False,
            settings={"options": matches},
        ),
    ]


def recalled(answers: Answers) -> list[tuple[str, str]]:
    """(words, what its writer says it was) for each thing named; the latter empty where they did not say."""
    found = ((answers.get(recall_key(at), ""), answers.get(match_key(at), "")) for at in range(1, RECALLED + 1))
    return [(words, match) for words, match in found if words]


def named_in(answers: Answers) -> list[str]:
    """Keys of what was named, each once, in the order in which it came to mind; own words where it is not listed."""
    named = [match if match and match != OTHER else f"“{recall.normal(words)}”" for words, match in recalled(answers)]
    return list(dict.fromkeys(named))


def places_in(answers: Answers, keys: Sequence[str]) -> list[int] | None:
    """The place of each item; None unless all of them have one."""
    return comparing.places_in(answers.get("order") or {}, keys)


def of_pulse(opened: Opened) -> dict[str, Any]:
    """The order of all with its agreement; what was recalled; and, where answers carry names, how far all differ."""
    order = summaries(Opened(opened.round, [each for each in opened.questions if each.key == "order"], opened.answers))
    answers = [given for _person, given in opened.answers]
    keys = [option["key"] for option in _options(opened.questions)]
    tables = [places for given in answers if (places := places_in(given, keys))]
    return {
        **order,
        "widest": [keys[each.item] for each in differences(tables)[:3]] if len(tables) >= SHOWN_FROM else [],
        "recall": _recall(answers) if _shows_recall(opened) else None,
    }


def _options(questions: Sequence[Question]) -> list[dict[str, str]]:
    """Those of the order, in the order in which the items stand."""
    found: list[dict[str, str]] = next(each for each in questions if each.key == "order").settings["options"]
    return found


def _shows_recall(opened: Opened) -> bool:
    """It was asked, and where answers carry no names there are enough of them for words to be shown."""
    was_asked = any(each.key == recall_key(1) for each in opened.questions)
    return was_asked and (opened.round.is_attributed or len(opened.answers) >= SHOWN_FROM)


def _recall(answers: Sequence[Answers]) -> dict[str, Any] | None:
    """How often each thing was named; None below three people."""
    lists = [named_in(given) for given in answers]
    if len(lists) < FEWEST_PEOPLE:
        return None
    figures = list_agreement(lists)
    return {
        "people": figures.people,
        "overlap": figures.overlap,
        "core": list(figures.core),
        "singletons": list(figures.singletons),
        "named_by": figures.named_by,
    }


def register_result() -> None:
    """Called once, when everything is ready."""
    register(KIND, of_pulse)
