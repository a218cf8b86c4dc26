"""What the page of one decision shows. One function builds it; a test pins its queries."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import Form
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.commitments.models import Commitment
from consort.commitments.queries import about
from consort.core import live
from consort.core.models import Person
from consort.decisions import forms, policy
from consort.decisions.cases import ASKED_FOR_INPUT, Case
from consort.decisions.contexts.ballots import ballot, earlier_ballots
from consort.decisions.contexts.carrying import carrying
from consort.decisions.contexts.inputs import inputs
from consort.decisions.contexts.judging import calibration, foretold, process, weakest
from consort.decisions.contexts.options import options_shown, table
from consort.decisions.contexts.silence import silent_functions
from consort.decisions.contexts.standing import audience, roles, stage_marks, steps
from consort.decisions.models import Choice, Decision, Option, Part, Stage, Stance
from consort.decisions.queries import ties_of
from consort.decisions.rounds_of import BALLOT, INPUT, ON_ITS_OWN_PAGE, PROCESS
from consort.decisions.terms import Terms
from consort.decisions.wording import holders, names
from consort.rounds.contexts import envelope

Context = dict[str, Any]
Forms = Mapping[str, Form]


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
        "terms": Terms.of(decision),
        "may_change_options": policy.may_change_options(case, reader),
        "next": decision.get_absolute_url(),
        **asked(case, reader),
    }
    context["silent"] = silent_functions(case, context["participation"])
    return context | STAGES[Stage(decision.stage)](case, reader, sent or {})


def asked(case: Case, reader: Person) -> Context:
    """The envelope of the round that is being answered now, and who is in. Four queries, none when nothing is asked."""
    round = case.rounds.asking
    if round is None or round.kind in ON_ITS_OWN_PAGE:
        return {"envelope": None, "participation": None, "elsewhere": round}
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
        "earlier_ballots": earlier_ballots(case),
        "voices": {voice.person.pk: voice for voice in to_consider},
    }
    if not decides:
        return context
    context["considerations_form"] = sent.get("considerations") or forms.ConsiderationsForm(people, considered)
    ready = not case.is_asking and case.unconsidered == 0
    if ready and case.needs_ballot:
        context["ballot_form"] = sent.get("ballot") or forms.BallotForm(case)
    if ready and case.is_quorate and (case.ballot_opened or not case.needs_ballot):
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
    return (
        context
        | carrying(case, reader, sent)
        | {
            "stance_form": stance_form if policy.has_part(case, reader) else None,
            "answer_forms": {
                each.pk: sent.get(f"answer-{each.pk}") or forms.AnswerForm(key=each.pk)
                for each in context["objections"]
                if policy.may_answer(case, each, reader)
            },
            "step_form": sent.get("step") or forms.StepForm(case, reader),
        }
    )


def _own_words(own: Stance | None) -> dict[str, str]:
    return {"choice": own.choice, "reason": own.reason} if own else {}


def _execute(case: Case, reader: Person, sent: Forms) -> Context:
    return _commit(case, reader, sent) | {"forecasts": list(case.decision.forecasts.all())}


def _review(case: Case, reader: Person, sent: Forms) -> Context:
    if case.decision.is_dropped:
        return {"rows": table(list(case.decision.options.all()))}
    opened = case.rounds.process if case.process_opened else None
    poles = process(opened) if opened else []
    sees = policy.sees_outcomes(case, reader)
    context = (
        _carried_out(case, reader)
        | carrying(case, reader, sent)
        | {
            "sees_outcomes": sees,
            "process": poles,
            "weakest": weakest(poles),
            "process_round": opened,
        }
    )
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
