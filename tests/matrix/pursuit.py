"""Cycles, check-ins, dependencies and catchball in the matrix, each reached the way people reach it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.links import tie
from consort.core.models import Department, Level, Link, Partnership, Person
from consort.vision.actions import catching, cycles, dependencies, objectives, purpose, reviewing, throwing
from consort.vision.actions.checking_in import check_in
from consort.vision.drafts import Draft
from consort.vision.models import Catchball, Cycle, Dependency, Objective, Proposal, Purpose
from tests.matrix.people import Cast, Who

TABLE = """
# The owner leads the objective, planned the cycle, asks the other's department, and throws to the other. The team of
# owner, other and partner answers for the strategy as a whole.
#                                                     observer administrator facilitator leader partner other  owner
vision:cycles             GET                             sees     sees     sees     sees     sees     sees     sees
vision:cycle_new          GET                                -        -     sees     sees     sees     sees     sees
vision:cycle_new          POST                               -        -     does     does     does     does     does
vision:cycle              GET   cycle                        -        -     sees     sees     sees     sees     sees
vision:cycle_edit         GET   cycle                        -        -     sees        -        -        -     sees
vision:cycle_edit         POST  cycle                        -        -     does        -        -        -     does
vision:cycle_start        POST  cycle-planned                -        -     does        -        -        -     does
vision:cycle_back_to_plan POST  cycle                        -        -     does        -        -        -     does
vision:cycle_begin_review POST  cycle                        -        -     does        -        -        -     does
vision:cycle_run_on       POST  cycle-review                 -        -     does        -        -        -     does
vision:cycle_close        POST  cycle-review                 -        -     does        -        -        -     does
vision:cycle_reopen       POST  cycle-closed                 -        -     does        -        -        -     does
vision:cycle_review       GET   cycle-review                 -        -     sees     sees     sees     sees     sees
vision:cycle_review       POST  cycle-review                 -        -     does        -        -        -     does
vision:pursuit            GET   goal/closed                  -        -        -        -     sees     sees     sees
vision:pursuit            GET   goal/open                    -        -     sees     sees     sees     sees     sees
vision:check_in           GET   goal                         -        -        -        -        -        -     sees
vision:check_in           POST  goal                         -        -        -        -        -        -     does
vision:check_in_take_back POST  check-in                     -        -        -        -        -        -     does
vision:review             GET   goal/closed                  -        -        -        -     sees     sees     sees
vision:review             GET   goal/open                    -        -     sees        -     sees     sees     sees
vision:review             POST  goal/closed                  -        -        -        -     does     does     does
vision:review             POST  goal/open                    -        -     does        -     does     does     does
vision:review_undo        POST  goal-reviewed/closed         -        -        -        -     does     does     does
vision:review_undo        POST  goal-reviewed/open           -        -     does        -     does     does     does
vision:dependencies       GET                             sees     sees     sees     sees     sees     sees     sees
vision:dependency_new     GET                                -        -        -        -     sees     sees     sees
vision:dependency_new     POST                               -        -        -        -     does     does     does
vision:dependency         GET   need/closed                  -        -        -        -     sees     sees     sees
vision:dependency         GET   need/open                    -        -     sees     sees     sees     sees     sees
vision:dependency_accept  POST  need                         -        -        -        -        -     does        -
vision:dependency_counter GET   need                         -        -        -        -        -     sees        -
vision:dependency_counter POST  need                         -        -        -        -        -     does        -
vision:dependency_decline GET   need                         -        -        -        -        -     sees        -
vision:dependency_decline POST  need                         -        -        -        -        -     does        -
vision:dependency_withdraw POST need                         -        -        -        -        -        -     does
vision:dependency_take_counter POST need-countered           -        -        -        -        -        -     does
vision:dependency_ask_again GET need-countered               -        -        -        -        -        -     sees
vision:dependency_ask_again POST need-countered              -        -        -        -        -        -     does
vision:dependency_move    GET   need-promised                -        -        -        -        -     sees        -
vision:dependency_move    POST  need-promised                -        -        -        -        -     does        -
vision:dependency_deliver POST  need-promised                -        -        -        -        -     does        -
vision:dependency_take_back POST need-delivered              -        -        -        -        -     does        -
vision:dependency_not_yet GET   need-delivered               -        -        -        -        -        -     sees
vision:dependency_not_yet POST  need-delivered               -        -        -        -        -        -     does
vision:dependency_confirm POST  need-delivered               -        -        -        -        -        -     does
vision:dependency_rest    GET   need-promised                -        -        -        -        -     sees        -
vision:dependency_rest    POST  need-promised                -        -        -        -        -     does        -
vision:dependency_rest_no_more POST need-link                -        -        -        -        -     does        -
vision:catchball_new      GET   goal/closed                  -        -        -        -     sees     sees     sees
vision:catchball_new      GET   goal/open                    -        -     sees        -     sees     sees     sees
vision:catchball_new      POST  goal/closed                  -        -        -        -     does     does     does
vision:catchball_new      POST  goal/open                    -        -     does        -     does     does     does
vision:catchball          GET   ball/closed                  -        -        -        -     sees     sees     sees
vision:catchball          GET   ball/open                    -        -     sees     sees     sees     sees     sees
vision:catchball_input    GET   ball/closed                  -        -        -        -     sees     sees     sees
vision:catchball_input    GET   ball/open                    -        -     sees     sees     sees     sees     sees
vision:catchball_propose  POST  ball                         -        -        -        -        -     does        -
vision:catchball_agree    POST  ball                         -        -        -        -        -     does        -
vision:catchball_hand_over POST ball-spoken                  -        -        -        -        -     does        -
vision:proposal_take_back POST  proposal                     -        -        -        -        -     does        -
vision:proposal_answer    POST  proposal-back/closed         -        -        -        -     does     does     does
vision:proposal_answer    POST  proposal-back/open           -        -     does        -     does     does     does
vision:catchball_again    POST  ball-answered/closed         -        -        -        -     does     does     does
vision:catchball_again    POST  ball-answered/open           -        -     does        -     does     does     does
vision:catchball_settle   POST  ball-agreed/closed           -        -        -        -     does     does     does
vision:catchball_settle   POST  ball-agreed/open             -        -     does        -     does     does     does
vision:catchball_end      POST  ball/closed                  -        -        -        -     does     does     does
vision:catchball_end      POST  ball/open                    -        -     does        -     does     does     does
"""
LONG = timedelta(days=30)
CANNOT, REASON = Proposal.Kind.CANNOT, "For good reason"


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """One of each: closed to the team, or open to all leaders."""
    owner, other = cast[Who.OWNER], cast[Who.OTHER]
    _answer_for_the_strategy(cast, team)
    _seat_in(owner, "Treasury")
    _seat_in(other, "Assembly")
    readers = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    running = _cycle(owner, "start")
    goal, said, reviewed = (_goal(owner, running, readers, title) for title in ("Pay on time", "Said", "Reviewed"))
    verdict = reviewing.Verdict("reached", Decimal("0.9"), "Ask earlier")
    reviewing.review_objective(objective=reviewed, by=owner, verdict=verdict)
    return {
        "cycle": running,
        "cycle-planned": _cycle(owner),
        "cycle-review": _cycle(owner, "start", "begin_review"),
        "cycle-closed": _cycle(owner, "start", "begin_review", "close"),
        "goal": goal,
        "goal-reviewed": reviewed,
        "check-in": check_in(objective=said, by=owner, confidence=60),
        **_needs(owner, other, said),
        **_balls(owner, other, running, readers),
    }


def _answer_for_the_strategy(cast: Cast, team: Partnership) -> None:
    if not Purpose.objects.filter(state=Purpose.State.AGREED).exists():
        draft = Draft(vision="Nothing needs to burn", partnership=team)
        purpose.agree(purpose=purpose.propose(by=cast[Who.OWNER], draft=draft), by=cast[Who.OWNER])


def _seat_in(person: Person, name: str) -> None:
    person.department, _made = Department.objects.get_or_create(organization=person.organization, name=name)
    person.save(update_fields=["department"])


def _cycle(by: Person, *moves: str) -> Cycle:
    today = clock.today()
    cycle = cycles.plan_cycle(by=by, name="This quarter", begins=today - LONG, ends=today + LONG)
    for name in moves:
        cycles.move_cycle(cycle=cycle, name=name, by=by)
    return cycle


def _goal(by: Person, cycle: Cycle, readers: dict[str, Any], title: str) -> Objective:
    due = clock.today() + LONG
    goal = objectives.write_objective(by=by, title=title, leads=[by], cycle=cycle, due=due, **readers)
    objectives.agree_objective(objective=goal, by=by)
    goal.refresh_from_db()
    return goal


def _needs(owner: Person, other: Person, goal: Objective) -> dict[str, Any]:
    countered, promised, delivered = (_need(owner, other, goal) for _each in range(3))
    later = clock.today() + 2 * LONG
    dependencies.counter(dependency=countered, by=other, what="Half of it", day=later, because=REASON)
    for each in (promised, delivered):
        dependencies.accept(dependency=each, by=other)
    dependencies.deliver(dependency=delivered, by=other)
    link = tie(Link.Kind.DEPENDS_ON, promised, delivered, by=other)
    return {
        "need": _need(owner, other, goal),
        "need-countered": countered,
        "need-promised": promised,
        "need-delivered": delivered,
        "need-link": {"id": promised.pk, "link": link.pk},
    }


def _need(owner: Person, other: Person, goal: Objective) -> Dependency:
    day = clock.today() + LONG
    assert other.department
    return dependencies.ask_for(by=owner, giving=other.department, what="The drawings", needed=day, objective=goal)


def _balls(owner: Person, other: Person, cycle: Cycle, readers: dict[str, Any]) -> dict[str, Any]:
    def thrown(title: str) -> Catchball:
        return throwing.throw(objective=_goal(owner, cycle, readers, title), by=owner, people=[other])

    spoken, back, answered, agreed = (thrown(title) for title in ("Spoken", "Back", "Answered", "Agreed"))
    said = [
        catching.propose(catchball=each, by=other, kind=CANNOT, because=REASON) for each in (spoken, back, answered)
    ]
    for each in (back, answered):
        catching.throw_back(catchball=each, by=other)
    throwing.answer(proposal=said[2], by=owner, taken=True)
    catching.agree(catchball=agreed, by=other)
    return {
        "ball": thrown("Thrown"),
        "ball-spoken": spoken,
        "ball-answered": answered,
        "ball-agreed": agreed,
        "proposal": said[0],
        "proposal-back": said[1],
    }


def _day(ahead: int = 40) -> str:
    return (clock.today() + timedelta(days=ahead)).isoformat()


def _ask(world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    others = Department.objects.filter(name__in=("Treasury", "Assembly"))
    giving = others.exclude(pk=person.department_id).first() if person and person.department_id else others.first()
    return {"id": uuid4(), "giving": giving.pk if giving else "", "what": "The figures", "needed": _day()}


def _rest(world: Any, thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"on": f"dependency:{Dependency.objects.filter(state='asked', objective=thing.objective).first().pk}"}


def _throw(world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    return {"id": uuid4(), "people": [world.cast[Who.LEADER].pk]}


def _answer(_world: Any, thing: Any, _person: Person | None) -> dict[str, Any]:
    return {f"{str(thing.pk)[:8]}-answer": "taken"}


def _again(_world: Any, thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"title": f"{thing.objective.title}, better", "due": _day()}


CYCLE = {"id": uuid4, "name": "Next quarter", "begins": _day, "ends": lambda: _day(90), "every": 14}
FORMS: dict[str, Any] = {
    "vision:cycle_new": CYCLE,
    "vision:cycle_edit": CYCLE,
    "vision:cycle_review": {"learned": "Fewer, and earlier"},
    "vision:check_in": {"id": uuid4, "confidence": 70},
    "vision:review": {"ending": "reached", "score": "0.9", "learned": "Ask earlier"},
    "vision:dependency_new": _ask,
    "vision:dependency_counter": {"what": "Half of it", "day": _day, "because": REASON},
    "vision:dependency_ask_again": {"what": "Half of it", "day": _day},
    "vision:dependency_decline": {"because": REASON},
    "vision:dependency_move": {"day": _day, "because": REASON},
    "vision:dependency_not_yet": {"because": REASON},
    "vision:dependency_rest": _rest,
    "vision:catchball_new": _throw,
    "vision:catchball_propose": {"id": uuid4, "kind": "cannot", "because": REASON},
    "vision:catchball_again": _again,
    "vision:catchball_end": {"because": REASON},
    "vision:proposal_answer": _answer,
}
