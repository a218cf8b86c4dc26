"""Two programs under way: the pair, and the executives with Anke de Wit; what was done, tried, and written down."""

from consort.core.models import Person
from consort.development.actions import programs
from consort.development.actions.journal import write_entry
from consort.development.models import Course, CoursePlace
from consort.development.programs.files import shelf
from consort.weave.demonstration.story import Story

FIRST = ("1-reading", "1-practice-1", "1-practice-2", "1-workshop", "1-reflection")
PAIR_DONE = {"ingrid": (*FIRST, "2-reading", "2-practice-1"), "tomasz": (*FIRST, "2-reading")}
TEAM_DONE = {"ruth": 5, "priya": 4, "jonas": 3, "helene": 3, "sofia": 2, "ingrid": 3, "tomasz": 2, "mats": 1}
AIMS = {
    "ingrid": "When somebody brings me a plan, I will ask two questions before I say what I think.",
    "tomasz": "When I learn something that touches Ingrid's field, I will tell her before the day is over.",
    "ruth": "When I close my weekly talk with somebody, I will ask for one thing I could do better.",
    "priya": "When I catch myself explaining, I will write down what was said instead.",
}
TRIED = "yynyyy"


def learn(story: Story) -> None:
    """The pair began four weeks ago, the executives three."""
    story.on(-29, 9, lambda: _pair(story))
    story.on(-22, 9, lambda: _team(story))
    story.on(-12, 19, lambda: _write(story["ingrid"], "Held it. Sofia said what I would have, and better."))


def _write(person: Person, words: str) -> None:
    write_entry(by=person, words=words, about="In the executive meeting")


def _pair(story: Story) -> None:
    course = programs.begin_course(
        plan=shelf()["leading-as-a-pair"],
        by=story["ingrid"],
        begins=story.day(-28),
        partnership=story.partnerships["tomasz"],
    )
    for name, done in PAIR_DONE.items():
        _go_through(story, course, name, done, -27)


def _team(story: Story) -> None:
    executives = [story[name] for name in ("ingrid", *TEAM_DONE, "daniel")]
    plan = shelf()["feedback-between-leaders"]
    course = programs.begin_course(plan=plan, by=story["anke"], begins=story.day(-21), people=executives)
    for number, (name, done) in enumerate(TEAM_DONE.items()):
        _go_through(story, course, name, FIRST[:done], -20 + number)


def _go_through(story: Story, course: Course, name: str, done: tuple[str, ...], first: int) -> None:
    place = CoursePlace.objects.select_related("course__organization").get(course=course, person=story[name])
    for number, key in enumerate(done):
        at = min(first + 3 * number, -1)
        story.on(at, 17, lambda key=key: programs.finish_step(place=place, by=story[name], key=key))  # type: ignore[misc]
    if name in AIMS:
        story.on(first + 2, 18, lambda: programs.aim_at(place=place, by=story[name], aim=AIMS[name]))
        for number, letter in enumerate(TRIED):
            held, at = letter == "y", first + 3 + 3 * number
            if at < 0:
                story.on(at, 18, lambda held=held: programs.note_try(place=place, by=story[name], held=held))  # type: ignore[misc]
