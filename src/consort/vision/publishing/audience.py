"""Whom a publication reaches, and which things fewer people see than that."""

from uuid import UUID

from django.db.models import QuerySet

from consort.core.models import Department, Level, Person, Visible
from consort.vision.models import Audience, Publication


def people_of(publication: Publication) -> QuerySet[Person]:
    """Who belongs to the audience today, without the publisher. Departments include those below them."""
    everyone = Person.objects.filter(organization=publication.organization_id, left=None)
    if publication.owner_id:
        everyone = everyone.exclude(pk=publication.owner_id)
    match Audience(publication.published_to):
        case Audience.LEADERS:
            return everyone.filter(is_leader=True)
        case Audience.ORGANIZATION:
            return everyone
        case Audience.DEPARTMENTS:
            return everyone.filter(department__in=departments_reached(publication))
        case Audience.PARTNERSHIP:
            seated = publication.partnership.seats.filter(left=None) if publication.partnership else None
            return everyone.filter(pk__in=seated.values("person")) if seated is not None else everyone.none()


def departments_reached(publication: Publication) -> set[UUID]:
    """The chosen departments and all below them. Runs two queries."""
    below: dict[UUID | None, list[UUID]] = {}
    for key, parent in Department.objects.filter(organization=publication.organization_id).values_list("pk", "parent"):
        below.setdefault(parent, []).append(key)
    reached: set[UUID] = set()
    waiting = list(publication.departments.values_list("pk", flat=True))
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += below.get(key, [])
    return reached


class Reach:
    """The audience of one publication, asked of many things. Runs at most three queries, when first asked."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.audience = Audience(publication.published_to)

    def is_within(self, thing: Visible) -> bool:
        """Whether everybody who belongs to the audience, today or later, may see `thing` by its own visibility."""
        match Level(thing.visibility):
            case Level.ORGANIZATION:
                return True
            case Level.LEADERS:
                return self.audience == Audience.LEADERS or self._is_of_leaders
            case Level.PARTNERSHIP:
                return (
                    self.audience == Audience.PARTNERSHIP
                    and thing.partnership_id is not None
                    and thing.partnership_id == self.publication.partnership_id
                )
            case Level.DEPARTMENT:
                return self.audience == Audience.DEPARTMENTS and self._departments == {thing.department_id}
            case Level.ME:
                return False

    @property
    def _departments(self) -> set[UUID]:
        if not hasattr(self, "_reached"):
            self._reached = departments_reached(self.publication)
        return self._reached

    @property
    def _is_of_leaders(self) -> bool:
        """A partnership in which only people sit who see what is open to leaders."""
        if not hasattr(self, "_only_leaders"):
            people = people_of(self.publication) if self.audience == Audience.PARTNERSHIP else None
            self._only_leaders = people is not None and all(person.sees_leaders for person in people)
        return self._only_leaders
