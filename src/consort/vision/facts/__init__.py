"""What can be recorded about the strategy, by noun."""

from consort.vision.facts import initiatives, objectives, priorities, purpose

__all__ = ["initiatives", "objectives", "priorities", "purpose"]
