"""Asking: for input, once more after the debate, for a vote; and what is said in the debate."""

from urllib.parse import urlsplit
from uuid import UUID

from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consort.core import kinds
from consort.decisions.actions import asking, debating
from consort.decisions.cases import Case
from consort.decisions.forms import AgainForm, ArgumentForm, BallotForm, EvidenceForm
from consort.decisions.models import Argument, Decision, Stage
from consort.decisions.queries import visible
from consort.decisions.views.finding import done, find_bare, mistaken, still_at
from consort.web.days import exact
from consort.web.requests import MemberRequest


@require_POST
def ask(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    round = asking.ask_for_input(decision=decision, by=request.person)
    return done(request, decision, _("Asked. All input opens together, %(when)s.") % {"when": exact(round.opens_at)})


@require_POST
def take_back(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    asking.take_back(decision=decision, by=request.person)
    return done(request, decision, _("Taken back. What was sealed will never be read."))


@require_POST
def again(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    still_at(decision, Stage.DEBATE)
    form = AgainForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "again", form)
    given = form.cleaned_data
    asking.ask_again(decision=decision, by=request.person, opens_at=given["opens_at"], id=given["id"])
    return done(request, decision, _("Asked a second time. Both rounds are kept."))


@require_POST
def go_to_ballot(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    asking.go_to_ballot(decision=decision, by=request.person)
    return done(request, decision, _("It goes to a ballot. Say who votes."))


@require_POST
def ballot(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    still_at(decision, Stage.RESOLVE)
    form = BallotForm(Case(decision), request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "ballot", form)
    asking.call_ballot(
        decision=decision,
        by=request.person,
        opens_at=form.cleaned_data["opens_at"],
        voters=form.asked(),
        proposal=form.proposed(),
        id=form.cleaned_data["id"],
    )
    return done(request, decision, _("The ballot is called. All votes open together."))


@require_POST
def argue(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    still_at(decision, Stage.DEBATE)
    form = ArgumentForm(decision, request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "argument", form)
    given = form.cleaned_data
    debating.argue(
        decision=decision,
        by=request.person,
        side=given["side"],
        text=given["text"],
        option=given["option"],
        id=given["id"],
    )
    return done(request, decision, _("Your argument stands with your name."), "#arguments")


@require_POST
def withdraw(request: MemberRequest, number: int, argument: UUID) -> HttpResponse:
    decision = find_bare(request, number)
    found = get_object_or_404(Argument.objects.select_related("decision"), pk=argument, decision=decision)
    debating.withdraw_argument(argument=found, by=request.person)
    return done(request, decision, _("Withdrawn. It stays, marked."), "#arguments")


@require_POST
def attach(request: MemberRequest, number: int) -> HttpResponse:
    """Evidence: something described, or a page in here that its address names."""
    decision = find_bare(request, number)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "evidence", form)
    thing = _named_by(request, form.cleaned_data["url"])
    if thing is not None:
        debating.tie_evidence(decision=decision, by=request.person, thing=thing)
    elif not form.cleaned_data["title"] or form.cleaned_data["url"].startswith("/"):
        form.add_error("title", _("Say what it is; its address names nothing in here."))
        return mistaken(request, decision, "evidence", form)
    else:
        debating.attach_evidence(decision=decision, by=request.person, **form.cleaned_data)
    return done(request, decision, _("Added to the evidence."), "#evidence")


def _named_by(request: MemberRequest, address: str) -> models.Model | None:
    """The thing whose page in this organization has that address, if the reader may see it."""
    parts = urlsplit(address)
    if parts.netloc not in ("", request.get_host()):
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    if match.kwargs.get("organization") != request.organization.slug:
        return None
    if match.app_name == "decisions" and "number" in match.kwargs:
        return visible(request.person).filter(number=match.kwargs["number"]).first()
    keys = [value for value in match.kwargs.values() if isinstance(value, UUID)]
    found = (kinds.find(kind.name, key, request.person) for key in keys for kind in kinds.known() if _has_page(kind))
    return next((thing for thing in found if thing is not None), None)


def _has_page(kind: kinds.Kind) -> bool:
    return hasattr(kind.model, "get_absolute_url") and kind.model is not Decision


@require_POST
def close_debate(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    debating.close_debate(decision=decision, by=request.person)
    return done(request, decision, _("The debate is closed. Each input is answered next."))
