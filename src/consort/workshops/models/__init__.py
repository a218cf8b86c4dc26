"""Workshops, who takes part, their activities, and what was written in them."""

from consort.workshops.models.activity import Activity, ActivityKind
from consort.workshops.models.idea import Heading, Idea
from consort.workshops.models.workshop import Participant, Workshop

__all__ = ["Activity", "ActivityKind", "Heading", "Idea", "Participant", "Workshop"]
