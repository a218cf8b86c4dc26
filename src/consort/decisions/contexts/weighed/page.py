"""What the page of the criteria shows, at each of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Form

from consort.core import live
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.weighing import WEIGHED_IN
from consort.decisions.cases import Case
from consort.decisions.contexts.weighed.fragile import Fragility, fragility
from consort.decisions.contexts.weighed.scored import Scored, Weights, shared_weights, weights_in
from consort.decisions.forms.criteria import AgreementForm, AskScoresForm, AskWeightsForm, CriteriaForm
from consort.decisions.models import Criterion, Decision, Matrix
from consort.decisions.rounds_of import SCORES, WEIGHTS
from consort.rounds.contexts import envelope
from consort.rounds.models import Round

Context = dict[str, Any]
Forms = Mapping[str, Form]


@dataclass(frozen=True)
class Line:
    """An option with its total, and its place in the order."""

    name: str
    total: str
    is_tied: bool


@dataclass(frozen=True)
class Cell:
    """A mean score, and the lowest and highest of which it is made."""

    mean: str
    reach: str


def weighed_page(decision: Decision, reader: Person, sent: Forms | None = None) -> Context:
    """`decision` comes from `queries.complete`. `sent`: forms with mistakes, by name."""
    case = Case(decision)
    matrix = Matrix.objects.filter(decision=decision).prefetch_related("criteria").first()
    criteria = list(matrix.criteria.all()) if matrix else []
    may = policy.may_weigh(case, reader) and decision.stage in WEIGHED_IN
    context: Context = {
        "decision": decision,
        "topic": live.topic("decision", decision.pk),
        "matrix": matrix,
        "criteria": criteria,
        "may_weigh": may,
        **_asking(case, reader),
    }
    weights = case.rounds.weights(matrix.revision) if matrix else None
    given = weights_in(weights, criteria) if weights and weights.is_opened else []
    context |= {"given": given, "weights_round": weights}
    context |= _result(case, criteria, given)
    return context | (_forms(case, matrix, criteria, given, sent or {}) if may and not case.is_asking else {})


def _asking(case: Case, reader: Person) -> Context:
    round = case.rounds.asking
    if round is None or round.kind not in (WEIGHTS, SCORES):
        return {"envelope": None, "other_round": round}
    return {"envelope": envelope(round, reader), "other_round": None}


def _result(case: Case, criteria: list[Criterion], given: list[Weights]) -> Context:
    """The scores of the options as they stand, once they have opened; else the newest of those that stood before."""
    scores, earlier = case.rounds.scores, case.rounds.earlier_scores
    context: Context = {"scores_round": scores, "has_earlier_scores": bool(earlier)}
    if scores is None or not scores.is_opened:
        return context
    return context | _scored(case, scores, criteria, given)


def _scored(case: Case, scores: Round, criteria: list[Criterion], given: list[Weights]) -> Context:
    scored = Scored(scores, case.decision.standing_options, criteria)
    context: Context = {"scored": scored, "cells": _cells(scored), "overall": _overall(scored)}
    if scored.gaps:
        return context
    firm: Fragility = fragility(scored, given)
    return context | {"fragility": firm, "lines": _lines(scored), "by_leader": _by_leader(scored, given)}


def _cells(scored: Scored) -> list[tuple[str, int, list[Cell]]]:
    """(criterion, weight, [cell of each option])."""
    return [
        (criterion.name, criterion.weight or 0, [_cell(scored, option, place) for option in range(len(scored.options))])
        for place, criterion in enumerate(scored.criteria)
    ]


def _cell(scored: Scored, option: int, criterion: int) -> Cell:
    mean, spread = scored.shared[option][criterion], scored.spread(option, criterion)
    apart = spread is not None and spread[0] != spread[1]
    return Cell("–" if mean != mean else f"{mean:.1f}", f"{spread[0]}–{spread[1]}" if apart and spread else "")


def _lines(scored: Scored) -> list[Line]:
    totals = scored.weighed.totals
    return [
        Line(scored.options[place].name, f"{totals[place]:.2f}", len(tier) > 1)
        for tier in scored.weighed.tiers
        for place in tier
    ]


def _by_leader(scored: Scored, given: list[Weights]) -> list[tuple[Weights, list[str]]]:
    """Everyone's own weights, and who would come first by them."""
    return [(each, [option.name for option in scored.winners_by(each.points)]) for each in given]


def _overall(scored: Scored) -> list[tuple[str, str]]:
    """(who, which option): the judgement that comes last, whatever the sum says."""
    names = {option.letter: option.name for option in scored.options}
    return [(who, names.get(letter, "")) for who, letter in scored.overall]


def _forms(case: Case, matrix: Matrix | None, criteria: list[Criterion], given: list[Weights], sent: Forms) -> Context:
    """What can be done next."""
    revision = matrix.revision if matrix else 0
    forms: Context = {}
    if case.rounds.scores is None and not case.rounds.earlier_scores:
        forms["criteria_form"] = sent.get("criteria") or CriteriaForm(criteria, revision)
    if matrix and not matrix.agreed:
        forms["ask_weights_form"] = sent.get("ask_weights") or AskWeightsForm()
    if given and matrix and not matrix.agreed:
        forms["agreement_form"] = sent.get("agreement") or AgreementForm(criteria, revision, shared_weights(given))
    if matrix and matrix.agreed and case.rounds.scores is None:
        forms["ask_scores_form"] = sent.get("ask_scores") or AskScoresForm()
    return forms
