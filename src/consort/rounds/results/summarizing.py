"""From clean answers to the summaries of `reckon`: option keys become indexes, and places become ranks."""

from collections.abc import Callable
from statistics import fmean
from typing import Any

from consort.reckon import summaries
from consort.rounds.answers.cleaning import options_of, scale_of
from consort.rounds.models import Question

Summary = dict[str, Any]
Given = list[Any]


def summarize(question: Question, given: Given) -> Summary:
    """The summary of one question's answers. Option keys stand in "options", in the order of all lists."""
    return _SUMMARIZERS[Question.Kind(question.kind)](question, given)


def _rank(question: Question, given: Given) -> Summary:
    """Agreement of those who placed every option; the order over all, where no opinion pulls to neither side."""
    options = options_of(question)
    rows = [[answer[key] for key in options] for answer in given]
    complete = [row for row in rows if None not in row]
    columns = list(zip(*(_spread(row) for row in rows), strict=True))
    means = [round(fmean(column), 9) for column in columns]
    return {
        "options": options,
        **summaries.rank(complete, items=len(options)),
        "answered": len(given),
        "complete": len(complete),
        "no_opinion": [sum(row[at] is None for row in rows) for at in range(len(options))],
        "mean_ranks": means,
        "order": [[item for item, mean in enumerate(means) if mean == level] for level in sorted(set(means))],
    }


def _spread(places: list[int | None]) -> list[float]:
    """Mid-ranks of the placed options spread over all ranks; an option without a place stands in the middle."""
    placed = [place for place in places if place is not None]
    step = (len(places) + 1) / (len(placed) + 1)
    ranks = {place: sum(other < place for other in placed) + (placed.count(place) + 1) / 2 for place in placed}
    return [(len(places) + 1) / 2 if place is None else ranks[place] * step for place in places]


def _scale(question: Question, given: Given) -> Summary:
    points = scale_of(question)
    if points.step == 1:
        return {"points": len(points), **summaries.scale(given, points=len(points), lowest=points[0])}
    steps = summaries.scale([points.index(point) + 1 for point in given], points=len(points), lowest=1)
    middles = {name: _at(points, steps[name]) for name in ("mean", "median")}
    return {"points": len(points), "step": points.step, **steps, **middles, "lowest": points[0]}


def _at(points: range, position: float | None) -> float | None:
    return None if position is None else points[0] + (position - 1) * points.step


def _choice(question: Question, given: Given) -> Summary:
    options = options_of(question)
    return {"options": options, **summaries.choice([options.index(key) for key in given], options=len(options))}


def _approval(question: Question, given: Given) -> Summary:
    options = options_of(question)
    approved = [[options.index(key) for key in keys] for keys in given]
    return {"options": options, **summaries.approval(approved, options=len(options))}


def _probability(_question: Question, given: Given) -> Summary:
    return summaries.probability([percent / 100 for percent in given])


def _number(question: Question, given: Given) -> Summary:
    ranges = [(float(each["lower"]), float(each["best"]), float(each["upper"])) for each in given]
    return {"unit": question.settings.get("unit", ""), **summaries.number(ranges)}


def _allocate(question: Question, given: Given) -> Summary:
    options = options_of(question)
    points = [[each[key] for key in options] for each in given]
    return {"options": options, **summaries.allocation(points, options=len(options))}


def _pairs(question: Question, given: Given) -> Summary:
    scale = scale_of(question)
    steps = [(scale.index(each["from"]) + 1, scale.index(each["to"]) + 1) for each in given]
    if scale.step == 1:
        steps = [(each["from"], each["to"]) for each in given]
    lowest = scale[0] if scale.step == 1 else 1
    return {"points": len(scale), **summaries.from_to(steps, points=len(scale), lowest=lowest)}


def _text(_question: Question, given: Given) -> Summary:
    return summaries.text(given)


_SUMMARIZERS: dict[Question.Kind, Callable[[Question, Given], Summary]] = {
    Question.Kind.RANK: _rank,
    Question.Kind.SCALE: _scale,
    Question.Kind.CHOICE: _choice,
    Question.Kind.APPROVAL: _approval,
    Question.Kind.PROBABILITY: _probability,
    Question.Kind.NUMBER: _number,
    Question.Kind.ALLOCATE: _allocate,
    Question.Kind.PAIRS: _pairs,
    Question.Kind.TEXT: _text,
}
