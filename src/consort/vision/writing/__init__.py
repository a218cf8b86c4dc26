"""Writing checks of goals: pure functions from a text to the questions it raises. They never block anything.

`remarks(draft)` runs all of them; docs/methods/goal-writing.md says what each looks for and why.
"""

from consort.vision.writing import doing, extent, measuring, saying, together  # noqa: F401  (each registers its checks)
from consort.vision.writing.check import Check, Remark, known, named, remarks
from consort.vision.writing.draft import Draft, language_of

__all__ = ["Check", "Draft", "Remark", "known", "language_of", "named", "remarks"]
