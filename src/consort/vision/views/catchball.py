"""Pages of catchball, and what is done in it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.queries import colleagues_of
from consort.vision import turns
from consort.vision.actions import catching, throwing
from consort.vision.contexts import catchball as contexts
from consort.vision.forms.catchball import AgainForm, AnswerForm, EndForm, ProposalForm, ThrowForm
from consort.vision.models import Catchball, Objective, Proposal
from consort.vision.policy.catchball import catcher_of, may_hold, may_throw
from consort.vision.queries.catchball import catchballs_for, with_turns
from consort.vision.queries.cycles import with_people
from consort.vision.where import address
from consort.web.requests import MemberRequest
from consort.web.responses import see

Sent = dict[str, Form]


@require_safe
def catchball(request: MemberRequest, id: UUID) -> HttpResponse:
    """The version that lies there, and every turn before it."""
    return _page(request, fetch(request, id), {})


@require_safe
def what_changed(request: MemberRequest, id: UUID) -> HttpResponse:
    """What each one's input changed."""
    context = contexts.input_of(fetch(request, id), request.person)
    return render(request, "vision/catchball/input.html", context)


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest, id: UUID) -> HttpResponse:
    """Put an objective before those who will carry it."""
    objective = get_object_or_404(with_people(Objective.objects.visible_to(request.person)), pk=id)
    if not may_throw(objective, request.person):
        raise Http404
    people = colleagues_of(request.person).filter(is_leader=True).exclude(pk=request.person.pk)
    form = ThrowForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        made = throwing.throw(objective=objective, by=request.person, **form.cleaned_data)
        return see(request, made, _("It is with them now. What they propose comes back to you."))
    status = 422 if request.method == "POST" else 200
    return render(request, "vision/catchball/new.html", {"form": form, "objective": objective}, status=status)


@require_POST
def propose(request: MemberRequest, id: UUID) -> HttpResponse:
    """One proposal."""
    found = fetch(request, id)
    if catcher_of(found, request.person) is None:
        raise Http404
    form = ProposalForm(request.POST, version=turns.latest(found))
    if not form.is_valid():
        return _page(request, found, {"proposal_form": form})
    catching.propose(catchball=found, by=request.person, **form.proposed())
    return see(request, found, _("Kept. Hand it over when you have said everything."))


@require_POST
def take_back(request: MemberRequest, proposal: UUID) -> HttpResponse:
    """One's own proposal."""
    found = _proposal(request, proposal)
    catching.take_back(proposal=found, by=request.person)
    return see(request, found.version.catchball, _("Taken back."))


@require_POST
def hand_over(request: MemberRequest, id: UUID) -> HttpResponse:
    """That was all."""
    found = fetch(request, id)
    catching.throw_back(catchball=found, by=request.person)
    return see(request, found, _("Handed over. Each proposal will be answered."))


@require_POST
def agree(request: MemberRequest, id: UUID) -> HttpResponse:
    """As it stands."""
    found = fetch(request, id)
    catching.agree(catchball=found, by=request.person)
    return see(request, found, _("You agree with it as it stands."))


@require_POST
def answer(request: MemberRequest, proposal: UUID) -> HttpResponse:
    """Taken, or not taken and why."""
    found = _proposal(request, proposal)
    if not may_hold(found.version.catchball, request.person):
        raise Http404
    form = AnswerForm(request.POST, prefix=str(found.pk)[:8])
    if not form.is_valid():
        return _page(request, fetch(request, found.version.catchball_id), {str(found.pk): form})
    given = form.cleaned_data
    taken = given["answer"] == Proposal.Answer.TAKEN
    throwing.answer(proposal=found, by=request.person, taken=taken, because=given["because"])
    return see(request, f"{found.version.catchball.get_absolute_url()}#proposals", _("Answered."))


@require_POST
def again(request: MemberRequest, id: UUID) -> HttpResponse:
    """The next version."""
    found = fetch(request, id)
    if not may_hold(found, request.person):
        raise Http404
    form = AgainForm(request.POST, wording=turns.taken_into(turns.latest(found)))
    if not form.is_valid():
        return _page(request, found, {"again_form": form})
    version = throwing.throw_again(catchball=found, by=request.person, **form.thrown())
    return see(request, found, _("Round %(number)s is with them now.") % {"number": version.number})


@require_POST
def settle(request: MemberRequest, id: UUID) -> HttpResponse:
    """Both sides agree."""
    found = fetch(request, id)
    throwing.agree_on(catchball=found, by=request.person)
    return see(request, address("catchball_input", found), _("Agreed. The objective says so now."))


@require_POST
def end(request: MemberRequest, id: UUID) -> HttpResponse:
    """Without agreement."""
    found = fetch(request, id)
    if not may_hold(found, request.person):
        raise Http404
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, found, {"end_form": form})
    throwing.end(catchball=found, by=request.person, because=form.cleaned_data["because"])
    return see(request, found, _("Ended. Every turn stays on record."))


def fetch(request: MemberRequest, id: UUID) -> Catchball:
    """The catchball with its turns, or 404."""
    return get_object_or_404(with_turns(catchballs_for(request.person)), pk=id)


def _proposal(request: MemberRequest, id: UUID) -> Proposal:
    rows = Proposal.objects.select_related(
        "version__catchball__objective", "version__catchball__organization", "person"
    )
    return get_object_or_404(rows, pk=id, version__catchball__in=catchballs_for(request.person))


def _page(request: MemberRequest, found: Catchball, sent: Sent) -> HttpResponse:
    """The page; `sent` are forms that come back with a mistake, by name."""
    context = contexts.page(found, request.person)
    latest = turns.latest(found)
    context |= _forms(context, latest, sent)
    return render(request, "vision/catchball/catchball.html", context, status=422 if sent else 200)


def _forms(context: dict[str, Any], latest: Any, sent: Sent) -> dict[str, Any]:
    forms: dict[str, Any] = {"end_form": EndForm(), **sent}
    if context["speaks"]:
        forms.setdefault("proposal_form", ProposalForm(version=latest))
    if context["answers"]:
        forms["answer_forms"] = [(each, _answer_form(each.proposal, sent)) for each in context["latest"].proposals]
        forms.setdefault("again_form", AgainForm(wording=turns.taken_into(latest)))
    return forms


def _answer_form(proposal: Proposal, sent: Sent) -> Form:
    given = {"answer": proposal.answer or None, "because": proposal.answer_because}
    return sent.get(str(proposal.pk)) or AnswerForm(prefix=str(proposal.pk)[:8], initial=given)
