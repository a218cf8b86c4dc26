"""How a commitment is spoken of beside things of other kinds."""

from datetime import date

from consort.commitments.actions import confirm_kept
from consort.core import kinds


def test_a_commitment_as_one_line(commitment, later):
    work = kinds.named("commitment").work
    assert work.line(commitment) == kinds.Line("Ingrid: Tell the board", "Thu 15 Oct", commitment.giver)
    with later(date(2026, 10, 17)):
        assert work.line(commitment).standing == "late since Thu 15 Oct"


def test_what_is_kept_is_not_under_way(commitment, tomasz):
    kind = kinds.named("commitment")
    assert kind.model.objects.filter(kind.work.under_way).count() == 1
    confirm_kept(commitment=commitment, by=tomasz)
    assert not kind.model.objects.filter(kind.work.under_way).exists()
    assert kind.work.line(commitment).standing == "kept"
