"""The strategy of Varnholt: its vision in two versions, four priorities, what they want to reach, and what moves it."""

from consort.weave.demonstration.strategy.telling import pursue

__all__ = ["pursue"]
