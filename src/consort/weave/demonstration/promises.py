"""What they promised each other: kept, late, renegotiated and open."""

from dataclasses import dataclass

from consort.commitments import actions as commitments
from consort.weave.demonstration.story import Story


@dataclass(frozen=True)
class Promise:
    """Days: made, due, and said done (None: still open). `moved` is the day on which `to` was agreed as the new date."""

    giver: str
    receiver: str
    what: str
    made: int
    due: int
    kept: int | None = None
    moved: int | None = None
    to: int | None = None
    cue: str = ""


PROMISES = (
    Promise("ingrid", "tomasz", "Tell the board that the second line may slip a quarter", -8, 2),
    Promise("ingrid", "tomasz", "Answer the works council", -30, -19, -11),
    Promise("ingrid", "tomasz", "Stay out of the Poznań shift negotiations", -20, 48),
    Promise("ingrid", "tomasz", "Bring the plant managers' questions to the board", -70, -58, -60),
    Promise("ingrid", "tomasz", "Sign the energy contract before the holidays", -80, -66, -67),
    Promise("ingrid", "tomasz", "Name the two candidates for Groningen", -50, -36),
    Promise("tomasz", "ingrid", "Name a successor for the Groningen plant", -21, 17),
    Promise("tomasz", "ingrid", "Bring the line options with real unit costs", -40, -24, -25),
    Promise(
        "tomasz",
        "ingrid",
        "Weekly delivery figures without your asking",
        -60,
        -39,
        -40,
        cue="When it is Friday noon, I will send them",
    ),
    Promise("tomasz", "ingrid", "A maintenance plan for both plants", -75, -62, -50, -64, -49),
    Promise("tomasz", "ingrid", "Visit the Ostrava builder", -35, -15, -16),
    Promise("tomasz", "ingrid", "The overtime figures of the summer", -28, -22, -23),
    Promise("ingrid", "marguerite", "Send the board the revised capital envelope", -14, 0),
    Promise("priya", "ingrid", "The financing case for heat contracts", -20, 1),
    Promise("priya", "ingrid", "The quarter's figures two days earlier", -45, -30, -31),
    Promise("priya", "ingrid", "A plain page on provisions", -65, -52, -53),
    Promise("ingrid", "priya", "Speak first in the bank meeting", -40, -33, -33),
    Promise("jonas", "ingrid", "A hiring plan that fits the freeze", -15, 3),
    Promise("mats", "ingrid", "The compressor qualification dates", -19, -4),
    Promise("mats", "helene", "Freeze the interface of the small skid", -60, -42, -43),
    Promise("helene", "mats", "No change of scope before the fair", -55, 60),
    Promise("daniel", "jonas", "Ask before a contract names a first visit", -50, -20, -21),
    Promise("jonas", "daniel", "Answer contract questions within a day", -50, -20),
    Promise("ruth", "tomasz", "Eight names for the Poznań training", -25, -8, -9),
    Promise("ingrid", "ruth", "Name the two candidates for Poznań", -7, 10),
    Promise("ingrid", "daniel", "Visit three customers of late skids", -12, 17),
    Promise("sofia", "priya", "The cost of the planning system by site", -33, -20, -19),
    Promise("ruth", "jonas", "Six names from the agency staff", -24, -12, -14),
    Promise("sofia", "tomasz", "The data of all three plants in one sheet", -55, -41, -42),
    Promise("priya", "daniel", "A price floor for heat contracts", -62, -48, -49),
    Promise("daniel", "helene", "Three customers who test the small skid", -37, -25, -26),
    Promise("helene", "daniel", "A data sheet one can sell from", -37, -27, -27),
    Promise("tomasz", "ruth", "Say which shifts can move", -6, 5),
)


def promise_all(story: Story) -> None:
    """Let them promise, move dates in good time, do and confirm."""
    for each in PROMISES:
        story.on(each.made, 16, lambda each=each: _make(story, each))  # type: ignore[misc]


def _make(story: Story, promise: Promise) -> None:
    giver, receiver = story[promise.giver], story[promise.receiver]
    made = commitments.promise(
        by=giver, receiver=receiver, what=promise.what, due=story.day(promise.due), cue=promise.cue
    )
    if promise.moved is not None and promise.to is not None:
        asked = story.day(promise.to)
        reason = "The second plant needs longer than I thought."
        story.on(
            promise.moved,
            9,
            lambda: commitments.ask_new_date(commitment=made, by=giver, asked=asked, reason=reason),
        )
        story.on(promise.moved, 12, lambda: commitments.agree_new_date(commitment=made, by=receiver))
    if promise.kept is not None:
        story.on(promise.kept, 14, lambda: commitments.say_done(commitment=made, by=giver))
        story.on(promise.kept, 17, lambda: commitments.confirm_kept(commitment=made, by=receiver))


def pass_days(story: Story, first: int) -> None:
    """Each night, what was due and is not done passes in silence."""
    from consort.commitments.sweeps import miss_what_passed_in_silence

    for day in range(first, 0):
        story.on(day, 0.5, miss_what_passed_in_silence)
