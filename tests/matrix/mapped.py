"""The strategy map in the matrix: reading it, proposing to stop what serves nothing, the chain through a node."""

from typing import Any
from uuid import uuid4

TABLE = """
#                                                     observer administrator facilitator leader partner other  owner
vision:map                GET                             sees     sees     sees     sees     sees     sees     sees
vision:untied             GET                             sees     sees     sees     sees     sees     sees     sees
vision:propose_stop       GET   work/closed                  -        -        -        -     sees     sees     sees
vision:propose_stop       GET   work/open                    -        -     sees     sees     sees     sees     sees
vision:propose_stop       POST  work/closed                  -        -        -        -     does     does     does
vision:propose_stop       POST  work/open                    -        -     does     does     does     does     does
vision:trace              GET   work/closed                  -        -        -        -     sees     sees     sees
vision:trace              GET   work/open                    -        -     sees     sees     sees     sees     sees
"""
FORMS: dict[str, Any] = {"vision:propose_stop": {"id": uuid4, "text": "I propose to stop this"}}


def things(made: dict[str, Any]) -> dict[str, Any]:
    """Something that people are busy with, by its kind and id."""
    return {"work": {"kind": "objective", "id": made["objective"].pk}}
