"""Two quarters of the strategy: one reviewed and closed, one that runs; what departments need of each other; catchball."""

from consort.weave.demonstration.quarters.contracts import depend
from consort.weave.demonstration.quarters.talks import talk
from consort.weave.demonstration.quarters.telling import run

__all__ = ["depend", "run", "talk"]
