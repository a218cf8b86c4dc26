"""The published rule for a strand's word, also against its page."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from consort.reckon.evidence import strand_word

ORDER = ["Weak", "Mixed", "Steady", "Strong"]
COUNTS = some.integers(0, 60)


@pytest.mark.parametrize(
    ("supports", "against", "missed", "word"),
    [
        (0, 0, 0, "Thin"),
        (2, 0, 0, "Thin"),
        (3, 0, 0, "Steady"),
        (4, 0, 0, "Strong"),
        (9, 1, 0, "Strong"),
        (9, 0, 1, "Strong"),
        (8, 1, 0, "Steady"),
        (3, 1, 0, "Steady"),
        (2, 0, 1, "Mixed"),
        (2, 1, 1, "Mixed"),
        (1, 1, 1, "Weak"),
        (0, 0, 3, "Weak"),
    ],
)
def test_the_rule(supports, against, missed, word):
    chosen = strand_word(supports=supports, against=against, missed=missed)
    assert chosen.word == word
    assert chosen.reason.startswith(f"{supports} of {supports + against + missed} dated events")
    json.dumps(chosen.as_dict())


@given(COUNTS, COUNTS, COUNTS)
def test_support_never_weakens_and_a_miss_never_strengthens(supports, against, missed):
    now = strand_word(supports=supports, against=against, missed=missed)
    if now.word == "Thin":
        assert now.events < 3
        return
    better = strand_word(supports=supports + 1, against=against, missed=missed)
    worse = strand_word(supports=supports, against=against, missed=missed + 1)
    assert ORDER.index(worse.word) <= ORDER.index(now.word) <= ORDER.index(better.word)


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="negative"):
        strand_word(supports=-1, against=0, missed=0)
