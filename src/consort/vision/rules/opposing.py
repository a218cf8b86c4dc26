"""Rules: does anything work against something else, or for something that is over?"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from consort.vision.rules.rule import Finding, Remedy, Rule, Step, Thing, Weight, rule
from consort.vision.rules.strategy import Goal, Strategy, WillNot, Work

STEM = 5
SHORTEST = 4
SHARE = 2 / 3  # of the telling words of a "will not" that must come back before it is asked
SMALL = re.compile(
    r"with|that|this|from|into|than|more|most|less|when|what|which|their|there|them|they|have|will|would|does|only|also|"
    r"über|nicht|mehr|oder|eine[nrs]?|wird|werden|sind|auch|nach|wenn|noch|sich|dass|unsere[nrs]?"
)
REFUSES = re.compile(r"\b(?:not|no|never|stop|avoid|without|nicht|kein\w*|nie|ohne|vermeiden)\b", re.IGNORECASE)


@rule(
    "conflict_marked",
    title=_("Two that cannot both be"),
    reason=_("Somebody has said that reaching one stands in the way of the other."),
    says=_("“%(about)s” and “%(other)s” stand against each other."),
    remedy=Remedy(_("Decide which comes first"), Step.WEIGH),
    weight=Weight.CONFLICT,
)
def conflict_marked(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    told = set()
    for tie in strategy.ties_of_kind("conflicts_with"):
        one, other = strategy.thing_of(tie.from_kind, tie.source), strategy.thing_of(tie.to_kind, tie.target)
        pair = frozenset((tie.source, tie.target))
        if one and other and pair not in told and _are_open(strategy, tie.source, tie.target):
            told.add(pair)
            goals = [goal for id in (tie.source, tie.target) if (goal := strategy.goal_by_id.get(id))]
            people = tuple(dict.fromkeys(person for goal in goals for person in goal.people))
            departments = tuple(dict.fromkeys(name for goal in goals for name in strategy.departments_of(goal)))
            yield rule.found(one, other, people=people, departments=departments, seen=(one.title, other.title))


@rule(
    "contradicts_will_not",
    title=_("Against what you will not do"),
    reason=_("The vision in force rules it out, and somebody has said so."),
    says=_("“%(about)s” goes against what you have agreed not to do: %(other)s. %(because)s"),
    remedy=Remedy(_("Change it or close it"), Step.CHANGE),
    weight=Weight.CONFLICT,
)
def contradicts_will_not(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    will_nots = {each.id: each for each in strategy.will_nots}
    for mark in strategy.marks:
        goal, will_not = strategy.goal_by_id.get(mark.goal), will_nots.get(mark.will_not)
        if goal and will_not and goal.is_open:
            seen = (goal.title, will_not.text)
            yield _against(rule, strategy, goal, will_not, words={"because": mark.because}, seen=seen)


@rule(
    "may_contradict",
    title=_("Does this go against what you will not do?"),
    reason=_("The same words stand in both. That proves nothing, so it is only asked."),
    says=_("“%(about)s” speaks of what you have agreed not to do: %(other)s. Does it go against that?"),
    remedy=Remedy(_("Answer yes or no"), Step.WEIGH),
    weight=Weight.QUESTION,
)
def may_contradict(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    marked = {(mark.goal, mark.will_not) for mark in strategy.marks}
    telling = [(each, words) for each in strategy.will_nots if (words := _stems(each.text))]
    for goal in strategy.open_goals if telling else ():
        stems = _stems(goal.title)
        if REFUSES.search(goal.title):
            continue
        for will_not, words in telling:
            if (goal.id, will_not.id) not in marked and len(stems & words) / len(words) >= SHARE:
                yield _against(rule, strategy, goal, will_not, seen=(goal.title, will_not.text))


@rule(
    "serves_closed",
    title=_("Serves what is closed"),
    reason=_("It still runs for a priority or an objective that has ended."),
    says=_("Everything that “%(about)s” serves is closed, “%(other)s” among it."),
    remedy=Remedy(_("Tie it anew or stop it"), Step.TIE),
)
def serves_closed(rule: Rule, strategy: Strategy) -> Iterator[Finding]:
    running: list[Goal | Work] = [*strategy.open_goals, *(work for work in strategy.works if work.is_open)]
    for each in running:
        targets = [tie.target for tie in strategy.serves.get(each.id, ())]
        served = [found for id in targets if (found := _served(strategy, id))]
        if served and all(is_closed for _thing, is_closed in served):
            departments = strategy.departments_of(each) if isinstance(each, Goal) else ()
            seen = tuple(sorted(map(str, targets)))
            yield rule.found(each.thing, served[0][0], people=each.people, departments=departments, seen=seen)


def _served(strategy: Strategy, id: UUID) -> tuple[Thing, bool] | None:
    """A priority or an objective, and whether it is closed."""
    if priority := strategy.priority_by_id.get(id):
        return priority.thing, priority.is_closed
    goal = strategy.goal_by_id.get(id)
    return (goal.thing, not goal.is_open) if goal else None


def _are_open(strategy: Strategy, *ids: UUID) -> bool:
    goals = (strategy.goal_by_id.get(id) for id in ids)
    works = (strategy.work_by_id.get(id) for id in ids)
    return all(each is None or each.is_open for each in (*goals, *works))


def _against(rule: Rule, strategy: Strategy, goal: Goal, will_not: WillNot, **more: Any) -> Finding:
    departments = strategy.departments_of(goal)
    return rule.found(goal.thing, will_not.thing, people=goal.people, departments=departments, **more)


def _stems(text: str) -> frozenset[str]:
    """The telling words, cut short so that the forms of a word meet."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(word[:STEM] for word in words if len(word) >= SHORTEST and not SMALL.fullmatch(word))
