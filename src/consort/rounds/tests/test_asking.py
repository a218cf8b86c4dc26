from datetime import timedelta
from uuid import uuid4

import pytest

from consort.core import clock, seals
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry, Payload
from consort.rounds.actions import (
    NewQuestion,
    decline,
    keep_draft,
    move_opening,
    open_round,
    seal_answers,
    take_back,
    withdraw,
)
from consort.rounds.answers import BadAnswers
from consort.rounds.models import Asked, Envelope, Round
from consort.rounds.queries import (
    answers_of,
    open_rounds_for,
    own,
    own_answers,
    participation,
    rounds_about,
)

ANSWER = {"where": "poznan"}


def facts_of(round: Round) -> list[str]:
    return list(Entry.objects.filter(object_id=round.id).order_by("seq").values_list("type", flat=True))


def test_a_round_is_found_from_what_it_is_about_and_numbered_after_the_one_before(asking, ingrid, tomasz, pair):
    first = asking([ingrid, tomasz], about=pair)
    second = asking([ingrid, tomasz], about=pair, previous=first)
    assert list(rounds_about(pair)) == [first, second]
    assert [first.number, second.number] == [1, 2]


def test_asking_twice_with_the_same_id_asks_once(asking, ingrid, tomasz):
    id = uuid4()
    assert asking([ingrid, tomasz], id=id) == asking([ingrid, tomasz], id=id)
    assert facts_of(Round.objects.get()) == ["round.asked"]


def test_who_is_asked_sees_the_round_even_outside_its_audience(asking, ingrid, observer, administrator):
    round = asking([ingrid, observer])
    assert list(Round.objects.visible_to(observer)) == [round]
    assert list(Round.objects.visible_to(administrator)) == []


def test_nobody_of_another_organization_is_asked(asking, ingrid, stranger):
    with pytest.raises(NotAllowed):
        asking([ingrid, stranger])
    assert not Round.objects.exists()


@pytest.mark.parametrize(
    ("people", "more", "message"),
    [
        (0, {}, "at least one person"),
        (2, {"mode": "anonymous"}, "Two people cannot"),
        (4, {"mode": "confidential"}, "below 5 answers"),
        (2, {"opens_at": clock.now() - timedelta(hours=1)}, "has passed"),
    ],
)
def test_what_could_not_be_kept_is_not_asked(asking, executives, people, more, message):
    with pytest.raises(Refused, match=message):
        asking(executives[:people], **more)
    assert not Round.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "choice"},
        {"kind": "choice", "settings": {"options": [{"key": "a"}, {"key": "a"}]}},
        {"kind": "scale", "settings": {"min": 5, "max": 5}},
        {"kind": "guess"},
        {"kind": "text", "key": "not a key"},
    ],
)
def test_a_question_that_makes_no_sense_cannot_be_made(wrong):
    with pytest.raises(ValueError):
        NewQuestion(**{"key": "key", "prompt": "?", **wrong})


