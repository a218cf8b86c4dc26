"""Programs on the shelf, and one under way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from consort.core import clock
from consort.core.models import Person
from consort.development import queries
from consort.development.models import Course, CoursePlace, Program
from consort.development.programs import files
from consort.development.programs.plan import Module, Plan, Step, next_step
from consort.reckon.practice import groups


@dataclass(frozen=True)
class Held:
    """A module in the course of time: how many of those in it have practised."""

    number: int
    module: Module
    opens: date
    state: str
    practised: int


@dataclass(frozen=True)
class Done:
    """A step of the module that is on, and whether the reader has done it."""

    step: Step
    is_done: bool


@dataclass(frozen=True)
class Member:
    """What whoever leads it sees of somebody: the aim and how far, never a word they wrote."""

    person: Person
    aim: str
    done: int
    tries: int
    held: int


def listing(person: Person) -> dict[str, Any]:
    """What one is in, and what there is. Runs two queries."""
    own = Program.objects.visible_to(person)
    return {
        "courses": list(queries.courses_of(person)),
        "shelf": [*((key, plan) for key, plan in files.shelf().items()), *((str(each.pk), each.plan) for each in own)],
    }


def program(key: str, plan: Plan) -> dict[str, Any]:
    practices = sum(len(module.practices) for module in plan.modules)
    return {"key": key, "plan": plan, "practices": practices}


def course(course: Course, reader: Person) -> dict[str, Any]:
    """A program under way. Runs three queries."""
    places, today = queries.places_in(course), clock.today()
    own = next((place for place in places if place.person_id == reader.pk), None)
    current = course.current(today)
    done = done_by(own) if own else set()
    following = next_step(course.plan, course.begins, course.every, today, done) if own else None
    shown = following.module if following else current
    return {
        "course": course,
        "plan": course.plan,
        "own": own,
        "taken": places,
        "module": course.plan.modules[shown - 1],
        "number": shown,
        "opens": course.opens(shown),
        "is_open": course.opens(shown) <= today,
        "steps": [Done(step, step.key in done) for step in course.plan.steps_of(shown)],
        "following": following,
        "held": [_held(course, number, current, places, today) for number in range(1, len(course.plan.modules) + 1)],
        "group": group_of(places, own, shown),
        "is_away": f"{shown}-away" in done,
        "tries": list(own.tries.all())[:5] if own else [],
        "kept": sum(each.held for each in own.tries.all()) if own else 0,
        "members": [_member(place, course.plan) for place in places] if course.owner_id == reader.pk else [],
        "of": len(course.plan.steps()),
    }


def done_by(place: CoursePlace) -> set[str]:
    return {mark.step for mark in place.marks.all()}


def group_of(places: Sequence[CoursePlace], own: CoursePlace | None, number: int) -> list[Person]:
    """With whom the reader practises in a module; those who said they are away are left out."""
    present = [place for place in places if f"{number}-away" not in done_by(place)]
    found = next((each for each in groups(present, number - 1) if own in each), []) if own else []
    return [place.person for place in found if place != own]


def _held(course: Course, number: int, current: int, places: Sequence[CoursePlace], today: date) -> Held:
    practices = {step.key for step in course.plan.steps_of(number) if step.practice}
    practised = sum(bool(practices & done_by(place)) for place in places)
    state = "done" if number < current or course.ends <= today else "current" if number == current else ""
    return Held(number, course.plan.modules[number - 1], course.opens(number), state, practised)


def _member(place: CoursePlace, plan: Plan) -> Member:
    steps = {step.key for step in plan.steps()}
    count = Counter(each.held for each in place.tries.all())
    return Member(place.person, place.aim, len(steps & done_by(place)), count.total(), count[True])


def step(place: CoursePlace, step: Step, places: Sequence[CoursePlace]) -> dict[str, Any]:
    """One step: what to read or to do, and with whom."""
    module = place.course.plan.modules[step.module - 1]
    named = step.practice.evidence if step.practice else module.evidence
    return {
        "course": place.course,
        "step": step,
        "module": module,
        "source": place.course.plan.sources[named],
        "group": group_of(places, next((each for each in places if each.pk == place.pk), None), step.module),
    }
