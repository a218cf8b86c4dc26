"""Reviews: scored by a published rule, learned from, and then reached, carried over, adapted or stopped."""

from datetime import date
from decimal import Decimal

import pytest

from consort.core import clock, links
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Link
from consort.vision import scoring
from consort.vision.actions import cycles, key_results, objectives, tying
from consort.vision.actions.checking_in import check_in
from consort.vision.actions.reviewing import Verdict, review_objective, undo_review
from consort.vision.forecasting import judge
from consort.vision.models import Objective
from consort.vision.models.key_result import Aim
from consort.vision.queries.cycles import Foretold, foretold
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")
Ending, State = Objective.Ending, Objective.State


@pytest.fixture
def following(ingrid, running):
    return cycles.plan_cycle(by=ingrid, name="Q1 2027", begins=date(2027, 1, 1), ends=date(2027, 3, 31), after=running)


def verdict(ending=Ending.REACHED, **more):
    return Verdict(**{"ending": ending, "score": Decimal("0.7"), "learned": "Ask the carrier first.", **more})


def test_the_rule_suggests_the_share_of_the_way(shared, key_result, tomasz):
    assert scoring.progress_of(shared, clock.today()) == Decimal("0.494")
    key_results.add_key_result(objective=shared, by=tomasz, title="The hub is open", aim=Aim.MILESTONE)
    assert scoring.progress_of(shared, clock.today()) == Decimal("0.247")


def test_what_nobody_read_counts_nothing(alone, delivered, tomasz):
    delivered.readings.all().delete()
    key_results.add_key_result(
        objective=alone, by=tomasz, title="Delivered", metric=delivered, aim=Aim.KEEP_ABOVE, target_low=Decimal(80)
    )
    assert scoring.progress_of(alone, clock.today()) == 0


def test_what_should_stay_counts_the_readings_that_did(alone, delivered, tomasz):
    key_results.add_key_result(
        objective=alone, by=tomasz, title="Delivered", metric=delivered, aim=Aim.KEEP_ABOVE, target_low=Decimal(80),
        begins=date(2026, 1, 1),
    )  # fmt: skip
    attained = scoring.attained_by([alone], clock.today())[alone.pk]
    assert [round(each.share, 3) for each in attained] == [0, Decimal("0.667")]


def test_without_key_results_nothing_is_suggested(between_two):
    assert scoring.progress_of(between_two, clock.today()) is None


def test_reached_closes_it(alone, tomasz):
    review = review_objective(objective=alone, by=tomasz, verdict=verdict())
    alone.refresh_from_db()
    assert (alone.state, alone.ending, alone.score, alone.learned) == (
        State.CLOSED, Ending.REACHED, Decimal("0.70"), "Ask the carrier first.",
    )  # fmt: skip
    assert (review.suggested, review.next) == (0, None)


def test_sent_twice_it_is_reviewed_once_and_another_verdict_is_refused(alone, tomasz):
    first = review_objective(objective=alone, by=tomasz, verdict=verdict())
    assert review_objective(objective=alone, by=tomasz, verdict=verdict()) == first
    with pytest.raises(Refused, match="reviewed already: Reached"):
        review_objective(objective=alone, by=tomasz, verdict=verdict(Ending.STOPPED, because="No money."))


def test_carried_over_it_goes_on_in_the_next_cycle(shared, following, on_time_priority, key_result, tomasz):
    tying.serve(source=shared, target=on_time_priority, by=tomasz)
    review = review_objective(objective=shared, by=tomasz, verdict=verdict(Ending.CARRIED_OVER, into=following))
    after = review.next
    assert (after.title, after.cycle, after.state) == (shared.title, following, State.AGREED)
    assert set(after.leads.all()) == set(shared.leads.all())
    assert after.due == following.ends
    (result,) = after.key_results.all()
    assert (result.baseline, result.target_low) == (Decimal("86.4"), 95)
    assert [tie.thing for tie in links.from_here(after, tomasz, Link.Kind.CAME_FROM)] == [shared]
    assert [tie.thing for tie in links.from_here(after, tomasz, Link.Kind.SERVES)] == [on_time_priority]


def test_adapted_it_is_a_draft_with_other_words(shared, following, tomasz):
    changed = verdict(Ending.ADAPTED, into=following, title="On-time delivery at 92%", because="Too steep.")
    after = review_objective(objective=shared, by=tomasz, verdict=changed).next
    assert (after.title, after.state) == ("On-time delivery at 92%", State.DRAFT)


