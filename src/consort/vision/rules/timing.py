"""Rules: can the days be kept, one after the other?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from consort.vision.rules.rule import Finding, Remedy, Rule, Step, Weight, rule
from consort.vision.rules.strategy import Goal, Strategy

UNANSWERED_AFTER = 7


@rule(
    "no_due_date",
    title=_("No date"),
    reason=_("What has no date is always overtaken by what has one."),
    says=_("“%(about)s” is agreed and has no date."),
    remedy=Remedy(_("Set a date"), Step.CHANGE),
)
def no_due_date(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.state == "agreed" and goal.due is None:
            yield _about(rule, strategy, goal)


@rule(
    "past_due",
    title=_("Past its date and still open"),
    reason=_("It was reached, or it needs a new date, or it should stop; one of the three should be said."),
    says=_("“%(about)s” was to be reached by %(due)s and is still open."),
    remedy=Remedy(_("Close it, or give it a date"), Step.CLOSE),
)
def past_due(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        if goal.due is not None and goal.due < strategy.today:
            yield _about(rule, strategy, goal, words={"due": goal.due}, seen=(goal.due,))


@rule(
    "result_after_objective",
    title=_("A key result later than its objective"),
    reason=_("On the objective's day it cannot be known whether it was reached."),
    says=_("“%(about)s” is due on %(due)s, its key result “%(result)s” on %(day)s."),
    remedy=Remedy(_("Move one of the dates"), Step.CHANGE_KEY_RESULTS),
)
def result_after_objective(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        for each in strategy.results_of.get(goal.id, ()) if goal.due else ():
            if each.due is not None and goal.due is not None and each.due > goal.due:
                words = {"due": goal.due, "result": each.title, "day": each.due}
                yield _about(rule, strategy, goal, words=words, seen=(goal.due, str(each.id), each.due))
                break


@rule(
    "later_than_served",
    title=_("Later than what it serves"),
    reason=_("It arrives when the objective it is meant for has ended already."),
    says=_("“%(about)s” is due on %(due)s, after “%(other)s”, which it serves, on %(day)s."),
    remedy=Remedy(_("Move its date"), Step.CHANGE),
)
def later_than_served(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for goal in strategy.open_goals:
        for tie in strategy.serves.get(goal.id, ()):
            served = strategy.goal_by_id.get(tie.target)
            if served and served.is_open and _is_after(goal, served):
                yield _about(rule, strategy, goal, served, words={"due": goal.due, "day": served.due})


@rule(
    "before_objective",
    title=_("Due before the objective it rests on"),
    reason=_("It would have to be ready before what it needs."),
    says=_("“%(about)s” is due on %(due)s and rests on “%(other)s”, due on %(day)s."),
    remedy=Remedy(_("Move its date"), Step.CHANGE),
    weight=Weight.CONFLICT,
)
def before_objective(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for tie in strategy.ties_of_kind("depends_on"):
        goal, needed = strategy.goal_by_id.get(tie.source), strategy.goal_by_id.get(tie.target)
        if goal and needed and goal.is_open and needed.is_open and _is_after(needed, goal):
            yield _about(rule, strategy, goal, needed, words={"due": goal.due, "day": needed.due})


@rule(
    "before_dependency",
    title=_("Due before what it was promised"),
    reason=_("Another department delivers what it needs only after its date."),
    says=_("“%(about)s” is due on %(due)s and needs “%(other)s” of %(giving)s, expected on %(day)s."),
    remedy=Remedy(_("Talk about the day"), Step.LOOK, on_other=True),
    weight=Weight.CONFLICT,
)
def before_dependency(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for need in strategy.needs:
        goal = _open_goal(strategy, need.goal)
        if goal and goal.due and need.is_open and need.state != "declined" and need.day > goal.due:
            words = {"due": goal.due, "day": need.day, "giving": need.giving}
            departments = tuple(dict.fromkeys((need.asking, need.giving)))
            seen = (goal.due, need.day)
            yield rule.found(
                goal.thing, need.thing, words=words, people=goal.people, departments=departments, seen=seen
            )


@rule(
    "dependency_unanswered",
    title=_("Asked and not answered"),
    reason=_("A department waits for another one's word and can plan nothing until it comes."),
    says=_("%(asking)s asked %(giving)s on %(since)s for “%(about)s” and has no answer."),
    remedy=Remedy(_("Answer it"), Step.LOOK),
)
def dependency_unanswered(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for need in strategy.needs:
        waited = strategy.today - need.since
        if need.state in ("asked", "countered") and waited > timedelta(days=UNANSWERED_AFTER):
            sides = (need.asking, need.giving) if need.state == "asked" else (need.giving, need.asking)
            words = {"asking": sides[0], "giving": sides[1], "since": need.since}
            yield rule.found(need.thing, words=words, people=_asker(need.asker), departments=sides, seen=(need.since,))


@rule(
    "dependency_declined",
    title=_("Needed, and declined"),
    reason=_("The objective counts on something that the other department has said no to."),
    says=_("%(giving)s declined “%(other)s”, which “%(about)s” needs."),
    remedy=Remedy(_("Ask again, or do without"), Step.LOOK, on_other=True),
    weight=Weight.CONFLICT,
)
def dependency_declined(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for need in strategy.needs:
        goal = _open_goal(strategy, need.goal)
        if goal and need.state == "declined":
            sides = (need.asking, need.giving)
            words = {"giving": need.giving}
            yield rule.found(
                goal.thing, need.thing, words=words, people=goal.people, departments=sides, seen=(need.since,)
            )


def _about(rule: Rule, strategy: Strategy, goal: Goal, other: Goal | None = None, **more: Any) -> Finding:
    departments = strategy.departments_of(goal)
    if other is not None:
        departments = tuple(dict.fromkeys((*departments, *strategy.departments_of(other))))
    known: dict[str, Any] = {
        "people": goal.people,
        "departments": departments,
        "seen": (goal.title, goal.due, other and other.due),
    }
    return rule.found(goal.thing, other.thing if other else None, **(known | more))


def _is_after(one: Goal, other: Goal) -> bool:
    return one.due is not None and other.due is not None and one.due > other.due


def _open_goal(strategy: Strategy, id: UUID | None) -> Goal | None:
    goal = strategy.goal_by_id.get(id) if id else None
    return goal if goal is not None and goal.is_open else None


def _asker(person: UUID | None) -> tuple[UUID, ...]:
    return (person,) if person else ()
