"""The strategy told in order: the vision, then priorities, then what they want to reach and what moves it."""

from dataclasses import replace
from uuid import uuid4

from consort.commitments.models import Commitment
from consort.core.models import Department, Person
from consort.decisions.models import Decision
from consort.metrics.models import Metric
from consort.threads import actions as threads
from consort.vision.actions import carrying, initiatives, key_results, objectives, priorities, purpose, tying
from consort.vision.drafts import Draft
from consort.vision.models import Carrier, Objective, Priority, Purpose
from consort.weave.demonstration import figures
from consort.weave.demonstration.story import Story
from consort.weave.demonstration.strategy.figures import STRATEGY
from consort.weave.demonstration.strategy.plans import EFFORTS, GOALS, PRIORITIES, Asked, Effort, Goal, Plan, Result
from consort.weave.demonstration.strategy.purpose import AGREED, FIRST, PROPOSED, SECOND, SIGNED

WRITTEN, AGREED_ON, ASKED, REMINDED, TIED = -271, -268, -266, -12, -2
SAID = {
    "On-time delivery at 95%": (
        ("priya", -2, "The September jump is partly mix: fewer large skids. I would not spend it yet."),
        ("tomasz", -1, "Agreed. Without mix it is 85.1. I have put both figures in the numbers."),
    )
}


def pursue(story: Story) -> None:
    """Put the whole of it into the story."""
    figures.measure(story, STRATEGY)
    for name, draft in (("first", FIRST), ("second", SECOND)):
        story.on(PROPOSED[name], 14, lambda draft=draft: _propose(story, draft))  # type: ignore[misc]
        story.on(AGREED[name], 11, lambda: purpose.agree(purpose=_newest(story), by=story["ingrid"]))
    for number, (who, (day, words)) in enumerate(SIGNED.items()):
        story.on(day, 12 + number / 4, lambda who=who, words=words: _sign(story, who, words))  # type: ignore[misc]
    for number, plan in enumerate(PRIORITIES):
        story.on(WRITTEN, 9 + number / 10, lambda plan=plan: _add(story, plan))  # type: ignore[misc]
    for number, goal in enumerate(GOALS):
        _Pursuit(story, goal).schedule(number)
    for effort in EFFORTS:
        story.on(effort.begins, 9, lambda effort=effort: _begin(story, effort))  # type: ignore[misc]


def _propose(story: Story, draft: Draft) -> None:
    purpose.propose(by=story["ingrid"], draft=replace(draft, partnership=story.partnerships["team"]))


def _newest(story: Story) -> Purpose:
    return Purpose.objects.filter(organization=story.organization).order_by("-version")[0]


def _sign(story: Story, who: str, reservation: str) -> None:
    purpose.sign(purpose=_newest(story), by=story[who], reservation=reservation)


def _add(story: Story, plan: Plan) -> None:
    leads = [story[who] for who in plan.leads]
    priorities.add_priority(by=story["ingrid"], title=plan.title, why=plan.why, leads=leads)


def _begin(story: Story, effort: Effort) -> None:
    lead = story[effort.lead]
    begins = story.day(effort.begins)
    made = initiatives.add_initiative(by=lead, title=effort.title, what=effort.what, begins=begins, leads=[lead])
    initiatives.begin_initiative(initiative=made, by=lead)
    for title in effort.serves:
        tying.serve(source=made, target=_target(story, title), by=lead)


def _target(story: Story, title: str) -> Objective | Priority:
    """The objective of that name, else the priority."""
    here = {"organization": story.organization, "title": title}
    return Objective.objects.filter(**here).first() or Priority.objects.get(**here)


class _Pursuit:
    """One objective from the day it was written. Each method is one moment of it."""

    def __init__(self, story: Story, goal: Goal) -> None:
        self.story, self.goal, self.identity = story, goal, uuid4()

    def schedule(self, number: int) -> None:
        story, minute = self.story, number / 20
        story.on(WRITTEN, 10 + minute, self.write)
        for place, who in enumerate(self.goal.leads):
            story.on(AGREED_ON, 15 + minute + place / 50, lambda who=who: self.agree(who))  # type: ignore[misc]
        story.on(ASKED, 10 + minute, self.ask)
        for asked in self.goal.carriers:
            if asked.line:
                story.on(asked.confirmed, 10 + minute, lambda asked=asked: self.confirm(asked))  # type: ignore[misc]
        story.on(TIED, 11 + minute, self.tie)

    @property
    def objective(self) -> Objective:
        return Objective.objects.get(pk=self.identity)

    @property
    def lead(self) -> Person:
        return self.story[self.goal.leads[0]]

    def write(self) -> None:
        goal, story = self.goal, self.story
        made = objectives.write_objective(
            by=self.lead,
            id=self.identity,
            title=goal.title,
            why=goal.why,
            begins=story.day(AGREED["second"]),
            due=story.day(440),
            trigger=goal.trigger,
            next_look=story.day(goal.next_look) if goal.next_look else None,
            leads=[story[who] for who in goal.leads],
        )
        for result in goal.results:
            self.know_by(made, result)
        for title in goal.serves:
            tying.serve(source=made, target=_target(story, title), by=self.lead)

    def know_by(self, objective: Objective, result: Result) -> None:
        """A key result that aims as its metric does, until a day of its own where it has one."""
        metric = Metric.objects.get(organization=self.story.organization, name=result.on)
        key_results.add_key_result(
            objective=objective,
            by=self.lead,
            title=result.title,
            metric=metric,
            aim=metric.direction,
            target_low=metric.target_low,
            target_high=metric.target_high,
            due=metric.target_date if result.until is None else self.story.day(result.until),
            owner=self.story[result.owner],
        )

    def agree(self, who: str) -> None:
        objectives.agree_objective(objective=self.objective, by=self.story[who])

    def ask(self) -> None:
        names = [asked.department for asked in self.goal.carriers]
        departments = Department.objects.filter(organization=self.story.organization, name__in=names)
        asked = carrying.ask_to_carry(objective=self.objective, by=self.lead, departments=departments)
        silent = {each.department for each in self.goal.carriers if not each.line}
        for carrier in asked:
            if carrier.department.name in silent:
                self.story.on(REMINDED, 9, lambda carrier=carrier: self.remind(carrier))  # type: ignore[misc]

    def remind(self, carrier: Carrier) -> None:
        carrying.remind_carrier(carrier=carrier, by=self.lead)

    def confirm(self, asked: Asked) -> None:
        carrier = Carrier.objects.get(objective=self.identity, department__name=asked.department)
        carrying.confirm_carrying(carrier=carrier, by=self.story[asked.head], line=asked.line)

    def tie(self) -> None:
        """Tie what was decided and promised since."""
        here, objective = self.story.organization, self.objective
        for words in self.goal.decisions:
            decision = Decision.objects.get(organization=here, question__startswith=words)
            tying.serve(source=decision, target=objective, by=self.lead)
        for words in self.goal.promises:
            promise = Commitment.objects.get(organization=here, what__startswith=words)
            tying.serve(source=promise, target=objective, by=self.lead)
        for who, day, text in SAID.get(self.goal.title, ()):
            self.story.on(day, 16, lambda who=who, text=text: self.say(who, text))  # type: ignore[misc]

    def say(self, who: str, text: str) -> None:
        threads.write(by=self.story[who], about=self.objective, text=text)
