"""A finished catchball: an objective went down three times, and says now what those who carry it can keep."""

from decimal import Decimal
from uuid import uuid4

from consort.metrics.models import Metric
from consort.vision import turns
from consort.vision.actions import catching, key_results, objectives, throwing, tying
from consort.vision.models import Catchball, KeyResult, Objective, Priority, Proposal
from consort.vision.models.key_result import Aim
from consort.weave.demonstration.story import Story

Kind = Proposal.Kind
TITLE, WORDS = "No skid waits for a part", "Skids wait for a part in one case of twenty"


def talk(story: Story) -> None:
    """Put the talk into the story."""
    told = _Talk(story)
    story.on(-50, 9, told.write)
    story.on(-49, 10, told.throw)
    story.on(-47, 14, told.first)
    story.on(-46, 9, told.answer_first)
    story.on(-44, 15, told.second)
    story.on(-43, 9, told.answer_second)
    story.on(-41, 12, told.third)
    story.on(-40, 9, told.agree)


class _Talk:
    """Each method is one moment of it."""

    def __init__(self, story: Story) -> None:
        self.story, self.objective_id, self.id = story, uuid4(), uuid4()

    @property
    def catchball(self) -> Catchball:
        return Catchball.objects.get(pk=self.id)

    @property
    def result(self) -> KeyResult:
        return KeyResult.objects.get(objective=self.objective_id)

    def write(self) -> None:
        story, tomasz = self.story, self.story["tomasz"]
        here = {"organization": story.organization}
        made = objectives.write_objective(
            by=tomasz, id=self.objective_id, title=TITLE, why="A hall full of half-built skids is money on the floor.",
            begins=story.day(-50), due=story.day(150), leads=[tomasz],
        )  # fmt: skip
        metric = Metric.objects.get(**here, name="Skids late for want of a part")
        key_results.add_key_result(
            objective=made, by=tomasz, title="Skids late for want of a part", metric=metric, aim=Aim.DECREASE,
            baseline=Decimal(12), target_high=Decimal(3), owner=tomasz,
        )  # fmt: skip
        tying.serve(source=made, target=Priority.objects.get(**here, title="Deliver on time, every time"), by=tomasz)

    def throw(self) -> None:
        objective = Objective.objects.get(pk=self.objective_id)
        people = [self.story[who] for who in ("helene", "jonas", "mats")]
        note = "Three in a hundred by spring. Tell me what is wrong with it."
        throwing.throw(objective=objective, by=self.story["tomasz"], people=people, note=note, id=self.id)

    def first(self) -> None:
        self._propose(
            "mats", Kind.TARGET, "6", "Half of what is missing are castings, and the second foundry pours from March."
        )
        self._propose("helene", Kind.CANNOT, "", "Not with five variants. Two have parts nobody else uses.")
        self._hand_over("mats", "helene")
        catching.agree(catchball=self.catchball, by=self.story["jonas"])

    def answer_first(self) -> None:
        self._answer("mats", taken=False, because="At six we are where we were in June. I will give you time instead.")
        self._answer("helene", taken=True, because="The two variants are taken out of the count until they go.")
        self._again(due=self.story.day(210), targets={str(self.result.pk): "5"})

    def second(self) -> None:
        self._propose("jonas", Kind.TITLE, WORDS, "“No skid” is not what we promise; my people would laugh.")
        self._hand_over("jonas")
        for who in ("mats", "helene"):
            catching.agree(catchball=self.catchball, by=self.story[who])

    def answer_second(self) -> None:
        self._answer("jonas", taken=True)
        self._again()

    def third(self) -> None:
        for who in ("helene", "jonas", "mats"):
            catching.agree(catchball=self.catchball, by=self.story[who])

    def agree(self) -> None:
        throwing.agree_on(catchball=self.catchball, by=self.story["tomasz"])
        objectives.agree_objective(objective=Objective.objects.get(pk=self.objective_id), by=self.story["tomasz"])

    def _propose(self, who: str, kind: Kind, value: str, because: str) -> None:
        about = str(self.result.pk) if kind == Kind.TARGET else ""
        catching.propose(
            catchball=self.catchball, by=self.story[who], kind=kind, value=value, key_result=about, because=because
        )

    def _hand_over(self, *names: str) -> None:
        for who in names:
            catching.throw_back(catchball=self.catchball, by=self.story[who])

    def _answer(self, who: str, *, taken: bool, because: str = "") -> None:
        proposal = turns.latest(self.catchball).proposals.get(person=self.story[who])
        throwing.answer(proposal=proposal, by=self.story["tomasz"], taken=taken, because=because)

    def _again(self, **changed: object) -> None:
        wording = turns.taken_into(turns.latest(self.catchball))
        said = {"title": wording.title, "due": wording.due, "targets": {}, **changed}
        throwing.throw_again(catchball=self.catchball, by=self.story["tomasz"], **said)  # type: ignore[arg-type]
