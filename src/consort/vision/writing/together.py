"""Checks: does it serve something shared?"""

from django.utils.translation import gettext_lazy as _

from consort.vision.writing.check import Span, check
from consort.vision.writing.draft import Draft
from consort.vision.writing.signs import first
from consort.vision.writing.sources import EGOCENTRIC


@check(
    "egocentric",
    title=_("What is in it for those you share the work with?"),
    why=_("Goals of single people within a group cost the group more than they bring, unless they serve its own goal."),
    source=EGOCENTRIC,
    before=_("I close the most contracts"),
    after=_("We close 40 contracts by June, from 26, and share what worked"),
)
def egocentric(draft: Draft) -> Span | None:
    return first(draft.vocabulary.own, draft.text)


@check(
    "rivalry",
    title=_("Would you still want it if it cost the others?"),
    why=_(
        "A goal that only one department can reach turns the others into rivals. Compare with yourselves, or outside."
    ),
    source=EGOCENTRIC,
    before=_("Be the best plant of the group"),
    after=_("Scrap in Brescia from 6% to 3%, and what worked shown to the other plants"),
)
def rivalry(draft: Draft) -> Span | None:
    return first(draft.vocabulary.rivals, draft.text)