def test_sealed_answers_are_replaced_and_never_doubled(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    first = seal_answers(round=round, by=ingrid, answers={"where": "ostrava"})
    second = seal_answers(round=round, by=ingrid, answers=ANSWER)
    assert first != second
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    open_round(round, by=ingrid)
    assert round.result["questions"]["where"]["counts"] == [0, 2, 0]
    assert round.receipts.count(second) == 1
    assert first not in round.receipts


def test_the_same_form_sent_twice_seals_once(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    assert seal_answers(round=round, by=ingrid, answers=ANSWER) == seal_answers(round=round, by=ingrid, answers=ANSWER)
    assert facts_of(round) == ["round.asked", "round.sealed"]


def test_bad_answers_change_nothing(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    receipt = seal_answers(round=round, by=ingrid, answers=ANSWER)
    with pytest.raises(BadAnswers):
        seal_answers(round=round, by=ingrid, answers={"where": "nowhere"})
    assert own_answers(round, ingrid) == ANSWER
    assert own(round, ingrid).receipt == receipt


def test_a_draft_is_the_writers_alone_and_never_counted(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    keep_draft(round=round, by=ingrid, answers={"where": "ostrava"})
    assert own(round, ingrid).draft == {"where": "ostrava"}
    assert own(round, tomasz).draft is None
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    open_round(round, by=ingrid)
    assert round.result["answered"] == 1
    assert [answer.person for answer in answers_of(round)] == [tomasz]
    assert not Envelope.objects.filter(draft__isnull=False).exists()


def test_a_draft_beside_sealed_answers_leaves_them_counted_until_it_is_sealed(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    keep_draft(round=round, by=ingrid, answers={"where": "ostrava"})
    assert own_answers(round, ingrid) == ANSWER
    seal_answers(round=round, by=ingrid, answers={"where": "ostrava"})
    assert own(round, ingrid).draft is None


def test_what_is_taken_back_does_not_count_and_is_a_draft_again(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    take_back(round=round, by=ingrid)
    take_back(round=round, by=ingrid)
    assert own_answers(round, ingrid) is None
    assert own(round, ingrid).draft == ANSWER
    assert participation(round, ingrid).done == 0
    assert facts_of(round) == ["round.asked", "round.sealed", "round.unsealed"]


def test_who_declines_is_no_longer_waited_for_and_may_come_back(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    decline(round=round, by=ingrid)
    assert own_answers(round, ingrid) is None
    assert participation(round, ingrid).done == 0
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    decline(round=round, by=tomasz)
    seal_answers(round=round, by=priya, answers=ANSWER)
    round.refresh_from_db()
    assert round.is_opened
    assert round.result["answered"] == 2


def test_who_is_not_asked_can_do_nothing(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz])
    for verb in (seal_answers, keep_draft):
        with pytest.raises(NotAllowed):
            verb(round=round, by=priya, answers=ANSWER)
    for verb in (take_back, decline, withdraw):
        with pytest.raises(NotAllowed):
            verb(round=round, by=priya)
    with pytest.raises(NotAllowed):
        open_round(round, by=tomasz)
    with pytest.raises(NotAllowed):
        move_opening(round=round, opens_at=clock.now() + timedelta(days=1), by=tomasz)


def test_guests_are_entered_by_whoever_asked_and_nobody_for_another_person(asking, ingrid, tomasz):
    round = asking([tomasz], guests=["Ballot 1", "Ballot 2"])
    first, second = Asked.objects.filter(person=None).order_by("guest")
    seal_answers(round=round, by=ingrid, answers=ANSWER, asked=first)
    with pytest.raises(NotAllowed):
        seal_answers(round=round, by=tomasz, answers=ANSWER, asked=second)
    with pytest.raises(NotAllowed):
        seal_answers(round=round, by=ingrid, answers=ANSWER, asked=Asked.objects.get(person=tomasz))
    seal_answers(round=round, by=ingrid, answers={"where": "ostrava"}, asked=second)
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    round.refresh_from_db()
    found = {answer.name: answer.answers["where"] for answer in answers_of(round)}
    assert found == {"Ballot 1": "poznan", "Ballot 2": "ostrava", "Tomasz Wierzbicki": "poznan"}


def test_a_moved_opening_is_recorded_and_never_into_the_past(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz], opens_at=clock.now() + timedelta(days=1))
    move_opening(round=round, opens_at=clock.now() + timedelta(days=2), by=ingrid)
    with pytest.raises(Refused):
        move_opening(round=round, opens_at=clock.now() - timedelta(days=2), by=ingrid)
    assert facts_of(round) == ["round.asked", "round.moved"]


def test_a_withdrawn_round_can_never_be_read(asking, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    withdraw(round=round, by=tomasz)
    withdraw(round=round, by=ingrid)
    assert facts_of(round)[-1] == "round.withdrawn"
    assert own_answers(round, tomasz) is None
    assert not Envelope.objects.exists()
    with pytest.raises(Refused):
        open_round(round, by=ingrid)
    with pytest.raises(Refused):
        seal_answers(round=round, by=tomasz, answers=ANSWER)


def test_nothing_changes_after_the_opening(asking, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    open_round(round, by=ingrid)
    for verb in (seal_answers, keep_draft):
        with pytest.raises(Refused):
            verb(round=round, by=ingrid, answers=ANSWER)
    for verb, person in ((take_back, tomasz), (decline, tomasz), (withdraw, ingrid)):
        with pytest.raises(Refused):
            verb(round=round, by=person)


def test_answers_by_name_only_after_the_opening_and_only_with_names(asking, executives, ingrid):
    attributed, confidential = asking(executives), asking(executives, mode="confidential")
    with pytest.raises(seals.StillSealed):
        answers_of(attributed)
    open_round(confidential, by=ingrid)
    with pytest.raises(seals.StillSealed):
        answers_of(confidential)


def test_rounds_wait_for_a_person_until_they_have_sealed_or_declined(asking, ingrid, tomasz, priya):
    round, other = asking([ingrid, tomasz, priya]), asking([ingrid, tomasz])
    assert list(open_rounds_for(ingrid)) == [round, other]
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    decline(round=other, by=ingrid)
    assert list(open_rounds_for(ingrid)) == []


def test_only_rounds_with_names_record_who_sealed(asking, executives):
    round = asking(executives, mode="anonymous")
    seal_answers(round=round, by=executives[0], answers=ANSWER)
    take_back(round=round, by=executives[0])
    decline(round=round, by=executives[0])
    assert facts_of(round) == ["round.asked"]


@pytest.mark.parametrize("verb", ["seal", "take back", "decline", "withdraw", "open"])
def test_a_fact_that_fails_undoes_the_change(asking, ingrid, tomasz, priya, monkeypatch, verb):
    round = asking([ingrid, tomasz, priya])
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    before = rows()
    monkeypatch.setattr(Payload, "save", _fail)
    with pytest.raises(ZeroDivisionError):
        {
            "seal": lambda: seal_answers(round=round, by=ingrid, answers=ANSWER),
            "take back": lambda: take_back(round=round, by=tomasz),
            "decline": lambda: decline(round=round, by=ingrid),
            "withdraw": lambda: withdraw(round=round, by=ingrid),
            "open": lambda: open_round(round),
        }[verb]()
    assert rows() == before


def rows() -> list[object]:
    return [list(model.objects.order_by("id").values()) for model in (Round, Asked, Envelope)]


def _fail(*_arguments, **_named):
    raise ZeroDivisionError
