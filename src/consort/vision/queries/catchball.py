"""Questions about catchball."""

from django.db.models import F, Max, Prefetch, Q, QuerySet

from consort.core.models import Person
from consort.vision.models import Catchball, Objective, Proposal, Version

State = Catchball.State


def catchballs_for(person: Person) -> QuerySet[Catchball]:
    """What `person` may see, with the objective they may see as well, or that is thrown to them."""
    return Catchball.objects.visible_to(person).select_related("organization", "owner", "objective__organization")


def with_turns(catchballs: QuerySet[Catchball]) -> QuerySet[Catchball]:
    """The same with catchers, versions and proposals. Three further queries."""
    proposals = Proposal.objects.select_related("person").order_by("made")
    versions = Version.objects.order_by("number").prefetch_related(Prefetch("proposals", proposals))
    return catchballs.prefetch_related("catchers__person", "catchers__department", Prefetch("versions", versions))


def in_the_air(person: Person) -> QuerySet[Catchball]:
    """What waits for the person: a version they have not spoken to, or what came back to them. One query."""
    rows = Catchball.objects.filter(organization=person.organization_id).annotate(number=Max("versions__number"))
    to_catch = Q(state=State.DOWN, catchers__person=person, catchers__spoken__lt=F("number"))
    waiting = rows.filter(to_catch | Q(state=State.BACK, owner=person)).distinct()
    return waiting.select_related("organization", "objective", "owner").order_by("since")


def of_objective(objective: Objective, person: Person) -> QuerySet[Catchball]:
    """The catchballs about an objective, oldest first."""
    return catchballs_for(person).filter(objective=objective).order_by("made")
