"""How far Varnholt's leaders agree: a pulse with two orders, a recall drill that runs, a culture map with its shifts."""

from collections.abc import Sequence

from consort.core.models import Person
from consort.rounds import actions as rounds
from consort.rounds.models import Round
from consort.threads import actions as threads
from consort.vision.actions import cultures, drills, pulses
from consort.vision.actions.cultures import NewShift
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.bipolar import STATEMENTS
from consort.vision.alignment.drills import UNSAID
from consort.vision.alignment.items import NewItem, items_of
from consort.vision.models import Culture, Priority, Pulse
from consort.vision.queries.cultures import values_in_force
from consort.weave.demonstration.cast import TEAM
from consort.weave.demonstration.story import Story
from consort.weave.demonstration.strategy.purpose import VALUES

PULSE_DAYS = {"asked": -20, "opened": -16, "again": -15, "closed": -13}
TITLES = (
    "On-time delivery at 95%",
    "180 °C platform certified",
    "40 MW under heat contract",
    "Two sources for every part",
    "Second line running",
    "Two ready successors",
    "Brescia at break-even",
)
BEFORE = {
    "daniel": (6, 3, 2, 4, 1, 7, 5),
    "helene": (4, 1, 2, 6, 3, 7, 5),
    "ingrid": (3, 1, 2, 5, 4, 6, 7),
    "jonas": (6, 3, 2, 1, 5, 7, 4),
    "mats": (4, 1, 2, 6, 3, 5, 7),
    "priya": (5, 1, 3, 4, 6, 2, 7),
    "ruth": (5, 4, 1, 3, 7, 6, 2),
    "sofia": (2, 4, 5, 7, 1, 6, 3),
    "tomasz": (3, 1, 2, 4, 5, 7, 6),
}
"""Places of the titles, in their order: agreement .41. After the talk it is .73."""
AFTER = {
    "daniel": (1, 2, 3, 4, 6, 7, 5),
    "helene": (2, 1, 3, 5, 4, 7, 6),
    "ingrid": (2, 1, 5, 4, 6, 3, 7),
    "jonas": (1, 4, 2, 3, 5, 6, 7),
    "mats": (2, 1, 5, 3, 4, 6, 7),
    "priya": (1, 2, 3, 5, 4, 7, 6),
    "ruth": (1, 4, 2, 6, 5, 3, 7),
    "sofia": (1, 3, 2, 4, 5, 6, 7),
    "tomasz": (1, 3, 4, 2, 5, 7, 6),
}
RECALLED = {
    "daniel": (("heat contracts, 40 MW", 3), ("the new line", 5), ("platform certification", 2)),
    "helene": (("180 degree platform", 2), ("second line", 5), ("heat contracts", 3)),
    "ingrid": (("the 180 °C platform", 2), ("40 MW", 3), ("deliver on time", 1), ("successors", 6)),
    "jonas": (("two sources", 4), ("service within a week", 0), ("platform", 2)),
    "mats": (("180 platform", 2), ("heat contracts", 3), ("second line", 5)),
    "priya": (("platform certified", 2), ("successors", 6), ("40 MW contracts", 3), ("cash", 0)),
    "ruth": (("heat contracts", 3), ("Brescia", 7), ("certification", 2), ("keep our people", 0)),
    "sofia": (("second line", 5), ("on-time delivery", 1), ("the planning system", 0), ("the platform", 2)),
    "tomasz": (("180 °C", 2), ("heat contracts", 3), ("on time", 1), ("two sources", 4)),
}
"""What came to mind, and which title it was; 0 for something that is not on the list."""
TALK = (
    ("jonas", "A late skid costs Service two visits before it runs. Sixty of them last year."),
    ("daniel", "Then delivery is not Operations’ number alone. I had put the line first, contracts wait for it."),
    ("priya", "I moved delivery up as well. Successors I moved down for this year, not for good."),
    ("ruth", "Successors come third for me now, not sixth. Two of us are past sixty."),
)
CLAIMS = {
    "marguerite": (3, "industry without gas\nheat instead of machines"),
    "marek": (4, "on the promised day\nno more gas"),
    "anke": (2, "successors for everyone"),
    "bram": (2, "the planning system\nheat contracts"),
    "jonas": (4, "heat as a service\nthe promised day\nready successors"),
    "mats": (4, "replace gas\nheat contracts\non time"),
}
CULTURE = {
    "daniel": (2, 3, 3, 2, 2, 3, 5, 3, 3, 5, 4, 3, 3, 3, 2, 2, 3, 3),
    "helene": (3, 4, 2, 3, 2, 3, 6, 4, 3, 5, 5, 3, 4, 2, 3, 2, 4, 4),
    "ingrid": (4, 4, 4, 5, 3, 4, 6, 4, 4, 5, 4, 4, 5, 3, 3, 4, 4, 4),
    "jonas": (2, 3, 2, 2, 2, 3, 5, 3, 2, 4, 4, 2, 3, 2, 2, 2, 3, 4),
    "mats": (2, 2, 3, 2, 3, 4, 6, 3, 4, 4, 6, 3, 3, 2, 2, 2, 3, 3),
    "priya": (3, 3, 3, 3, 2, 4, 6, 3, 3, 4, 4, 3, 4, 3, 3, 3, 3, 2),
    "ruth": (2, 3, 2, 2, 2, 3, 5, 4, 3, 5, 4, 2, 3, 2, 2, 2, 4, 4),
    "sofia": (3, 3, 3, 3, 2, 3, 6, 4, 3, 5, 5, 3, 4, 3, 2, 3, 4, 4),
    "tomasz": (2, 3, 3, 3, 3, 4, 5, 3, 3, 4, 4, 3, 3, 2, 3, 3, 3, 3),
}
"""Where each of the team sees Varnholt today, statement by statement; what is needed is added below."""
NEEDED = (4, 0, 3, 1, 4, 0, -1, 0, 1, 0, 0, 0, 1, 2, 3, 3, 0, 0)
CRAFT, PROMISES, ROOM = (name for name, _meaning in (VALUES[2], VALUES[0], VALUES[1]))
SHIFTS = (
    (1, "Near the machine", "A foreman stops the line and nobody asks upward first.", CRAFT),
    (5, "Shared goals first", "A department gives up a target of its own in a review, and is thanked.", PROMISES),
    (4, "Disagree in the room", "Whoever was against it says so before the decision, and the minutes hold it.", ROOM),
    (15, "Promote those who make others better", "Each promotion names two who grew beside the one promoted.", CRAFT),
    (16, "Meetings decide", "No meeting ends without a sentence that begins: we have decided.", ROOM),
)
"""The statement each comes from, where it goes, by what it is seen, and the value that asks for it."""


