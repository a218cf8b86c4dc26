"""What the packages below learn of publications."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds, sweeps, waiting
from consort.organization.mailings import Mail, register
from consort.vision.facts import publishing as facts  # noqa: F401  (registers facts)
from consort.vision.models import Publication
from consort.vision.publishing.sweeping import sweep
from consort.vision.queries.publishing import shown_edition
from consort.vision.waiting.publishing import confirmations, permissions


def _found_as(publication: Publication) -> tuple[str, str]:
    """What search finds it by: the edition that readers see, never a draft or an answer."""
    edition = shown_edition(publication)
    sections = edition.sections.all() if edition else []
    lines = [line for each in sections for line in (each.title, *(part["text"] for part in each.parts))]
    return publication.title, "\n".join(lines)


kinds.register(kinds.Kind("publication", Publication, _("published goals"), _found_as))
sweeps.register("publications", sweep)
waiting.register(confirmations)
waiting.register(permissions)
register(
    Mail(
        _("Published goals"),
        _("When something is published, and again after the days its publisher chose"),
        _("Those who owe an answer, one mail about everything they owe"),
    )
)
