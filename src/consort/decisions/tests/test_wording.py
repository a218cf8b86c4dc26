"""How a decision is spoken of beside things of other kinds."""

import re

import pytest

from consort.core import kinds
from consort.decisions.models import Decision, Stage

SAID = {
    Stage.FRAME: r"framed \w+ \w+",
    Stage.INPUT: r"input closes \w+ \d+ \w+( \d+)?",
    Stage.DEBATE: r"debate until \w+ \d+ \w+( \d+)?",
    Stage.RESOLVE: r"to be decided",
    Stage.COMMIT: r"decided \w+ \w+",
    Stage.EXECUTE: r"in execution",
    Stage.REVIEW: r"review due",
    Stage.CLOSED: r"reviewed \w+ \w+",
}


@pytest.mark.parametrize("stage", list(Stage))
def test_it_says_how_it_stands_and_whether_it_is_under_way(loop, stage):
    loop.to(stage)
    work, decision = kinds.named("decision").work, Decision.objects.get()
    assert re.fullmatch(SAID[stage], work.line(decision).standing)
    assert work.line(decision).answers == loop.helene
    assert Decision.objects.filter(work.under_way).exists() is (stage != Stage.CLOSED)
