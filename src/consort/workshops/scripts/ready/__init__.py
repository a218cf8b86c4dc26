"""Scripts that are ready to be played, written for leaders who meet for an hour or two."""

from collections.abc import Callable

from consort.workshops.scripts.ready import between, forward, ourselves
from consort.workshops.scripts.script import Script

READY: dict[str, Callable[[], Script]] = {
    "priorities": forward.priorities,
    "mission-and-metrics": forward.mission_and_metrics,
    "premortem": forward.premortem,
    "quarterly-review": ourselves.quarterly_review,
    "culture": ourselves.culture,
    "charter-of-a-pair": between.charter_of_a_pair,
    "decision-rights": between.decision_rights,
    "two-departments": between.two_departments,
}


def ready(name: str) -> Script | None:
    """The script of that name in the reader's language, or None."""
    return READY[name]() if name in READY else None
