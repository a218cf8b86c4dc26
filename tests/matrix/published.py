"""Published goals in the matrix: drafted, out with an answer, open to the world, and waiting for leave."""

from typing import Any
from uuid import uuid4

from consort.core.models import Level, Partnership
from consort.vision.actions.publishing import confirming, drafting, issuing, opening
from consort.vision.models import Audience, Objective, Publication
from consort.vision.publishing.drafts import Draft
from tests.matrix.people import Cast, Who

TABLE = """
# The owner publishes; the partner has answered. The other leads what waits for leave.
#                                                     observer administrator facilitator leader partner other  owner
vision:publications       GET                             sees     sees     sees     sees     sees     sees     sees
vision:publication_new    GET                                -        -     sees     sees     sees     sees     sees
vision:publication_new    POST                               -        -     does     does     does     does     does
vision:publication_permit GET   publication-held             -        -        -        -        -     sees        -
vision:publication_permit POST  publication-held             -        -        -        -        -     does        -
vision:publication        GET   publication/closed           -        -        -        -     sees     sees     sees
vision:publication        GET   publication/open             -        -     sees     sees     sees     sees     sees
vision:publication        GET   publication-draft            -        -        -        -        -        -     away
vision:publication_sheet  GET   publication/closed           -        -        -        -     sees     sees     sees
vision:publication_sheet  GET   publication/open             -        -     sees     sees     sees     sees     sees
vision:publication_answer POST  publication/closed           -        -        -        -     does     does        -
vision:publication_answer POST  publication/open             -        -        -     does     does     does        -
vision:publication_draft  GET   publication-draft            -        -        -        -        -        -     sees
vision:publication_edit   GET   publication-draft            -        -        -        -        -        -     sees
vision:publication_edit   POST  publication-draft            -        -        -        -        -        -     does
vision:publication_drop   POST  publication-draft            -        -        -        -        -        -     does
vision:publication_publish POST publication-draft            -        -        -        -        -        -     does
vision:publication_next   POST  publication                  -        -        -        -        -        -     does
vision:publication_standing GET publication                  -        -        -        -        -        -     sees
vision:publication_remind POST  publication                  -        -        -        -        -        -     does
vision:publication_close  POST  publication                  -        -        -        -        -        -     does
vision:publication_take_back POST publication                -        -        -        -        -        -     does
vision:publication_readback GET publication                  -        -        -        -        -        -     sees
vision:publication_mark   POST  publication-answer           -        -        -        -        -        -     does
vision:publication_answers GET  publication                  -        -        -        -        -        -     sees
vision:publication_public GET   publication                  -        -        -        -        -        -     sees
vision:publication_public POST  publication                  -        -        -        -        -        -     does
vision:publication_withdraw POST publication-world           -        -        -        -        -        -     does
"""
OUTSIDE = """
#                                                              visitor  signed in
public_goals  GET  publication-page/open                          sees       sees
public_goals  GET  publication-gone/open                             -          -
"""
WORDS = "Three things matter until spring."


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """Published to the team, or to all leaders."""
    out = _published(level, cast, team)
    reader = out.editions.get().readers.get(person=cast[Who.PARTNER])
    confirming.confirm(reader=reader, by=reader.person, words="We stop two projects.")
    world = _published(level, cast, team)
    edition = world.editions.get()
    opening.open_public_page(publication=world, by=cast[Who.OWNER], sections=edition.sections.all(), indexed=False)
    return {
        "publication": out,
        "publication-answer": {"id": out.pk, "reader": reader.pk},
        "publication-draft": _drafted(level, cast, team),
        "publication-held": _held(cast, team),
        "publication-world": world,
        "publication-page": {"house": cast[Who.OWNER].organization.slug, "address": world.address},
        "publication-gone": {"house": cast[Who.OWNER].organization.slug, "address": "never-opened"},
    }


def _drafted(level: str, cast: Cast, team: Partnership) -> Publication:
    closed = {"published_to": Audience.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    draft = Draft(title="Until spring", things=[], words=WORDS, **closed)
    return drafting.draft_publication(by=cast[Who.OWNER], draft=draft)


def _published(level: str, cast: Cast, team: Partnership) -> Publication:
    publication = _drafted(level, cast, team)
    issuing.publish(edition=publication.editions.get(), by=cast[Who.OWNER])
    return publication


def _held(cast: Cast, team: Partnership) -> Any:
    """A section on an objective that only the team sees, in a draft for all leaders."""
    objective = Objective.objects.create(
        organization=team.organization,
        owner=cast[Who.OTHER],
        partnership=team,
        visibility=Level.PARTNERSHIP,
        title="Two sources for every part",
        state=Objective.State.AGREED,
    )
    draft = Draft(title="Everything at once", things=[objective])
    return drafting.draft_publication(by=cast[Who.OWNER], draft=draft).editions.get().sections.get()


def _sections(_world: Any, publication: Publication, _person: Any) -> dict[str, Any]:
    return {"sections": [section.pk for section in publication.editions.get().sections.all()], "sure": "on"}


WORDED = {"title": "Until summer", "words": WORDS, "published_to": "leaders", "asks": "read", "every": "7"}
FORMS: dict[str, Any] = {
    "vision:publication_new": WORDED | {"id": uuid4},
    "vision:publication_edit": WORDED,
    "vision:publication_answer": {"words": "Other words of one's own."},
    "vision:publication_mark": {"mark": "fits"},
    "vision:publication_permit": {"permitted": "yes"},
    "vision:publication_public": _sections,
}
