"""The cast and the world of the matrix, to which bad things are sent."""

from tests.matrix.conftest import _without_the_log_of_templates, cast, world  # noqa: F401
