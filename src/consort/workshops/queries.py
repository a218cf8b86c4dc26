"""Questions about workshops."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from consort.core.models import Person
from consort.rounds.models import Asked
from consort.workshops.models import Activity, Heading, Idea, Participant, Workshop


def workshops_for(person: Person) -> QuerySet[Workshop]:
    return Workshop.objects.visible_to(person).with_people()


def activities_of(workshop: Workshop) -> list[Activity]:
    """In order, each knowing its workshop, its round and what it takes up. Runs one query."""
    found = list(workshop.activities.select_related("round__seal"))
    by_id = {each.pk: each for each in found}
    for each in found:
        each.workshop = workshop
        each.source = by_id.get(each.source_id) if each.source_id else None
        if each.round:
            each.round.organization = workshop.organization
    return found


def current_in(activities: Sequence[Activity]) -> Activity | None:
    return next((each for each in activities if each.is_current), None)


def participants_of(workshop: Workshop) -> list[Participant]:
    """By name. Runs one query."""
    return list(workshop.participants.select_related("person"))


def invitation_by_code(person: Person, code: str) -> Workshop | None:
    """The workshop ahead with this code to which the person is invited. Runs one query."""
    digits = "".join(letter for letter in code if letter.isdecimal())
    mine = Participant.objects.filter(person=person).values("workshop")
    ahead = Workshop.objects.filter(organization=person.organization_id, state__in=("planned", "live"))
    return ahead.with_people().filter(id__in=mine, code=digits).first() if digits else None


def standing_in(activity: Activity) -> dict[UUID, Asked]:
    """Who is asked and whether they are done, by person; empty without names. Runs one query."""
    if activity.round is None or not activity.round.is_attributed:
        return {}
    return {each.person_id: each for each in Asked.objects.filter(round=activity.round) if each.person_id}


@dataclass(frozen=True)
class Group:
    """A heading with what stands under it; `heading` is None for what lies loose."""

    heading: Heading | None
    ideas: list[Idea] = field(default_factory=list)


def groups_in(activities: Sequence[Activity]) -> dict[UUID, list[Group]]:
    """What was written in each activity, group by group, loose ideas last. Runs two queries."""
    headings = list(Heading.objects.filter(activity__in=activities))
    ideas = list(Idea.objects.filter(activity__in=activities).select_related("author"))
    found: dict[UUID, list[Group]] = {}
    for activity in activities:
        groups = {each.pk: Group(each) for each in headings if each.activity_id == activity.pk}
        loose = Group(None)
        for idea in ideas:
            if idea.activity_id == activity.pk:
                (groups.get(idea.heading_id, loose) if idea.heading_id else loose).ideas.append(idea)
        found[activity.pk] = [*groups.values(), *([loose] if loose.ideas else [])]
    return found
