"""Summaries of answers: plain dicts, sensible when empty, silent about agreement below three people."""

import json

import pytest

from consort.reckon import summaries

ARGUMENTS = {
    "choice": {"options": 3},
    "approval": {"options": 3},
    "scale": {"points": 5},
    "rank": {"items": 3},
    "allocation": {"options": 2},
    "from_to": {"points": 5},
}


@pytest.mark.parametrize("kind", list(summaries.SUMMARIES))
def test_no_answers(kind):
    summary = summaries.SUMMARIES[kind]([], **ARGUMENTS.get(kind, {}))
    assert summary["answered"] == 0
    json.dumps(summary, allow_nan=False)


def test_choice_and_approval_name_ties():
    assert summaries.choice([0, 2, 2, 0], options=3) == {"answered": 4, "counts": [2, 0, 2], "leading": [0, 2]}
    assert summaries.approval([[0, 1], [1, 1], []], options=2) == {"answered": 3, "counts": [1, 2], "leading": [1]}
    with pytest.raises(ValueError, match="outside"):
        summaries.choice([3], options=3)


def test_scale():
    summary = summaries.scale([4, 4, 5, 3], points=5)
    assert summary["counts"] == [0, 0, 1, 2, 1]
    assert (summary["mean"], summary["median"]) == (4, 4)
    assert summary["agreement"]["average_deviation"] == 0.5
    assert summaries.scale([4, 5], points=5)["agreement"] is None
    json.dumps(summary, allow_nan=False)


def test_rank():
    summary = summaries.rank([[1, 2, 3], [1, 3, 2], [1, 2, 3]], items=3)
    assert summary["order"] == [[0], [1], [2]]
    assert summary["agreement"]["w"] == pytest.approx(7 / 9)
    assert summaries.rank([[1, 2, 3], [2, 1, 3]], items=3)["order"] == [[0, 1], [2]]
    assert summaries.rank([[1, 2, 3], [2, 1, 3]], items=3)["agreement"] is None
    json.dumps(summary, allow_nan=False)


def test_probability_and_number():
    summary = summaries.probability([0.9, 0.5, 0.7])
    assert summary["dots"] == [0.5, 0.7, 0.9]
    assert summary["median"] == 0.7
    ranges = summaries.number([(1, 5, 9), (4, 6, 12), (3, 4, 5)])
    assert (ranges["lower"], ranges["best"], ranges["upper"]) == (3, 5, 9)
    assert ranges["overlap"] == [4, 5]
    assert summaries.number([(1, 2, 3), (4, 5, 6)])["overlap"] is None
    with pytest.raises(ValueError, match="best guess"):
        summaries.number([(3, 2, 4)])


def test_allocation_from_to_and_text():
    shares = summaries.allocation([[30, 70], [1, 1], [0, 0]], options=2)
    assert shares["answered"] == 2
    assert shares["shares"] == pytest.approx([0.4, 0.6])
    assert shares["lowest"] == pytest.approx([0.3, 0.5])
    moves = summaries.from_to([(2, 4), (3, 3), (4, 3)], points=5)
    assert (moves["up"], moves["down"], moves["stay"]) == (1, 1, 1)
    assert moves["mean_move"] == pytest.approx(1 / 3)
    assert moves["to"]["counts"] == [0, 0, 2, 1, 0]
    assert summaries.text([" yes ", "", "\n"]) == {"answered": 1, "texts": ["yes"]}
