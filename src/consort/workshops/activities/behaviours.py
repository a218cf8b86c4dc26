"""Each kind of activity in words and in what it asks. A kind that is not here fails at import."""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.workshops.activities import questions
from consort.workshops.activities.questions import Ask
from consort.workshops.models import ActivityKind

Words = str | Promise


class Takes(Enum):
    """What an activity works on besides its question."""

    NOTHING = "nothing"
    ITEMS = "items"
    EARLIER = "earlier"


@dataclass(frozen=True)
class Behaviour:
    """`ask` is None for what is done together. `doing` and `button` are what a person is busy with and presses last.

    `fewest`: how many items there must be before it can begin.
    """

    manner: Words
    what_for: Words
    takes: Takes = Takes.NOTHING
    ask: Ask | None = None
    doing: Words = ""
    button: Words = ""
    fewest: int = 0


ALONE, TOGETHER = _("alone and in silence"), _("together")
WRITING, RANKING, GIVING = _("Writing"), _("Ranking"), _("Giving points")
RATING, ESTIMATING, DECIDING = _("Rating"), _("Estimating"), _("Deciding")
LOCK_WORDS, LOCK = _("Lock in my words"), _("Lock in my answers")
Kind = ActivityKind

BEHAVIOURS: dict[ActivityKind, Behaviour] = {
    Kind.CHECK_IN: Behaviour(
        _("everybody, briefly"), _("Each says in a line how they arrive."), ask=questions.words, doing=WRITING,
        button=LOCK_WORDS,
    ),
    Kind.WRITE: Behaviour(
        ALONE, _("Each writes thoughts, one to a line; all open together."), ask=questions.lines, doing=WRITING,
        button=LOCK_WORDS,
    ),
    Kind.REVEAL: Behaviour(
        TOGETHER, _("Everybody looks at what an earlier activity brought, and at what moved."), Takes.EARLIER
    ),
    Kind.GROUP: Behaviour(TOGETHER, _("What was written is put under headings."), Takes.EARLIER),
    Kind.RANK: Behaviour(
        ALONE, _("Each puts the same things in order; agreement is measured."), Takes.ITEMS, questions.order, RANKING,
        _("Lock in my order"), 2,
    ),
    Kind.ALLOCATE: Behaviour(
        ALONE, _("Each shares out points among the same things."), Takes.ITEMS, questions.points, GIVING,
        _("Lock in my points"), 2,
    ),
    Kind.RATE: Behaviour(
        ALONE, _("Each places every thing on a scale of five."), Takes.ITEMS, questions.ratings, RATING, LOCK, 1
    ),
    Kind.ESTIMATE: Behaviour(
        ALONE, _("Each gives a lowest, a best and a highest value."), ask=questions.estimate, doing=ESTIMATING,
        button=LOCK,
    ),
    Kind.FROM_TO: Behaviour(
        ALONE, _("Each says where we stand between two poles, and where we should."), Takes.ITEMS, questions.moves,
        RATING, LOCK, 1,
    ),
    Kind.DISCUSS: Behaviour(
        TOGETHER, _("Talk about what differs; who stands farthest from the middle speaks first."), Takes.EARLIER
    ),
    Kind.DECIDE: Behaviour(
        ALONE, _("Each chooses one; without choices, each agrees, commits or objects."), Takes.ITEMS, questions.choice,
        DECIDING, LOCK,
    ),
    Kind.COMMIT: Behaviour(TOGETHER, _("Each says what they will do, for whom, and by when.")),
    Kind.AFTER_ACTION: Behaviour(
        ALONE, _("What we meant, what happened, why, and what we change."), ask=questions.looking_back, doing=WRITING,
        button=LOCK_WORDS,
    ),
}  # fmt: skip
assert set(BEHAVIOURS) == set(ActivityKind)


def behaviour_of(kind: str) -> Behaviour:
    return BEHAVIOURS[ActivityKind(kind)]
