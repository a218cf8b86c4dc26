"""The cast and the world of the matrix, to which bad things are sent."""

from src.conftest import (  # noqa: F401
    _quick_passwords,
    administrator,
    facilitator,
    helene,
    ingrid,
    observer,
    priya,
    sofia,
    stranger,
    tomasz,
)
from tests.matrix.conftest import _without_the_log_of_templates, cast, world  # noqa: F401
