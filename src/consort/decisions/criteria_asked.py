"""What the sealed rounds about criteria ask."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from consort.decisions.models import Criterion, Decision, Option
from consort.decisions.questions import choices_of
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question

POINTS, HIGHEST = 100, 10
WEIGHTS_KEY, WORDS_KEY, OVERALL_KEY = "weights", "why", "overall"
Kind = Question.Kind


def score_key(criterion: Criterion, option: Option) -> str:
    return f"{criterion.key}-{option.letter}"


def of_weights(criteria: Sequence[Criterion], revision: int) -> list[NewQuestion]:
    """How everyone would weigh them, and why."""
    options = [{"key": each.key, "label": each.name, "detail": _ends(each)} for each in criteria]
    settings = {"options": options, "points": POINTS, "revision": revision}
    return [
        NewQuestion(WEIGHTS_KEY, Kind.ALLOCATE, _("How much does each of these weigh?"), settings=settings),
        NewQuestion(WORDS_KEY, Kind.TEXT, _("Why so?"), required=False),
    ]


def of_scores(decision: Decision, criteria: Sequence[Criterion]) -> list[NewQuestion]:
    """Every option on every criterion, one criterion after the other; the overall judgement comes last."""
    options = decision.standing_options
    kept = {"edition": decision.edition}
    scales = [_score(criterion, option, kept) for criterion in criteria for option in options]
    prompt = _("And all in all: which would you choose?")
    return [*scales, NewQuestion(OVERALL_KEY, Kind.CHOICE, prompt, settings={"options": choices_of(options)})]


def _score(criterion: Criterion, option: Option, kept: dict[str, int]) -> NewQuestion:
    settings = {"min": 0, "max": HIGHEST, "ends": [criterion.low or _("Worst"), criterion.high or _("Best")], **kept}
    prompt = _("%(criterion)s: %(option)s") % {"criterion": criterion.name, "option": option.name}
    return NewQuestion(score_key(criterion, option), Kind.SCALE, prompt, required=False, settings=settings)


def _ends(criterion: Criterion) -> str:
    if not criterion.low or not criterion.high:
        return ""
    return _("from “%(low)s” to “%(high)s”") % {"low": criterion.low, "high": criterion.high}
