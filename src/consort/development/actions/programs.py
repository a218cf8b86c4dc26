"""Bringing a program in, beginning one, and going through it: finishing steps, trying, being away, leaving."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Level, Partnership, Person
from consort.development import policy
from consort.development.actions.journal import write_entry
from consort.development.facts import (
    CourseAimed,
    CourseAway,
    CourseBegun,
    CourseLeft,
    CourseMovedOn,
    CoursePractised,
    CourseTried,
    ProgramBroughtIn,
)
from consort.development.models import Course, CourseMark, CoursePlace, CourseTry, Program
from consort.development.programs import files
from consort.development.programs.plan import Plan, Step, Unfit

LARGEST = 500


@transaction.atomic
def bring_in(*, by: Person, text: str, id: UUID | None = None) -> Program:
    """Keep a program written as YAML, for all leaders."""
    require(policy.may_write_programs(by))
    if made := made_before(Program.objects.filter(owner=by), id):
        return made
    try:
        plan = files.read(text)
    except Unfit as error:
        raise Refused(_("%s Nothing was kept.") % error) from error
    program = Program.objects.create(
        id=id or uuid4(), organization=by.organization, owner=by, name=plan.name, written=plan.as_written()
    )
    record(ProgramBroughtIn(plan.name), on=program, by=by)
    return program


@transaction.atomic
def begin_course(
    *,
    plan: Plan,
    by: Person,
    begins: date,
    every: int = 14,
    partnership: Partnership | None = None,
    people: Iterable[Person] = (),
    id: UUID | None = None,
) -> Course:
    """Begin a program: with the people of a partnership in which one sits, or as facilitator with any 2 to 500."""
    if made := made_before(Course.objects.filter(owner=by), id):
        return made
    members = list(partnership.members) if partnership else list(dict.fromkeys(people))
    require(policy.may_begin(by, partnership, members))
    refuse_unless(2 <= len(members) <= LARGEST, _("A program is for 2 to 500 people. Nothing was begun."))
    refuse_unless(1 <= every <= 60, _("A module opens every 1 to 60 days. Nothing was begun."))
    course = Course.objects.create(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        partnership=partnership,
        visibility=Level.PARTNERSHIP if partnership else Level.ME,
        name=plan.name,
        written=plan.as_written(),
        begins=begins,
        every=every,
    )
    CoursePlace.objects.bulk_create(CoursePlace(course=course, person=member) for member in members)
    record(CourseBegun(course.name), on=course, by=by)
    return course


@transaction.atomic
def finish_step(*, place: CoursePlace, by: Person, key: str, words: str = "") -> None:
    """Say that one has done it. A reflection goes into the own journal; the course learns only that it was done."""
    step = _open_step(place, by, key)
    _mark, made = CourseMark.objects.get_or_create(place=place, step=step.key, defaults={"on": clock.today()})
    if not made:
        return
    if words.strip():
        write_entry(by=by, words=words, about=f"{place.course.name}: {step.title}")
    fact = CoursePractised if step.practice else CourseMovedOn
    record(fact(step.title), on=place.course, by=by)


def _open_step(place: CoursePlace, by: Person, key: str) -> Step:
    require(place.person_id == by.pk and place.left is None)
    step = place.course.plan.step(key)
    if step is None:
        raise Refused(_("There is no such step. Nothing was changed."))
    opened = place.course.opens(step.module) <= clock.today()
    refuse_unless(opened, _("This opens on its day. Nothing was changed."))
    return step


@transaction.atomic
def aim_at(*, place: CoursePlace, by: Person, aim: str) -> None:
    """Say what one tries."""
    require(place.person_id == by.pk and place.left is None)
    refuse_unless(bool(aim.strip()), _("Say what you try. Nothing was kept."))
    if place.aim == aim.strip():
        return
    place.aim = aim.strip()
    place.save(update_fields=["aim"])
    record(CourseAimed(place.aim), on=place.course, by=by)


@transaction.atomic
def note_try(*, place: CoursePlace, by: Person, held: bool, words: str = "") -> None:
    """Say whether one did today what one tries; a second word on a day takes the place of the first."""
    require(place.person_id == by.pk and place.left is None)
    refuse_unless(bool(place.aim), _("Say first what you try. Nothing was noted."))
    standing = place.tries.filter(day=clock.today()).first()
    if standing and standing.held == held:
        return
    CourseTry.objects.update_or_create(place=place, day=clock.today(), defaults={"held": held})
    if words.strip():
        write_entry(by=by, words=words, about=f"{place.course.name}: {place.aim}")
    record(CourseTried(held), on=place.course, by=by)


@transaction.atomic
def say_away(*, place: CoursePlace, by: Person, number: int) -> None:
    """Say that one cannot come to a module: the others are put together without one, and one catches up alone."""
    require(place.person_id == by.pk and place.left is None)
    refuse_unless(1 <= number <= len(place.course.plan.modules), _("There is no such module. Nothing was changed."))
    _mark, made = CourseMark.objects.get_or_create(place=place, step=f"{number}-away", defaults={"on": clock.today()})
    if made:
        record(CourseAway(place.course.plan.modules[number - 1].title), on=place.course, by=by)


@transaction.atomic
def leave_course(*, place: CoursePlace, by: Person) -> None:
    """Leave; the others go on."""
    require(place.person_id == by.pk)
    if place.left:
        return
    place.left = clock.now()
    place.save(update_fields=["left"])
    record(CourseLeft(place.course.name), on=place.course, by=by)
