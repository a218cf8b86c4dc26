from datetime import timedelta

import pytest

from consort.core import clock, seals
from consort.core.actions.people import let_go
from consort.core.models import Entry, Organization, Payload
from consort.rounds import results
from consort.rounds.actions import decline, open_due, open_round, seal_answers
from consort.rounds.models import Asked, Envelope, Round
from consort.rounds.queries import answers_of, is_listed, own_answers, participation
from consort.rounds.tests.conftest import EVERY_ANSWER, EVERY_KIND, HEALTH, WHY

ANSWER = {"where": "poznan"}
TOMORROW = timedelta(days=1)


def seal_all(round: Round, people, answers=ANSWER) -> list[str]:
    return [seal_answers(round=round, by=person, answers=answers) for person in people]


def test_the_last_sealed_answer_opens_the_round(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    receipts = seal_all(round, [ingrid, tomasz])
    round.refresh_from_db()
    assert round.is_opened
    assert round.result["answered"] == 2
    fact = Payload.objects.get(entry__type="round.opened")
    assert fact.body == {"title": round.title, "asked": 2, "answered": 2, "receipts": sorted(receipts)}
    assert fact.actor is None


def test_a_round_that_only_its_time_opens_waits_for_it(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz], opens_at=clock.now() + TOMORROW, opens_when_complete=False)
    seal_all(round, [ingrid, tomasz])
    assert open_due() == 0
    with clock.at(clock.now() + TOMORROW * 2):
        assert open_due() == 1
        assert open_due() == 0
    assert Round.objects.get().is_opened


def test_a_round_opens_late_with_what_is_there(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya], opens_at=clock.now() + TOMORROW)
    seal_all(round, [tomasz])
    with clock.at(clock.now() + TOMORROW * 30):
        open_due()
    round.refresh_from_db()
    assert (round.result["answered"], round.result["asked"]) == (1, 3)
    assert [answer.person for answer in answers_of(round)] == [tomasz]


def test_a_round_nobody_answered_opens_empty(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz], EVERY_KIND, opens_at=clock.now() + TOMORROW)
    with clock.at(clock.now() + TOMORROW * 2):
        open_due()
    round.refresh_from_db()
    assert round.result["answered"] == 0
    assert round.receipts == []
    assert answers_of(round) == []


