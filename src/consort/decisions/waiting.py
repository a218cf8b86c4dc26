"""What of decisions waits for whom. Sealed rounds tell of themselves; this tells the rest."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.decisions.models import Choice, Decision, Message, Part, Role, Stage, Stance
from consort.rounds.models import Round


def waiting_for(person: Person) -> Iterable[Waiting]:
    """Frames to finish, debates to close, decisions to take, stances to give, reviews to close. Runs one query."""
    for decision in _candidates(person):
        found = _waits(decision, person)
        if found:
            action, since, due = found
            yield Waiting(
                place="decisions",
                label=_("Decision"),
                title=decision.question,
                url=decision.get_absolute_url(),
                meta=_meta(decision),
                action=action,
                since=since or decision.created,
                holds_up=0 if decision.stage == Stage.FRAME else max(decision.people - 1, 0),  # type: ignore[attr-defined]
                due=_end_of(due),
            )


def _candidates(person: Person) -> models.QuerySet[Decision]:
    here = models.OuterRef("pk")
    mine = Role.objects.filter(decision=here, person=person)
    standing = Stance.objects.filter(decision=here, replaced=None)
    involved = models.Q(owner=person) | models.Q(pk__in=person.decision_roles.values("decision"))
    return (
        Decision.objects.filter(involved, organization=person.organization_id)
        .exclude(stage__in=(Stage.CLOSED, Stage.INPUT))
        .select_related("organization")
        .annotate(
            decides=models.Exists(mine.filter(part=Part.DECIDES)),
            has_part=models.Exists(mine),
            said=models.Exists(standing.filter(person=person)),
            passed_on=models.Exists(
                standing.filter(choice=Choice.OBJECT, answer="", escalated__isnull=False, escalates_to=person)
            ),
            to_approve=models.Exists(Message.objects.filter(decision=here).exclude(approvals__person=person)),
            to_tell=models.Exists(
                Message.objects.filter(decision=here, approvals__isnull=False).exclude(tellings__person=person)
            ),
            unanswered=models.Exists(standing.filter(choice=Choice.OBJECT, answer="")),
            asking=models.Exists(Round.objects.filter(about_id=here, state=Round.State.ASKING)),
            people=_distinct(Role.objects.filter(decision=here, person__left=None)),
            spoken=_distinct(standing),
        )
    )


def _distinct(rows: models.QuerySet[Any]) -> Coalesce:
    """How many different people stand in `rows` of the outer decision."""
    counted = rows.order_by().values("decision").annotate(n=models.Count("person", distinct=True)).values("n")
    return Coalesce(models.Subquery(counted), 0)


def _waits(decision: Any, person: Person) -> tuple[str, datetime | None, date | None] | None:
    """(what to do, since when, by when), or None."""
    steers = decision.decides or decision.owner_id == person.pk
    match Stage(decision.stage):
        case Stage.FRAME if decision.owner_id == person.pk:
            return _("Finish the frame"), decision.created, None
        case Stage.DEBATE if steers and not decision.asking and _is_over(decision.debate_until):
            return _("Close the debate"), _end_of(decision.debate_until), decision.debate_until
        case Stage.RESOLVE if decision.decides and not decision.asking:
            return _("Decide"), decision.began(Stage.RESOLVE), decision.resolve_by
        case Stage.COMMIT:
            return _waits_in_commit(decision)
        case Stage.EXECUTE:
            return _waits_in_execution(decision)
        case Stage.REVIEW if steers and not decision.asking:
            return _("Close the review"), decision.began(Stage.REVIEW), decision.review_on
        case _:
            return None


def _waits_in_commit(decision: Any) -> tuple[str, datetime | None, date | None] | None:
    since = decision.began(Stage.COMMIT)
    if decision.has_part and not decision.said:
        return _("Say where you stand"), since, decision.commit_by
    if waits := _waits_to_be_answered(decision, since):
        return waits
    if decision.decides and (decision.spoken >= decision.people or _is_over(decision.commit_by)):
        return _("Begin to carry it out"), since, decision.commit_by
    return None


def _waits_in_execution(decision: Any) -> tuple[str, datetime | None, date | None] | None:
    since = decision.began(Stage.EXECUTE)
    if waits := _waits_to_be_answered(decision, since):
        return waits
    return (_("Tell your team"), since, None) if decision.has_part and decision.to_tell else None


def _waits_to_be_answered(decision: Any, since: datetime | None) -> tuple[str, datetime | None, date | None] | None:
    """An objection, or words that wait for those who decide."""
    if decision.unanswered and (decision.decides or decision.passed_on):
        return _("Answer the objection"), since, decision.commit_by
    if decision.decides and decision.to_approve:
        return _("Approve what the teams are told"), since, None
    return None


def _meta(decision: Decision) -> str:
    return f"{decision.label}. {Stage(decision.stage).label}"


def _is_over(day: date | None) -> bool:
    return day is not None and day < clock.today()


def _end_of(day: date | None) -> datetime | None:
    """The end of the day, in the active time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min)) if day else None
