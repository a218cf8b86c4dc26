"""Loomio exports: polls come in with their reasons, and what leaves comes back the same."""

import json

from consort.decisions.exchange.bundles import File
from consort.decisions.exchange.loomio import reading, writing
from consort.decisions.exchange.records import Standing, unpacked
from consort.decisions.exchange.tests.samples import brought
from consort.decisions.models import Argument, Decision

ROWS = [
    ("groups", {"id": 1, "name": "Board"}),
    ("users", {"id": 7, "name": "Tomasz Wierzbicki"}),
    ("discussions", {"id": 3, "title": "Spare parts", "description": "We send from three places."}),
    (
        "polls",
        {"id": 5, "title": "One hub?", "details": "At Venlo", "discussion_id": 3, "closed_at": "2024-05-06T10:00:00Z"},
    ),
    ("poll_options", {"id": 51, "poll_id": 5, "name": "agree", "priority": 0}),
    ("poll_options", {"id": 52, "poll_id": 5, "name": "disagree", "priority": 1}),
    ("stances", {"id": 61, "poll_id": 5, "latest": True, "reason": "Cheaper"}),
    ("stances", {"id": 62, "poll_id": 5, "latest": True, "reason": "One fire and all is gone"}),
    ("stances", {"id": 63, "poll_id": 5, "latest": False, "reason": "An earlier thought"}),
    ("stance_choices", {"stance_id": 61, "poll_option_id": 51, "score": 1}),
    ("stance_choices", {"stance_id": 62, "poll_option_id": 52, "score": 1}),
    ("outcomes", {"id": 9, "poll_id": 5, "latest": True, "statement": "We build one hub.", "author_id": 7}),
]
LINES = "".join(json.dumps({"table": table, "record": row}) + "\n" for table, row in ROWS)


def test_a_poll_is_a_record_with_its_outcome_and_reasons():
    (found,), remarks = reading.read(File("board.jsonl", LINES.encode()))
    assert (found.title, found.standing, found.date) == ("One hub?", Standing.DECIDED, "2024-05-06")
    assert found.makers == ["Tomasz Wierzbicki"]
    assert found.alternatives[0].good == ["Cheaper"]
    assert found.alternatives[1].bad == ["One fire and all is gone"]
    assert "1 chose it" in found.alternatives[0].text
    assert "We send from three places." in found.context
    assert "groups (1)" in remarks[0]
    assert b"An earlier thought" in unpacked(found.content)


def test_a_poll_becomes_a_decision(ingrid, tomasz):
    brought(ingrid, File("board.jsonl", LINES.encode()))
    decision = Decision.objects.get()
    assert decision.outcome_text == "We build one hub."
    assert decision.roles.get().person == tomasz
    assert Argument.objects.count() == 2


def test_what_leaves_comes_back():
    (first,), _remarks = reading.read(File("board.jsonl", LINES.encode()))
    first.chosen = 0
    (again,), _remarks = reading.read(File("again.jsonl", writing.write([first]).encode()))
    assert again.title == first.title
    assert again.chosen == 0
    assert [each.title for each in again.alternatives] == ["agree", "disagree"]
    assert again.outcome == first.outcome
