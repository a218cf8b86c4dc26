"""Rules: is every objective owned, measured, tied in and carried?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from consort.vision.rules.rule import Finding, Remedy, Rule, Step, rule
from consort.vision.rules.strategy import Goal, Strategy

NEGLECTED_AFTER = 45
ASKED_FOR = 14
DRAFT_FOR = 30
MOST_OBJECTIVES = 5


@rule(
    "no_key_result",
    title=_("No key result"),
    reason=_("Nobody can tell whether it was reached."),
    says=_("“%(about)s” has no key result. How would you know?"),
    remedy=Remedy(_("Add a key result"), Step.ADD_KEY_RESULT),
)
def no_key_result(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.id not in strategy.results_of:
            yield _about(rule, strategy, goal)


@rule(
    "no_owner",
    title=_("Nobody leads it"),
    reason=_("What nobody answers for is done by nobody."),
    says=_("Nobody leads “%(about)s”."),
    remedy=Remedy(_("Name who leads it"), Step.CHANGE),
)
def no_owner(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if not goal.leads:
            yield _about(rule, strategy, goal)


@rule(
    "no_carrier",
    title=_("Nothing carries it"),
    reason=_("No initiative, decision, commitment or other objective leads there, so it will not move by itself."),
    says=_("Nothing that you can see carries “%(about)s”."),
    remedy=Remedy(_("Tie what carries it"), Step.CARRY),
)
def no_carrier(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.state == "agreed" and not _is_carried(strategy, goal):
            yield _about(rule, strategy, goal)


@rule(
    "not_confirmed",
    title=_("A department has not confirmed"),
    reason=_("It was asked to carry the objective and has not said what that asks of its people."),
    says=_("%(department)s was asked on %(asked)s to carry “%(about)s” and has not answered."),
    remedy=Remedy(_("Remind the department"), Step.ASK_CARRIERS),
)
def not_confirmed(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        for each in strategy.carriages_of.get(goal.id, ()):
            if not each.is_confirmed and _days(strategy, each.asked) > ASKED_FOR:
                words = {"department": each.department, "asked": each.asked}
                yield _about(rule, strategy, goal, words=words, seen=(each.department,))
                break


@rule(
    "neglected",
    title=_("Neglected"),
    reason=_("No check-in, reading or commitment for more than 45 days: nobody knows how it stands."),
    says=ngettext_lazy(
        "You can see nothing that was heard of “%(about)s” for %(days)s day.",
        "You can see nothing that was heard of “%(about)s” for %(days)s days.",
        "days",
    ),
    remedy=Remedy(_("Check in"), Step.CHECK_IN),
)
def neglected(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.state == "agreed":
            last = _last_heard(strategy, goal)
            days = _days(strategy, last)
            if days > NEGLECTED_AFTER:
                yield _about(rule, strategy, goal, words={"days": days}, seen=(last,))


@rule(
    "orphan_objective",
    title=_("Serves nothing"),
    reason=_("It is pursued beside the strategy, with time and money the strategy counts on."),
    says=_("“%(about)s” serves no priority and no other objective that you can see."),
    remedy=Remedy(_("Tie it or stop it"), Step.TIE),
)
def orphan_objective(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.scope != "person" and goal.id not in strategy.serves:
            yield _about(rule, strategy, goal)


@rule(
    "orphan_initiative",
    title=_("Work that serves nothing"),
    reason=_("Work is done that no objective asks for."),
    says=_("The initiative “%(about)s” serves no objective and no priority that you can see."),
    remedy=Remedy(_("Tie it or stop it"), Step.TIE),
)
def orphan_initiative(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for work in strategy.works:
        if work.is_open and work.id not in strategy.serves:
            yield rule.found(work.thing, people=work.people, seen=(work.title,))


@rule(
    "own_goal",
    title=_("A person's goal that serves nothing shared"),
    reason=_("Goals that serve one person cost a group more than they bring (Kleingeld et al. 2011, d = −1.75)."),
    says=_("“%(about)s” belongs to one person and serves nothing shared that you can see."),
    remedy=Remedy(_("Tie it to a shared one"), Step.TIE),
)
def own_goal(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.scope == "person" and goal.id not in strategy.serves:
            yield _about(rule, strategy, goal)


@rule(
    "overloaded",
    title=_("One person leads too many"),
    reason=_("Who leads more than five objectives leads none of them."),
    says=_("Whoever leads “%(about)s” leads %(count)s open objectives, and this is the latest."),
    remedy=Remedy(_("Give one to somebody else"), Step.CHANGE),
)
def overloaded(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    counts = Counter(person for goal in strategy.open_goals for person in goal.leads)
    heavy = {person for person, count in counts.items() if count > MOST_OBJECTIVES}
    latest: dict[UUID, Goal] = {}
    for goal in sorted(strategy.open_goals, key=lambda goal: (goal.written, goal.id)) if heavy else ():
        latest |= dict.fromkeys(heavy.intersection(goal.leads), goal)
    for goal in dict.fromkeys(latest.values()):
        count = max(counts[person] for person in goal.leads)
        yield _about(rule, strategy, goal, words={"count": count}, seen=tuple(sorted(map(str, goal.leads))))


@rule(
    "priority_empty",
    title=_("A priority without an objective"),
    reason=_("It matters most, and nothing is set out to be reached for it."),
    says=_("No open objective that you can see serves the priority “%(about)s”."),
    remedy=Remedy(_("Set an objective"), Step.ADD_OBJECTIVE),
)
def priority_empty(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for priority in strategy.priorities:
        ties = strategy.served_by.get(priority.id, ())
        if not priority.is_closed and not any(_is_open_goal(strategy, tie.source) for tie in ties):
            yield rule.found(priority.thing, people=priority.leads, seen=(priority.title,))


@rule(
    "draft_waiting",
    title=_("Drafted and never agreed"),
    reason=_("For more than 30 days nobody has known whether it holds."),
    says=_("“%(about)s” was drafted on %(written)s and has not been agreed."),
    remedy=Remedy(_("Agree or close it"), Step.AGREE),
)
def draft_waiting(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.state == "draft" and _days(strategy, goal.written) > DRAFT_FOR:
            yield _about(rule, strategy, goal, words={"written": goal.written})


def _about(rule: Rule, strategy: Strategy, goal: Goal, **more: Any) -> Finding:
    known: dict[str, Any] = {"people": goal.people, "departments": strategy.departments_of(goal), "seen": (goal.title,)}
    return rule.found(goal.thing, **(known | more))


def _is_carried(strategy: Strategy, goal: Goal) -> bool:
    if any(pledge.is_open for pledge in strategy.pledges_of.get(goal.id, ())):
        return True
    return any(_moves(strategy, tie.from_kind, tie.source) for tie in strategy.served_by.get(goal.id, ()))


def _moves(strategy: Strategy, kind: str, id: UUID) -> bool:
    """Whether what is tied is still under way. Of what other packages tie, that it is tied says enough."""
    if kind == "objective":
        return _is_open_goal(strategy, id)
    if kind == "initiative":
        return (work := strategy.work_by_id.get(id)) is not None and work.state != "stopped"
    return True


def _is_open_goal(strategy: Strategy, id: UUID) -> bool:
    goal = strategy.goal_by_id.get(id)
    return goal is not None and goal.is_open


def _last_heard(strategy: Strategy, goal: Goal) -> date:
    measures = (strategy.measure_by_id.get(each.metric) for each in strategy.results_of.get(goal.id, ()) if each.metric)
    readings = [measure.read for measure in measures if measure and measure.read]
    moved = [pledge.moved for pledge in strategy.pledges_of.get(goal.id, ())]
    return max([goal.agreed or goal.written, *([goal.touched] if goal.touched else []), *readings, *moved])


def _days(strategy: Strategy, since: date) -> int:
    return (strategy.today - since) // timedelta(days=1)
