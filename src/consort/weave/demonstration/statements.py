"""What the executive team thinks of how it meets, what all leaders are asked now, and a record from the years before."""

from consort.core.models import Level
from consort.decisions.actions import exercising, statements
from consort.decisions.actions.records import keep_records
from consort.decisions.actions.superseding import supersede
from consort.decisions.calibration.judging import Given
from consort.decisions.calibration.questions import ALL, Quantity
from consort.decisions.exchange.bundles import File
from consort.decisions.exchange.madr import reading as madr
from consort.decisions.frames import ALL_LEADERS, Audience
from consort.decisions.models import Decision, StatementMap
from consort.weave.demonstration.cast import TEAM
from consort.weave.demonstration.story import Story

MEETINGS = (
    "Our Monday meeting should end with who does what by when.",
    "Slides should be read before we meet, not in the meeting.",
    "We decide too much in corridors.",
    "An hour is enough for most of what we meet for.",
    "We should meet in Poznań as often as here.",
    "Bad news reaches this table early enough.",
)
VOTES = {
    "ingrid": (1, 1, 1, 1, 0, -1),
    "tomasz": (1, 1, 1, 1, 1, -1),
    "priya": (1, 1, 0, 1, -1, -1),
    "daniel": (1, -1, -1, 0, -1, 1),
    "helene": (1, 1, 1, 1, 0, -1),
    "ruth": (1, 1, 1, 1, 0, 0),
    "jonas": (1, 0, 1, 1, 1, -1),
    "mats": (1, 1, 1, -1, 1, -1),
    "sofia": (1, 1, 1, 1, 0, -1),
}
OFFICE = (
    "Two days a week everybody should be on the site.",
    "Those who carry things out should hear of a decision the same day.",
    "We ask the plants too late.",
    "English should be the language of every written decision.",
)
SO_FAR = {"tomasz": (1, 1, 1), "jonas": (-1, 1, 1, 0), "mats": (0, 1), "marguerite": (1,)}
PROPOSED = "Minutes should go to everyone, not only to those who were there."
RECORD = """---
status: accepted
date: {date}
decision-makers: Tomasz Wierzbicki
consulted: Jonas Keller
---

# Keep spare parts in three regional stores

## Context and Problem Statement

Installers wait nine days for a circulation pump. Each region keeps its own stock and counts it by hand.

## Considered Options

* Three regional stores
* One central store
* No stock of our own

## Decision Outcome

Chosen option: "Three regional stores", because the regions know their installers.

## Pros and Cons of the Options

### Three regional stores

* Good, because most parts are there within two days
* Bad, because the same pump lies in three places

### One central store

* Good, because stock falls by a third
* Bad, because nobody here has run one
"""


def ask(story: Story) -> None:
    """Schedule all of it."""
    story.on(-570, 9, lambda: _record(story))
    story.on(-60, 9, lambda: _meetings(story))
    story.on(-46, 15, lambda: _close(story))
    story.on(-6, 9, lambda: _office(story))
    story.on(-2, 20, lambda: _exercise(story))
    story.on(-1, 11, lambda: _supersede(story))


def _record(story: Story) -> None:
    record = madr.read(File("0007-regional-stores.md", RECORD.format(date=story.day(-570).isoformat()).encode()))
    assert record is not None
    keep_records([record], story["tomasz"], ALL_LEADERS)


def _supersede(story: Story) -> None:
    """The hub at Venlo took the place of the three stores."""
    hub = Decision.objects.filter(question__icontains="Venlo", outcome_text__gt="").first()
    earlier = Decision.objects.get(original__file_name="0007-regional-stores.md")
    if hub is not None:
        supersede(decision=hub, earlier=earlier, by=story["tomasz"])


def _meetings(story: Story) -> None:
    audience = Audience(Level.PARTNERSHIP, story.partnerships["team"])
    about = "Before we change the Monday meeting, everyone says alone what they think of it."
    map = statements.open_map(
        by=story["ruth"], title="How should we meet?", about=about, texts=MEETINGS, audience=audience
    )
    for name in TEAM:
        for number, vote in enumerate(VOTES[name], 1):
            statements.vote(map=map, by=story[name], number=number, vote=vote)


def _close(story: Story) -> None:
    statements.close_map(map=StatementMap.objects.get(title="How should we meet?"), by=story["ruth"])


def _office(story: Story) -> None:
    title = "How do we work together across three sites?"
    map = statements.open_map(by=story["ingrid"], title=title, about="", texts=OFFICE, audience=ALL_LEADERS)
    for name, votes in SO_FAR.items():
        for number, vote in enumerate(votes, 1):
            statements.vote(map=map, by=story[name], number=number, vote=vote)
    statements.propose_statement(map=map, by=story["jonas"], text=PROPOSED)


def _exercise(story: Story) -> None:
    """Ingrid did it twice. She is a little surer than she is right."""
    for wrong in (3, 4):
        exercise = exercising.begin_exercise(by=story["ingrid"])
        answers = [_given(key, is_right=place % wrong != 0) for place, key in enumerate(exercise.questions)]
        exercising.finish_exercise(exercise=exercise, by=story["ingrid"], answers=answers)


def _given(key: str, *, is_right: bool) -> Given:
    question = ALL[key]
    if isinstance(question, Quantity):
        width = max(abs(question.truth) * 0.1, 2)
        middle = question.truth if is_right else question.truth + 2 * width
        return Given(key, low=round(middle - width), high=round(middle + width))
    return Given(key, 85 if question.truth == is_right else 20)
