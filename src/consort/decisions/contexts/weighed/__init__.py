"""The page on which options are weighed by criteria: what has been agreed, what was scored, where it is fragile."""

from consort.decisions.contexts.weighed.page import weighed_page

__all__ = ["weighed_page"]
