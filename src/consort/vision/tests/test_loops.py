from consort.vision.loops import way_between

TIES = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("d", "e"), ("x", "y")]


def test_a_shortest_way_is_named():
    assert way_between(TIES, "a", "e") == ["a", "d", "e"]


def test_there_may_be_none():
    assert way_between(TIES, "e", "a") == []
    assert way_between(TIES, "a", "y") == []
    assert way_between([], "a", "b") == []


def test_one_is_at_itself_already():
    assert way_between(TIES, "a", "a") == ["a"]


def test_ties_that_go_round_end():
    assert way_between([("a", "b"), ("b", "a")], "a", "z") == []


def test_ten_thousand_in_a_row():
    ties = [(number, number + 1) for number in range(10_000)]
    assert len(way_between(ties, 0, 10_000)) == 10_001
