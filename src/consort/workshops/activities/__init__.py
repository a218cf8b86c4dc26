"""What each kind of activity is: how it is played, what it asks, and what it needs."""

from consort.workshops.activities.behaviours import BEHAVIOURS, Behaviour, Takes, behaviour_of
from consort.workshops.activities.questions import ORDER

__all__ = ["BEHAVIOURS", "ORDER", "Behaviour", "Takes", "behaviour_of"]