def agree(story: Story) -> None:
    """Put the moments of the pulse, the culture map and the drill into the story."""
    _pulse(story)
    _culture(story)
    story.on(-3, 9, lambda: _start_drill(story))


def _pulse(story: Story) -> None:
    days = PULSE_DAYS
    story.on(days["asked"], 9, lambda: _start_pulse(story))
    for number, who in enumerate(BEFORE):
        story.on(days["asked"] + number // 3, 11 + number % 3, lambda who=who: _give_first(story, who))  # type: ignore[misc]
    for number, (who, words) in enumerate(TALK):
        story.on(days["opened"], 11 + number * 0.2, lambda who=who, words=words: _say(story, who, words))  # type: ignore[misc]
    story.on(days["again"], 9, lambda: pulses.ask_again(pulse=_found(story), by=story["ingrid"]))
    for number, who in enumerate(AFTER):
        story.on(days["again"], 10 + number * 0.5, lambda who=who: _give_second(story, who))  # type: ignore[misc]


def _found(story: Story) -> Pulse:
    return Pulse.objects.get(organization=story.organization)


def _asking(story: Story) -> Asking:
    return Asking(_team(story), None, story.partnerships["team"])


def _team(story: Story) -> list[Person]:
    return [story[who] for who in TEAM]


def _items(story: Story) -> list[NewItem]:
    """The titles, tied to the priorities of that name as far as there are any."""
    known = {each.title: each for each in Priority.objects.filter(organization=story.organization)}
    return [NewItem(title, known.get(title)) for title in TITLES]


def _start_pulse(story: Story) -> None:
    pulses.start_pulse(
        by=story["ingrid"], title="Priorities, before the budget", items=_items(story), asking=_asking(story)
    )


def _places(row: Sequence[int]) -> dict[str, int]:
    return {f"item-{number}": place for number, place in enumerate(row, 1)}


def _give_first(story: Story, who: str) -> None:
    pulse, by = _found(story), story[who]
    pulses.remember(pulse=pulse, by=by, words=[words for words, _item in RECALLED[who]])
    said = enumerate((item for _words, item in RECALLED[who]), 1)
    matches = {f"match-{place}": f"item-{item}" if item else "other" for place, item in said}
    pulses.give_order(pulse=pulse, by=by, places=_places(BEFORE[who]), matches=matches)


def _give_second(story: Story, who: str) -> None:
    pulses.give_order(pulse=_found(story), by=story[who], places=_places(AFTER[who]), matches={})


def _say(story: Story, who: str, words: str) -> None:
    threads.write(by=story[who], about=_found(story), text=words)


def _culture(story: Story) -> None:
    story.on(-40, 9, lambda: _start_culture(story))
    for number, who in enumerate(CULTURE):
        story.on(-40 + number // 4, 12 + number % 4, lambda who=who: _place(story, who))  # type: ignore[misc]
    story.on(-34, 15, lambda: _choose(story))


def _start_culture(story: Story) -> None:
    pairs = [(str(one), str(other)) for one, other in STATEMENTS]
    cultures.start_culture(by=story["ruth"], title="How we work", pairs=pairs, asking=_asking(story))


def _place(story: Story, who: str) -> None:
    """Today around what was said, for no two neighbours alike; needed moves from there, within the scale.

    Answers as much alike as the table itself would be withheld: they give away what single people said.
    """
    culture, answers = Culture.objects.get(organization=story.organization), dict[str, dict[str, int]]()
    place = list(CULTURE).index(who)
    for number, (said, move) in enumerate(zip(CULTURE[who], NEEDED, strict=True), 1):
        today = min(7, max(1, said + (place + number) % 3 - 1))
        lean = (place // 3 + number) % 3 - 1
        needed = min(7, max(1, today + move + lean * (move != 0 or number % 2)))
        answers[f"statement-{number}"] = {"from": today, "to": needed}
    rounds.seal_answers(round=_round_about(culture), by=story[who], answers=answers)


def _round_about(thing: Culture) -> Round:
    return Round.objects.get(about_id=thing.pk, state=Round.State.ASKING)


def _choose(story: Story) -> None:
    """Five shifts, each from a statement and for a value in force."""
    culture = Culture.objects.get(organization=story.organization)
    statements = {each.position: each for each in culture.statements.all()}
    values = {each.name: each for each in values_in_force(story["ruth"])}
    for position, goal, signs, value in SHIFTS:
        statement = statements[position]
        shift = NewShift(statement.one, goal, signs, values.get(value), statement)
        cultures.choose_shift(culture=culture, by=story["ruth"], shift=shift)
    cultures.keep_statement(statement=statements[10], by=story["ruth"], kept=True)


def _start_drill(story: Story) -> None:
    """It still runs: some have answered, and it opens in four days."""
    everyone = [person for person in story.people.values() if person.left is None]
    drill = drills.start_drill(
        by=story["ruth"],
        title="Can we name our priorities?",
        items=items_of(Priority.objects.filter(organization=story.organization, closed=None)),
        enough=3,
        asking=Asking(everyone, story.moment(4, 17)),
        coders=[story["anke"], story["sofia"]],
    )
    asked = Round.objects.get(about_id=drill.pk)
    for number, (who, (claimed, text)) in enumerate(CLAIMS.items()):
        answers = {"claimed": claimed, "recalled": text, "department": str(story[who].department_id or UNSAID)}
        story.on(
            -3 + number // 3,
            11 + number % 3,
            lambda who=who, answers=answers: rounds.seal_answers(round=asked, by=story[who], answers=answers),  # type: ignore[misc]
        )
