"""The questions about working styles: seven scales in our own words, each asked as three pairs of opposites.

Nobody has validated them yet, and every page that shows them says so. One pair of each scale is turned, so that who
always leans to one side is found in the middle.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.reckon.placements import Placement, placements

Words = str | Promise


@dataclass(frozen=True)
class Pair:
    """Two opposites between which one places oneself. `turned`: its left end is the high end of the scale."""

    key: str
    left: Words
    right: Words
    turned: bool = False


@dataclass(frozen=True)
class Scale:
    """`low` and `high` name its ends; `talk` is what two who differ on it could ask each other."""

    key: str
    low: Words
    high: Words
    talk: Words
    pairs: tuple[Pair, Pair, Pair]


def _scale(key: str, ends: tuple[Words, Words], talk: Words, *pairs: tuple[Words, Words]) -> Scale:
    one, two, three = (
        Pair(f"{key}-{number}", left, right, turned=number == 3) for number, (left, right) in enumerate(pairs, 1)
    )
    return Scale(key, *ends, talk, (one, two, three))


SCALES = (
    _scale(
        "deciding",
        (_("Decide with what is there"), _("Wait for what is missing")),
        _("Where did deciding early cost you this year, and when did waiting save you?"),
        (_("With half the facts I decide and correct later"), _("With half the facts I look for the other half")),
        (_("Standing still costs more than a wrong turn"), _("A wrong turn costs more than standing still")),
        (_("I sleep better once it was checked again"), _("I sleep better once it is decided")),
    ),
    _scale(
        "thinking",
        (_("Think aloud"), _("Think first, then speak")),
        _("When did one of you take a thought for a decision, or silence for consent?"),
        (_("I find out what I think by saying it"), _("I say it once I know what I think")),
        (_("My first sentence is a draft"), _("My first sentence is my position")),
        (_("Silence in a meeting is when I work"), _("Silence in a meeting is when I start to talk")),
    ),
    _scale(
        "channel",
        (_("Written"), _("Spoken")),
        _("What do you write that should be said, and what do you say that should be written?"),
        (_("Send me a page before you ring"), _("Ring me before you write a page")),
        (_("I trust what stands in black and white"), _("I trust what I heard in a voice")),
        (_("Hard news I give face to face, without notes"), _("Hard news I write down first, word for word")),
    ),
    _scale(
        "disagreeing",
        (_("Disagree in the room"), _("Disagree in private first")),
        _("Which objection did one of you hear too late, and where would it have been heard in time?"),
        (_("If I see it differently, the whole table hears it"), _("If I see it differently, you hear it alone first")),
        (_("An open quarrel clears the air"), _("An open quarrel leaves marks")),
        (_("Tell me what you object to before the meeting"), _("Object in the meeting, where all can answer")),
    ),
    _scale(
        "picture",
        (_("The whole picture first"), _("The detail first")),
        _("Which of you should open the next paper, and what would the other need on its first page?"),
        (_("Begin with where this leads"), _("Begin with what exactly happened")),
        (_("I can judge a plan from one page"), _("I can judge a plan once I checked its figures")),
        (_("One wrong number makes me doubt the rest"), _("One wrong number does not change the direction")),
    ),
    _scale(
        "strength",
        (_("Recharge with people"), _("Recharge alone")),
        _("How does each of you look at the end of a bad week, and what should the other do then?"),
        (_("After a hard day I look for company"), _("After a hard day I look for an empty room")),
        (_("One talk after another carries me"), _("One talk after another wears me out")),
        (_("My best ideas come on a walk by myself"), _("My best ideas come across a table")),
    ),
    _scale(
        "dates",
        (_("Firm dates"), _("Open dates")),
        _("Which date meant a promise to one of you and a guess to the other?"),
        (_("A date is a promise"), _("A date is a best guess")),
        (_("I plan the week on Monday and keep to it"), _("I plan the week as it comes")),
        (_("Work gets better while the end stays open"), _("Work gets done once the end is fixed")),
    ),
)
PAIRS = tuple(pair for scale in SCALES for pair in scale.pairs)


def placed(answers: Mapping[str, int]) -> dict[str, Placement]:
    """Where these answers, 0 to 100 by the key of their pair, stand on each scale; nothing before all are given."""
    if any(pair.key not in answers for pair in PAIRS):
        return {}
    found = placements([[_towards_high(pair, answers[pair.key]) for pair in scale.pairs] for scale in SCALES])
    return {scale.key: each for scale, each in zip(SCALES, found, strict=True)}


def _towards_high(pair: Pair, answer: int) -> int:
    return 100 - answer if pair.turned else answer
