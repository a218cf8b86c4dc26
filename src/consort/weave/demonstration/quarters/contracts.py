"""What departments need of each other: one slipped, one that rests on it, one countered and kept, one unanswered."""

from uuid import UUID, uuid4

from consort.core.models import Department
from consort.vision.actions import dependencies
from consort.vision.models import Dependency, Objective
from consort.weave.demonstration.story import Story

NEEDED = 30


def depend(story: Story) -> None:
    """Put the four contracts into the story."""
    _slipped(story)
    _countered(story)
    story.on(
        -9,
        11,
        lambda: _ask(
            story,
            uuid4(),
            "daniel",
            "Finance",
            "The financing case for the dairies",
            20,
            "40 MW under heat contract",
            "Three dairies wait for our offer.",
        ),
    )


def _slipped(story: Story) -> None:
    drawings, dates = uuid4(), uuid4()
    story.on(
        -62,
        10,
        lambda: _ask(
            story,
            drawings,
            "tomasz",
            "Engineering",
            "Drawings of the frame, released for two lines",
            NEEDED,
            "On-time delivery at 95%",
            "The second line welds from them.",
        ),
    )
    story.on(-60, 9, lambda: dependencies.accept(dependency=_the(drawings), by=story["mats"]))
    story.on(
        -58,
        10,
        lambda: _ask(
            story,
            dates,
            "jonas",
            "Operations",
            "Delivery dates that stand eight weeks ahead",
            NEEDED + 14,
            "First visit within five days",
        ),
    )
    story.on(
        -57, 15, lambda: dependencies.accept(dependency=_the(dates), by=story["tomasz"], day=story.day(NEEDED + 9))
    )
    story.on(-57, 16, lambda: dependencies.rest_on(dependency=_the(dates), thing=_the(drawings), by=story["tomasz"]))
    story.on(
        -12,
        14,
        lambda: dependencies.move(
            dependency=_the(drawings),
            by=story["mats"],
            day=story.day(NEEDED + 12),
            because="The bench for the 180 °C platform holds two of my four people.",
        ),
    )


def _countered(story: Story) -> None:
    data = uuid4()
    story.on(
        -66,
        10,
        lambda: _ask(
            story, data, "jonas", "Strategy", "Live data of all 118 sites", -20, "Run every site from one control room"
        ),
    )
    story.on(
        -63,
        11,
        lambda: dependencies.counter(
            dependency=_the(data),
            by=story["sofia"],
            what="Live data of the 80 newest sites",
            day=story.day(-25),
            because="The old ones need a new box on site, which is yours to plan.",
        ),
    )
    story.on(-61, 9, lambda: dependencies.take_counter(dependency=_the(data), by=story["jonas"]))
    story.on(-27, 16, lambda: dependencies.deliver(dependency=_the(data), by=story["sofia"]))
    story.on(-25, 9, lambda: dependencies.confirm(dependency=_the(data), by=story["jonas"]))


def _ask(
    story: Story, id: UUID, who: str, department: str, what: str, needed: int, objective: str, why: str = ""
) -> None:
    dependencies.ask_for(
        by=story[who],
        id=id,
        giving=Department.objects.get(organization=story.organization, name=department),
        what=what,
        needed=story.day(needed),
        objective=Objective.objects.get(organization=story.organization, title=objective),
        why=why,
    )


def _the(id: UUID) -> Dependency:
    return Dependency.objects.get(pk=id)
