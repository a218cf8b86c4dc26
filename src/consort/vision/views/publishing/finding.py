"""Finding publications for whoever asks, or 404."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from consort.vision.models import Edition, Publication
from consort.vision.policy import publishing as policy
from consort.vision.queries.publishing import draft_of, publications_for, shown_edition
from consort.web.requests import MemberRequest

LONGEST_NUMBER = 4


def find(request: MemberRequest, id: UUID) -> Publication:
    """What the reader may see."""
    return get_object_or_404(publications_for(request.person), pk=id)


def find_own(request: MemberRequest, id: UUID) -> Publication:
    """What the reader publishes."""
    found = find(request, id)
    if not policy.publishes(found, request.person):
        raise Http404
    return found


def find_shown(publication: Publication, number: str = "") -> Edition:
    """The edition that is out, or the one of that number that was."""
    if not number:
        return _with(publication, shown_edition(publication))
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Http404
    was_out = publication.editions.exclude(state=Edition.State.DRAFT)
    return _with(publication, was_out.filter(number=int(number)).first())


def find_draft(publication: Publication) -> Edition:
    """The edition that is drafted."""
    return _with(publication, draft_of(publication))


def _with(publication: Publication, edition: Edition | None) -> Edition:
    if edition is None:
        raise Http404
    edition.publication = publication
    return edition
