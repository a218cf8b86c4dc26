"""The screen on the wall: what everybody sees, and nothing of anybody's own."""

from consort.workshops.contexts.stage import Context, frame_of, stage_of
from consort.workshops.models import Workshop
from consort.workshops.queries import activities_of, current_in


def screen(workshop: Workshop) -> Context:
    """At most seven queries."""
    activities = activities_of(workshop)
    current = current_in(activities)
    return {**frame_of(workshop), "stage": stage_of(activities, current) if current else None}
