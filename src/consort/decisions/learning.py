"""What was learned when something like it was decided before."""

import re
from collections import Counter

from consort.core.models import Person
from consort.decisions.models import Decision, Lesson, Stage

WORD = re.compile(r"\w{4,}")
STEM = 6
MOST_READ, MOST_SHOWN = 400, 4


def learned_before(words: str, reader: Person) -> list[Lesson]:
    """Lessons of closed reviews whose question or words are nearest to `words`, nearest first. Runs one query.

    Nearness is the number of shared words, a rare one counting more than a common one; nothing shared, nothing shown.
    """
    wanted = stems(words)
    if not wanted:
        return []
    known = [(lesson, stems(f"{lesson.decision.question} {lesson.text} {lesson.change}")) for lesson in _drawn(reader)]
    common = Counter(stem for _lesson, found in known for stem in found)
    scored = [(sum(1 / common[stem] for stem in wanted & found), lesson) for lesson, found in known]
    near = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
    return [lesson for _score, lesson in near[:MOST_SHOWN]]


def _drawn(reader: Person) -> list[Lesson]:
    closed = Decision.objects.visible_to(reader).filter(stage=Stage.CLOSED).values("pk")
    lessons = Lesson.objects.filter(decision__in=closed).select_related("decision__organization", "by")
    return list(lessons.order_by("-at")[:MOST_READ])


def stems(words: str) -> set[str]:
    """Words of four letters and more, cut so that "decide" and "decided" are the same."""
    return {word[:STEM] for word in WORD.findall(words.casefold())}
