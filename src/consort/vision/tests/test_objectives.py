from datetime import date
from decimal import Decimal

import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Evidence
from consort.vision.actions import carrying, key_results
from consort.vision.actions import objectives as actions
from consort.vision.models import KeyResult, Objective
from consort.vision.models.key_result import Aim

pytestmark = pytest.mark.usefixtures("_on_monday")


def types(thing):
    return [each.type for each in history_of(thing)]


def test_it_is_agreed_when_everyone_who_leads_it_has_said_so(on_time, ingrid, tomasz, pair):
    actions.agree_objective(objective=on_time, by=tomasz)
    on_time.refresh_from_db()
    assert on_time.state == "draft"
    actions.agree_objective(objective=on_time, by=ingrid)
    on_time.refresh_from_db()
    assert on_time.state == "agreed"
    assert types(on_time)[:2] == ["objective.agreed", "objective.answered_for"]
    assert Evidence.objects.filter(partnership=pair, entry__type="objective.agreed").exists()


def test_only_who_leads_it_agrees(on_time, priya):
    with pytest.raises(NotAllowed):
        actions.agree_objective(objective=on_time, by=priya)


def test_a_lead_who_goes_is_not_waited_for(on_time, ingrid, tomasz):
    actions.agree_objective(objective=on_time, by=tomasz)
    actions.change_objective(objective=on_time, by=tomasz, leads=[tomasz])
    on_time.refresh_from_db()
    assert on_time.state == "agreed"


def test_after_agreement_a_change_says_why(on_time, ingrid, tomasz):
    actions.change_objective(objective=on_time, by=tomasz, title="On-time delivery at 96%")
    for person in (ingrid, tomasz):
        actions.agree_objective(objective=on_time, by=person)
    with pytest.raises(Refused, match="why"):
        actions.change_objective(objective=on_time, by=tomasz, due=date(2028, 6, 30))
    actions.change_objective(objective=on_time, by=tomasz, due=date(2028, 6, 30), because="The line comes later.")
    assert history_of(on_time)[0].sentence == "Tomasz changed reached by. The line comes later."


def test_the_refused_change_is_not_kept(on_time, tomasz):
    with pytest.raises(Refused, match="before it begins"):
        actions.change_objective(objective=on_time, by=tomasz, due=date(2025, 1, 1))
    assert Objective.objects.get().due == date(2027, 12, 31)


def test_closing_says_what_was_learned_unless_it_was_reached(on_time, tomasz):
    with pytest.raises(Refused, match="learned"):
        actions.close_objective(objective=on_time, by=tomasz, ending="stopped")
    actions.close_objective(objective=on_time, by=tomasz, ending="reached", score=Decimal("0.9"))
    on_time.refresh_from_db()
    assert (on_time.state, on_time.ending, on_time.score) == ("closed", "reached", Decimal("0.90"))
    with pytest.raises(Refused, match="closed"):
        actions.change_objective(objective=on_time, by=tomasz, title="Other")
    actions.reopen_objective(objective=on_time, by=tomasz, because="Too early.")
    on_time.refresh_from_db()
    assert (on_time.state, on_time.score) == ("draft", None)


def test_scope_names_whose_it_is(tomasz):
    for scope in ("department", "partnership"):
        with pytest.raises(Refused, match="belongs to"):
            actions.write_objective(by=tomasz, title="Whose", scope=scope)


def test_who_may_write_and_change(on_time, observer, priya, facilitator):
    with pytest.raises(NotAllowed):
        actions.write_objective(by=observer, title="Not theirs")
    with pytest.raises(NotAllowed):
        actions.change_objective(objective=on_time, by=observer, title="Not theirs")
    actions.change_objective(objective=on_time, by=facilitator, title="Clearer")


def test_a_partnership_sees_its_own_and_nobody_else(between_two, ingrid, tomasz, helene, observer, stranger):
    for person, sees in ((ingrid, True), (tomasz, True), (helene, False), (observer, False), (stranger, False)):
        assert Objective.objects.visible_to(person).contains(between_two) is sees


def test_key_results_are_checked(on_time, delivered, tomasz, between_two):
    with pytest.raises(Refused, match="do not go together"):
        key_results.add_key_result(objective=on_time, by=tomasz, title="No target", metric=delivered, aim=Aim.INCREASE)
    with pytest.raises(Refused, match="do not go together"):
        key_results.add_key_result(objective=on_time, by=tomasz, title="No metric", aim=Aim.DECREASE, target_high=1)
    assert not KeyResult.objects.exists()


def test_a_metric_one_cannot_see_is_not_chosen(on_time, delivered, tomasz, ingrid, priya):
    delivered.visibility = "me"
    delivered.save(update_fields=["visibility"])
    with pytest.raises(NotAllowed):
        key_results.add_key_result(
            objective=on_time, by=ingrid, title="Hidden", metric=delivered, aim=Aim.INCREASE, target_low=95
        )


def test_key_results_are_changed_ordered_and_removed(on_time, key_result, tomasz):
    milestone = key_results.add_key_result(objective=on_time, by=tomasz, title="Hub open", aim=Aim.MILESTONE)
    key_results.lead_with(key_result=milestone, by=tomasz)
    assert [each.title for each in on_time.key_results.all()] == ["Hub open", "Delivered on the promised day"]
    key_results.change_key_result(key_result=key_result, by=tomasz, target_low=Decimal(96))
    key_results.remove_key_result(key_result=milestone, by=tomasz)
    assert types(on_time)[:3] == ["key_result.removed", "key_result.changed", "key_result.added"]


def test_a_milestone_is_passed_on_a_day(on_time, key_result, tomasz):
    milestone = key_results.add_key_result(objective=on_time, by=tomasz, title="Hub open", aim=Aim.MILESTONE)
    with pytest.raises(Refused, match="not come yet"):
        key_results.pass_milestone(key_result=milestone, by=tomasz, on=date(2026, 10, 6))
    key_results.pass_milestone(key_result=milestone, by=tomasz, on=date(2026, 10, 5))
    key_results.unpass_milestone(key_result=milestone, by=tomasz)
    with pytest.raises(Refused, match="metric"):
        key_results.pass_milestone(key_result=key_result, by=tomasz, on=date(2026, 10, 5))


def test_a_department_is_asked_and_its_head_says_a_line(on_time, operations, ingrid, tomasz, priya):
    (carrier,) = carrying.ask_to_carry(objective=on_time, by=ingrid, departments=[operations])
    assert carrying.ask_to_carry(objective=on_time, by=ingrid, departments=[operations]) == [carrier]
    with pytest.raises(NotAllowed):
        carrying.confirm_carrying(carrier=carrier, by=priya, line="Not hers to say")
    with pytest.raises(Refused, match="one line"):
        carrying.confirm_carrying(carrier=carrier, by=tomasz, line=" ")
    with pytest.raises(Refused, match="less than a day"):
        carrying.remind_carrier(carrier=carrier, by=ingrid)
    carrying.confirm_carrying(carrier=carrier, by=tomasz, line="No skid starts before every part is there.")
    with pytest.raises(Refused, match="confirmed already"):
        carrying.remind_carrier(carrier=carrier, by=ingrid)
    assert types(on_time)[:2] == ["carrier.confirmed", "carrier.asked"]
    carrying.release_carrier(carrier=carrier, by=ingrid)
    assert not on_time.carriers.exists()
