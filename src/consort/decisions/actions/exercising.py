"""Calibration exercises. Nobody but the person ever learns of one: nothing is recorded in the ledger."""

from collections.abc import Mapping, Sequence
from itertools import chain
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.decisions.calibration.judging import Given, draw
from consort.decisions.models import Exercise, ExerciseAnswer


@transaction.atomic
def begin_exercise(*, by: Person, id: UUID | None = None) -> Exercise:
    """Questions that the person was not asked before, as long as there are any; one that is open goes on."""
    require(by.left is None)
    if made := made_before(Exercise.objects.filter(person=by), id):
        return made
    if open_ := Exercise.objects.filter(person=by, finished=None).first():
        return open_
    asked = chain.from_iterable(Exercise.objects.filter(person=by).values_list("questions", flat=True))
    key = id or uuid4()
    return Exercise.objects.create(id=key, person=by, questions=draw(asked, key))


@transaction.atomic
def finish_exercise(*, exercise: Exercise, by: Person, answers: Sequence[Given]) -> None:
    """Keep all answers at once. Sent twice, the first sending stands."""
    require(exercise.person_id == by.pk)
    exercise.refresh_from_db(from_queryset=Exercise.objects.select_for_update())
    if exercise.finished:
        return
    given: Mapping[str, Given] = {each.question: each for each in answers}
    complete = set(given) == set(exercise.questions) and len(answers) == len(given)
    refuse_unless(complete, _("Some questions have no answer yet. Nothing was kept."))
    ExerciseAnswer.objects.bulk_create(
        ExerciseAnswer(exercise=exercise, **vars(given[question])) for question in exercise.questions
    )
    exercise.finished = clock.now()
    exercise.save(update_fields=["finished"])
