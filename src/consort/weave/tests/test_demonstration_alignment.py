"""The orders that the demonstration tells are those whose agreement its pages show."""

import pytest

from consort.reckon.agreement import kendall_w
from consort.vision.alignment.bipolar import STATEMENTS
from consort.weave.demonstration import alignment


def test_agreement_rises_from_41_to_73():
    assert kendall_w(list(alignment.BEFORE.values())) == pytest.approx(0.41, abs=0.005)
    assert kendall_w(list(alignment.AFTER.values())) == pytest.approx(0.73, abs=0.005)


def test_everyone_orders_everything_and_places_every_statement():
    for orders in (alignment.BEFORE, alignment.AFTER):
        assert all(sorted(row) == list(range(1, len(alignment.TITLES) + 1)) for row in orders.values())
    assert {len(row) for row in alignment.CULTURE.values()} == {len(alignment.NEEDED)} == {len(STATEMENTS)}
    assert set(alignment.BEFORE) == set(alignment.AFTER) == set(alignment.RECALLED) == set(alignment.CULTURE)
