"""Check-ins: written directly by one, sealed and opened together by several; silence is never green."""

from datetime import timedelta
from uuid import uuid4

import pytest

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.rounds.actions import seal_answers
from consort.rounds.actions.opening import open_due
from consort.rounds.models import Round
from consort.vision import silence
from consort.vision.actions import cycles
from consort.vision.actions.checking_in import KIND, asking_about, check_in, take_back
from consort.vision.contexts.check_ins import section
from consort.vision.models import CheckIn
from consort.vision.queries.cycles import pursued
from consort.vision.silence import Word
from consort.vision.tests.conftest import MONDAY
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")


def standing(objective, days=0):
    with clock.at(MONDAY + timedelta(days=days)):
        (found,) = pursued([objective], clock.today())
    return found.standing


def test_one_lead_writes_it_directly(alone, tomasz):
    made = check_in(objective=alone, by=tomasz, confidence=80, note="Three offers are in.")
    assert isinstance(made, CheckIn)
    assert (made.confidence, made.note, made.cycle) == (80, "Three offers are in.", alone.cycle)
    assert made.progress == 0
    assert not Round.objects.filter(kind=KIND).exists()


def test_the_same_form_twice_checks_in_once(alone, tomasz):
    key = uuid4()
    for _time in range(2):
        check_in(objective=alone, by=tomasz, confidence=80, id=key)
    assert CheckIn.objects.count() == 1


def test_several_leads_are_asked_alone_and_opened_together(shared, ingrid, tomasz):
    round = check_in(objective=shared, by=tomasz, confidence=80, note="The hub helps.", id=uuid4())
    assert round.is_asking
    assert not CheckIn.objects.exists()
    check_in(objective=shared, by=ingrid, confidence=45)
    round.refresh_from_db()
    assert round.is_opened
    said = {each.person.first_name: (each.confidence, each.note) for each in CheckIn.objects.all()}
    assert said == {"Tomasz": (80, "The hub helps."), "Ingrid": (45, "")}


def test_the_first_form_sent_twice_asks_once(shared, tomasz):
    key = uuid4()
    for _time in range(2):
        check_in(objective=shared, by=tomasz, confidence=80, id=key)
    assert Round.objects.filter(kind=KIND).count() == 1


def test_before_it_opens_nothing_of_it_is_shown(shared, ingrid, tomasz):
    check_in(objective=shared, by=tomasz, confidence=83, note="The hub helps.")
    for reader in (ingrid, tomasz):
        shown = section(shared, reader)
        assert "83" not in str(shown["chart"]) + str(shown["moments"])
        assert shown["sealed"] == "One of two is in; nobody can read it yet."


def test_two_people_are_shown_side_by_side_without_a_figure_over_both(shared, ingrid, tomasz):
    check_in(objective=shared, by=tomasz, confidence=80)
    check_in(objective=shared, by=ingrid, confidence=45)
    shown = section(shared, ingrid)
    assert shown["finding"] == "You 45%, Tomasz 80%"
    assert shown["moments"][0].is_pair
    assert 'class="dot b"' in shown["chart"]


def test_after_three_days_it_opens_with_those_who_are_in(shared, tomasz):
    check_in(objective=shared, by=tomasz, confidence=80)
    with clock.at(MONDAY + timedelta(days=3, minutes=1)):
        assert open_due() == 1
    assert [each.confidence for each in CheckIn.objects.all()] == [80]
    assert asking_about(shared) is None


def test_only_those_who_lead_check_in(alone, ingrid):
    with pytest.raises(NotAllowed):
        check_in(objective=alone, by=ingrid, confidence=80)


@pytest.mark.parametrize("name", ["begin_review", "back_to_plan"])
def test_it_is_for_what_is_pursued(alone, running, ingrid, tomasz, name):
    cycles.move_cycle(cycle=running, name=name, by=ingrid)
    if name == "begin_review":
        cycles.move_cycle(cycle=running, name="run_on", by=ingrid)
        cycles.move_cycle(cycle=running, name="back_to_plan", by=ingrid)
    with pytest.raises(Refused, match="not started"):
        check_in(objective=alone, by=tomasz, confidence=80)


def test_a_draft_is_not_checked_in_on(between_two, tomasz):
    with pytest.raises(Refused, match="not an agreed objective"):
        check_in(objective=between_two, by=tomasz, confidence=80)


def test_one_takes_back_only_what_nobody_answered_to(alone, shared, ingrid, tomasz):
    mine = check_in(objective=alone, by=tomasz, confidence=80)
    with pytest.raises(NotAllowed):
        take_back(check_in=mine, by=ingrid)
    take_back(check_in=mine, by=tomasz)
    take_back(check_in=mine, by=tomasz)
    assert not CheckIn.objects.exists()
    for person in (ingrid, tomasz):
        check_in(objective=shared, by=person, confidence=80)
    with pytest.raises(NotAllowed):
        take_back(check_in=CheckIn.objects.get(person=tomasz), by=tomasz)


def test_silence_is_never_green(alone, tomasz):
    assert standing(alone).word == Word.NOT_YET
    check_in(objective=alone, by=tomasz, confidence=95)
    assert (standing(alone).word, standing(alone).shape) == (Word.LIKELY, "good")
    assert standing(alone, 14).word == Word.LIKELY
    late = standing(alone, 15)
    assert (late.word, late.shape, late.silent_for) == (Word.SILENT, "open", 15)


@pytest.mark.parametrize(
    ("said", "word"), [(70, Word.LIKELY), (69, Word.IN_DOUBT), (40, Word.IN_DOUBT), (39, Word.UNLIKELY)]
)
def test_the_word_follows_the_rule(said, word):
    assert silence.word_of(said) == word


def test_the_most_doubtful_is_heard_first(shared, ingrid, tomasz):
    check_in(objective=shared, by=tomasz, confidence=90)
    check_in(objective=shared, by=ingrid, confidence=30)
    assert standing(shared).word == Word.UNLIKELY


def test_what_was_sealed_can_be_changed_until_it_opens(shared, tomasz):
    round = check_in(objective=shared, by=tomasz, confidence=80)
    seal_answers(round=round, by=tomasz, answers={"confidence": 60})
    assert round.is_asking
