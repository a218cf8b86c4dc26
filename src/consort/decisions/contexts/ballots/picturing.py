"""An opened ballot as a page shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from consort.decisions.cases import Case
from consort.decisions.contexts.ballots.finding import finding, turnout
from consort.decisions.contexts.ballots.firmness import firmness
from consort.decisions.models import ON_A_PROPOSAL, Option
from consort.decisions.questions import CONSENTS, NONE, OBJECTS
from consort.rounds.models import Question, Round
from consort.rounds.queries import answers_of

Names = Mapping[str, str]
ORDERED = ("score", "star")


@dataclass(frozen=True)
class Bar:
    """Votes for one option, or its score."""

    title: str
    number: str


@dataclass(frozen=True)
class Objection:
    who: str
    reason: str


@dataclass(frozen=True)
class Ballot:
    """`order`: tiers of names, best first; a tier of several is a tie. `is_open`: it leaves something to settle."""

    round: Round
    finding: str
    turnout: str
    order: list[list[str]] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    bars_count: str = ""
    objections: list[Objection] = field(default_factory=list)
    firmness: list[str] = field(default_factory=list)
    is_open: bool = False


def ballot(case: Case) -> Ballot | None:
    """The ballot that counts, once it has opened. Runs two queries where somebody objects to a proposal, else none."""
    round = case.rounds.ballot
    if round is None or not round.is_opened:
        return None
    return picture(round, {option.letter: option.name for option in case.decision.options.all()})


def earlier_ballots(case: Case) -> list[Ballot]:
    """Those that no longer count, in the words that were voted on. Runs one query where there are any, and as above."""
    earlier = case.rounds.earlier_ballots
    if not earlier:
        return []
    asked = Question.objects.filter(round__in=earlier, position=1)
    names = {question.round_id: _named_in(question, case.decision.options.all()) for question in asked}
    return [picture(each, names[each.pk]) for each in earlier]


def _named_in(question: Question, options: Iterable[Option]) -> Names:
    now = {option.letter: option.name for option in options}
    return now | {option["key"]: option["label"] for option in question.settings["options"] if option["key"] != NONE}


def picture(round: Round, names: Names) -> Ballot:
    """`names`: options by letter."""
    count: dict[str, Any] = round.result or {}
    if count.get("withheld"):
        return Ballot(round, _("Too few voted to show what they chose."), "", is_open=True)
    is_order = count["method"] not in ON_A_PROPOSAL
    return Ballot(
        round=round,
        finding=finding(count, names),
        turnout=turnout(count),
        order=[[names[letter] for letter in tier] for tier in count["tiers"]] if is_order else [],
        bars=_bars(count, names),
        bars_count=_("Score") if count["method"] in ORDERED else _("Votes"),
        objections=_objections(count, round),
        firmness=firmness(count, names),
        is_open=len(count["elected"]) < count["seats"],
    )


def _bars(count: dict[str, Any], names: Names) -> list[Bar]:
    votes = [Bar(names.get(letter, _("None of these")), str(each)) for letter, each in count.get("votes", {}).items()]
    scores = [Bar(names[letter], _scored(each, count)) for letter, each in count.get("scores", {}).items()]
    return votes or scores


def _scored(value: float | None, count: dict[str, Any]) -> str:
    """A mean with one decimal more than was given; a total as it is."""
    if value is None:
        return "–"
    return f"{value:.2f}" if count["method"] == "score" else f"{value:g}"


def _objections(count: dict[str, Any], round: Round) -> list[Objection]:
    if not count.get("objections") or not round.is_attributed:
        return []
    stopping = (OBJECTS,) if count["method"] == "consent" else None
    said = [(answer.name, answer.answers) for answer in answers_of(round)]
    return [
        Objection(who, str(each.get("reason") or ""))
        for who, each in said
        if (each.get("consent") in stopping if stopping else each.get("consent") != CONSENTS)
    ]
