import math
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consort.web import charts
from consort.web.charts.drawing import plain, steps

EVIL = '"><script>alert(1)</script>&'
numbers = st.one_of(
    st.none(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-(10**9), 10**9),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9),
    st.sampled_from([0, 1, 1e308, -1e308, 5e-324, 1e-12]),
)
series = st.lists(numbers, max_size=12)
percents = st.floats(0, 100)


def whole(drawing):
    """The drawing parses, says nothing of `nan` or `inf`, and its coordinates can be drawn."""
    root = ElementTree.fromstring(f"<all>{drawing}</all>")
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "height", "points"}:
                for part in value.replace(",", " ").split():
                    assert math.isfinite(float(part.removesuffix("%"))), (name, value)
    return root


@given(series, st.integers(0, 20), numbers, numbers)
def test_a_line_is_drawn_whatever_comes_in(values, span, low, high):
    corridor = [charts.Corridor(0, 1, 2), charts.Corridor(5, 8, 9)]
    events = [(index, "something") for index in range(len(values))]
    whole(charts.line(values, label="x", low=low, high=high, corridor=corridor, events=events, span=span, end="now"))


@given(series)
def test_a_sparkline_is_drawn_whatever_comes_in(values):
    whole(charts.spark(values, "x"))


@given(numbers, numbers, numbers, numbers)
def test_progress_is_drawn_whatever_comes_in(start, now, target, expected):
    whole(charts.bullet(start or 0, now, target or 0, "x", expected=expected))


@given(numbers, numbers, numbers, numbers, numbers)
def test_people_among_others_are_drawn_whatever_comes_in(own, others, low, high, before):
    whole(charts.dots(own, others, (low or 0, high or 0), before=before))
    whole(charts.scale(own, others, "x"))


@given(st.lists(numbers, max_size=60), numbers)
def test_forecasts_stay_inside_their_drawing(values, outcome):
    root = whole(charts.forecasts(values, "x", outcome=outcome))
    assert all(float(mark.get("cy")) > 0 for mark in root.iter("circle"))


@given(st.lists(st.builds(charts.Point, percents, percents, st.integers(0, 10**6), percents, percents), max_size=8))
def test_calibration_is_drawn_whatever_comes_in(points):
    whole(charts.calibration(points, "x"))


@given(st.lists(st.text(max_size=5), unique=True, max_size=8), st.randoms())
def test_a_slope_is_drawn_for_any_two_orders(things, chance):
    things = [thing for thing in things if thing.isprintable()]
    after = things[:]
    chance.shuffle(after)
    whole(charts.slope(things, after))
    whole(charts.slope(things, after[1:]))


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_an_axis_encloses_its_values_in_few_round_steps(one, other):
    low, high = min(one, other), max(one, other)
    marks = steps(low, high)
    assert 2 <= len(marks) <= 12
    unseen = (marks[1] - marks[0]) * 1e-6
    assert marks[0] <= low + unseen
    assert marks[-1] >= high - unseen


@pytest.mark.parametrize(
    "drawing",
    [
        charts.line([1, 2], label=EVIL, ticks=[(0, EVIL)], events=[(1, EVIL)], end=EVIL, target=EVIL),
        charts.line([1], label="x", corridor=[charts.Corridor(0, 1, 2)], target=EVIL, written=lambda value: EVIL),
        charts.spark([1, 2], EVIL),
        charts.bullet(0, 1, 2, EVIL),
        charts.strip([charts.Evidence(50, "up", EVIL), charts.Evidence(60, "miss", EVIL)], EVIL),
        charts.dots(1, 2, label=EVIL),
        charts.scale(1, 2, EVIL),
        charts.forecasts([1], EVIL, unit=EVIL),
        charts.calibration([], EVIL),
        charts.slope([EVIL, "b"], ["b", EVIL], before_title=EVIL),
        charts.heat(EVIL, [(EVIL, EVIL)], [(EVIL, [charts.Cell(EVIL, 1)])]),
    ],
)
def test_words_are_escaped(drawing):
    assert "<script" not in drawing
    assert '"><' not in drawing.replace('"></', "").replace('""><', "") or whole(drawing) is not None


def test_a_value_that_stands_alone_is_a_dot():
    drawn = [charts.line(values, label="x").count("<circle") for values in ([1, 2, None, 4], [1, 2, None, 4, None, 6])]
    assert drawn == [1, 2]


def test_the_dotted_edge_is_the_one_not_to_be_crossed():
    corridor = [charts.Corridor(0, 10, 30), charts.Corridor(1, 10, 20)]
    lower, upper = (charts.line([15, 15], label="x", corridor=corridor, is_below=below) for below in (False, True))
    edges = [drawing.split('class="band-edge" points="')[1].split('"')[0] for drawing in (lower, upper)]
    assert len({point.split(",")[1] for point in edges[0].split()}) == 1
    assert len({point.split(",")[1] for point in edges[1].split()}) == 2


def test_a_missing_value_breaks_the_line():
    drawing = charts.line([1, 2, None, 4, 5, None, 7], label="x")
    assert drawing.count('class="series"') == 2


def test_a_corridor_shows_where_the_series_should_be():
    drawing = charts.line([80], label="x", low=75, high=100, corridor=[charts.Corridor(0, 80, 82)])
    assert 'class="band"' in drawing
    assert "target" in drawing


def test_progress_downwards_counts_as_progress():
    half = charts.bullet(100, 75, 50, "x")
    assert 'cx="50%"' in half


def test_the_same_answer_of_two_people_stays_visible_as_two_marks():
    drawing = charts.scale(50, Decimal(50), "x")
    assert "<circle" in drawing
    assert "<rect" in drawing


def test_withheld_others_are_not_drawn():
    assert "<circle" not in charts.dots(5, None, (4, 6), before=3)


def test_what_moved_two_places_is_marked():
    drawing = charts.slope(["a", "b", "c"], ["c", "a", "b"])
    assert drawing.count('class="moved"') == 2


def test_a_drawing_without_a_sentence_is_hidden_from_readers():
    assert 'aria-hidden="true"' in charts.dots(1, 2)
    assert 'role="img"' in charts.dots(1, 2, label="One and two")


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [(0, 5, "0"), (2.5, 2.5, "2.5"), (0.25, 0.05, "0.25"), (1e6, 1e5, "1\u202f000\u202f000"), (-0.0, 1, "0")],
)
def test_axis_values_are_written_plainly(value, step, text):
    assert plain(value, step) == text
