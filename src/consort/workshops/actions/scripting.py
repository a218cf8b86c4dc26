"""Writing a script into a workshop, and changing it step by step."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.workshops import live
from consort.workshops.actions.locking import lock_to_prepare
from consort.workshops.facts import WorkshopChanged
from consort.workshops.models import Activity, Workshop
from consort.workshops.scripts import Script, Step, Thing, problems_of


def put_steps(workshop: Workshop, steps: Sequence[Step]) -> None:
    """The activities of a new workshop, in their order."""
    made: list[Activity] = []
    for place, step in enumerate(steps, 1):
        source = made[step.earlier - 1] if step.earlier else None
        made.append(Activity(workshop=workshop, position=place, source=source, **_columns(step)))
    for activity in made:
        activity.save(force_insert=True)


def _columns(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "title": step.title.strip(),
        "minutes": step.minutes,
        "question": step.question.strip(),
        "note": step.note.strip(),
        "names": step.names,
        "items": items_of(step.items),
        "settings": step.settings,
    }


def items_of(things: Sequence[Thing]) -> list[dict[str, str]]:
    """As activities and rounds keep them, with keys of their own."""
    return [
        {"key": f"item-{at}", "label": thing.title.strip(), "detail": thing.detail.strip()}
        for at, thing in enumerate(things, 1)
    ]


def script_of(workshop: Workshop) -> Script:
    """The script that is in a workshop, without what happened. Runs one query."""
    activities = list(workshop.activities.all())
    places = {activity.pk: place for place, activity in enumerate(activities, 1)}
    steps = tuple(step_of(each, places.get(each.source_id) if each.source_id else None) for each in activities)
    return Script(workshop.title, workshop.purpose, steps)


def step_of(activity: Activity, earlier: int | None) -> Step:
    """One activity as a step; items that came from an earlier activity stay behind."""
    own = () if earlier else tuple(Thing(each["label"], each.get("detail", "")) for each in activity.items)
    return Step(
        kind=activity.kind,
        title=activity.title,
        minutes=activity.minutes,
        question=activity.question,
        note=activity.note,
        names=activity.names,
        items=own,
        earlier=earlier,
        settings=activity.settings,
    )


@transaction.atomic
def add_step(*, workshop: Workshop, step: Step, by: Person, id: UUID | None = None) -> Activity:
    """Add an activity at the end, also while the workshop goes on."""
    lock_to_prepare(workshop, by)
    if made := made_before(Activity.objects.filter(workshop=workshop), id):
        return made
    activities = list(workshop.activities.all())
    source = _source(activities, step.earlier)
    place = (activities[-1].position if activities else 0) + 1
    activity = Activity(id=id or uuid4(), workshop=workshop, position=place, source=source, **_columns(step))
    _check([*activities, activity], workshop)
    activity.save(force_insert=True)
    _tell(workshop, _("the script: %(title)s came to it") % {"title": activity.title}, by)
    return activity


@transaction.atomic
def change_step(*, activity: Activity, step: Step, by: Person) -> None:
    """Change an activity that has not begun and that nobody has answered ahead."""
    workshop = activity.workshop
    lock_to_prepare(workshop, by)
    activity.refresh_from_db()
    _refuse_begun(activity)
    activities = list(workshop.activities.all())
    given = _columns(step) | {"source": _source(activities, step.earlier)}
    changed = [name for name, value in given.items() if getattr(activity, name) != value]
    for name in changed:
        setattr(activity, name, given[name])
    _check([activity if each.pk == activity.pk else each for each in activities], workshop)
    if changed:
        activity.save(update_fields=changed)
        _tell(workshop, _("the script: %(title)s") % {"title": activity.title}, by)


@transaction.atomic
def move_step(*, activity: Activity, up: bool, by: Person) -> None:
    """Let it change places with its neighbour. What takes something from another stays behind it."""
    workshop = activity.workshop
    lock_to_prepare(workshop, by)
    activity.refresh_from_db()
    _refuse_begun(activity)
    waiting = list(workshop.activities.filter(state=Activity.State.WAITING))
    at = waiting.index(activity)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(waiting):
        return
    neighbour = waiting[other]
    first, second = (activity, neighbour) if not up else (neighbour, activity)
    follows = second.source_id == first.pk
    refuse_unless(not follows, _("“%(title)s” takes up what comes before it. Nothing was moved.") % {"title": second})
    activity.position, neighbour.position = neighbour.position, activity.position
    Activity.objects.bulk_update([activity, neighbour], ["position"])
    _tell(workshop, _("the order of the script"), by)


@transaction.atomic
def remove_step(*, activity: Activity, by: Person) -> None:
    """Take an activity out. Refused while another takes something from it."""
    workshop = activity.workshop
    lock_to_prepare(workshop, by)
    found = Activity.objects.filter(pk=activity.pk).first()
    if found is None:
        return
    _refuse_begun(found)
    needed = workshop.activities.filter(source=found).first()
    words = _("“%(title)s” takes up what it brings: change or remove that first. Nothing was removed.")
    refuse_unless(needed is None, words % {"title": needed})
    refuse_unless(workshop.activities.count() > 1, _("A script has at least one activity. Nothing was removed."))
    found.delete()
    _tell(workshop, _("the script: %(title)s was taken out") % {"title": found.title}, by)


def _refuse_begun(activity: Activity) -> None:
    begun = not activity.is_waiting or activity.round_id is not None
    refuse_unless(not begun, _("“%(title)s” has begun. Nothing was changed.") % {"title": activity.title})


def _source(activities: Sequence[Activity], earlier: int | None) -> Activity | None:
    require(earlier is None or 1 <= earlier <= len(activities))
    return activities[earlier - 1] if earlier else None


def _check(activities: Sequence[Activity], workshop: Workshop) -> None:
    """The script as a whole must still be playable. Raises Refused."""
    places = {activity.pk: place for place, activity in enumerate(activities, 1)}
    steps = tuple(step_of(each, places.get(each.source_id) if each.source_id else None) for each in activities)
    if problems := problems_of(Script(workshop.title, workshop.purpose, steps)):
        raise Refused(f"{problems[0]} " + _("Nothing was kept."))


def _tell(workshop: Workshop, what: str, by: Person) -> None:
    record(WorkshopChanged(what), on=workshop, by=by)
    live.announce_stage(workshop)
