"""One decision all the way, by the actions."""

from consort.decisions.models import Stage


def test_a_decision_goes_from_frame_to_review(loop):
    decision = loop.to(Stage.CLOSED)
    assert decision.number == 1
    assert decision.outcome.letter == "B"
    assert set(decision.reached) == {str(stage) for stage in Stage}
    assert decision.review.verdict == "keep"
