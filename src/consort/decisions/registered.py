"""What the packages below learn of decisions."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds, sweeps, waiting
from consort.decisions import results
from consort.decisions.models import Decision
from consort.decisions.sweeping import sweep
from consort.decisions.waiting import waiting_for


def _found_as(decision: Decision) -> tuple[str, str]:
    """What search finds it by. Input is not among it, sealed or opened."""
    words = [decision.context, decision.outcome_text, decision.because, decision.label]
    return decision.question, "\n".join(word for word in words if word)


kinds.register(kinds.Kind("decision", Decision, _("decision"), _found_as))
sweeps.register("decisions", sweep)
waiting.register(waiting_for)
results.register_all()
