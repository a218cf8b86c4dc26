"""How opened answers become a result. A package registers a function for its own kinds of round."""

from consort.rounds.results.registry import Opened, register, summaries, work_out

__all__ = ["Opened", "register", "summaries", "work_out"]
