"""Groups for practice at every size."""

from hypothesis import given
from hypothesis import strategies as st

from consort.reckon.practice import groups


@given(st.integers(0, 500), st.integers(0, 60))
def test_everybody_is_in_one_group_of_two_or_three(size, session):
    found = groups(range(size), session)
    assert sorted(each for group in found for each in group) == list(range(size))
    if size > 1:
        assert {len(group) for group in found} <= {2, 3}


@given(st.integers(2, 20).map(lambda half: 2 * half))
def test_no_two_meet_again_before_all_have_met(size):
    met = [frozenset(group) for session in range(size - 1) for group in groups(range(size), session)]
    assert len(met) == len(set(met)) == size * (size - 1) // 2
