from consort.channels.contexts.reach import reach

__all__ = ["reach"]
