"""The round behind an activity: asked when it begins, or ahead for those who take part in their own time."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.errors import refuse_unless
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds.actions import ask, ask_also
from consort.rounds.models import Round
from consort.workshops import live
from consort.workshops.actions.locking import lock_to_prepare
from consort.workshops.activities import behaviour_of
from consort.workshops.facts import WorkshopAskedAhead
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.things import items_for, needs_nothing_earlier

ROUND = "workshop"


def ask_for(activity: Activity, by: Person, people: Sequence[Person] | None = None) -> None:
    """Ask its round, of everybody unless `people` are given. One that was asked ahead is asked of the others too.

    Raises Refused when items are missing.
    """
    behaviour = behaviour_of(activity.kind)
    if behaviour.ask is None:
        return
    if activity.round is not None:
        _ask_who_came(activity.round, activity.workshop, by)
        return
    items = items_for(activity)
    few = ngettext(
        "“%(title)s” needs at least %(n)s item. Give it some, or skip it.",
        "“%(title)s” needs at least %(n)s items. Give it some, or skip it.",
        behaviour.fewest,
    )
    refuse_unless(len(items) >= behaviour.fewest, few % {"title": activity.title, "n": behaviour.fewest})
    activity.items = items
    activity.round = ask(
        by=by,
        kind=ROUND,
        about=activity,
        title=f"{activity.workshop.title}: {activity.title}"[:200],
        questions=behaviour.ask(activity, items),
        people=_taking_part(activity.workshop) if people is None else people,
        mode=activity.names,
        opens_when_complete=False,
        previous=_previous(activity),
        audience=activity.workshop.audience(),
    )
    activity.save(update_fields=["items", "round"])


def _taking_part(workshop: Workshop) -> list[Person]:
    rows = workshop.participants.filter(left_at=None, person__left=None).select_related("person")
    return [each.person for each in rows]


def _in_their_own_time(workshop: Workshop) -> list[Person]:
    rows = workshop.participants.filter(way=Participant.Way.OWN_TIME, left_at=None, person__left=None)
    return [each.person for each in rows.select_related("person")]


def _ask_who_came(round: Round, workshop: Workshop, by: Person) -> None:
    if not round.is_asking or not round.is_attributed:
        return
    asked = set(round.asked.values_list("person", flat=True))
    for person in _taking_part(workshop):
        if person.pk not in asked:
            ask_also(round=round, person=person, by=by)


def _previous(activity: Activity) -> Round | None:
    """The round that is asked again: of the same kind, about the same items."""
    source = activity.source
    is_again = source is not None and source.kind == activity.kind and activity.kind == ActivityKind.RANK
    return source.round if is_again and source else None


@transaction.atomic
def ask_ahead(*, workshop: Workshop, by: Person) -> Sequence[Activity]:
    """Ask now what needs nothing from the room, so that it can be answered in one's own time. Gives what was asked."""
    lock_to_prepare(workshop, by)
    waiting = workshop.activities.filter(state=Activity.State.WAITING, round=None, source=None)
    chosen = [each for each in waiting if _can_be_asked_ahead(each)]
    refuse_unless(bool(chosen), _("Nothing is left that could be asked ahead. Nothing was changed."))
    people = _in_their_own_time(workshop)
    refuse_unless(bool(people), _("Nobody has said that they take part in their own time. Nothing was asked."))
    for activity in chosen:
        activity.workshop = workshop
        ask_for(activity, by, people)
    record(WorkshopAskedAhead([each.title for each in chosen]), on=workshop, by=by)
    live.announce_stage(workshop)
    return chosen


def _can_be_asked_ahead(activity: Activity) -> bool:
    behaviour = behaviour_of(activity.kind)
    asks = behaviour.ask is not None and activity.kind != ActivityKind.AFTER_ACTION
    named = activity.names == Round.Mode.ATTRIBUTED  # without names nobody can be asked later
    enough = len(activity.items) >= behaviour.fewest
    return asks and named and enough and needs_nothing_earlier(activity)
