"""What is chosen has no words to look for. So everybody reads everything twice, and only the choice differs."""

import re

from consort.core import clock, waiting
from consort.decisions.models import Decision
from consort.rounds.actions import seal_answers
from tests.leaks import elsewhere, pages, secrets
from tests.leaks.exposures import Exposure
from tests.matrix.people import Who
from tests.matrix.stages import asking_of, input_of
from tests.matrix.walking import undone
from tests.matrix.world import World

BY_CHANCE = re.compile(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"  # identities of new entries
    rb"|[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}"  # receipts
    rb"|(?:[0-9a-f]{64}|[0-9a-f]{32})"  # hashes, salts
    rb'|(?:csrfmiddlewaretoken" value="|X-CSRFToken": "|nonce[=-]["\']?|on=|data-(?:listen|[a-z]*ticket)=")[^"\';>]*'
    rb"|[Cc]ontent-[Ll]ength: \d+|X-Request-ID: \S+|etag: \S+"
)
ONE = {"order": {"north": 1, "south": 2, "east": 3}, "trust": 7, "one": "north", "any": ["north"], "odds": 95}
OTHER = {"order": {"north": 3, "south": 2, "east": 1}, "trust": 1, "one": "south", "any": ["south", "east"], "odds": 5}
SHARES = ({"north": 98, "south": 1, "east": 1}, {"north": 0, "south": 0, "east": 100})
COSTS = ({"lower": "1", "best": "2", "upper": "3"}, {"lower": "7000", "best": "8000", "upper": "9000"})
MOVES = ({"from": 1, "to": 5}, {"from": 5, "to": 1})
READERS = [who for who in Who if who is not Who.OWNER]


def test_what_was_chosen_changes_nothing_that_anybody_else_reads(world):
    """In a round of each mode with a question of every kind that has no words, and in a decision's input."""
    decision: Decision = world.things["decision-input/open"]
    rounds = [secrets.ask_everything(world, decision, mode) for mode in ("attributed", "confidential", "anonymous")]
    with clock.at(clock.now()):
        readings = [_read_after(world, rounds, choice) for choice in (0, 1)]
    assert len(readings[0]) > 100
    differing = [where for where in readings[0] if readings[0][where] != readings[1].get(where)]
    assert differing == []


def _read_after(world: World, rounds: list, choice: int) -> dict[tuple[str, str, str], bytes]:
    """What everybody but the author reads, everywhere, once the author has sealed this choice."""
    answers = secrets.answers_of("the same words", share=SHARES[choice], cost=COSTS[choice], move=MOVES[choice])
    answers |= (ONE, OTHER)[choice]
    waiting._known.clear()
    with undone():
        for round in rounds:
            seal_answers(round=round, by=world.cast[Who.OWNER], answers=answers)
        _into_decision(world, "AB"[choice], (95, 5)[choice])
        exposures = [*pages.answers(world, only="decisions"), *pages.answers(world, only="weave:today")]
        exposures += [*_rounds(world, rounds), *elsewhere.found_things()]
    others = [each for each in exposures if each.reader != Who.PARTNER]  # who sealed the input of the decision
    return {(each.surface, each.where, each.reader): BY_CHANCE.sub(b"", each.content) for each in others}


def _into_decision(world: World, option: str, percent: int) -> None:
    round = asking_of(world.things["decision-input/open"])
    answers = input_of(option, "the same words", **{"forecast-0": percent})
    seal_answers(round=round, by=world.cast[Who.PARTNER], answers=answers)


def _rounds(world: World, rounds: list):
    for who in READERS:
        for round in rounds:
            for way, headers in pages.WAYS.items():
                answer = world.cast.browser(who).get(round.get_absolute_url(), headers=headers)
                yield Exposure(way, round.get_absolute_url(), pages.body_of(answer), str(who))