@pytest.mark.parametrize(
    ("ending", "more", "words"),
    [
        (Ending.STOPPED, {}, "Say why"),
        (Ending.ADAPTED, {"title": "Other"}, "Say why"),
        (Ending.CARRIED_OVER, {}, "Choose the cycle"),
        (Ending.REACHED, {"learned": "  "}, "what you learned"),
        (Ending.REACHED, {"score": Decimal("1.01")}, "between 0 and 1"),
    ],
)
def test_what_is_missing_is_said(alone, tomasz, ending, more, words):
    with pytest.raises(Refused, match=words):
        review_objective(objective=alone, by=tomasz, verdict=verdict(ending, **more))
    alone.refresh_from_db()
    assert alone.state == State.AGREED


def test_it_does_not_go_on_where_it_is(alone, running, tomasz):
    with pytest.raises(Refused, match="takes no objective"):
        review_objective(objective=alone, by=tomasz, verdict=verdict(Ending.CARRIED_OVER, into=running))


def test_a_sealed_check_in_comes_first(shared, tomasz):
    check_in(objective=shared, by=tomasz, confidence=80)
    with pytest.raises(Refused, match="sealed check-in"):
        review_objective(objective=shared, by=tomasz, verdict=verdict())


def test_who_may_not_change_it_does_not_review_it(alone, observer, stranger):
    for person in (observer, stranger):
        with pytest.raises(NotAllowed):
            review_objective(objective=alone, by=person, verdict=verdict())


def test_undone_it_is_open_again_and_what_was_to_follow_is_gone(shared, following, tomasz):
    after = review_objective(objective=shared, by=tomasz, verdict=verdict(Ending.CARRIED_OVER, into=following)).next
    undo_review(objective=shared, by=tomasz)
    undo_review(objective=shared, by=tomasz)
    shared.refresh_from_db()
    assert (shared.state, shared.score, shared.ending) == (State.AGREED, None, "")
    assert not Objective.objects.filter(pk=after.pk).exists()
    assert not Link.objects.filter(from_id=after.pk).exists()


def test_it_is_not_undone_once_work_has_begun(alone, following, ingrid, tomasz):
    after = review_objective(objective=alone, by=tomasz, verdict=verdict(Ending.CARRIED_OVER, into=following)).next
    cycles.move_cycle(cycle=following, name="start", by=ingrid)
    check_in(objective=after, by=tomasz, confidence=70)
    with pytest.raises(Refused, match="has begun"):
        undo_review(objective=alone, by=tomasz)


def test_a_closed_cycle_is_left_alone(alone, running, ingrid, tomasz):
    review_objective(objective=alone, by=tomasz, verdict=verdict())
    for name in ("begin_review", "close"):
        cycles.move_cycle(cycle=running, name=name, by=ingrid)
    with pytest.raises(Refused, match="while their cycle runs"):
        undo_review(objective=alone, by=tomasz)


def test_what_was_foretold_is_held_against_what_happened(alone, running, ingrid, tomasz, observer):
    check_in(objective=alone, by=tomasz, confidence=80)
    assert foretold(ingrid) == []
    review_objective(objective=alone, by=tomasz, verdict=verdict(Ending.STOPPED, because="No money."))
    assert [(each.share, each.reached) for each in foretold(ingrid, running)] == [(0.8, False)]
    assert foretold(observer, running) == []


def test_too_little_is_refused_with_what_is_needed():
    few = [Foretold(uuid, None, 0.8, reached=True) for uuid in range(4) for _time in range(10)]
    judged = judge(few)
    assert judged.error is None
    assert "40 confidences on 4 reviewed objectives; at least 20 on 5" in judged.refusal
    enough = [Foretold(uuid, None, 0.8, reached=uuid % 2 == 0) for uuid in range(6) for _time in range(4)]
    assert judge(enough).error == pytest.approx((0.2**2 + 0.8**2) / 2)


def test_an_objective_closed_in_between_counts_as_done(alone, running, ingrid, tomasz):
    objectives.close_objective(objective=alone, by=tomasz, ending=Ending.REACHED)
    for name in ("begin_review", "close"):
        cycles.move_cycle(cycle=running, name=name, by=ingrid)
    assert running.stage == "closed"
