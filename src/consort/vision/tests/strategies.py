"""Strategies for tests of the rules: a sound one of any size, and one seeded defect for each rule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from consort.vision.rules import Strategy
from consort.vision.rules.strategy import (
    Carriage,
    Goal,
    Mark,
    Measure,
    Need,
    Pledge,
    Priority,
    Result,
    Tie,
    WillNot,
    Work,
)

TODAY = date(2026, 10, 5)
DEPARTMENTS = ("Operations", "Sales", "Service", "Engineering")


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def sound(objectives: int, seed: int = 0) -> Strategy:
    """Priorities with objectives under them, each measured, led, carried, tied in and heard of: nothing to find."""
    random = Random(seed)
    people = [_new(random) for _ in range(objectives // 4 + 2)]
    priorities = [Priority(_new(random), f"Priority {n}", False) for n in range(max(1, objectives // 20))]
    branches = [_branch(random, n, people[n % len(people)], priorities[n % len(priorities)]) for n in range(objectives)]
    held = {name: tuple(thing for branch in branches for thing in branch[name]) for name in branches[0]}
    will_nots = (
        WillNot(_new(random), "build boilers"),
        WillNot(_new(random), "Übernahmen von Wettbewerbern finanzieren"),
    )
    return Strategy(TODAY, tuple(priorities), will_nots=will_nots, **held)


def _branch(random: Random, n: int, person: UUID, over: Priority) -> dict[str, list]:
    """An objective with all that belongs to it."""
    one, other = DEPARTMENTS[n % 4], DEPARTMENTS[(n + 1) % 4]
    dates = {"due": day(200 + n % 50), "agreed": day(-30), "touched": day(-n % 20)}
    goal = Goal(_new(random), f"Objective number {n}", day(-60), leads=(person,), department=one, **dates)
    measure = Measure(_new(random), f"Measure {n}", day(-60), f"What {n} counts", "%", every=30, read=day(-5))
    work = Work(_new(random), f"Work {n}", "running", goal.leads)
    start, target = Decimal(50), Decimal(random.randint(60, 99))
    moves = Result(_new(random), goal.id, f"Result {n}", "increase", measure.id, start, target, due=day(150))
    need = Need(_new(random), f"Need {n}", one, other, day(90), "accepted", day(-30), goal.id, day(80))
    ties = [
        Tie("serves", "objective", goal.id, "priority", over.id),
        Tie("serves", "initiative", work.id, "objective", goal.id),
    ]
    return {
        "goals": [goal],
        "results": [moves],
        "works": [work],
        "measures": [measure],
        "ties": ties,
        "carriages": [Carriage(goal.id, other, day(-40), is_confirmed=True)],
        "needs": [need],
        "pledges": [Pledge(goal.id, day(-10))],
    }


def _new(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128))


def _with(strategy: Strategy, **changes: object) -> Strategy:
    return replace(strategy, **changes)


def _goal(strategy: Strategy, n: int, **changes: object) -> Strategy:
    goals = list(strategy.goals)
    goals[n] = replace(goals[n], **changes)
    return _with(strategy, goals=tuple(goals))


def _untied(strategy: Strategy, *sources: UUID) -> Strategy:
    return _with(strategy, ties=tuple(tie for tie in strategy.ties if tie.source not in sources))


def _result(strategy: Strategy, n: int, **changes: object) -> Strategy:
    results = list(strategy.results)
    results[n] = replace(results[n], **changes)
    return _with(strategy, results=tuple(results))


def _measure(strategy: Strategy, n: int, **changes: object) -> Strategy:
    measures = list(strategy.measures)
    measures[n] = replace(measures[n], **changes)
    return _with(strategy, measures=tuple(measures))


def _need(strategy: Strategy, n: int, **changes: object) -> Strategy:
    needs = list(strategy.needs)
    needs[n] = replace(needs[n], **changes)
    return _with(strategy, needs=tuple(needs))


def _tied(strategy: Strategy, kind: str, n: int, m: int) -> Strategy:
    ends = strategy.goals[n].id, strategy.goals[m].id
    return _with(strategy, ties=(*strategy.ties, Tie(kind, "objective", ends[0], "objective", ends[1])))


def _no_carrier(s: Strategy, n: int, m: int) -> Strategy:
    bare = _with(s, pledges=tuple(pledge for pledge in s.pledges if pledge.goal != s.goals[n].id))
    return _with(bare, ties=tuple(tie for tie in bare.ties if tie.target != s.goals[n].id), works=_without(s.works, n))


def _without(things: tuple, n: int) -> tuple:
    return things[:n] + things[n + 1 :]


def _neglected(s: Strategy, n: int, m: int) -> Strategy:
    bare = _with(s, pledges=tuple(pledge for pledge in s.pledges if pledge.goal != s.goals[n].id))
    return _measure(_goal(bare, n, touched=None, agreed=day(-50)), n, read=None, every=None)


def _overloaded(s: Strategy, n: int, m: int) -> Strategy:
    goals = [replace(goal, leads=(s.goals[n].leads[0],)) if each < 6 else goal for each, goal in enumerate(s.goals)]
    return _with(s, goals=tuple(goals))


def _priority_empty(s: Strategy, n: int, m: int) -> Strategy:
    return _with(s, priorities=(*s.priorities, Priority(UUID(int=n + 1), "Leaders who can be replaced", False)))


def _serves_closed(s: Strategy, n: int, m: int) -> Strategy:
    closed = Priority(UUID(int=n + 1), "An old priority", True)
    tie = Tie("serves", "objective", s.goals[n].id, "priority", closed.id)
    bare = _untied(s, s.goals[n].id)
    return _with(bare, priorities=(*s.priorities, closed), ties=(*bare.ties, tie))


def _on_one_metric(s: Strategy, n: int, m: int, **other: object) -> Strategy:
    one = s.results[n]
    return _result(_result(s, n, due=day(100)), m, metric=one.metric, **{"due": day(100), **other})


def _opposite(s: Strategy, n: int, m: int) -> Strategy:
    turned = {"aim": "decrease", "low": None, "high": Decimal(10), "baseline": Decimal(50)}
    return _on_one_metric(_measure(s, n, direction="stay_between"), n, m, **turned)


def _marked(s: Strategy, n: int, m: int) -> Strategy:
    return _with(s, marks=(Mark(s.goals[n].id, s.will_nots[0].id, "It pays for the past."),))


Seed = Callable[[Strategy, int, int], Strategy]
SEEDS: dict[str, Seed] = {
    "no_key_result": lambda s, n, m: _with(s, results=_without(s.results, n)),
    "no_owner": lambda s, n, m: _goal(s, n, leads=()),
    "no_carrier": _no_carrier,
    "not_confirmed": lambda s, n, m: _with(s, carriages=(*s.carriages, Carriage(s.goals[n].id, "Legal", day(-15)))),
    "neglected": _neglected,
    "orphan_objective": lambda s, n, m: _untied(s, s.goals[n].id),
    "orphan_initiative": lambda s, n, m: _untied(s, s.works[n].id),
    "own_goal": lambda s, n, m: _untied(_goal(s, n, scope="person"), s.goals[n].id),
    "overloaded": _overloaded,
    "priority_empty": _priority_empty,
    "draft_waiting": lambda s, n, m: _goal(s, n, state="draft", agreed=None, written=day(-31)),
    "metric_twice": lambda s, n, m: _measure(s, n, name=f"The {s.measures[m].name}s"),
    "two_targets": lambda s, n, m: _on_one_metric(s, n, m, low=s.results[n].low + 1),
    "opposite_directions": _opposite,
    "against_metric": lambda s, n, m: _measure(s, n, direction="decrease"),
    "metric_stale": lambda s, n, m: _measure(s, n, read=day(-31)),
    "met_at_start": lambda s, n, m: _result(s, n, baseline=s.results[n].low),
    "wrong_way": lambda s, n, m: _result(s, n, baseline=s.results[n].low + 1),
    "no_due_date": lambda s, n, m: _goal(s, n, due=None),
    "past_due": lambda s, n, m: _need(_result(_goal(s, n, due=day(-1)), n, due=None), n, state="confirmed"),
    "result_after_objective": lambda s, n, m: _result(s, n, due=s.goals[n].due + timedelta(days=1)),
    "later_than_served": lambda s, n, m: _tied(_goal(s, n, due=day(300)), "serves", n, m),
    "before_objective": lambda s, n, m: _tied(_goal(s, m, due=day(300)), "depends_on", n, m),
    "before_dependency": lambda s, n, m: _need(s, n, promised=s.goals[n].due + timedelta(days=1)),
    "dependency_unanswered": lambda s, n, m: _need(s, n, state="asked", promised=None, since=day(-8)),
    "dependency_declined": lambda s, n, m: _need(s, n, state="declined", promised=None),
    "conflict_marked": lambda s, n, m: _tied(s, "conflicts_with", n, m),
    "contradicts_will_not": _marked,
    "may_contradict": lambda s, n, m: _goal(s, n, title="Build a new boiler in Lyon"),
    "serves_closed": _serves_closed,
}
