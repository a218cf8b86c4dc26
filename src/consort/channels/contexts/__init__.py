from consort.channels.contexts.feeds import feeds
from consort.channels.contexts.reach import reach

__all__ = ["feeds", "reach"]
