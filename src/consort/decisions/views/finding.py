"""Finding what an address names, and answering forms. What the reader may not see does not exist."""

from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render

from consort.core.errors import Refused
from consort.decisions.actions.moving import moved_on
from consort.decisions.contexts.page import page
from consort.decisions.models import Decision, Stage
from consort.decisions.queries import complete, visible
from consort.web import responses
from consort.web.requests import MemberRequest

HIGHEST = 2**31 - 1  # more does not fit into the column


def find(request: MemberRequest, number: int) -> Decision:
    """The decision of that number, with what its page needs. Answers 404 for one the reader may not see."""
    return _first(complete(visible(request.person)), number)


def find_bare(request: MemberRequest, number: int) -> Decision:
    """The same without what only the page needs: for actions."""
    return _first(visible(request.person), number)


def _first(decisions: QuerySet[Decision], number: int) -> Decision:
    found = decisions.filter(number=number).first() if number <= HIGHEST else None
    if found is None:
        raise Http404
    return found


def still_at(decision: Decision, *allowed: Stage) -> None:
    """Refuse (409) a form of a stage that has passed before looking for mistakes in it."""
    if decision.stage not in allowed:
        raise Refused(moved_on(decision))


def done(request: MemberRequest, decision: Decision, message: str, anchor: str = "") -> HttpResponse:
    """Back to the page of the decision, with what has happened."""
    return responses.see(request, decision.get_absolute_url() + anchor, message)


def mistaken(request: MemberRequest, decision: Decision, name: str, form: Form, **more: Any) -> HttpResponse:
    """422 with the reader's words kept: the form alone for htmx, else the whole page with the form in it."""
    if responses.is_htmx(request):
        context = {"form": form, "decision": decision, **more}
        return render(request, f"decisions/forms/{name.partition('-')[0]}.html", context, status=422)
    shown = page(find(request, decision.number), request.person, {name: form})
    return render(request, "decisions/decision.html", shown, status=422)
