"""Checking in on an objective: alone by one who leads it, sealed and opened together by several."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds import actions as rounds
from consort.rounds.models import Question, Round
from consort.rounds.queries import rounds_about
from consort.vision import scoring, silence
from consort.vision.facts.cycles import CheckedIn, CheckedInTogether, CheckInAsked, CheckInTakenBack, ObjectiveSilent
from consort.vision.models import CheckIn, Cycle, Objective
from consort.vision.policy.cycles import leads_of, may_check_in, may_take_back

KIND = "objective-check-in"
CONFIDENCE, NOTE = "confidence", "note"
DAYS_OPEN = 3


@transaction.atomic
def check_in(
    *, objective: Objective, by: Person, confidence: int, note: str = "", id: UUID | None = None
) -> CheckIn | Round:
    """Say how likely it is reached by its date, and what happened.

    Of several leads each is asked alone, and all answers open together: the first begins that round, and its answer is
    sealed at once. `id` is the identity of what is made, check-in or round.
    """
    require(may_check_in(objective, by))
    hold(objective)
    if len(leads_of(objective)) < 2:
        return _write_directly(objective, by, confidence, note, id)
    round = asking_about(objective) or _opened_since(objective, id) or _ask(objective, by, id)
    if round.is_asking:
        rounds.seal_answers(round=round, by=by, answers={CONFIDENCE: confidence, NOTE: note})
    return round


@transaction.atomic
def take_back(*, check_in: CheckIn, by: Person) -> None:
    """Take one's own check-in away, as long as nobody answered alone to it."""
    require(may_take_back(check_in, by))
    objective = check_in.objective
    hold(objective)
    if not CheckIn.objects.filter(pk=check_in.pk).exists():
        return
    CheckIn.objects.filter(pk=check_in.pk).delete()
    record(CheckInTakenBack(objective.title), on=objective, by=by)


@transaction.atomic
def keep_opened(round: Round, answers: Sequence[tuple[Person, dict[str, Any]]]) -> None:
    """A sealed check-in opens: what each said becomes their check-in. Runs inside the opening."""
    objective = Objective.objects.select_related("cycle", "organization").get(pk=str(round.about_id))
    moment = clock.now()
    progress = scoring.progress_of(objective, clock.today())
    CheckIn.objects.bulk_create(
        CheckIn(
            objective=objective,
            cycle=objective.cycle,
            person=person,
            round=round,
            confidence=given[CONFIDENCE],
            note=given.get(NOTE, ""),
            progress=progress,
            at=moment,
        )
        for person, given in answers
    )
    if answers:
        people = [person for person, _given in answers]
        record(CheckedInTogether(objective.title, len(people)), on=objective, by=None, concerning=people)


@transaction.atomic
def say_silent(*, objective: Objective) -> None:
    """Nobody has checked in for longer than agreed. Said by the clock, once for each silence."""
    hold(objective)
    last = CheckIn.objects.filter(objective=objective).order_by("-at").values_list("at", flat=True).first()
    due = silence.due_on(objective, last)
    if due is None or clock.today() <= due:
        return
    assert objective.cycle is not None
    days = (clock.today() - due).days + objective.cycle.every
    record(ObjectiveSilent(objective.title, days), on=objective, by=None, concerning=leads_of(objective))


def asking_about(objective: Objective) -> Round | None:
    """The sealed check-in that is being answered, if any. Runs one query."""
    return rounds_about(objective).filter(kind=KIND, state=Round.State.ASKING).first()


def hold(objective: Objective) -> None:
    """Lock the row and read it anew. Raises Refused for what is not pursued now."""
    objective.refresh_from_db(from_queryset=Objective.objects.select_related("cycle").select_for_update(of=("self",)))
    refuse_unless(
        objective.state == Objective.State.AGREED,
        _("“%(title)s” is not an agreed objective. Nothing was kept.") % {"title": objective.title},
    )
    stage = objective.cycle.stage if objective.cycle else Cycle.Stage.RUN
    refuse_unless(stage != Cycle.Stage.PLAN, _("Its cycle has not started yet. Nothing was kept."))
    refuse_unless(stage != Cycle.Stage.CLOSED, _("Its cycle is closed. Nothing was kept."))


def _write_directly(objective: Objective, by: Person, confidence: int, note: str, id: UUID | None) -> CheckIn:
    if made := made_before(CheckIn.objects.filter(objective=objective, person=by), id):
        return made
    made = CheckIn.objects.create(
        **({"id": id} if id else {}),
        objective=objective,
        cycle=objective.cycle,
        person=by,
        confidence=confidence,
        note=note.strip(),
        progress=scoring.progress_of(objective, clock.today()),
    )
    record(CheckedIn(objective.title), on=objective, by=by)
    return made


def _opened_since(objective: Objective, id: UUID | None) -> Round | None:
    """The round that an earlier sending of the same form began, when it has opened meanwhile."""
    return rounds_about(objective).filter(kind=KIND, pk=id).first() if id else None


def _ask(objective: Objective, by: Person, id: UUID | None) -> Round:
    round = rounds.ask(
        by=by,
        kind=KIND,
        about=objective,
        title=_("Check-in: %(title)s") % {"title": objective.title},
        questions=questions(),
        people=leads_of(objective),
        mode=Round.Mode.ATTRIBUTED,
        opens_at=clock.now() + timedelta(days=DAYS_OPEN),
        audience=objective.audience(),
        id=id,
    )
    record(CheckInAsked(objective.title), on=objective, by=by)
    return round


def questions() -> list[rounds.NewQuestion]:
    """What each of several leads is asked."""
    prompt = _("How likely is it that we reach it by its date?")
    return [
        rounds.NewQuestion(CONFIDENCE, Question.Kind.PROBABILITY, prompt),
        rounds.NewQuestion(NOTE, Question.Kind.TEXT, _("What happened since the last time?"), required=False),
    ]
