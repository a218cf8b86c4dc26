"""Framing: writing the question down, changing it until somebody is asked, dropping it."""

from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Organization, Person
from consort.decisions import policy
from consort.decisions.actions.moving import advance, begin, in_stage, tell, write
from consort.decisions.cases import Case
from consort.decisions.facts import DecisionDropped, DecisionFramed, DecisionReframed
from consort.decisions.frames import Audience, Frame
from consort.decisions.models import Decision, Forecast, Option, OptionFact, Role, Stage, letter_of

OWN = (
    "question", "context", "way_back", "rule", "method", "base", "share", "quorum", "seats",
    "input_closes", "debate_until", "resolve_by", "commit_by", "review_on",
)  # fmt: skip


@transaction.atomic
def frame_decision(*, by: Person, frame: Frame, id: UUID | None = None) -> Decision:
    """Write a question down with what is known so far; it is numbered and can be changed until input is asked."""
    require(policy.may_frame(by))
    if made := made_before(Decision.objects.filter(organization=by.organization, owner=by), id):
        return made
    _check(frame, by)
    decision = Decision.objects.create(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        number=_next_number(by.organization),
        **_columns(frame),
    )
    _fill(decision, frame)
    advance_to_frame(decision)
    tell(Case(decision), DecisionFramed(decision.question), by)
    return decision


def advance_to_frame(decision: Decision) -> None:
    """Note when the frame began."""
    write(decision, reached={str(Stage.FRAME): decision.created.isoformat()})


@transaction.atomic
def change_frame(*, decision: Decision, by: Person, frame: Frame, revision: int) -> None:
    """Replace the frame. Refused when somebody else kept another one since `revision` was read."""
    case = in_stage(decision, Stage.FRAME)
    require(policy.may_edit(case, by))
    refuse_unless(
        revision == decision.revision,
        _("Somebody else changed this frame meanwhile. Nothing of yours was kept: read theirs, then change it again."),
    )
    _check(frame, by)
    decision.options.all().delete()
    decision.roles.all().delete()
    decision.forecasts.all().delete()
    write(decision, **_columns(frame), revision=revision + 1)
    _fill(decision, frame)
    tell(case, DecisionReframed(decision.question), by)


@transaction.atomic
def drop(*, decision: Decision, by: Person) -> None:
    """Close a question that nobody was asked yet."""
    case = begin(decision, "drop", by)
    if case:
        advance(decision, "drop")
        tell(case, DecisionDropped(decision.question), by)


def _check(frame: Frame, by: Person) -> None:
    people = [role.person for role in frame.roles]
    audience = frame.audience
    require(all(person.organization_id == by.organization_id for person in people))
    require(audience.partnership is None or audience.partnership.pk in by.partnership_ids or by.is_facilitator)
    require(audience.department is None or audience.department.organization_id == by.organization_id)
    refuse_unless(bool(frame.question.strip()), _("Write the question down first. Nothing was kept."))
    titles = [option.title.casefold() for option in frame.options]
    refuse_unless(len(set(titles)) == len(titles), _("Two options have the same name. Nothing was kept."))


def _columns(frame: Frame) -> dict[str, Any]:
    audience: Audience = frame.audience
    return {name: getattr(frame, name) for name in OWN} | {
        "visibility": audience.level,
        "partnership": audience.partnership,
        "department": audience.department,
    }


def _next_number(organization: Organization) -> int:
    """The organization's row is locked, so that two people never get one number."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    highest = Decision.objects.filter(organization=organization).aggregate(highest=models.Max("number"))["highest"]
    return (highest or 0) + 1


def _fill(decision: Decision, frame: Frame) -> None:
    options = Option.objects.bulk_create(
        Option(decision=decision, letter=letter_of(place), title=each.title, detail=each.detail, position=place)
        for place, each in enumerate(frame.options)
    )
    OptionFact.objects.bulk_create(
        OptionFact(option=option, criterion=criterion, value=value, position=place)
        for option, each in zip(options, frame.options, strict=True)
        for place, (criterion, value) in enumerate(zip(frame.criteria, each.facts, strict=False))
    )
    Role.objects.bulk_create(
        Role(decision=decision, person=each.person, part=each.part, scope=each.scope) for each in frame.roles
    )
    Forecast.objects.bulk_create(
        Forecast(
            decision=decision,
            option=None if each.option is None else options[each.option],
            statement=each.statement,
            resolves_on=each.resolves_on,
            position=place,
        )
        for place, each in enumerate(frame.forecasts)
    )
