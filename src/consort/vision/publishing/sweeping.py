"""What happens to publications by the clock alone: the audience is followed, and who owes an answer is told."""

import logging

from consort.core.errors import Refused
from consort.vision.actions.publishing.issuing import follow_audience
from consort.vision.models import Edition, Publication
from consort.vision.publishing.mail import tell_who_owes

logger = logging.getLogger("consort.vision")
MOST = 200


def sweep() -> None:
    """Follow every open edition, then tell. One edition that cannot be followed does not hold up the others."""
    out = Edition.objects.filter(state=Edition.State.OPEN, publication__state=Publication.State.OUT)
    for edition in out.select_related("publication__organization", "publication__partnership")[:MOST]:
        try:
            follow_audience(edition=edition)
        except Refused as refusal:
            logger.warning("audience not followed", extra={"edition": str(edition.pk), "why": refusal.message})
    tell_who_owes()
