"""What waits is asked once, and what might be somebody else's by now is not shown."""

from datetime import UTC, datetime, timedelta

import pytest

from consort.core import clock, waiting
from consort.core.actions.partnerships import write_charter
from consort.core.waiting import Waiting


@pytest.fixture
def asked(monkeypatch):
    """Whom the one provider was asked about."""
    people = []

    def provide(person):
        people.append(person)
        since = datetime(2026, 10, 1, tzinfo=UTC)
        yield from (Waiting(place, "Kind", place, "/", "", "Act", since) for place in ("decisions", "commitments"))

    monkeypatch.setattr(waiting, "_providers", [provide])
    waiting.forget()
    return people


def test_nothing_is_known_before_anybody_was_asked(ingrid, asked):
    assert waiting.recall(ingrid) == waiting.Recalled()
    assert asked == []


def test_what_was_asked_is_known_and_asked_once(ingrid, asked):
    for _ in range(2):
        assert len(waiting.waiting_for(ingrid)) == 2
    known = waiting.recall(ingrid)
    assert (known.counts.total(), len(known.items), known.is_fresh) == (2, 2, True)
    assert asked == [ingrid]


def test_what_is_recorded_leaves_only_the_counts(ingrid, pair, asked):
    waiting.waiting_for(ingrid)
    write_charter(partnership=pair, charter="One office", by=ingrid)
    known = waiting.recall(ingrid)
    assert (known.counts.total(), known.items, known.is_fresh) == (2, None, False)


def test_what_is_announced_without_a_word_in_the_ledger_too(ingrid, asked):
    waiting.waiting_for(ingrid)
    waiting.forget()
    assert waiting.recall(ingrid).items is None


def test_a_day_that_has_passed_is_asked_for_but_still_shown(ingrid, asked):
    waiting.waiting_for(ingrid)
    with clock.at(clock.now() + timedelta(minutes=5)):
        known = waiting.recall(ingrid)
    assert (len(known.items), known.is_fresh) == (2, False)
