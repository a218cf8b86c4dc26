"""How they say they work, what they agreed because of it, and how often it was kept."""

from dataclasses import dataclass

from consort.core.models import Level, Person
from consort.development.actions import agreements, styles
from consort.development.instrument import PAIRS
from consort.development.models import Agreement
from consort.weave.demonstration.story import Story


@dataclass(frozen=True)
class Page:
    """`places`: where somebody stands on each scale, in their order; `words`: the five lines of the page."""

    places: tuple[int, ...]
    words: tuple[str, str, str, str, str]
    said: dict[str, str]


PAGES = {
    "ingrid": Page(
        (18, 22, 30, 35, 24, 58, 20),
        (
            "On a blank page, with two people who contradict her",
            "Decides alone and explains later",
            "Asking “is this decided?” before you act on it",
            "Let her hear it from the board first",
            "Customers, capital, the long line",
        ),
        {"deciding": "A wrong turn costs a week, standing still costs the quarter."},
    ),
    "tomasz": Page(
        (74, 80, 66, 62, 47, 70, 15),
        (
            "With the numbers a day ahead",
            "Goes quiet and works longer",
            "Asking what he would need to say yes",
            "Change a plant's plan without its manager in the room",
            "Plants, suppliers, what is possible by when",
        ),
        {
            "deciding": "In a plant, a wrong turn is poured in concrete.",
            "thinking": "Ingrid's first sentence is her first thought. It took me a year to hear that.",
        },
    ),
    "priya": Page(
        (66, 55, 18, 40, 78, 62, 12),
        (
            "With a model that somebody else has tried to break",
            "Asks for one more scenario",
            "Naming the number you doubt",
            "Round before the last line",
            "What it costs, and when it is due",
        ),
        {"picture": "The direction is in the third decimal more often than you think."},
    ),
    "jonas": Page(
        (30, 25, 82, 28, 35, 20, 55),
        (
            "On site, with a customer",
            "Promises too soon",
            "Asking who will do it",
            "Write what you can say",
            "Customers",
        ),
        {},
    ),
    "mats": Page(
        (70, 74, 35, 58, 80, 84, 40),
        (
            "At a test bench",
            "Goes back to the drawings",
            "Sending the question first",
            "Skip the test",
            "What will hold",
        ),
        {},
    ),
    "ruth": Page(
        (45, 60, 70, 66, 38, 48, 35),
        (
            "With two sides in one room",
            "Waits too long",
            "Saying what you want",
            "Name people in a mail",
            "Who can do what",
        ),
        {},
    ),
}
PAIR_AGREED = (
    ("Ingrid says “thinking” or “deciding” before she starts.", "kkkkkskkkk"),
    ("Tomasz gets figures the evening before, or the item moves.", "kkkkkkkkkkk"),
    ("If we still differ after two talks, we write one page each and swap sides.", "ku"),
)
OUTCOME = {"k": "kept", "s": "slipped", "u": "unused"}


def say(story: Story) -> None:
    """Pages of six, three agreements of the pair with what was noted since, one of the team that waits for names."""
    for number, (name, page) in enumerate(PAGES.items()):
        story.on(-170 + number, 8, lambda name=name, page=page: _say(story, name, page))  # type: ignore[misc]
    story.on(-158, 17, lambda: _say_strengths(story))
    for words, noted in PAIR_AGREED:
        story.on(-157, 17, lambda words=words, noted=noted: _agree(story, words, noted))  # type: ignore[misc]
    story.on(-6, 16, lambda: _propose(story))


def _say(story: Story, name: str, page: Page) -> None:
    answers = {pair.key: _answer(page.places[number // 3], number) for number, pair in enumerate(PAIRS)}
    styles.place(by=story[name], answers=answers, said=page.said)
    styles.describe(by=story[name], visibility=Level.LEADERS, **dict(zip(styles.WORDS, page.words, strict=True)))


def _answer(place: int, number: int) -> int:
    """Three answers that differ a little and have the place as their mean; the third pair of a scale is turned."""
    answer = min(100, max(0, place + (-9, 11, -2)[number % 3]))
    return 100 - answer if PAIRS[number].turned else answer


def _say_strengths(story: Story) -> None:
    pair, ingrid, tomasz = story.partnerships["tomasz"], story["ingrid"], story["tomasz"]
    styles.say_strength(partnership=pair, of=ingrid, by=tomasz, words="Financing, large customers, reading a board")
    styles.say_strength(
        partnership=pair, of=tomasz, by=ingrid, words="Capacity, works councils, what a plan leaves out"
    )


def _agree(story: Story, words: str, noted: str) -> None:
    ingrid, tomasz = story["ingrid"], story["tomasz"]
    agreed = agreements.write_agreement(partnership=story.partnerships["tomasz"], by=ingrid, words=words)
    agreements.sign_agreement(agreement=agreed, by=tomasz)
    for number, letter in enumerate(noted):
        by, day = (ingrid, tomasz)[number % 2], 14 * (number - len(noted)) + 9
        story.on(day, 17, lambda by=by, letter=letter: _note(agreed, by, letter))  # type: ignore[misc]


def _note(agreed: Agreement, by: Person, letter: str) -> None:
    agreements.note_agreement(agreement=agreed, by=by, outcome=OUTCOME[letter])


def _propose(story: Story) -> None:
    team = story.partnerships["team"]
    agreed = agreements.write_agreement(
        partnership=team,
        by=story["ruth"],
        words="Whoever objects after the meeting brings it to the next one, in person.",
    )
    for name in ("priya", "mats", "jonas"):
        agreements.sign_agreement(agreement=agreed, by=story[name])
