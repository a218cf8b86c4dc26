"""Two workshops at Varnholt: the one in which the executive team found its order for 2027, and one that comes."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

from consort.core.models import Person
from consort.weave.demonstration.alignment import TITLES
from consort.weave.demonstration.cast import TEAM
from consort.weave.demonstration.story import Event, Story
from consort.workshops.actions import asking, grouping, keeping, leading, planning, taking_part
from consort.workshops.actions.planning import Plan
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.scripts import Script, Step
from consort.workshops.scripts.ready import ready

DAY, COMING = -47, 9
PLANNED, COMING_PLANNED = -60, -3
Kind = ActivityKind
SCRIPT = Script(
    "Priorities 2027",
    "One order that all nine would give, or the honest list of where we differ.",
    (
        Step(Kind.CHECK_IN, "Check in", 5, "What do you bring with you today, in one line?"),
        Step(Kind.WRITE, "Write in silence", 10, "What must be true by the end of 2027?"),
        Step(Kind.GROUP, "Group and name", 15, earlier=2),
        Step(Kind.RANK, "Rank alone, first time", 6, "What must be true by the end of 2027?", earlier=3),
        Step(
            Kind.DISCUSS,
            "Discuss",
            20,
            "Where do we stand farthest apart?",
            "Jonas has the figures on late skids. Let him speak before the vote of the many is heard.",
            earlier=4,
        ),
        Step(Kind.RANK, "Rank alone, again", 6, "What must be true by the end of 2027?", earlier=4),
        Step(Kind.REVEAL, "Reveal and compare", 10, earlier=6),
        Step(Kind.COMMIT, "Commit", 15, "What will you do first, for whom, by when?"),
    ),
)
BEFORE = {
    "daniel": (4, 6, 1, 3, 2, 5, 7),
    "helene": (5, 3, 1, 6, 4, 2, 7),
    "ingrid": (5, 4, 3, 2, 1, 6, 7),
    "jonas": (7, 1, 2, 3, 4, 6, 5),
    "mats": (5, 6, 1, 2, 3, 7, 4),
    "priya": (7, 5, 2, 1, 4, 3, 6),
    "ruth": (6, 3, 1, 4, 2, 7, 5),
    "sofia": (5, 3, 2, 4, 1, 7, 6),
    "tomasz": (5, 4, 7, 3, 6, 2, 1),
}
"""Places of the titles, in their order: agreement .35. After the talk it is .66."""
AFTER = {
    "daniel": (1, 4, 3, 6, 5, 2, 7),
    "helene": (5, 1, 2, 6, 4, 3, 7),
    "ingrid": (1, 2, 5, 4, 3, 7, 6),
    "jonas": (1, 2, 4, 3, 5, 6, 7),
    "mats": (1, 3, 2, 4, 7, 5, 6),
    "priya": (1, 4, 3, 2, 5, 6, 7),
    "ruth": (2, 1, 4, 3, 5, 7, 6),
    "sofia": (3, 1, 2, 4, 6, 5, 7),
    "tomasz": (1, 2, 3, 4, 5, 6, 7),
}
ARRIVING = {
    "daniel": "Two contracts waiting for a date we can keep.",
    "helene": "The certifier called. Good news, mostly.",
    "ingrid": "The board meets in four weeks. I want one list, not nine.",
    "jonas": "Sixty visits last year that nobody had planned.",
    "mats": "Little sleep, a working prototype.",
    "priya": "The covenant allows one large bet.",
    "ruth": "Two people told me they will retire in 2028.",
    "sofia": "Curious whether we mean the same thing.",
    "tomasz": "A full line and a half-empty warehouse.",
}
WRITTEN = {
    "daniel": ((3, "40 MW sold as heat, not as machines"), (5, "A second line that takes the order book of 2028")),
    "helene": ((2, "The 180 °C platform certified, 8,000 hours"), (3, "Heat contracts in three countries")),
    "ingrid": ((2, "A platform nobody else has certified"), (6, "A ready successor for every seat, mine too")),
    "jonas": ((1, "No customer stands still because of us"), (4, "Two sources for compressors and valves")),
    "mats": ((2, "180 °C without a stop in the field"), (5, "The second line runs on the new platform")),
    "priya": ((6, "Two successors for each critical role"), (7, "Brescia at break-even, or a decision to leave")),
    "ruth": ((6, "Nobody is the only one who can do it"), (7, "Italy decided, one way or the other")),
    "sofia": ((1, "95% of skids on the promised day"), (5, "A plan for the line that planning can see")),
    "tomasz": ((1, "We deliver on the day we promise"), (4, "No single supplier can stop us")),
}
"""Which of the titles a line was put under, and the line."""
CONCLUSION = (
    "Late delivery is what Service, Commercial and Finance all pay for. It goes first; the second line follows it."
)
PROMISES = (
    ("tomasz", "ingrid", "Show the plan that gets on-time delivery to 95%, month by month", 30),
    ("helene", "mats", "Freeze the certification scope of the 180 °C platform", 21),
    ("ruth", "priya", "Name two possible successors for each seat, in confidence", 40),
)


def meet(story: Story) -> None:
    """Schedule both."""
    held = Meeting(story)
    story.on(PLANNED, 15, held.plan)
    for minute, event in held.moments():
        story.on(DAY, 9 + minute / 60, event)
    story.on(COMING_PLANNED, 16, partial(_plan_the_coming, story))


class Meeting:
    """The workshop that was held. Each method is one moment of it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.identity = uuid4()

    def moments(self) -> list[tuple[float, Event]]:
        """(minutes after nine, what happened then)."""
        return [
            (2, self.begin),
            (6, partial(self.answer, {who: {"words": words} for who, words in ARRIVING.items()})),
            (8, self.go_on),
            (17, partial(self.answer, {who: {"words": _lines(who)} for who in WRITTEN})),
            (19, self.go_on),
            (32, self.group),
            (34, self.go_on),
            (39, partial(self.answer, {who: {"order": _order(places)} for who, places in BEFORE.items()})),
            (40, self.go_on),
            (68, self.conclude),
            (69, self.go_on),
            (74, partial(self.answer, {who: {"order": _order(places)} for who, places in AFTER.items()})),
            (75, self.go_on),
            (86, self.go_on),
            (98, self.promise),
            (101, self.end),
        ]

    @property
    def workshop(self) -> Workshop:
        return Workshop.objects.select_related("organization", "partnership", "facilitator").get(pk=self.identity)

    @property
    def current(self) -> Activity:
        found = Activity.objects.select_related("round__seal", "source__round").get(
            workshop=self.identity, state__in=Activity.CURRENT
        )
        found.workshop = self.workshop
        return found

    def plan(self) -> None:
        team = self.story.partnerships["team"]
        starts = self.story.moment(DAY, 9)
        plan = Plan(SCRIPT.title, starts, self._people(), SCRIPT.purpose, team)
        planning.plan_workshop(by=self.story["ingrid"], plan=plan, script=SCRIPT, id=self.identity)
        taking_part.choose_way(workshop=self.workshop, way=Participant.Way.REMOTE, by=self.story["mats"])

    def _people(self) -> tuple[Person, ...]:
        return tuple(self.story[who] for who in TEAM)

    def begin(self) -> None:
        leading.begin(workshop=self.workshop, by=self.story["ingrid"])
        for person in self._people():
            taking_part.join(workshop=self.workshop, by=person)

    def answer(self, answers: dict[str, dict[str, object]]) -> None:
        current = self.current
        for who, given in answers.items():
            taking_part.answer(activity=current, by=self.story[who], answers=given)

    def go_on(self) -> None:
        leading.go_on(activity=self.current, by=self.story["ingrid"])

    def group(self) -> None:
        workshop, by = self.workshop, self.story["sofia"]
        headings = [grouping.add_heading(workshop=workshop, title=title, by=by) for title in TITLES]
        places = {text: place for lines in WRITTEN.values() for place, text in lines}
        for idea in workshop.activities.get(kind=Kind.WRITE).ideas.all():
            grouping.put(workshop=workshop, idea=idea, heading=headings[places[idea.text] - 1], by=by)

    def conclude(self) -> None:
        leading.conclude(activity=self.current, text=CONCLUSION, by=self.story["ingrid"])

    def promise(self) -> None:
        for giver, receiver, what, days in PROMISES:
            due = self.story.day(DAY + days)
            by, to = self.story[giver], self.story[receiver]
            keeping.commit(workshop=self.workshop, by=by, receiver=to, what=what, due=due)

    def end(self) -> None:
        leading.end(workshop=self.workshop, by=self.story["ingrid"])


def _lines(who: str) -> str:
    return "\n".join(text for _place, text in WRITTEN[who])


def _order(places: tuple[int, ...]) -> dict[str, int]:
    return {f"item-{at}": place for at, place in enumerate(places, 1)}


def _plan_the_coming(story: Story) -> None:
    """A quarterly review; Mats will be in Brescia and answers in his own time what can be asked ahead."""
    script = ready("quarterly-review")
    assert script
    starts = story.moment(COMING, 9) + timedelta(minutes=30)
    people, team = tuple(story[who] for who in TEAM), story.partnerships["team"]
    plan = Plan("Review of the quarter", starts, people, script.purpose, team)
    workshop = planning.plan_workshop(by=story["ingrid"], plan=plan, script=script)
    taking_part.choose_way(workshop=workshop, way=Participant.Way.OWN_TIME, by=story["mats"])
    asking.ask_ahead(workshop=workshop, by=story["ingrid"])
