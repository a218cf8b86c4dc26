"""The days that a decision has set: for its stage now, and for its review."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from consort.core.calendar import Event, Span
from consort.core.models import Person
from consort.decisions.models import Decision, Stage

DAY_OF = {Stage.DEBATE: "debate_until", Stage.RESOLVE: "resolve_by", Stage.COMMIT: "commit_by"}


def days(person: Person, span: Span) -> Iterator[Event]:
    """Of the decisions in which `person` has a part. Runs one query."""
    mine = Q(owner=person) | Q(pk__in=person.decision_roles.values("decision"))
    for decision in Decision.objects.filter(mine, organization=person.organization_id).select_related("organization"):
        for name, label, day in _days_of(decision):
            if span.first <= day <= span.last:
                yield _event(decision, name, label, day)


def _days_of(decision: Decision) -> Iterator[tuple[str, str, date]]:
    stage = Stage(decision.stage)
    labels = {
        Stage.DEBATE: _("Debate until"),
        Stage.RESOLVE: _("Decide by"),
        Stage.COMMIT: _("Say where you stand by"),
    }
    day: date | None = getattr(decision, DAY_OF[stage]) if stage in DAY_OF else None
    if day:
        yield stage.value, labels[stage], day
    if decision.review_on and stage in (Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW):
        yield "review", _("Review"), decision.review_on


def _event(decision: Decision, name: str, label: str, day: date) -> Event:
    return Event(
        uid=f"decision-{decision.pk}-{name}",
        label=label,
        title=decision.question,
        url=decision.get_absolute_url(),
        begins=day,
        changed=decision.began(Stage(decision.stage)) or decision.created,
        partnership=decision.partnership_id,
    )
