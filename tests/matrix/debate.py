"""Debating and resolving in the matrix."""

from typing import Any

from consort.core.models import Partnership
from tests.matrix.people import Cast

TABLE = """
# The owner framed it, the other decides, the partner gave input.
#                                                     observer administrator facilitator leader partner other  owner
decisions:change_options  GET   decision-debate/closed       -        -        -        -        -     sees     sees
decisions:change_options  GET   decision-debate/open         -        -     sees        -        -     sees     sees
decisions:change_options  POST  decision-resolve/closed      -        -        -        -        -     does     does
decisions:change_options  POST  decision-resolve/open        -        -     does        -        -     does     does
"""


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """Closed to the team, or open to all leaders."""
    return {}


FORMS: dict[str, Any] = {
    "decisions:change_options": {"edition": 1, "title-A": "Build in Poznań", "title-B": "Buy from Turin, later"},
}
