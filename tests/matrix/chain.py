"""The strategy in the matrix: vision, priorities, objectives with what measures and carries them, initiatives, ties."""

from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Department, Level, Partnership, Person
from consort.vision.actions import carrying, initiatives, key_results, objectives, priorities, purpose, tying
from consort.vision.drafts import Draft
from consort.vision.models import Carrier, Objective
from consort.vision.models.key_result import Aim
from tests.matrix.people import Cast, Who

TABLE = """
# The partnership answers for the vision in force, so its people and facilitators keep the strategy. The owner wrote
# everything, owner and other lead the objective, and the partner speaks for the department that was asked.
#                                                     observer administrator facilitator leader partner other  owner
api:purpose               GET                                -        -     sees     sees     sees     sees     sees
api:priorities            GET                             sees     sees     sees     sees     sees     sees     sees
api:objectives            GET                             sees     sees     sees     sees     sees     sees     sees
api:objective             GET   objective/closed             -        -        -        -     sees     sees     sees
api:objective             GET   objective/open               -        -     sees     sees     sees     sees     sees
vision:purposes           GET                             sees     sees     sees     sees     sees     sees     sees
vision:purpose_new        GET                                -        -     sees     sees     sees     sees     sees
vision:purpose_new        POST                               -        -     does     does     does     does     does
vision:purpose            GET   purpose/closed               -        -        -        -     sees     sees     sees
vision:purpose            GET   purpose/open                 -        -     sees     sees     sees     sees     sees
vision:purpose_edit       GET   purpose/closed               -        -        -        -     sees     sees     sees
vision:purpose_edit       GET   purpose/open                 -        -     sees        -     sees     sees     sees
vision:purpose_edit       POST  purpose/closed               -        -        -        -     does     does     does
vision:purpose_edit       POST  purpose/open                 -        -     does        -     does     does     does
vision:purpose_discard    POST  purpose/closed               -        -        -        -     does     does     does
vision:purpose_discard    POST  purpose/open                 -        -     does        -     does     does     does
vision:purpose_agree      POST  purpose/closed               -        -        -        -     does     does     does
vision:purpose_agree      POST  purpose/open                 -        -     does        -     does     does     does
vision:purpose_sign       GET   purpose-in-force/open        -        -        -        -     sees     sees     sees
vision:purpose_sign       POST  purpose-in-force/open        -        -        -        -     does     does     does
vision:purpose_differences GET  purpose-pair/closed          -        -        -        -     sees     sees     sees
vision:purpose_differences GET  purpose-pair/open            -        -     sees     sees     sees     sees     sees
vision:priorities         GET                             sees     sees     sees     sees     sees     sees     sees
vision:priority_new       GET                                -        -     sees        -     sees     sees     sees
vision:priority_new       POST                               -        -     does        -     does     does     does
vision:priority           GET   priority/closed              -        -        -        -     sees     sees     sees
vision:priority           GET   priority/open                -        -     sees     sees     sees     sees     sees
vision:priority_history   GET   priority/closed              -        -        -        -     sees     sees     sees
vision:priority_history   GET   priority/open                -        -     sees     sees     sees     sees     sees
vision:priority_edit      GET   priority/closed              -        -        -        -     sees     sees     sees
vision:priority_edit      GET   priority/open                -        -     sees        -     sees     sees     sees
vision:priority_edit      POST  priority/closed              -        -        -        -     does     does     does
vision:priority_edit      POST  priority/open                -        -     does        -     does     does     does
vision:priority_place     POST  priority/closed              -        -        -        -     does     does     does
vision:priority_place     POST  priority/open                -        -     does        -     does     does     does
vision:priority_close     GET   priority/closed              -        -        -        -     sees     sees     sees
vision:priority_close     GET   priority/open                -        -     sees        -     sees     sees     sees
vision:priority_close     POST  priority/closed              -        -        -        -     does     does     does
vision:priority_close     POST  priority/open                -        -     does        -     does     does     does
vision:priority_reopen    POST  priority-ended/closed        -        -        -        -     does     does     does
vision:priority_reopen    POST  priority-ended/open          -        -     does        -     does     does     does
vision:objectives         GET                             sees     sees     sees     sees     sees     sees     sees
vision:objective_new      GET                                -        -     sees     sees     sees     sees     sees
vision:objective_new      POST                               -        -     does     does     does     does     does
vision:objective          GET   objective/closed             -        -        -        -     sees     sees     sees
vision:objective          GET   objective/open               -        -     sees     sees     sees     sees     sees
vision:objective_history  GET   objective/closed             -        -        -        -     sees     sees     sees
vision:objective_history  GET   objective/open               -        -     sees     sees     sees     sees     sees
vision:objective_edit     GET   objective/closed             -        -        -        -     sees     sees     sees
vision:objective_edit     GET   objective/open               -        -     sees        -     sees     sees     sees
vision:objective_edit     POST  objective/closed             -        -        -        -     does     does     does
vision:objective_edit     POST  objective/open               -        -     does        -     does     does     does
vision:objective_agree    POST  objective                    -        -        -        -        -     does     does
vision:objective_close    GET   objective/closed             -        -        -        -     sees     sees     sees
vision:objective_close    GET   objective/open               -        -     sees        -     sees     sees     sees
vision:objective_close    POST  objective/closed             -        -        -        -     does     does     does
vision:objective_close    POST  objective/open               -        -     does        -     does     does     does
vision:objective_reopen   GET   objective-ended/closed       -        -        -        -     sees     sees     sees
vision:objective_reopen   GET   objective-ended/open         -        -     sees        -     sees     sees     sees
vision:objective_reopen   POST  objective-ended/closed       -        -        -        -     does     does     does
vision:objective_reopen   POST  objective-ended/open         -        -     does        -     does     does     does
vision:key_result_new     GET   objective/closed             -        -        -        -     sees     sees     sees
vision:key_result_new     GET   objective/open               -        -     sees        -     sees     sees     sees
vision:key_result_new     POST  objective/closed             -        -        -        -     does     does     does
vision:key_result_new     POST  objective/open               -        -     does        -     does     does     does
vision:key_result_edit    GET   key-result/closed            -        -        -        -     sees     sees     sees
vision:key_result_edit    GET   key-result/open              -        -     sees        -     sees     sees     sees
vision:key_result_edit    POST  key-result/closed            -        -        -        -     does     does     does
vision:key_result_edit    POST  key-result/open              -        -     does        -     does     does     does
vision:key_result_lead    POST  key-result/closed            -        -        -        -     does     does     does
vision:key_result_lead    POST  key-result/open              -        -     does        -     does     does     does
vision:key_result_passed  GET   key-result/closed            -        -        -        -     sees     sees     sees
vision:key_result_passed  GET   key-result/open              -        -     sees        -     sees     sees     sees
vision:key_result_passed  POST  key-result/closed            -        -        -        -     does     does     does
vision:key_result_passed  POST  key-result/open              -        -     does        -     does     does     does
vision:key_result_not_passed POST key-result-passed/closed   -        -        -        -     does     does     does
vision:key_result_not_passed POST key-result-passed/open     -        -     does        -     does     does     does
vision:carrier_ask        GET   objective/closed             -        -        -        -     sees     sees     sees
vision:carrier_ask        GET   objective/open               -        -     sees        -     sees     sees     sees
vision:carrier_ask        POST  objective/closed             -        -        -        -     does     does     does
vision:carrier_ask        POST  objective/open               -        -     does        -     does     does     does
vision:carrier_confirm    GET   carrier                      -        -        -        -     sees        -        -
vision:carrier_confirm    POST  carrier                      -        -        -        -     does        -        -
vision:carrier_remind     POST  carrier/closed               -        -        -        -  refused  refused  refused
vision:carrier_remind     POST  carrier/open                 -        -  refused        -  refused  refused  refused
vision:carrier_release    POST  carrier/closed               -        -        -        -     does     does     does
vision:carrier_release    POST  carrier/open                 -        -     does        -     does     does     does
vision:initiatives        GET                             sees     sees     sees     sees     sees     sees     sees
vision:initiative_new     GET                                -        -     sees     sees     sees     sees     sees
vision:initiative_new     POST                               -        -     does     does     does     does     does
vision:initiative         GET   initiative/closed            -        -        -        -     sees     sees     sees
vision:initiative         GET   initiative/open              -        -     sees     sees     sees     sees     sees
vision:initiative_edit    GET   initiative/closed            -        -        -        -     sees     sees     sees
vision:initiative_edit    GET   initiative/open              -        -     sees        -     sees     sees     sees
vision:initiative_edit    POST  initiative/closed            -        -        -        -     does     does     does
vision:initiative_edit    POST  initiative/open              -        -     does        -     does     does     does
vision:initiative_begin   POST  initiative/closed            -        -        -        -     does     does     does
vision:initiative_begin   POST  initiative/open              -        -     does        -     does     does     does
vision:initiative_finish  POST  initiative-running/closed    -        -        -        -     does     does     does
vision:initiative_finish  POST  initiative-running/open      -        -     does        -     does     does     does
vision:initiative_stop    GET   initiative/closed            -        -        -        -     sees     sees     sees
vision:initiative_stop    GET   initiative/open              -        -     sees        -     sees     sees     sees
vision:initiative_stop    POST  initiative/closed            -        -        -        -     does     does     does
vision:initiative_stop    POST  initiative/open              -        -     does        -     does     does     does
vision:tie                GET   end/closed                   -        -        -        -     sees     sees     sees
vision:tie                GET   end/open                     -        -     sees     sees     sees     sees     sees
vision:serves             GET   end/closed                   -        -        -        -     sees     sees     sees
vision:serves             GET   end/open                     -        -     sees     sees     sees     sees     sees
vision:serve              POST  loose-ends/closed            -        -        -        -     does     does     does
vision:serve              POST  loose-ends/open              -        -     does        -     does     does     does
vision:unserve            POST  tied-ends/closed             -        -        -        -     does     does     does
vision:unserve            POST  tied-ends/open               -        -     does        -     does     does     does
"""


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """One of each: closed to the team, or open to all leaders."""
    owner = cast[Who.OWNER]
    reach = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    made = {**_purposes(level, owner, team), **_priorities(level, owner, reach), **_initiatives(level, owner, reach)}
    objective = _objective("The books close by the third", cast, reach)
    ended = _objective("The old hall is sold", cast, reach)
    objectives.close_objective(objective=ended, by=owner, ending="reached")
    return {
        **made,
        **_measured(objective, owner),
        "objective": objective,
        "objective-ended": ended,
        "carrier": _carrier(objective, cast),
        "end": {"kind": "objective", "id": objective.pk},
        **_ends(objective, _objective("Fewer corrections", cast, reach), made["priority"], owner),
    }


