"""Bringing a file in: every step that was shown, through the same actions that the pages use, or none of them."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.foreign_files.tables import remarks as remarking
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Level, Organization, Person
from consort.metrics.actions import change_metric, define_metric, import_readings
from consort.metrics.sheets.rows import Row
from consort.vision.actions import key_results, objectives, priorities, purpose, tying
from consort.vision.drafts import Draft
from consort.vision.exchange.bringing import File, plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.columns import MODELS
from consort.vision.exchange.items import Columns, Kind
from consort.vision.exchange.plans import Plan, Step, What, by_name
from consort.vision.exchange.standing import own_identity
from consort.vision.facts.exchange import PlanBroughtIn
from consort.vision.models import Objective, Priority, Purpose, Source, SourcePart
from consort.vision.models.key_result import Aim

DAYS = ("begins", "ends", "due", "target_date", "passed")
NUMBERS = ("baseline", "target_low", "target_high")
TARGETS = (Kind.PRIORITY, Kind.OBJECTIVE)
COUNTS = ("decimals", "every")


@dataclass
class Outcome:
    """`source` is where the plan is kept; a table has none."""

    source: Source | None
    made: int = 0
    changed: int = 0
    readings: int = 0
    was_there: bool = False


@transaction.atomic
def bring_in(*, by: Person, file: File, choices: Choices, fingerprint: str, id: UUID | None = None) -> Outcome:
    """Do what the report showed. Refused when it would be something else by now; twice it is done once."""
    require(file.may_be_brought_in_by(by))
    Organization.objects.select_for_update().get(pk=by.organization_id)
    if made := made_before(Source.objects.visible_to(by), id):
        return Outcome(made, was_there=True)
    plan = plan_of(file, by, choices)
    if not plan.does_something:
        return Outcome(plan.source, was_there=True)
    refuse_unless(
        plan.fingerprint() == fingerprint,
        _("The strategy has changed since this report was made. Bring the file in again; nothing was kept."),
    )
    return _Importer(by, file, choices, plan).act(id)


@dataclass
class _Importer:
    by: Person
    file: File
    choices: Choices
    plan: Plan
    things: dict[tuple[Kind, str], Any] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = by_name(self.by)

    def act(self, id: UUID | None) -> Outcome:
        for step in self.plan.steps:
            self.things[step.item.kind, step.item.key] = self.do(step)
        for step in self.plan.of(Kind.OBJECTIVE):
            self.tie(step)
        outcome = Outcome(self.keep(id), *self.counted())
        if outcome.source:
            counts = (outcome.made, outcome.changed, outcome.readings)
            record(PlanBroughtIn(self.file.name, *counts), on=outcome.source, by=self.by)
        return outcome

    def counted(self) -> tuple[int, int, int]:
        steps = self.plan.steps
        made = sum(step.what is What.NEW for step in steps)
        return made, sum(step.what is What.CHANGED for step in steps), sum(len(step.readings) for step in steps)

    def do(self, step: Step) -> Any:
        """The thing that the step is about. A refusal names it."""
        acts = {
            Kind.PURPOSE: self.purpose,
            Kind.PRIORITY: self.priority,
            Kind.METRIC: self.metric,
            Kind.OBJECTIVE: self.objective,
            Kind.KEY_RESULT: self.key_result,
        }
        try:
            thing = acts[step.item.kind](step) if step.what in {What.NEW, What.CHANGED} else step.thing
            self.add_readings(step, thing)
            self.hand_over(step, thing)
        except Refused as refusal:
            raise Refused(f"“{step.item.title}”: {refusal.message}") from refusal
        return thing

    def purpose(self, step: Step) -> Purpose:
        columns = _typed(step.columns)
        columns |= {name: tuple(tuple(each) for each in columns[name]) for name in ("values", "will_nots")}
        if step.what is What.CHANGED:
            draft = replace(Draft.of(step.thing), **columns)
            purpose.change(purpose=step.thing, by=self.by, draft=draft)
            return step.thing  # type: ignore[no-any-return]
        return purpose.propose(by=self.by, draft=Draft(**columns, **self.readers_of_purpose(), because=self.because()))

    def readers_of_purpose(self) -> dict[str, Any]:
        """Those of the version in force, where there is one: they are asked to agree to the next one too."""
        found = Purpose.objects.visible_to(self.by).filter(state=Purpose.State.AGREED).first()
        if found is None:
            return self.choices.readers()
        return {"visibility": Level(found.visibility), "partnership": found.partnership}

    def priority(self, step: Step) -> Priority:
        columns = self.with_leads(step.columns)
        if step.what is What.CHANGED:
            priorities.change_priority(priority=step.thing, by=self.by, **columns)
            return step.thing  # type: ignore[no-any-return]
        return priorities.add_priority(by=self.by, id=_own(step), **columns, **self.choices.readers())

    def objective(self, step: Step) -> Objective:
        columns = self.with_leads(step.columns)
        if step.what is What.CHANGED:
            objectives.change_objective(objective=step.thing, by=self.by, because=self.because(), **columns)
            return step.thing  # type: ignore[no-any-return]
        more = {"cycle": self.choices.cycle, **self.choices.readers()}
        return objectives.write_objective(by=self.by, id=_own(step), **columns, **more)

    def metric(self, step: Step) -> Any:
        columns = _typed(step.columns)
        if step.what is What.CHANGED:
            change_metric(metric=step.thing, by=self.by, **columns)
            return step.thing
        return define_metric(by=self.by, id=_own(step), **columns, **self.choices.readers())

    def key_result(self, step: Step) -> Any:
        columns = _typed(step.columns)
        passed = columns.pop("passed", None)
        columns["owner"] = self.people.get(columns.get("owner", ""))
        if step.what is What.CHANGED:
            key_results.change_key_result(key_result=step.thing, by=self.by, because=self.because(), **columns)
            made = step.thing
        else:
            objective = self.things.get((Kind.OBJECTIVE, step.item.within))
            if objective is None:
                raise Refused(_("Its objective cannot be changed by you. Nothing was kept."))
            columns["metric"] = self.things.get((Kind.METRIC, step.item.metric)) if step.item.metric else None
            made = key_results.add_key_result(objective=objective, by=self.by, id=_own(step), **columns)
        if made.aim == Aim.MILESTONE and passed and passed != made.passed:
            key_results.pass_milestone(key_result=made, by=self.by, on=passed)
        return made

    def with_leads(self, columns: Columns) -> Columns:
        return _typed(columns) | {
            "leads": [self.people[name] for name in columns.get("leads", []) if name in self.people]
        }

    def add_readings(self, step: Step, metric: Any) -> None:
        if step.readings:
            rows = [Row(date.fromisoformat(at), Decimal(value), note) for at, value, note in step.readings]
            import_readings(metric=metric, by=self.by, rows=rows)

    def hand_over(self, step: Step, thing: Any) -> None:
        """A new metric goes to who was chosen, once its readings stand: from then on they are theirs to keep."""
        if step.item.kind is Kind.METRIC and step.what is What.NEW and self.choices.lead:
            change_metric(metric=thing, by=self.by, owner=self.choices.lead)

    def tie(self, step: Step) -> None:
        objective = self.things[Kind.OBJECTIVE, step.item.key]
        for key in step.serves:
            target = self.target(key)
            if objective is not None and target is not None and target != objective:
                tying.serve(source=objective, target=target, by=self.by)

    def target(self, key: str) -> Any:
        """A thing of the file, or one of ours that the file names by its identity."""
        for kind in TARGETS:
            if thing := self.things.get((kind, key)):
                return thing
        identity = own_identity(key)
        found = (
            MODELS[kind].objects.visible_to(self.by).filter(pk=identity) for kind in (Kind.PRIORITY, Kind.OBJECTIVE)
        )
        return next((thing for each in found if (thing := each.first())), None) if identity else None

    def because(self) -> str:
        return _("Brought in from %s.") % self.file.name

    def keep(self, id: UUID | None) -> Source | None:
        """The whole plan, and what each part of it became."""
        if self.file.tree is None:
            return None
        said = {
            "name": self.file.plan_name[:200],
            "file_name": self.file.name[:200],
            "identifier": self.file.identifier,
            "identity": self.file.identity,
            "document": self.file.tree.to_json(),
            "remarks": remarking.to_json(self.plan.remarks),
        }
        if self.plan.source is None:
            readers = {"organization": self.by.organization, "owner": self.by, **self.choices.readers()}
            source = Source(id=id or uuid4(), **readers, **said)
            source.save(force_insert=True)
        else:
            source = self.plan.source
            Source.objects.filter(pk=source.pk).update(**said)
        self.keep_parts(source)
        return source

    def keep_parts(self, source: Source) -> None:
        parts = []
        for step in self.plan.steps:
            thing = self.things[step.item.kind, step.item.key]
            if thing is not None:
                days = [at for at, _value, _note in step.item.readings if at <= clock.today().isoformat()]
                shown = {**step.columns, **_said(step), "serves": step.item.serves, "days": days}
                parts.append(
                    SourcePart(source=source, kind=step.item.kind, key=step.item.key, thing=thing.pk, shown=shown)
                )
        SourcePart._base_manager.bulk_create(
            parts,
            batch_size=200,
            update_conflicts=True,
            unique_fields=["source", "kind", "key"],
            update_fields=["thing", "shown"],
        )


def _said(step: Step) -> Columns:
    """What the file says, except for people whom it does not name."""
    return {name: value for name, value in step.item.columns.items() if name not in {"leads", "owner"} or value}


def _own(step: Step) -> UUID | None:
    """A thing that left another installation of Consort keeps its identity, unless that is taken here."""
    identity = own_identity(step.item.key)
    if identity is None or MODELS[step.item.kind]._base_manager.filter(pk=identity).exists():
        return None
    return identity


def _typed(columns: Columns) -> Columns:
    """The columns as the models take them."""
    return {name: _value(name, value) for name, value in columns.items() if name != "leads"}


def _value(name: str, value: Any) -> Any:
    if name in DAYS:
        return date.fromisoformat(value) if value else None
    if name in NUMBERS:
        return Decimal(value) if value else None
    if name in COUNTS:
        return int(value) if value else (0 if name == "decimals" else None)
    return value
