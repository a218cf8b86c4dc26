"""The clock of a workshop, worked out from what is stored: nothing here runs by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from consort.core import clock
from consort.workshops.models import Activity, Workshop

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Pace:
    """`behind` in whole minutes, negative when ahead; `ends` at this pace."""

    behind: int
    ends: datetime


def now_of(workshop: Workshop) -> datetime:
    """The moment at which its clock stands."""
    return workshop.held_at or clock.now()


def left_of(activity: Activity) -> timedelta:
    """How much time is left; negative once it is over."""
    assert activity.ends_at
    return activity.ends_at - now_of(activity.workshop)


def pace_of(workshop: Workshop, activities: Sequence[Activity]) -> Pace:
    """When it ends if whatever waits takes as long as planned, beside when it was to be over."""
    present = clock.now()
    ahead = sum((each.minutes * MINUTE for each in activities if each.is_waiting), timedelta())
    current = next((each for each in activities if each.is_current and each.ends_at), None)
    left = max(current.ends_at - now_of(workshop), timedelta()) if current and current.ends_at else timedelta()
    ends = present + left + ahead
    return Pace(round((ends - (workshop.ends_by or ends)) / MINUTE), ends)


def shortened(workshop: Workshop, activities: Sequence[Activity]) -> list[int]:
    """Minutes for each activity that waits, so that all is over when it was planned to be; at least one each."""
    waiting = [each.minutes for each in activities if each.is_waiting]
    behind = pace_of(workshop, activities).behind
    total = sum(waiting)
    if behind <= 0 or not total:
        return waiting
    share = max(total - behind, len(waiting)) / total
    return [max(int(minutes * share), 1) for minutes in waiting]
