"""What leaves the house: how people are reached, and what was sent."""

from consort.channels.models.mail import Letter, Reach

__all__ = ["Letter", "Reach"]
