"""What does not fit in the strategy of Varnholt, and who said so."""

from consort.vision.actions import findings
from consort.vision.models import Objective
from consort.weave.demonstration.story import Story

COST, SOURCES = "Cut installed cost by a quarter", "Two sources for every critical part"


def notice(story: Story) -> None:
    """One supplier carries the cost target; two sources for every part forbid it."""
    story.on(-19, 16, lambda: _oppose(story, "tomasz", COST, SOURCES))


def _oppose(story: Story, who: str, one: str, other: str) -> None:
    found = {each.title: each for each in Objective.objects.filter(organization=story.organization)}
    findings.oppose(one=found[one], other=found[other], by=story[who])