def _purposes(level: str, owner: Person, team: Partnership) -> dict[str, Any]:
    """A draft at each level. One vision is in force, open to all leaders; the other level compares with it too."""
    will_not = ("lend our people out", "They are needed here")
    draft = Draft(vision="Nobody waits for a number", will_nots=(will_not,), visibility=_level(level), partnership=team)
    made = {}
    if level == "open":
        made["purpose-in-force"] = purpose.propose(by=owner, draft=draft)
        purpose.agree(purpose=made["purpose-in-force"], by=owner)
    proposed = purpose.propose(by=owner, draft=draft)
    other = made.get("purpose-in-force") or purpose.propose(by=owner, draft=draft)
    return made | {"purpose": proposed, "purpose-pair": {"version": proposed.version, "other": other.version}}


def _level(level: str) -> Level:
    return Level.PARTNERSHIP if level == "closed" else Level.LEADERS


def _priorities(level: str, owner: Person, reach: dict[str, Any]) -> dict[str, Any]:
    """The one that is asked for is never the first."""
    _first, wanted, ended = (
        priorities.add_priority(by=owner, title=f"{name}, {level}", **reach) for name in ("First", "Second", "Past")
    )
    priorities.close_priority(priority=ended, by=owner, words="It is done")
    return {"priority": wanted, "priority-ended": ended}


