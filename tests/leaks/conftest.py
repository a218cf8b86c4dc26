"""The cast and the world of the matrix, with people who keep something to themselves."""

import pytest

from tests.leaks import secrets
from tests.matrix.conftest import _without_the_log_of_templates, cast, world  # noqa: F401
from tests.matrix.world import World


@pytest.fixture
def sealed_world(world: World) -> World:  # noqa: F811
    """A world in which sealed input and drafts lie in rounds of every mode."""
    return secrets.keep(world)
