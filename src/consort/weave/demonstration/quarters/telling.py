"""The two quarters told in order: planned, pursued, reviewed; and the one that runs."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import uuid4

from consort.core import clock
from consort.vision.actions import cycles, key_results, objectives, reviewing, tying
from consort.vision.actions.checking_in import check_in
from consort.vision.models import Cycle, Objective, Priority
from consort.vision.models.key_result import Aim
from consort.weave.demonstration.quarters.plans import LAST, QUARTER, RUNNING, THIS, Quarterly, Said, Verdict
from consort.weave.demonstration.story import Story

FIRST_CHECK_IN, FORTNIGHT, REVIEWED, CLOSED = -152, 18, -77, -74
LEARNED = (
    "We were surest where one person had it in hand, and wrong where three departments had to agree. Next quarter each "
    "objective that needs another department asks it on the first day."
)


def run(story: Story) -> None:
    """Put both quarters into the story."""
    story.on(LAST[0] - 9, 9, lambda: _plan(story, LAST))
    story.on(LAST[0], 8, lambda: _move(story, LAST, "start"))
    for number, quarterly in enumerate(QUARTER):
        _Pursuit(story, quarterly).schedule(number)
    story.on(THIS[0] - 6, 9, lambda: _plan(story, THIS))
    story.on(REVIEWED, 8, lambda: _move(story, LAST, "begin_review"))
    story.on(CLOSED, 17, lambda: _close(story))
    story.on(THIS[0], 8, lambda: _move(story, THIS, "start"))
    for title, (leads, moments) in RUNNING.items():
        story.on(THIS[0], 11, lambda title=title, leads=leads: _take_up(story, title, leads))  # type: ignore[misc]
        for day, said in moments:
            story.on(day, 16, lambda title=title, leads=leads, said=said: _say(story, title, leads, said))  # type: ignore[misc]
    story.on(-1, 17, lambda: _say(story, "On-time delivery at 95%", ("tomasz",), [Said(45, "Two good weeks.")]))


def _name(story: Story, days: tuple[int, int]) -> str:
    """The quarter in which the middle of the cycle lies: Q3 2026."""
    middle: date = story.day(sum(days) // 2)
    return f"Q{(middle.month - 1) // 3 + 1} {middle.year}"


def _cycle(story: Story, days: tuple[int, int]) -> Cycle:
    return Cycle.objects.get(organization=story.organization, begins=story.day(days[0]))


def _plan(story: Story, days: tuple[int, int]) -> None:
    after = Cycle.objects.filter(organization=story.organization).first()
    begins, ends = story.day(days[0]), story.day(days[1])
    cycles.plan_cycle(by=story["ingrid"], name=_name(story, days), begins=begins, ends=ends, every=21, after=after)


def _move(story: Story, days: tuple[int, int], name: str) -> None:
    cycles.move_cycle(cycle=_cycle(story, days), name=name, by=story["ingrid"])


def _close(story: Story) -> None:
    cycles.write_learned(cycle=_cycle(story, LAST), by=story["ingrid"], learned=LEARNED)
    _move(story, LAST, "close")


def _take_up(story: Story, title: str, leads: tuple[str, ...]) -> None:
    """An objective of several years is checked in on in this quarter; what was carried over is in it already."""
    objective = Objective.objects.exclude(state="closed").get(organization=story.organization, title=title)
    if objective.cycle_id:
        return
    because = "Checked in on every three weeks from now on."
    objectives.change_objective(objective=objective, by=story[leads[0]], because=because, cycle=_cycle(story, THIS))


def _say(story: Story, title: str, leads: tuple[str, ...], said: Sequence[Said]) -> None:
    objective = Objective.objects.exclude(state="closed").get(organization=story.organization, title=title)
    _check_in(story, objective, leads, said)


def _check_in(story: Story, objective: Objective, leads: Sequence[str], said: Sequence[Said]) -> None:
    for who, each in zip(leads, said, strict=True):
        check_in(objective=objective, by=story[who], confidence=each.percent, note=each.note)


class _Pursuit:
    """One objective of the closed quarter. Each method is one moment of it."""

    def __init__(self, story: Story, quarterly: Quarterly) -> None:
        self.story, self.what, self.identity = story, quarterly, uuid4()

    def schedule(self, number: int) -> None:
        story, minute = self.story, number / 20
        story.on(LAST[0] - 4, 10 + minute, self.write)
        for place, said in enumerate(self.what.check_ins):
            day = FIRST_CHECK_IN + place * FORTNIGHT + number
            story.on(day, 15, lambda said=said: _check_in(story, self.objective, self.what.leads, said))  # type: ignore[misc]
        for place in range(self.what.passed):
            story.on(-110 + 20 * place + number, 12, lambda place=place: self.passed(place))  # type: ignore[misc]
        story.on(REVIEWED + 1, 10 + minute, self.review)

    @property
    def objective(self) -> Objective:
        return Objective.objects.get(pk=self.identity)

    def write(self) -> None:
        story, lead = self.story, self.story[self.what.leads[0]]
        cycle = _cycle(story, LAST)
        made = objectives.write_objective(
            by=lead, id=self.identity, title=self.what.title, why=self.what.why, cycle=cycle,
            begins=cycle.begins, due=cycle.ends, leads=[story[who] for who in self.what.leads],
        )  # fmt: skip
        for title in self.what.milestones:
            key_results.add_key_result(objective=made, by=lead, title=title, aim=Aim.MILESTONE, owner=lead)
        priority = Priority.objects.get(organization=story.organization, title=self.what.serves)
        tying.serve(source=made, target=priority, by=lead)
        for who in self.what.leads:
            objectives.agree_objective(objective=made, by=story[who])

    def passed(self, place: int) -> None:
        milestone = self.objective.key_results.order_by("position")[place]
        key_results.pass_milestone(key_result=milestone, by=self.story[self.what.leads[0]], on=clock.today())

    def review(self) -> None:
        given: Verdict = self.what.verdict
        verdict = reviewing.Verdict(
            ending=given.ending,
            score=Decimal(given.score),
            learned=given.learned,
            because=given.because,
            into=_cycle(self.story, THIS),
            title=given.title,
        )
        lead = self.story[self.what.leads[0]]
        made = reviewing.review_objective(objective=self.objective, by=lead, verdict=verdict)
        if made.next and given.title:
            for who in self.what.leads:
                objectives.agree_objective(objective=made.next, by=self.story[who])
