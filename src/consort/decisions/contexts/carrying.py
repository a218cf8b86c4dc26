"""Telling and carrying out: the message and who has told it, the pulses that opened, what is done differently."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.forms import Form

from consort.core.models import Person
from consort.decisions import policy, questions
from consort.decisions.actions.committing import CARRIED_OUT
from consort.decisions.cases import Case
from consort.decisions.forms.carrying import ApprovalForm, DeviationForm, MessageForm, TellingForm
from consort.decisions.messages import is_approved
from consort.decisions.models import Approval, Decision, Deviation, Message, Part, Stage, Telling
from consort.rounds import envelopes
from consort.rounds.models import Envelope, Round

Context = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """The message as it stands. `told` has everyone with a part: the day on which they told their team, or None."""

    message: Message
    approved: list[Person]
    awaited: list[Person]
    told: list[tuple[Person, date | None]]
    is_approved: bool

    @property
    def count(self) -> int:
        return sum(1 for _each, on in self.told if on)


@dataclass(frozen=True)
class Answered:
    """What one person said in a pulse."""

    person: Person
    carried: str
    way: str


@dataclass(frozen=True)
class Pulse:
    """An opened pulse: the answers counted, and what stands in the way."""

    round: Round
    counts: list[tuple[str, str, int]]
    obstacles: list[Answered]
    differently: list[Person]


def carrying(case: Case, reader: Person, sent: Mapping[str, Form]) -> Context:
    """What the decision's own page shows of it. Runs two queries at most."""
    return {
        "deviations": deviations_of(case.decision),
        "pulses": pulses_of(case),
        "deviation_form": _deviation(case, reader, sent),
        "has_message": hasattr(case.decision, "message"),
    }


def message_page(decision: Decision, reader: Person, sent: Mapping[str, Form] | None = None) -> Context:
    """The message on a page of its own: its words, who approved them, who has told their team."""
    case, forms = Case(decision), sent or {}
    told = told_of(case)
    acts = decision.stage in CARRIED_OUT
    may_write = acts and policy.steers(case, reader) and not (told and told.count)
    may_approve = told and acts and reader in told.awaited
    may_tell = told and acts and told.is_approved and policy.has_part(case, reader)
    return {
        "decision": decision,
        "told": told,
        "message_form": forms.get("message") or _message_form(told) if may_write else None,
        "approval_form": ApprovalForm(initial={"text": told.message.text}) if told and may_approve else None,
        "telling_form": forms.get("telling") or TellingForm() if may_tell else None,
    }


def _message_form(told: Told | None) -> MessageForm:
    return MessageForm(initial={"text": told.message.text if told else ""})


def _deviation(case: Case, reader: Person, sent: Mapping[str, Form]) -> Form | None:
    may = policy.has_part(case, reader) or policy.steers(case, reader)
    if not may or case.decision.stage not in (Stage.EXECUTE, Stage.REVIEW):
        return None
    return sent.get("deviation") or DeviationForm()


def told_of(case: Case) -> Told | None:
    """Runs three queries."""
    message = _messages().filter(decision=case.decision).first()
    if message is None:
        return None
    approved = {each.person_id for each in message.approvals.all()}
    days: dict[UUID, date] = {each.person_id: each.on for each in message.tellings.all()}
    people = list({role.person_id: role.person for role in case.roles}.values())
    deciders = case.holders(Part.DECIDES)
    return Told(
        message,
        [person for person in deciders if person.pk in approved],
        [person for person in deciders if person.pk not in approved],
        [(person, days.get(person.pk)) for person in people],
        is_approved(message, case),
    )


def _messages() -> Any:
    approvals = Prefetch("approvals", Approval.objects.all())
    return Message.objects.select_related("by").prefetch_related(approvals, Prefetch("tellings", Telling.objects.all()))


def deviations_of(decision: Decision) -> list[Deviation]:
    """Runs one query, none where nothing is done differently."""
    return list(decision.deviations.select_related("by")) if decision.differs_since else []


def pulses_of(case: Case) -> list[Pulse]:
    """The opened ones, newest first. Runs one query for all of them."""
    opened = [each for each in case.rounds.pulses if each.is_opened]
    if not opened:
        return []
    people = {role.person_id: role.person for role in case.roles}
    rows = list(Envelope.objects.filter(round__in=opened, sealed__isnull=False, owner__in=list(people)))
    return [_pulse(each, [row for row in rows if row.round_id == each.pk], people) for each in reversed(opened)]


def _pulse(round: Round, rows: list[Envelope], people: dict[UUID, Person]) -> Pulse:
    said = [(people[row.owner], envelopes.read(round, row).answers) for row in rows]
    given = [Answered(person, answers.get("carried", ""), answers.get("way", "")) for person, answers in said]
    given.sort(key=lambda each: each.person.full_name)
    keys = [each["key"] for each in questions.of_pulse()[0].settings["options"]]
    labels = {each["key"]: each["label"] for each in questions.of_pulse()[0].settings["options"]}
    counts = [(key, labels[key], sum(1 for each in given if each.carried == key)) for key in keys]
    return Pulse(
        round,
        counts,
        [each for each in given if each.way],
        [each.person for each in given if each.carried == questions.DIFFERENTLY],
    )
