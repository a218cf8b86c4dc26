"""Scripts: what a workshop is made from, and how it travels as a file."""

from consort.workshops.scripts.reading import UnreadableScript, read
from consort.workshops.scripts.script import Script, Step, Thing, problems_of
from consort.workshops.scripts.writing import write

__all__ = ["Script", "Step", "Thing", "UnreadableScript", "problems_of", "read", "write"]
