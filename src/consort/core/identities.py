"""Forms carry the identity of what they make, so that one sent twice makes it once."""

from typing import TypeVar
from uuid import UUID

from django.db import models

from consort.core.errors import require

Thing = TypeVar("Thing", bound=models.Model)


def made_before(mine: models.QuerySet[Thing], id: UUID | None) -> Thing | None:
    """What an earlier sending of the same form made, among what can be `mine`; None when this is the first.

    An identity that belongs to something else is not allowed. Runs one query, two for a new identity.
    """
    if id is None:
        return None
    made = mine.filter(pk=id).first()
    require(made is not None or not mine.model._base_manager.filter(pk=id).exists())
    return made
