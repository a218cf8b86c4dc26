"""The calibration exercise: answered alone, judged, seen by nobody else."""

import pytest
from django.urls import reverse

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry
from consort.decisions.actions.exercising import begin_exercise, finish_exercise
from consort.decisions.calibration.judging import Given, judge
from consort.decisions.calibration.questions import ALL, QUANTITIES, STATEMENTS, Quantity
from consort.decisions.models import Exercise, ExerciseAnswer


def url(name, *more):
    return reverse(f"decisions:{name}", args=["varnholt", *more])


def perfect(exercise):
    return [
        Given(key, low=ALL[key].truth - 1, high=ALL[key].truth + 1)
        if isinstance(ALL[key], Quantity)
        else Given(key, 100 if ALL[key].truth else 0)
        for key in exercise.questions
    ]


def form(answers):
    sent = {}
    for each in answers:
        if each.percent is None:
            sent |= {f"{each.question}-low": each.low, f"{each.question}-high": each.high}
        else:
            sent[each.question] = each.percent
    return sent


def test_there_are_enough_questions_and_each_names_its_source():
    assert len(ALL) == len(STATEMENTS) + len(QUANTITIES) >= 40
    assert all(each.source and str(each.text) for each in ALL.values())
    assert 0.35 < sum(each.truth for each in STATEMENTS) / len(STATEMENTS) < 0.75


def test_a_second_sitting_asks_other_questions(ingrid):
    first = begin_exercise(by=ingrid)
    assert begin_exercise(by=ingrid) == first
    finish_exercise(exercise=first, by=ingrid, answers=perfect(first))
    second = begin_exercise(by=ingrid)
    assert not set(first.questions) & set(second.questions)
    assert len(second.questions) == 20


def test_answers_are_kept_once_and_whole(ingrid, tomasz):
    exercise = begin_exercise(by=ingrid)
    with pytest.raises(Refused, match="no answer yet"):
        finish_exercise(exercise=exercise, by=ingrid, answers=perfect(exercise)[1:])
    with pytest.raises(NotAllowed):
        finish_exercise(exercise=exercise, by=tomasz, answers=perfect(exercise))
    for _ in range(2):
        finish_exercise(exercise=exercise, by=ingrid, answers=perfect(exercise))
    assert ExerciseAnswer.objects.count() == 20


def test_nothing_of_it_enters_the_ledger(ingrid):
    before = Entry.objects.count()
    exercise = begin_exercise(by=ingrid)
    finish_exercise(exercise=exercise, by=ingrid, answers=perfect(exercise))
    assert Entry.objects.count() == before


def test_a_person_goes_through_it_on_the_pages(ingrid, sign_in, django_assert_max_num_queries):
    client = sign_in(ingrid)
    assert "not tried it yet" in client.get(url("calibration")).content.decode()
    for _ in range(2):
        client.post(url("exercise_begin"))
        exercise = Exercise.objects.get(finished=None)
        assert client.post(url("exercise", exercise.pk), {"light": 101}).status_code == 422
        assert client.post(url("exercise", exercise.pk), form(perfect(exercise))).status_code == 303
        assert "8 of 8 ranges held the truth" in client.get(url("exercise", exercise.pk)).content.decode()
    with django_assert_max_num_queries(15):
        page = client.get(url("calibration")).content.decode()
    assert "You were 100% sure on average, and right 100% of the time." in page


def test_below_twenty_answers_there_is_no_curve(ingrid, sign_in):
    exercise = begin_exercise(by=ingrid)
    finish_exercise(exercise=exercise, by=ingrid, answers=perfect(exercise))
    assert "A curve needs 8 answers more" in sign_in(ingrid).get(url("calibration")).content.decode()


def test_nobody_else_finds_it(ingrid, tomasz, sign_in):
    exercise = begin_exercise(by=ingrid)
    other = sign_in(tomasz)
    assert other.get(url("exercise", exercise.pk)).status_code == 404
    assert other.post(url("exercise", exercise.pk), form(perfect(exercise))).status_code == 404


def test_bounds_that_do_not_fit_come_back_with_what_was_entered(ingrid, sign_in):
    exercise = begin_exercise(by=ingrid)
    sent = form(perfect(exercise))
    key = exercise.questions[-1]
    sent[f"{key}-low"], sent[f"{key}-high"] = 7, 3
    answer = sign_in(ingrid).post(url("exercise", exercise.pk), sent)
    assert answer.status_code == 422
    assert "This lies below the lower bound." in answer.content.decode()
    assert not ExerciseAnswer.objects.exists()


@pytest.mark.parametrize(
    ("given", "hit"),
    [
        (Given("everest", 10), True),
        (Given("everest", 90), False),
        (Given("everest", 50), None),
        (Given("piano", low=80, high=88), True),
        (Given("piano", low=60, high=87), False),
    ],
)
def test_answers_are_judged(given, hit):
    (judged,) = judge([given])
    assert judged.is_hit is hit


def test_questions_that_are_asked_no_more_are_left_out():
    assert judge([Given("gone", 50)]) == []
