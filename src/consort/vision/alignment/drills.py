"""The questions of a recall drill, and what becomes of the answers when they open."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from consort.core.models import Department
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question
from consort.rounds.results import Opened, register, summaries
from consort.vision.actions import coding

KIND = "vision-drill"
CLAIMED, DEPARTMENT, RECALLED = "claimed", "department", "recalled"
UNSAID = "unsaid"
LONGEST = 1500


def questions(items: int, departments: Sequence[Department]) -> list[NewQuestion]:
    """First the claim, then memory. The department is said by whoever answers; nobody looks it up."""
    claim = NewQuestion(
        CLAIMED,
        Question.Kind.SCALE,
        _("How many of our %(n)s priorities could you name now, without looking?") % {"n": items},
        hint=_("Say it before you try. There is no right answer to this one."),
        settings={"min": 0, "max": items},
    )
    memory = NewQuestion(
        RECALLED,
        Question.Kind.TEXT,
        _("Write them down from memory, one on each line"),
        hint=_("In your own words. Two people read the lines without names, mixed with everybody else’s."),
        required=False,
        settings={"longest": LONGEST},
    )
    return [claim, memory, *_department(departments)]


def _department(departments: Sequence[Department]) -> list[NewQuestion]:
    """Only where there are at least two to tell apart."""
    if len(departments) < 2:
        return []
    options = [{"key": str(each.pk), "label": each.name} for each in departments]
    options.append({"key": UNSAID, "label": _("I would rather not say")})
    return [
        NewQuestion(
            DEPARTMENT,
            Question.Kind.CHOICE,
            _("Which department do you work in?"),
            hint=_("Departments with few answers are counted together, so that nobody can be picked out."),
            settings={"options": options},
        )
    ]


def of_drill(opened: Opened) -> dict[str, Any]:
    """The claims. The lines are laid out, without names and shuffled, for two people to sort."""
    coding.lay_out(opened.round, [_answer(given) for _person, given in opened.answers])
    claims = [question for question in opened.questions if question.key == CLAIMED]
    return summaries(Opened(opened.round, claims, opened.answers))


def _answer(given: dict[str, Any]) -> coding.Answer:
    department = given.get(DEPARTMENT, UNSAID)
    return coding.Answer(given.get(RECALLED, ""), given.get(CLAIMED), "" if department == UNSAID else department)


def register_result() -> None:
    """Called once, when everything is ready."""
    register(KIND, of_drill)
