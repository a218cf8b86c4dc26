"""What the page of one decision shows. One function builds it; a test pins its queries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consort.commitments.models import Commitment
from consort.commitments.queries import about
from consort.core import live
from consort.core.models import Level, Person
from consort.decisions import forms, policy, stages
from consort.decisions.cases import ASKED_FOR_INPUT, Case
from consort.decisions.contexts.ballots import ballot
from consort.decisions.contexts.inputs import inputs
from consort.decisions.contexts.judging import calibration, foretold, process
from consort.decisions.models import Choice, Decision, Option, OptionFact, Part, Stage, Stance
from consort.decisions.queries import ties_of
from consort.decisions.rounds_of import BALLOT, INPUT, PROCESS
from consort.decisions.stages import Transition
from consort.decisions.wording import holders, names, stage_date
from consort.rounds.contexts import envelope

Context = dict[str, Any]
Forms = Mapping[str, Form]
ROLE_TITLES = {
    Part.DECIDES: (gettext_lazy("Decide"), gettext_lazy("Decided")),
    Part.RECOMMENDS: (gettext_lazy("Recommends"), gettext_lazy("Recommended")),
    Part.AGREES: (gettext_lazy("Must agree"), gettext_lazy("Had to agree")),
    Part.INPUT: (gettext_lazy("Input"), gettext_lazy("Gave input")),
    Part.CARRIES_OUT: (gettext_lazy("Carries out"), gettext_lazy("Carries out")),
}


@dataclass(frozen=True)
class StageMark:
    """A stage in the line above the page."""

    label: str | Promise
    when: str
    done: bool
    current: bool


@dataclass(frozen=True)
class Step:
    """A way out of the stage that the reader may take, and what is missing before."""

    name: str
    verb: str | Promise
    url: str
    missing: list[str]


@dataclass(frozen=True)
class TableRow:
    criterion: str
    cells: list[str]


def page(decision: Decision, reader: Person, sent: Forms | None = None) -> Context:
    """`decision` comes from `queries.complete`. `sent`: forms with mistakes, by name, to be shown as they were sent."""
    case = Case(decision)
    context: Context = {
        "decision": decision,
        "case": case,
        "topic": live.topic("decision", decision.pk),
        "stages": stage_marks(decision),
        "roles": roles(decision, reader),
        "columns": list(decision.options.all()),
        "steps": steps(case, reader),
        "decides": policy.decides(case, reader),
        "steers": policy.steers(case, reader),
        "has_part": policy.has_part(case, reader),
        "asking": case.rounds.asking,
        "ties": ties_of(decision, reader),
        "stage_template": f"decisions/stages/{decision.stage}.html",
        "audience": audience(decision, reader),
        "next": decision.get_absolute_url(),
        **asked(case, reader),
    }
    return context | STAGES[Stage(decision.stage)](case, reader, sent or {})


def asked(case: Case, reader: Person) -> Context:
    """The envelope of the round that is being answered now, and who is in. Four queries, none when nothing is asked."""
    round = case.rounds.asking
    if round is None:
        return {"envelope": None, "participation": None}
    shown = envelope(round, reader)
    titles = {INPUT: _("Inputs"), BALLOT: _("Votes"), PROCESS: _("Answers")}
    must = holders(case.roles, Part.AGREES) if round.kind == INPUT else []
    silent = [person for person in must if person not in case.holders(*ASKED_FOR_INPUT)]
    sentence = _("%(names)s agrees or not after the debate, so no input is asked for here.") % {
        "names": capfirst(names(silent))
    }
    return {
        "envelope": shown,
        "participation": shown["participation"],
        "participation_title": titles[round.kind],
        "must_agree_sentence": sentence if silent else "",
    }


def audience(decision: Decision, reader: Person) -> str:
    """Who may see it, in words."""
    if decision.visibility == Level.PARTNERSHIP and decision.partnership:
        return _("%(name)s, and those with a part") % {"name": decision.partnership.name or _("The pair")}
    if decision.visibility == Level.ME:
        return _("Only those with a part")
    return str(Level(decision.visibility).label)


def stage_marks(decision: Decision) -> list[StageMark]:
    here = list(Stage).index(Stage(decision.stage))
    return [
        StageMark(stage.label, stage_date(decision, stage), place < here, place == here)
        for place, stage in enumerate(stages.ORDER)
    ]


def roles(decision: Decision, reader: Person) -> list[tuple[str, str]]:
    """(part, who, with what they must agree on), without empty ones."""
    every = list(decision.roles.all())
    found = []
    for part, titles in ROLE_TITLES.items():
        if people := holders(every, part):
            scopes = [role.scope for role in every if role.part == part and role.scope]
            who = ", ".join([capfirst(names(people, reader)), *dict.fromkeys(scopes)])
            together = part == Part.DECIDES and len(people) > 1 and not decision.is_decided
            found.append(
                (str(titles[decision.is_decided]), _("%(names)s, together") % {"names": who} if together else who)
            )
    return found


def table(options: list[Option]) -> list[TableRow]:
    """The criteria in order, a cell for each option. Runs one query."""
    known = list(OptionFact.objects.filter(option__in=options))
    facts = [{fact.position: fact for fact in known if fact.option_id == option.pk} for option in options]
    places = sorted({place for row in facts for place in row})
    return [
        TableRow(next(row[place].criterion for row in facts if place in row), [_cell(row, place) for row in facts])
        for place in places
    ]


def _cell(row: dict[int, Any], place: int) -> str:
    return row[place].value if place in row else ""


def steps(case: Case, reader: Person) -> list[Step]:
    """What the reader may do to move the decision on. `missing` is empty for what is possible now."""
    return [
        _step(case, transition)
        for transition in stages.from_stage(case.decision.stage)
        if policy.may_take(transition, case, reader)
    ]


def _step(case: Case, transition: Transition) -> Step:
    decision = case.decision
    address = reverse(f"decisions:{transition.name}", args=[decision.organization.slug, decision.number])
    return Step(transition.name, transition.verb, address, transition.missing(case))


def options_shown(decision: Decision) -> Context:
    """The options table and what it rests on. Runs two queries."""
    return {
        "rows": table(list(decision.options.all())),
        "evidence": list(decision.evidence.select_related("by")),
    }


def _frame(case: Case, reader: Person, sent: Forms) -> Context:
    return options_shown(case.decision) | {
        "may_edit": policy.may_edit(case, reader),
        "forecasts": list(case.decision.forecasts.all()),
        "evidence_form": sent.get("evidence") or forms.EvidenceForm(),
        "may_speak": policy.may_speak(case, reader),
    }


def _input(case: Case, reader: Person, sent: Forms) -> Context:
    return options_shown(case.decision)


def _debate(case: Case, reader: Person, sent: Forms) -> Context:
    decision = case.decision
    return options_shown(decision) | {
        "inputs": inputs(case, reader),
        "arguments": arguments(case),
        "may_speak": policy.may_speak(case, reader),
        "argument_form": sent.get("argument") or forms.ArgumentForm(decision),
        "evidence_form": sent.get("evidence") or forms.EvidenceForm(),
        "again_form": sent.get("again") or forms.AgainForm(),
        "reopened": _objected(decision) if decision.was_reopened else [],
    }


def _objected(decision: Decision) -> list[Stance]:
    return list(decision.stances.filter(choice=Choice.OBJECT).select_related("person"))


def arguments(case: Case) -> list[tuple[Option | None, list[Any], list[Any]]]:
    """(option, for, against), the question as a whole last; options nobody argued about are left out. One query."""
    every = list(case.decision.arguments.select_related("by"))
    found = []
    for option in [*case.decision.options.all(), None]:
        about_it = [each for each in every if each.option_id == (option.pk if option else None)]
        if about_it:
            sides = [[each for each in about_it if each.side == side] for side in ("for", "against")]
            found.append((option, sides[0], sides[1]))
    return found


def _resolve(case: Case, reader: Person, sent: Forms) -> Context:
    shown = inputs(case, reader)
    considered = case.considerations
    to_consider = [voice for voice in shown.voices if str(voice.person.pk) in case.to_consider] if shown else []
    people = [voice.person for voice in to_consider]
    decides = policy.decides(case, reader)
    context: Context = options_shown(case.decision) | {
        "inputs": shown,
        "to_consider": [(voice, considered.get(str(voice.person.pk))) for voice in to_consider],
        "ballot": ballot(case),
        "voices": {voice.person.pk: voice for voice in to_consider},
    }
    if not decides:
        return context
    context["considerations_form"] = sent.get("considerations") or forms.ConsiderationsForm(people, considered)
    ready = not case.is_asking and case.unconsidered == 0
    if ready and case.needs_ballot:
        context["ballot_form"] = sent.get("ballot") or forms.BallotForm(case)
    if ready and (case.ballot_opened or not case.needs_ballot):
        context["resolve_form"] = sent.get("resolve") or forms.ResolveForm(case)
    return context


def _carried_out(case: Case, reader: Person) -> Context:
    """What pages show from the moment it is decided: stances by person, and commitments."""
    stances = case.stances
    people = {role.person_id: role.person for role in case.roles}
    said = [stances[key] for key in people if key in stances]
    return {
        "agreed": [stance for stance in said if stance.choice == Choice.AGREE],
        "dissent": [stance for stance in said if stance.choice == Choice.COMMIT],
        "objections": [stance for stance in said if stance.choice == Choice.OBJECT],
        "unsaid": [person for key, person in people.items() if key not in stances],
        "everyone": people,
        "own_stance": stances.get(reader.pk),
        "commitments": _commitments(case, reader),
    }


def _commitments(case: Case, reader: Person) -> list[Commitment]:
    """Not at the review, which does not show them."""
    shown = case.decision.stage != Stage.REVIEW
    return list(about([case.decision.pk], reader)) if shown else []


def _commit(case: Case, reader: Person, sent: Forms) -> Context:
    context = _carried_out(case, reader)
    own: Stance | None = context["own_stance"]
    stance_form = sent.get("stance") or forms.StanceForm(initial=_own_words(own))
    return context | {
        "stance_form": stance_form if policy.has_part(case, reader) else None,
        "answer_forms": {
            each.pk: sent.get(f"answer-{each.pk}") or forms.AnswerForm(key=each.pk) for each in context["objections"]
        },
        "step_form": sent.get("step") or forms.StepForm(case, reader),
    }


def _own_words(own: Stance | None) -> dict[str, str]:
    return {"choice": own.choice, "reason": own.reason} if own else {}


def _execute(case: Case, reader: Person, sent: Forms) -> Context:
    return _commit(case, reader, sent) | {"forecasts": list(case.decision.forecasts.all())}


def _review(case: Case, reader: Person, sent: Forms) -> Context:
    if case.decision.is_dropped:
        return {"rows": table(list(case.decision.options.all()))}
    opened = case.rounds.process if case.process_opened else None
    sees = policy.sees_outcomes(case, reader)
    context = _carried_out(case, reader) | {
        "sees_outcomes": sees,
        "process": process(opened) if opened else [],
        "process_round": opened,
    }
    if not sees:
        return context
    rows, errors = foretold(case, reader)
    return context | {
        "foretold": rows,
        "errors": errors,
        "calibration": calibration(reader),
        "lessons": case.lessons_drawn,
        "settle_forms": _settle_forms(case, sent),
        "lesson_form": sent.get("lesson") or forms.LessonForm(),
        "close_form": sent.get("close") or forms.CloseForm(),
    }


def _settle_forms(case: Case, sent: Forms) -> dict[Any, Form]:
    """One for each forecast."""
    return {
        each.pk: sent.get(f"settle-{each.pk}")
        or forms.SettleForm(
            key=each.position,
            initial={"happened": {True: "yes", False: "no"}.get(each.happened), "note": each.note},  # type: ignore[arg-type]
        )
        for each in case.decision.forecasts.all()
    }


STAGES: dict[Stage, Callable[[Case, Person, Forms], Context]] = {
    Stage.FRAME: _frame,
    Stage.INPUT: _input,
    Stage.DEBATE: _debate,
    Stage.RESOLVE: _resolve,
    Stage.COMMIT: _commit,
    Stage.EXECUTE: _execute,
    Stage.REVIEW: _review,
    Stage.CLOSED: _review,
}
