import pytest

from consort.decisions.tests.samples import Loop


@pytest.fixture
def loop(ingrid, tomasz, helene, priya, daniel, executive_team):
    """The decision of the samples, known to the executive team."""
    return Loop(ingrid, tomasz, helene, priya, daniel, partnership=executive_team)
