"""The questions that each kind of activity asks, in the words of rounds."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question
from consort.workshops.models import Activity

Kind = Question.Kind
Items = Sequence[dict[str, str]]
Ask = Callable[[Activity, Items], list[NewQuestion]]
WORDS, ORDER, POINTS, ESTIMATE, CHOICE, REASON = "words", "order", "points", "estimate", "choice", "reason"
AGREE, COMMIT, OBJECT = "agree", "commit", "object"


def words(activity: Activity, _items: Items) -> list[NewQuestion]:
    return [NewQuestion(WORDS, Kind.TEXT, _prompt(activity), settings={"longest": 500})]


def lines(activity: Activity, _items: Items) -> list[NewQuestion]:
    return [NewQuestion(WORDS, Kind.TEXT, _prompt(activity), _("One thought to a line; as many as come to you."))]


def order(activity: Activity, items: Items) -> list[NewQuestion]:
    hint = _("Most important first. Drag, or use the arrows.")
    return [NewQuestion(ORDER, Kind.RANK, _prompt(activity), hint, settings={"options": list(items)})]


def points(activity: Activity, items: Items) -> list[NewQuestion]:
    total = activity.settings.get("points", 100)
    hint = _("%(points)s points in all; give more to what matters more.") % {"points": total}
    settings = {"options": list(items), "points": total}
    return [NewQuestion(POINTS, Kind.ALLOCATE, _prompt(activity), hint, settings=settings)]


def ratings(activity: Activity, items: Items) -> list[NewQuestion]:
    settings = {"min": 1, "max": 5, "ends": _ends(activity)}
    return [
        NewQuestion(each["key"], Kind.SCALE, each["label"], each.get("detail", ""), settings=settings) for each in items
    ]


def estimate(activity: Activity, _items: Items) -> list[NewQuestion]:
    hint = _("The value should lie between your lowest and your highest four times in five.")
    settings = {"unit": activity.settings.get("unit", "")}
    return [NewQuestion(ESTIMATE, Kind.NUMBER, _prompt(activity), hint, settings=settings)]


def moves(_activity: Activity, items: Items) -> list[NewQuestion]:
    return [NewQuestion(each["key"], Kind.PAIRS, each["label"], settings=_poles(each)) for each in items]


def choice(activity: Activity, items: Items) -> list[NewQuestion]:
    """One of the items; without any, whether one agrees with what the question proposes."""
    options = list(items) or [
        {"key": AGREE, "label": _("I agree")},
        {"key": COMMIT, "label": _("I disagree and commit")},
        {"key": OBJECT, "label": _("I object")},
    ]
    why = NewQuestion(REASON, Kind.TEXT, _("Your main reason"), required=False, settings={"longest": 1000})
    return [NewQuestion(CHOICE, Kind.CHOICE, _prompt(activity), settings={"options": options}), why]


def looking_back(_activity: Activity, _items: Items) -> list[NewQuestion]:
    asked = {
        "meant": _("What did we mean to do?"),
        "happened": _("What happened?"),
        "because": _("Why was there a difference?"),
        "next": _("What do we keep, and what do we do differently next time?"),
    }
    longest = {"longest": 1000}
    return [NewQuestion(key, Kind.TEXT, prompt, required=False, settings=longest) for key, prompt in asked.items()]


def _prompt(activity: Activity) -> str:
    return activity.question or activity.title


def _ends(activity: Activity) -> list[str]:
    ends: list[str] = activity.settings.get("ends") or [_("not at all"), _("fully")]
    return ends


def _poles(item: dict[str, str]) -> dict[str, Any]:
    return {"min": 1, "max": 7, "ends": [item["label"], item.get("detail", "")]}
