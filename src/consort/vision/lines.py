"""Objectives and initiatives beside things of other kinds, each in one line."""

from datetime import date

from django.db.models import Q
from django.utils import formats
from django.utils.translation import gettext as _

from consort.core.kinds import Line, Work
from consort.vision.models import Initiative, Objective
from consort.web.days import short


def _objective(objective: Objective) -> Line:
    return Line(objective.title, _objective_stands(objective), objective.owner)


def _objective_stands(objective: Objective) -> str:
    match Objective.State(objective.state):
        case Objective.State.DRAFT:
            return _("draft")
        case Objective.State.AGREED:
            return _("by %s") % short(objective.due) if objective.due else _("agreed")
        case Objective.State.CLOSED:
            return str(objective.get_ending_display()).lower()


def _initiative(initiative: Initiative) -> Line:
    return Line(initiative.title, _initiative_stands(initiative), initiative.owner)


def _initiative_stands(initiative: Initiative) -> str:
    match Initiative.State(initiative.state):
        case Initiative.State.PLANNED:
            return _("planned from %s") % _month(initiative.begins) if initiative.begins else _("planned")
        case Initiative.State.RUNNING:
            return _("running since %s") % _month(initiative.begins) if initiative.begins else _("running")
        case Initiative.State.DONE:
            return _("done")
        case Initiative.State.STOPPED:
            return _("stopped")


def _month(day: date) -> str:
    return formats.date_format(day, "F Y")


OBJECTIVES = Work(~Q(state=Objective.State.CLOSED), _objective, ("owner",))
INITIATIVES = Work(Q(state__in=[Initiative.State.PLANNED, Initiative.State.RUNNING]), _initiative, ("owner",))
