"""Rules: does everybody measure the same thing, and toward the same end?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from django.utils.translation import gettext_lazy as _

from consort.vision.rules.rule import Finding, Remedy, Rule, Step, Weight, rule
from consort.vision.rules.strategy import Goal, Measure, Result, Strategy

MOST_ON_ONE = 12  # key results on one metric that are compared with one another
UP, DOWN = ("increase", "keep_above"), ("decrease", "keep_below")
SMALL = re.compile(r"the|a|an|of|in|on|per|for|to|and|our|by|at|der|die|das|des|dem|den|von|im|pro|je|und|für|unsere")


@rule(
    "metric_twice",
    title=_("One metric, two definitions"),
    reason=_("Two departments report under one name and argue about the number."),
    says=_("“%(about)s” and “%(other)s” are called alike and defined apart."),
    remedy=Remedy(_("Keep one of them"), Step.CHANGE),
    weight=Weight.CONFLICT,
)
def metric_twice(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    alike: dict[tuple[str, ...], list[Measure]] = defaultdict(list)
    for measure in strategy.measures:
        alike[_name_of(measure)].append(measure)
    for measures in alike.values():
        for one, other in pairwise(sorted(measures, key=lambda each: (each.defined, each.id))):
            seen = (one.name, one.definition, one.unit, other.name, other.definition, other.unit)
            people = (*other.people, *one.people)
            yield rule.found(other.thing, one.thing, people=people, departments=_of(strategy, one, other), seen=seen)


@rule(
    "two_targets",
    title=_("One metric, two targets"),
    reason=_("Two objectives ask for different values of one metric on the same day."),
    says=_("“%(about)s” and “%(other)s” set different targets for %(metric)s by %(day)s."),
    remedy=Remedy(_("Agree on one target"), Step.CHANGE_KEY_RESULTS),
    weight=Weight.CONFLICT,
)
def two_targets(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    def differ(one: Result, other: Result) -> bool:
        same_way = one.aim == other.aim and one.aim in (*UP, *DOWN)
        return same_way and _day(strategy, one) == _day(strategy, other) and one.target != other.target

    for metric, one, other in _pairs(strategy, differ):
        day = _day(strategy, one)
        if day is not None:
            seen = (str(one.target), str(other.target), day)
            yield _between(rule, strategy, one, other, words={"metric": metric.name, "day": day}, seen=seen)


@rule(
    "opposite_directions",
    title=_("One metric, opposite directions"),
    reason=_("What moves one objective forward moves the other back."),
    says=_("“%(about)s” and “%(other)s” pull %(metric)s in opposite directions."),
    remedy=Remedy(_("Agree on one direction"), Step.CHANGE_KEY_RESULTS),
    weight=Weight.CONFLICT,
)
def opposite_directions(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for metric, one, other in _pairs(strategy, _opposed):
        seen = (one.aim, str(one.target), other.aim, str(other.target))
        yield _between(rule, strategy, one, other, words={"metric": metric.name}, seen=seen)


@rule(
    "against_metric",
    title=_("Against the metric's own direction"),
    reason=_("The shared metric says where it should go; this key result sends it the other way."),
    says=_("“%(about)s” moves %(other)s against the direction it was defined with."),
    remedy=Remedy(_("Change the key result"), Step.CHANGE_KEY_RESULTS),
    weight=Weight.CONFLICT,
)
def against_metric(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for metric, results in strategy.open_results_on.items():
        measure = strategy.measure_by_id[metric]
        for each in results:
            if _against(each.aim, measure.direction):
                goal = strategy.goal_by_id[each.goal]
                seen = (each.aim, measure.direction)
                yield _of_goal(rule, strategy, goal, measure, seen=seen)


@rule(
    "metric_stale",
    title=_("A metric nobody reads"),
    reason=_("An objective is measured on it, and its reading is overdue. Silence is never green."),
    says=_("“%(other)s” rests on %(about)s, whose reading has been overdue since %(day)s."),
    remedy=Remedy(_("Add a reading"), Step.ADD_READING),
)
def metric_stale(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    for metric, results in strategy.open_results_on.items():
        measure = strategy.measure_by_id[metric]
        overdue = _overdue(measure)
        if overdue and overdue <= strategy.today:
            goal = strategy.goal_by_id[results[0].goal]
            departments = strategy.departments_of(goal)
            words, people = {"day": overdue}, measure.people or goal.people
            yield rule.found(
                measure.thing, goal.thing, words=words, people=people, departments=departments, seen=(overdue,)
            )


@rule(
    "met_at_start",
    title=_("Reached before it began"),
    reason=_("Start and target are the same, so nothing has to be done."),
    says=_("The key result “%(result)s” of “%(about)s” starts at its target."),
    remedy=Remedy(_("Set another target"), Step.CHANGE_KEY_RESULTS),
)
def met_at_start(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    yield from _ill_set(rule, strategy, lambda baseline, target, aim: baseline == target)


@rule(
    "wrong_way",
    title=_("The target lies behind the start"),
    reason=_("It is meant to rise and the target is lower than the start, or the other way round."),
    says=_("The key result “%(result)s” of “%(about)s” would have to move away from its target."),
    remedy=Remedy(_("Correct start or target"), Step.CHANGE_KEY_RESULTS),
    weight=Weight.CONFLICT,
)
def wrong_way(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    yield from _ill_set(
        rule, strategy, lambda baseline, target, aim: baseline > target if aim == "increase" else baseline < target
    )


def _ill_set(rule: Rule, strategy: Strategy, is_ill: Callable[..., bool]) -> Iterator[Finding]:
    """One finding an objective: its first key result of which `is_ill(baseline, target, aim)` is true."""
    for goal in strategy.open_goals:
        for each in strategy.results_of.get(goal.id, ()):
            target = each.target if each.aim in ("increase", "decrease") else None
            if target is not None and each.baseline is not None and is_ill(each.baseline, target, each.aim):
                seen = (str(each.id), str(each.baseline), str(target))
                yield _of_goal(rule, strategy, goal, None, words={"result": each.title}, seen=seen)
                break


def _pairs(strategy: Strategy, clash: Callable[[Result, Result], bool]) -> Iterator[tuple[Measure, Result, Result]]:
    """Key results of two objectives on one metric that clash, each pair of objectives once."""
    for metric, results in strategy.open_results_on.items():
        told = set()
        for one, other in combinations(results[:MOST_ON_ONE], 2):
            goals = frozenset((one.goal, other.goal))
            if len(goals) == 2 and goals not in told and clash(one, other):
                told.add(goals)
                yield strategy.measure_by_id[metric], one, other


def _opposed(one: Result, other: Result) -> bool:
    up, down = (one, other) if one.aim in UP else (other, one)
    if up.aim not in UP or down.aim not in DOWN:
        return False
    return up.low is not None and down.high is not None and up.low > down.high


def _against(aim: str, direction: str) -> bool:
    return (aim == "increase" and direction in DOWN) or (aim == "decrease" and direction in UP)


def _between(rule: Rule, strategy: Strategy, one: Result, other: Result, **more: Any) -> Finding:
    first, second = (strategy.goal_by_id[each.goal] for each in (one, other))
    people = tuple(dict.fromkeys((*first.people, *second.people)))
    departments = tuple(dict.fromkeys((*strategy.departments_of(first), *strategy.departments_of(second))))
    return rule.found(first.thing, second.thing, people=people, departments=departments, **more)


def _of_goal(rule: Rule, strategy: Strategy, goal: Goal, measure: Measure | None, **more: Any) -> Finding:
    other = measure.thing if measure else None
    return rule.found(goal.thing, other, people=goal.people, departments=strategy.departments_of(goal), **more)


def _of(strategy: Strategy, *measures: Measure) -> tuple[str, ...]:
    """The departments whose objectives are measured on them."""
    goals = [strategy.goal_by_id[each.goal] for one in measures for each in strategy.open_results_on.get(one.id, ())]
    return tuple(dict.fromkeys(name for goal in goals for name in strategy.departments_of(goal)))


def _day(strategy: Strategy, result: Result) -> date | None:
    return result.due or strategy.goal_by_id[result.goal].due


def _overdue(measure: Measure) -> date | None:
    """The first day on which a further reading was overdue."""
    return (measure.read or measure.defined) + timedelta(days=measure.every + 1) if measure.every else None


def _name_of(measure: Measure) -> tuple[str, ...]:
    """The words of its name that tell, in no order and without plural."""
    words = re.findall(r"\w+", measure.name.casefold())
    return tuple(sorted({word.removesuffix("s") for word in words if not SMALL.fullmatch(word)}))
