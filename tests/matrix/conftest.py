"""The cast of Varnholt in the roles of the matrix, and the world they act in."""

import logging

import pytest

from tests.matrix import world as worlds
from tests.matrix.people import Cast, Who


@pytest.fixture(autouse=True)
def _without_the_log_of_templates():
    """Django writes a traceback for every variable that a template leaves out; with thousands of pages that is slow."""
    logger = logging.getLogger("django")
    level = logger.level
    logger.setLevel(logging.INFO)
    yield
    logger.setLevel(level)


@pytest.fixture
def cast(request: pytest.FixtureRequest, db: None) -> Cast:
    playing = {
        Who.STRANGER: "stranger",
        Who.OBSERVER: "observer",
        Who.ADMINISTRATOR: "administrator",
        Who.FACILITATOR: "facilitator",
        Who.LEADER: "sofia",
        Who.PARTNER: "helene",
        Who.OTHER: "tomasz",
        Who.OWNER: "priya",
    }
    cast = Cast({who: request.getfixturevalue(name) for who, name in playing.items()})
    cast.browser(Who.OWNER)  # everybody is signed in before anything is compared
    return cast


@pytest.fixture
def world(cast: Cast) -> worlds.World:
    return worlds.build(cast)
