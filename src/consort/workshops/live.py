"""What pages of a workshop listen to."""

from consort.core import live
from consort.workshops.models import Workshop

ROOM = "workshop-room"


def stage_topic(workshop: Workshop) -> str:
    """What everybody sees changed: another activity, the clock, what opened."""
    return live.topic("workshop", workshop.pk)


def room_topic(workshop: Workshop) -> str:
    """Somebody came, went, or answered."""
    return live.topic(ROOM, workshop.pk)


def announce_stage(workshop: Workshop) -> None:
    live.announce(stage_topic(workshop), room_topic(workshop))


def announce_room(workshop: Workshop) -> None:
    live.announce(room_topic(workshop))
