"""What can be recorded about the strategy, by noun."""

from consort.vision.facts import catchball, cycles, dependencies, findings, initiatives, objectives, priorities, purpose

__all__ = ["catchball", "cycles", "dependencies", "findings", "initiatives", "objectives", "priorities", "purpose"]