def _initiatives(level: str, owner: Person, reach: dict[str, Any]) -> dict[str, Any]:
    planned, running = (
        initiatives.add_initiative(by=owner, title=f"{name}, {level}", **reach) for name in ("New books", "Old books")
    )
    initiatives.begin_initiative(initiative=running, by=owner)
    return {"initiative": planned, "initiative-running": running}


def _objective(title: str, cast: Cast, reach: dict[str, Any]) -> Objective:
    leads = [cast[Who.OWNER], cast[Who.OTHER]]
    return objectives.write_objective(by=cast[Who.OWNER], title=title, leads=leads, **reach)


def _measured(objective: Objective, owner: Person) -> dict[str, Any]:
    first, second = (
        key_results.add_key_result(objective=objective, by=owner, title=title, aim=Aim.MILESTONE)
        for title in ("Books closed in March", "Books closed in April")
    )
    key_results.pass_milestone(key_result=first, by=owner, on=clock.today())
    return {"key-result": second, "key-result-passed": first}


def _carrier(objective: Objective, cast: Cast) -> Carrier:
    """The partner speaks for Finance."""
    partner = cast[Who.PARTNER]
    department, _made = Department.objects.get_or_create(organization=partner.organization, name="Finance")
    partner.department = department
    partner.save(update_fields=["department"])
    (carrier,) = carrying.ask_to_carry(objective=objective, by=cast[Who.OWNER], departments=[department])
    return carrier


