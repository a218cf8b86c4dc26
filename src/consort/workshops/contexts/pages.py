"""The list of workshops, and one before it begins."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.workshops import policy, wording
from consort.workshops.activities import behaviour_of
from consort.workshops.contexts.stage import Context, frame_of, outcomes_of
from consort.workshops.forms import InviteForm
from consort.workshops.models import Activity, Participant, Workshop
from consort.workshops.queries import activities_of, participants_of, workshops_for
from consort.workshops.scripts import Script
from consort.workshops.scripts.ready import READY

NEWEST = 50
State = Workshop.State


@dataclass(frozen=True)
class Ready:
    """A ready script on offer."""

    name: str
    script: Script
    about: str


def listing(reader: Person) -> Context:
    """What goes on, what comes, what is over. One query."""
    found = list(workshops_for(reader)[:NEWEST])
    ahead = sorted((each for each in found if each.is_planned), key=lambda each: each.starts_at)
    live = [each for each in found if each.is_live]
    over = [each for each in found if each.state in (State.ENDED, State.CALLED_OFF)]
    return {
        "live": live,
        "ahead": [(each, wording.moment(each.starts_at)) for each in ahead],
        "held": [(each, wording.standing(each)) for each in over],
        "ready": ready(),
        "may_plan": policy.may_plan(reader),
        "sentence": _sentence(live, ahead),
    }


def _sentence(live: list[Workshop], ahead: list[Workshop]) -> str:
    if live:
        return _("%(title)s is going on now.") % {"title": live[0].title}
    if ahead:
        return _("The next is %(title)s, %(when)s.") % {
            "title": ahead[0].title,
            "when": wording.moment(ahead[0].starts_at),
        }
    return _("Each thinks alone, all open together, then you talk, and what you promise is kept.")


def ready() -> list[Ready]:
    scripts = [(name, make()) for name, make in READY.items()]
    return [Ready(name, script, about_script(script)) for name, script in scripts]


def about_script(script: Script) -> str:
    number = len(script.steps)
    words = ngettext("%(n)s activity, %(minutes)s minutes", "%(n)s activities, %(minutes)s minutes", number)
    return words % {"n": number, "minutes": script.minutes}


@dataclass(frozen=True)
class Planned:
    """An activity of the plan."""

    activity: Activity
    manner: str
    earlier: str
    may_change: bool


def plan(workshop: Workshop, reader: Person, invite: InviteForm | None = None) -> Context:
    """The page of a workshop that has not begun, or is going on. At most ten queries."""
    activities = activities_of(workshop)
    people = participants_of(workshop)
    mine = next((each for each in people if each.person_id == reader.pk), None)
    prepares = policy.may_prepare(workshop, reader) and (workshop.is_planned or workshop.is_live)
    return {
        **frame_of(workshop),
        "planned": [_planned(each, prepares) for each in activities],
        "minutes": sum(each.minutes for each in activities if each.state != Activity.State.SKIPPED),
        "people": [(each, wording.way(each)) for each in people],
        "mine": mine,
        "ways": Participant.Way.choices,
        "standing": wording.standing(workshop),
        "prepares": prepares,
        "leads": policy.may_lead(workshop, reader),
        "may_take_over": workshop.is_live and policy.may_take_over(workshop, reader),
        "invite_form": (invite or InviteForm(workshop=workshop)) if prepares else None,
        "to_answer": _to_answer(activities) if mine and mine.way == Participant.Way.OWN_TIME else [],
        "address": reverse("workshops_code", args=[workshop.code]),
    }


def _planned(activity: Activity, prepares: bool) -> Planned:
    earlier = _("takes up “%(title)s”") % {"title": activity.source.title} if activity.source else ""
    may_change = prepares and activity.is_waiting and activity.round_id is None
    return Planned(activity, str(behaviour_of(activity.kind).manner), earlier, may_change)


def _to_answer(activities: list[Activity]) -> list[Activity]:
    return [each for each in activities if each.is_waiting and each.round and each.round.is_asking]


def called_off(workshop: Workshop, reader: Person) -> Context:
    return {**frame_of(workshop), "standing": wording.standing(workshop), **outcomes_of(workshop, reader)}
