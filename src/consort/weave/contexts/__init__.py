from consort.weave.contexts import partnership, today

__all__ = ["partnership", "today"]
