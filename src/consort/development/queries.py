"""Questions about working styles and agreements."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from consort.core.models import Partnership, Person
from consort.development.models import Agreement, Course, CoursePlace, Program, Strength, StyleProfile
from consort.development.programs import files
from consort.development.programs.plan import Plan


def profile_of(person: Person) -> StyleProfile | None:
    """The person's own page, if they have begun one."""
    return StyleProfile.objects.select_related("organization", "owner").filter(owner=person).first()


def profiles_of(people: Iterable[Person], reader: Person) -> dict[UUID, StyleProfile]:
    """The pages of these people that the reader may see, by person. Runs one query."""
    found = StyleProfile.objects.visible_to(reader).filter(owner__in=list(people))
    return {profile.owner_id: profile for profile in found if profile.owner_id}


def agreements_of(partnership: Partnership, reader: Person) -> QuerySet[Agreement]:
    """What was agreed in a partnership and still holds or is to be signed. Runs three queries."""
    return whole(Agreement.objects.visible_to(reader).filter(partnership=partnership, ended=None))


def whole(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With signatures and notes."""
    found = agreements.select_related("organization", "partnership", "owner")
    return found.prefetch_related("signatures__person", "notes__by")


def agreements_to_see_to(person: Person) -> QuerySet[Agreement]:
    """What holds or is to be signed where the person sits. Runs one query and three for what belongs to it."""
    found = Agreement.objects.filter(partnership__in=person.partnership_ids, ended=None)
    return found.select_related("organization").prefetch_related("signatures", "notes")


def strengths_in(partnership: Partnership) -> list[Strength]:
    """What each of a pair says the other knows best. Runs one query."""
    return list(Strength.objects.filter(partnership=partnership).select_related("of", "by"))


def plan_named(key: str, reader: Person) -> Plan | None:
    """A program that comes with Consort, by its name, or one of the organization, by its id. Runs one query at most."""
    if plan := files.shelf().get(key):
        return plan
    try:
        found = Program.objects.visible_to(reader).filter(pk=UUID(key)).first()
    except ValueError:
        return None
    return found.plan if found else None


def courses_of(person: Person) -> QuerySet[Course]:
    """What the person is in or leads, newest first."""
    return Course.objects.visible_to(person).select_related("organization", "owner")


def places_in(course: Course) -> list[CoursePlace]:
    """Who is in it now, with what each has done and tried. Runs three queries."""
    found = course.places.filter(left=None).select_related("person")
    return list(found.prefetch_related("marks", "tries"))


def place_of(course: Course, person: Person) -> CoursePlace | None:
    found = CoursePlace.objects.filter(course=course, person=person, left=None)
    return found.select_related("course__organization", "person").first()


def places_of(person: Person, today: date) -> list[CoursePlace]:
    """Where the person is in a course that has begun. Runs three queries."""
    found = CoursePlace.objects.filter(person=person, left=None, course__begins__lte=today)
    return list(found.select_related("course__organization").prefetch_related("marks", "tries"))
