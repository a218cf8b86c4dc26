"""What can come of a workshop in the strands: priorities, objectives, decisions. Here the two meet."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Person
from consort.decisions import policy as deciding
from consort.decisions.actions.framing import frame_decision
from consort.decisions.frames import Audience, Frame
from consort.vision.actions.objectives import write_objective
from consort.vision.actions.priorities import add_priority
from consort.vision.policy import objectives as pursuing
from consort.vision.policy import priorities as choosing
from consort.workshops.models import Workshop
from consort.workshops.outcomes import Outcome, register


def _readers(workshop: Workshop) -> dict[str, Any]:
    """Who reads of the workshop reads what came of it."""
    return {"visibility": workshop.visibility, "partnership": workshop.partnership}


def _priority(by: Person, workshop: Workshop, title: str, id: UUID) -> Any:
    return add_priority(by=by, id=id, title=title, **_readers(workshop))


def _objective(by: Person, workshop: Workshop, title: str, id: UUID) -> Any:
    return write_objective(by=by, id=id, title=title, **_readers(workshop))


def _decision(by: Person, workshop: Workshop, title: str, id: UUID) -> Any:
    audience = Audience(level=Level(workshop.visibility), partnership=workshop.partnership)
    return frame_decision(by=by, frame=Frame(question=title, audience=audience), id=id)


def register_all() -> None:
    """Called once, when everything is ready."""
    register(Outcome("priority", _("a priority"), _priority, choosing.may_add))
    register(Outcome("objective", _("an objective"), _objective, pursuing.may_write))
    register(Outcome("decision", _("a decision to be made"), _decision, deciding.may_frame))