def test_somebody_who_left_is_not_waited_for(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_all(round, [ingrid, priya])
    let_go(person=tomasz, by=ingrid)
    assert open_due() == 1
    round.refresh_from_db()
    assert round.is_opened


def test_opened_by_hand_by_who_asked(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_all(round, [tomasz])
    open_round(round, by=ingrid)
    first = round.opened_at
    with clock.at(clock.now() + TOMORROW):
        assert open_round(Round.objects.get(), by=ingrid).opened_at == first
    assert Entry.objects.filter(type="round.opened").count() == 1


def test_one_round_that_cannot_be_worked_out_does_not_keep_others_closed(asking, ingrid, tomasz, monkeypatch, caplog):
    def broken(opened):
        raise ZeroDivisionError

    monkeypatch.setitem(results.registry._functions, "broken", broken)
    for kind in ("broken", "site"):
        asking([ingrid, tomasz], kind=kind, opens_at=clock.now() + TOMORROW)
    with clock.at(clock.now() + TOMORROW * 2):
        assert open_due() == 1
    assert Round.objects.get(kind="broken").is_asking
    assert not Round.objects.get(kind="broken").seal.opened


def test_every_kind_of_question_gets_its_summary(asking, executives):
    round = asking(executives, EVERY_KIND)
    seal_all(round, executives, EVERY_ANSWER)
    round.refresh_from_db()
    found = round.result["questions"]
    assert found["rank"]["order"] == [[1], [0, 2]] or found["rank"]["order"][0] == [1]
    assert found["rank"]["no_opinion"] == [0, 0, 9]
    assert found["health"]["mean"] == 4
    assert found["where"]["leading"] == [1]
    assert found["accept"]["counts"] == [9, 9, 0]
    assert found["odds"]["median"] == pytest.approx(0.65)
    assert found["cost"]["best"] == 71
    assert found["effort"]["shares"] == pytest.approx([0.2, 0.8, 0])
    assert found["culture"]["mean_move"] == 4
    assert len(found["why"]["texts"]) == 9
    assert all(answer.answers == EVERY_ANSWER for answer in answers_of(round))


def test_two_people_get_no_index_of_agreement(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz], EVERY_KIND)
    seal_all(round, [ingrid, tomasz], EVERY_ANSWER)
    round.refresh_from_db()
    assert round.result["questions"]["rank"]["agreement"] is None
    assert round.result["questions"]["health"]["agreement"] is None


def test_a_package_works_out_its_own_kind_of_round(asking, executives, monkeypatch):
    seen = []
    monkeypatch.setitem(results.registry._functions, "own", lambda opened: seen.append(opened) or {"found": 7})
    round = asking(executives, kind="own", mode="confidential")
    seal_all(round, executives)
    round.refresh_from_db()
    assert round.result["found"] == 7
    assert [person for person, _ in seen[0].answers] == [None] * 9


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_below_the_threshold_a_round_looks_exactly_like_one_without_answers(asking, executives, ingrid, mode):
    few, none = asking(executives, mode=mode), asking(executives, mode=mode)
    receipts = seal_all(few, executives[:4])
    for round in (few, none):
        open_round(round, by=ingrid)
    assert few.result == none.result
    assert few.result["answered"] is None
    assert len(few.receipts) == len(none.receipts) == 5
    assert set(receipts) < set(few.receipts)
    bodies = [payload.body for payload in Payload.objects.filter(entry__type="round.opened")]
    assert [(body["answered"], len(body["receipts"])) for body in bodies] == [(None, 5), (None, 5)]
    assert participation(few, ingrid) == participation(none, ingrid)


def test_a_question_few_answered_is_withheld_like_one_nobody_answered(asking, executives, ingrid):
    round = asking(executives, [HEALTH, WHY], mode="confidential")
    for number, person in enumerate(executives[:6]):
        seal_answers(round=round, by=person, answers={"health": 3} | ({"why": "So."} if number < 4 else {}))
    open_round(round, by=ingrid)
    assert round.result["questions"]["why"] == {"kind": "text", "withheld": True}
    assert round.result["questions"]["health"]["answered"] == 6


def test_counts_are_shown_only_where_they_give_nobody_away(asking, executives, ingrid):
    """All threes would tell each what everybody else said; spread answers leave three values open."""
    shown = []
    for answers in ((3, 3, 3, 3, 3, 3), (5, 5, 5, 5, 5, 5), (2, 2, 3, 3, 4, 4)):
        round = asking(executives, [HEALTH], mode="confidential")
        for person, answer in zip(executives, answers, strict=False):
            seal_answers(round=round, by=person, answers={"health": answer})
        shown.append(open_round(round, by=ingrid).result["questions"]["health"])
    alike, extreme, spread = shown
    assert (alike["mean"], alike["rounded"], "counts" in alike) == (3, True, False)
    assert extreme == {"kind": "scale", "withheld": True}
    assert spread["counts"] == [0, 2, 2, 2, 0]


def test_three_answers_give_a_mean_in_half_points_and_nothing_else(asking, executives, ingrid):
    round = asking(executives, EVERY_KIND, mode="confidential", threshold=3)
    for person, health in zip(executives[:3], (3, 3, 4), strict=True):
        seal_answers(round=round, by=person, answers={**EVERY_ANSWER, "health": health})
    open_round(round, by=ingrid)
    found = round.result["questions"]
    assert found.pop("health")["mean"] == 3.5
    assert all(summary == {"kind": summary["kind"], "withheld": True} for summary in found.values())


def test_single_values_are_shown_from_eight_answers_only(asking, executives, ingrid):
    rounds = [asking(executives, EVERY_KIND, mode="confidential") for _ in range(2)]
    for round, number in zip(rounds, (7, 8), strict=True):
        for at, person in enumerate(executives[:number]):
            culture = {"from": 1 + at % 4, "to": 3 + at % 4}
            seal_answers(round=round, by=person, answers={**EVERY_ANSWER, "health": 2 + at % 4, "culture": culture})
        open_round(round, by=ingrid)
    seven, eight = (round.result["questions"] for round in rounds)
    assert seven["odds"]["dots"] is None
    assert seven["cost"]["ranges"] is None
    assert seven["culture"]["pairs"] is None
    assert seven["effort"]["lowest"] is None
    assert seven["health"]["lowest"] == 1
    assert len(eight["odds"]["dots"]) == 8


def test_a_second_round_never_differs_from_the_first_by_one_person(asking, executives, ingrid):
    first = asking(executives, [HEALTH], mode="confidential")
    seal_all(first, executives[:8], {"health": 3})
    open_round(first, by=ingrid)
    second = asking(executives, [HEALTH], mode="confidential", previous=first)
    seal_all(second, executives[:8], {"health": 3})
    seal_answers(round=second, by=executives[8], answers={"health": 5})
    second.refresh_from_db()
    assert second.result["answered"] == 8
    assert second.result["only_who_answered_both"]
    assert second.result["questions"]["health"]["mean"] == 3


def test_confidential_answers_stay_readable_to_their_writer_alone(asking, executives, ingrid, tomasz):
    round = asking(executives, mode="confidential")
    for person in executives:
        seal_answers(round=round, by=person, answers={"where": "poznan" if person == tomasz else "ostrava"})
    round.refresh_from_db()
    assert own_answers(round, tomasz) == ANSWER
    assert own_answers(round, ingrid) == {"where": "ostrava"}


def test_anonymous_answers_and_their_key_are_destroyed_but_the_receipt_stays(asking, executives, tomasz):
    round = asking(executives, mode="anonymous")
    receipts = seal_all(round, executives)
    round.refresh_from_db()
    assert not Envelope.objects.exists()
    assert round.seal.destroyed
    assert bytes(round.seal.wrapped_key) == b""
    assert own_answers(round, tomasz) is None
    assert all(is_listed(round, receipt.lower().replace("-", " ")) for receipt in receipts)
    assert not is_listed(round, "AAAA-BBBB-CCCC-DDDD")


def test_participation_names_people_only_where_answers_carry_names(asking, executives, ingrid, tomasz):
    named, nameless = asking(executives), asking(executives, mode="confidential")
    for round in (named, nameless):
        seal_answers(round=round, by=tomasz, answers=ANSWER)
    decline(round=named, by=executives[2])
    shown = participation(named, ingrid)
    assert [each.person for each in shown.people if each.done] == [tomasz]
    assert executives[2] not in [each.person for each in shown.waiting]
    hidden = participation(nameless, ingrid)
    assert (hidden.done, hidden.people, hidden.enough) == (None, [], False)
    seal_all(nameless, executives[2:6])
    assert participation(nameless, ingrid).enough


def test_what_cannot_be_opened_yet_stays_sealed_for_the_system_too(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    seal_all(round, [tomasz])
    envelope = Envelope.objects.get(owner=tomasz.id)
    with pytest.raises(seals.StillSealed):
        seals.read(round.seal, bytes(envelope.sealed), tomasz.id)


def test_asked_are_written_anew_in_another_order(asking, executives):
    round = asking(executives, mode="confidential")
    before = set(Asked.objects.values_list("id", flat=True))
    seal_all(round, executives)
    assert before.isdisjoint(Asked.objects.values_list("id", flat=True))
    assert Asked.objects.filter(done=True).count() == 9
    assert Organization.objects.count() == 1
