"""Looking back: the process is judged first, then what happened is held against what was foretold."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.decisions import policy, questions
from consort.decisions.actions.moving import advance, begin, in_stage, tell, write
from consort.decisions.actions.pulsing import end_pulse
from consort.decisions.cases import Case
from consort.decisions.facts import DecisionReviewed, ForecastSettled, LessonDrawn, ReviewBegun, ReviewMissed
from consort.decisions.models import Decision, Forecast, Lesson, Part, Review, Stage, Verdict
from consort.decisions.rounds_of import PROCESS
from consort.rounds import actions as rounds
from consort.rounds.models import Round

DAYS_TO_JUDGE = 7
DAYS_UNTIL_MISSED = 14


@transaction.atomic
def begin_review(*, decision: Decision, by: Person | None) -> None:
    """Ask everyone with a part, sealed, how it was decided. Without `by` it is the day of the review that begins it."""
    case = begin(decision, "look_back" if by else "fall_due", by)
    if case is None:
        return
    end_pulse(case)
    advance(decision, "look_back" if by else "fall_due", pulse_on=None)
    everyone = list({role.person_id: role.person for role in case.roles}.values())
    rounds.ask(
        by=by or decision.owner or case.holders(Part.DECIDES)[0],
        kind=PROCESS,
        about=decision,
        title=_("How we decided: %(question)s") % {"question": decision.question},
        questions=questions.of_process(),
        people=everyone,
        mode=Round.Mode.ATTRIBUTED,
        opens_at=clock.now() + timedelta(days=DAYS_TO_JUDGE),
        audience=decision.audience(),
    )
    tell(case, ReviewBegun(decision.question), by)


@transaction.atomic
def settle_forecast(*, forecast: Forecast, by: Person, happened: bool, note: str = "") -> None:
    """Say whether it came true. Nobody settles before the own judgement of the process is sealed."""
    decision = forecast.decision
    case = in_stage(decision, Stage.REVIEW, Stage.CLOSED)
    require(bool(policy.standings(case, by)) and (policy.steers(case, by) or policy.has_part(case, by)))
    require(policy.sees_outcomes(case, by))
    forecast.refresh_from_db()
    if (forecast.happened, forecast.note) == (happened, note.strip()):
        return
    forecast.happened, forecast.note = happened, note.strip()
    forecast.settled_at, forecast.settled_by = clock.now(), by
    forecast.save(update_fields=["happened", "note", "settled_at", "settled_by"])
    tell(case, ForecastSettled(decision.question, forecast.statement), by)


@transaction.atomic
def draw_lesson(*, decision: Decision, by: Person, text: str, change: str = "", id: UUID | None = None) -> Lesson:
    """Write down one thing to take along."""
    case = in_stage(decision, Stage.REVIEW)
    require(policy.has_part(case, by) or policy.steers(case, by))
    require(policy.sees_outcomes(case, by))
    if made := made_before(Lesson.objects.filter(decision=decision, by=by), id):
        return made
    refuse_unless(bool(text.strip()), _("Write it down first. Nothing was kept."))
    lesson = Lesson.objects.create(id=id or uuid4(), decision=decision, text=text.strip(), change=change.strip(), by=by)
    tell(case, LessonDrawn(decision.question), by)
    return lesson


@transaction.atomic
def close_review(*, decision: Decision, by: Person, verdict: Verdict, change: str = "") -> None:
    """End the review with a verdict on the decision itself."""
    case = begin(decision, "close", by)
    if case is None:
        return
    refuse_unless(verdict != Verdict.CHANGE or bool(change.strip()), _("Say which change. Nothing was recorded."))
    Review.objects.create(decision=decision, verdict=verdict, change=change.strip(), by=by)
    advance(decision, "close")
    people = [role.person for role in case.roles]
    tell(case, DecisionReviewed(decision.question, str(Verdict(verdict).label)), by, *people)


@transaction.atomic
def miss_review(*, decision: Decision) -> None:
    """Two weeks after its day the review is not done. Said once, by the clock."""
    case: Case = in_stage(decision, Stage.REVIEW)
    if decision.review_missed is None:
        write(decision, review_missed=clock.now())
        people = [role.person for role in case.roles]
        tell(case, ReviewMissed(decision.question), None, *people)
