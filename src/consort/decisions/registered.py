"""What the packages below learn of decisions."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consort.core import calendar, kinds, sweeps, waiting
from consort.decisions import results
from consort.decisions.actions.bringing import sweep_files
from consort.decisions.calendar import days
from consort.decisions.models import Decision, Stage, StatementMap
from consort.decisions.sweeping import sweep
from consort.decisions.waiting import waiting_for
from consort.decisions.wording import standing


def _found_as(decision: Decision) -> tuple[str, str]:
    """What search finds it by. Input is not among it, sealed or opened."""
    words = [decision.context, decision.outcome_text, decision.because, decision.label]
    return decision.question, "\n".join(word for word in words if word)


def _line(decision: Decision) -> kinds.Line:
    return kinds.Line(decision.question, standing(decision), decision.owner)


_work = kinds.Work(~Q(stage=Stage.CLOSED), _line, ("owner",))
kinds.register(kinds.Kind("decision", Decision, _("decision"), _found_as, _work))
kinds.register(kinds.Kind("statement_map", StatementMap, _("statement map"), lambda each: (each.title, each.about)))
sweeps.register("decisions", sweep)
sweeps.register("files nobody kept", sweep_files)
waiting.register(waiting_for)
results.register_all()
calendar.register(days)
