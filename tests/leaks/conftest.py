"""The world of the matrix, with people who keep something to themselves."""

import pytest

from tests.leaks import secrets
from tests.matrix.world import World


@pytest.fixture
def sealed_world(world: World) -> World:
    """A world in which sealed input and drafts lie in rounds of every mode."""
    return secrets.keep(world)
