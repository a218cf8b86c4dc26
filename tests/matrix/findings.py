"""Findings and writing checks in the matrix: setting aside, taking back, marking a contradiction."""

from typing import Any

from consort.core import clock
from consort.core.models import Level, Partnership
from consort.vision import writing
from consort.vision.actions import findings, objectives
from consort.vision.models import Objective, Purpose
from consort.vision.rules import evaluate
from consort.vision.rules.gathering import gather
from tests.matrix.people import Cast, Who

TABLE = """
# Owner and other lead the objectives; partner, other and owner keep the strategy, and so do facilitators.
#                                                     observer administrator facilitator leader partner other  owner
vision:findings           GET                             sees     sees     sees     sees     sees     sees     sees
vision:finding_rules      GET                             sees     sees     sees     sees     sees     sees     sees
vision:finding            GET   finding/closed               -        -        -        -     sees     sees     sees
vision:finding            GET   finding/open                 -        -     sees     sees     sees     sees     sees
vision:finding            POST  finding/closed               -        -        -        -     does     does     does
vision:finding            POST  finding/open                 -        -     does        -     does     does     does
vision:finding_of_two     GET   finding-of-two/closed        -        -        -        -     sees     sees     sees
vision:finding_of_two     GET   finding-of-two/open          -        -     sees     sees     sees     sees     sees
vision:finding_of_two     POST  finding-of-two/closed        -        -        -        -     does     does     does
vision:finding_of_two     POST  finding-of-two/open          -        -     does        -     does     does     does
vision:finding_take_back  POST  set-aside/closed             -        -        -        -     does     does     does
vision:finding_take_back  POST  set-aside/open               -        -     does        -     does     does     does
vision:finding_oppose     GET                                -        -     sees     sees     sees     sees     sees
vision:finding_oppose     POST                               -        -     does     does     does     does     does
vision:finding_reconcile  POST  opposed/closed               -        -        -        -     does     does     does
vision:finding_reconcile  POST  opposed/open                 -        -     does        -     does     does     does
vision:contradiction_mark POST  unmarked/open                -        -     does     does     does     does     does
vision:contradiction_withdraw POST mark/open                 -        -     does        -     does     does     does
vision:objective_findings GET   objective/closed             -        -        -        -     sees     sees     sees
vision:objective_findings GET   objective/open               -        -     sees     sees     sees     sees     sees
vision:writing_live       POST                            page     page     page     page     page     page     page
vision:writing_checks     GET                             sees     sees     sees     sees     sees     sees     sees
vision:writing            GET   objective/closed             -        -        -        -     sees     sees     sees
vision:writing            GET   objective/open               -        -     sees     sees     sees     sees     sees
vision:writing_set_aside  POST  words/closed                 -        -        -        -     does     does     does
vision:writing_set_aside  POST  words/open                   -        -     does        -     does     does     does
vision:writing_set_aside_result POST words-of-result/closed  -        -        -        -     does     does     does
vision:writing_set_aside_result POST words-of-result/open    -        -     does        -     does     does     does
"""
REASON = {"reason": "It is known on every floor"}


def _opposed(world: Any, _thing: Any, _person: Any) -> dict[str, Any]:
    return {"one": world.things["objective/open"].pk, "other": world.things["objective-two/open"].pk}


FORMS: dict[str, Any] = {
    "vision:finding_oppose": _opposed,
    "vision:finding": REASON,
    "vision:finding_of_two": REASON,
    "vision:contradiction_mark": {"because": "It lends them out"},
    "vision:writing_live": {"title": "Try to improve things"},
    "vision:writing_set_aside": REASON,
    "vision:writing_set_aside_result": REASON,
}


def things(level: str, cast: Cast, team: Partnership, made: dict[str, Any]) -> dict[str, Any]:
    """Two objectives that stand against each other, one of them with a finding that was set aside."""
    owner = cast[Who.OWNER]
    reach = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    one, two = (_objective(title, cast, reach) for title in ("Fewer people", "More people"))
    opposed = findings.oppose(one=one, other=two, by=owner)
    found = next(each for each in evaluate(gather(owner, clock.today())) if each.key == ("no_due_date", two.pk, None))
    objective = {"id": made["objective"].pk, "check": writing.known()[0].name}
    return {
        "finding": {"rule": "no_key_result", "about": one.pk},
        "finding-of-two": {"rule": "conflict_marked", "about": one.pk, "other": two.pk},
        "objective-two": two,
        "set-aside": findings.set_aside(finding=found, by=owner, reason="The day comes with the budget"),
        "opposed": opposed,
        "words": objective,
        "words-of-result": objective | {"key_result": made["key-result"].pk},
        **(_marks(one, two, made["purpose-in-force"], cast) if "purpose-in-force" in made else {}),
    }


def _objective(title: str, cast: Cast, reach: dict[str, Any]) -> Objective:
    leads = [cast[Who.OWNER], cast[Who.OTHER]]
    made = objectives.write_objective(by=cast[Who.OWNER], title=title, leads=leads, **reach)
    for person in leads:
        objectives.agree_objective(objective=made, by=person)
    return made


def _marks(one: Objective, two: Objective, in_force: Purpose, cast: Cast) -> dict[str, Any]:
    will_not = in_force.will_nots.get()
    mark = findings.mark_contradiction(
        objective=two, will_not=will_not, by=cast[Who.OWNER], because="They would be lent"
    )
    return {"unmarked": {"about": one.pk, "other": will_not.pk}, "mark": mark}