def _ends(objective: Objective, below: Objective, priority: Any, owner: Person) -> dict[str, Any]:
    tying.serve(source=below, target=objective, by=owner)
    loose = {"from_kind": "objective", "from_id": below.pk, "to_kind": "priority", "to_id": priority.pk}
    return {"loose-ends": loose, "tied-ends": loose | {"to_kind": "objective", "to_id": objective.pk}}


def _departments(world: Any, _objective: Objective, _person: Person | None) -> dict[str, Any]:
    return {"departments": [world.things["department"].pk]}


def _key_result(_world: Any, _thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"id": uuid4(), "title": "Books closed in May", "aim": "milestone"}


PURPOSE = {"id": uuid4, "vision": "Everybody knows the number", "visibility": "leaders"}
LED = {"id": uuid4, "title": "Something else", "audience": "leaders"}
OBJECTIVE = {"id": uuid4, "title": "Something else", "whose": "organization", "visible_to": "leaders"}
BECAUSE = {"because": "For good reason"}
FORMS: dict[str, Any] = {
    "vision:purpose_new": PURPOSE,
    "vision:purpose_edit": PURPOSE,
    "vision:purpose_sign": {"reservation": ""},
    "vision:priority_new": LED,
    "vision:priority_edit": LED,
    "vision:priority_place": {"place": 1},
    "vision:priority_close": {"words": "For good reason"},
    "vision:objective_new": OBJECTIVE,
    "vision:objective_edit": OBJECTIVE,
    "vision:objective_close": {"ending": "stopped", "learned": "Too much at once"},
    "vision:objective_reopen": BECAUSE,
    "vision:key_result_new": _key_result,
    "vision:key_result_edit": _key_result,
    "vision:key_result_passed": {"on": lambda: clock.today().isoformat()},
    "vision:carrier_ask": _departments,
    "vision:carrier_confirm": {"line": "We count once"},
    "vision:initiative_new": LED,
    "vision:initiative_edit": LED,
    "vision:initiative_stop": BECAUSE,
}
