"""The strategy map: what its address asks for, its nodes, what is not tied to it, and the page."""

from consort.vision.contexts.map.page import page
from consort.vision.contexts.map.untied import untied
from consort.vision.contexts.map.wanted import read

__all__ = ["page", "read", "untied"]
