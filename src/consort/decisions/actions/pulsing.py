"""The pulse: 30 and 90 days after carrying out began, everyone with a part is asked alone how it goes."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.decisions import questions
from consort.decisions.actions.moving import in_stage, tell, write
from consort.decisions.actions.opening import decision_of
from consort.decisions.cases import Case
from consort.decisions.facts import PulseAsked, PulseOpened
from consort.decisions.models import Decision, Part, Stage
from consort.decisions.rounds_of import PULSE
from consort.rounds import actions as rounds
from consort.rounds.models import Round

FIRST_PULSE, SECOND_PULSE = timedelta(days=30), timedelta(days=90)
DAYS_TO_ANSWER = 7


def first_pulse(today: date) -> date:
    """When to ask first about what begins today."""
    return today + FIRST_PULSE


@transaction.atomic
def ask_pulse(*, decision: Decision) -> Round | None:
    """Ask those who carry it out and those whom it concerns. Done by the clock; None where it is not due."""
    case: Case = in_stage(decision, Stage.EXECUTE)
    if decision.pulse_on is None or decision.pulse_on > clock.today() or case.is_asking:
        return None
    asker = decision.owner or next(iter(case.holders(Part.DECIDES)), None)
    people = list({role.person_id: role.person for role in case.roles}.values())
    earlier = case.rounds.pulses
    write(decision, pulse_on=_after(decision, len(earlier)))
    if asker is None or not people:
        return None
    round = rounds.ask(
        by=asker,
        kind=PULSE,
        about=decision,
        title=_("How it is carried out: %(question)s") % {"question": decision.question},
        questions=questions.of_pulse(),
        people=people,
        mode=Round.Mode.ATTRIBUTED,
        opens_at=clock.now() + timedelta(days=DAYS_TO_ANSWER),
        previous=earlier[-1] if earlier else None,
        audience=decision.audience(),
    )
    tell(case, PulseAsked(decision.question, len(people), round.number), None)
    return round


def _after(decision: Decision, earlier: int) -> date | None:
    """When to ask next: there are two pulses."""
    began = decision.began(Stage.EXECUTE)
    return timezone.localdate(began + SECOND_PULSE) if began and not earlier else None


@transaction.atomic
def read_pulse(round: Round, differently: int, answered: int) -> None:
    """A pulse opens."""
    decision = decision_of(round)
    people = [role.person for role in Case(decision).roles]
    tell(Case(decision), PulseOpened(decision.question, answered, differently), None, *people)


def end_pulse(case: Case) -> None:
    """Open a pulse that is still asking, with what is in: the review comes before it."""
    asking = case.rounds.asking
    if asking is not None and asking.kind == PULSE:
        rounds.open_round(Round.objects.with_people().get(pk=asking.pk))
        del case.rounds
