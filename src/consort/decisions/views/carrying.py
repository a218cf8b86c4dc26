"""Telling the teams, and saying where it is carried out differently."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consort.core.errors import require
from consort.decisions import policy
from consort.decisions.actions import departing, telling
from consort.decisions.actions.committing import CARRIED_OUT
from consort.decisions.cases import Case
from consort.decisions.contexts.carrying import message_page
from consort.decisions.forms.carrying import ApprovalForm, DeviationForm, MessageForm, TellingForm
from consort.decisions.models import Decision, Stage
from consort.decisions.views.finding import done, find, find_bare, mistaken, still_at
from consort.web import responses
from consort.web.requests import MemberRequest


@require_safe
def message(request: MemberRequest, number: int) -> HttpResponse:
    """The message alone, for copying and printing."""
    return render(request, "decisions/message.html", message_page(find(request, number), request.person))


@require_POST
def write_message(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.steers(Case(decision), request.person))
    still_at(decision, *CARRIED_OUT)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "message", form)
    telling.write_message(decision=decision, by=request.person, text=form.cleaned_data["text"])
    return _on_the_sheet(request, decision, _("Written. Those who decide approve it before anybody tells it."))


@require_POST
def approve_message(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.decides(Case(decision), request.person))
    form = ApprovalForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    telling.approve_message(decision=decision, by=request.person, text=text)
    return _on_the_sheet(request, decision, _("Approved. It stands with your name."))


@require_POST
def say_told(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.has_part(Case(decision), request.person))
    still_at(decision, *CARRIED_OUT)
    form = TellingForm(request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "telling", form)
    telling.say_told(decision=decision, by=request.person, on=form.cleaned_data["on"])
    return _on_the_sheet(request, decision, _("Noted: your team knows."))


@require_POST
def deviate(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    case = Case(decision)
    require(policy.has_part(case, request.person) or policy.steers(case, request.person))
    still_at(decision, Stage.EXECUTE, Stage.REVIEW)
    form = DeviationForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "deviation", form)
    given = form.cleaned_data
    departing.record_deviation(
        decision=decision, by=request.person, text=given["text"], reason=given["reason"], id=given["id"]
    )
    return done(request, decision, _("Said openly. It stays with the decision and comes up at the review."), "#differs")


def _on_the_sheet(request: MemberRequest, decision: Decision, words: str) -> HttpResponse:
    url = reverse("decisions:message", args=[decision.organization.slug, decision.number])
    return responses.see(request, url, words)


def _mistaken(request: MemberRequest, decision: Decision, name: str, form: Form) -> HttpResponse:
    """422 with the reader's words kept: the form alone for htmx, else its page."""
    if responses.is_htmx(request):
        return render(request, f"decisions/forms/{name}.html", {"form": form, "decision": decision}, status=422)
    shown = message_page(find(request, decision.number), request.person, {name: form})
    return render(request, "decisions/message.html", shown, status=422)
