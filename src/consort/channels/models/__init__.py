"""What leaves the house: how people are reached, what was sent, which calendars are read from outside."""

from consort.channels.models.calendar import Feed
from consort.channels.models.mail import Letter, Reach

__all__ = ["Feed", "Letter", "Reach"]
