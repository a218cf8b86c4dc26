"""Pages of dependencies, and what is done with them: one address per verb."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core import kinds
from consort.core.models import Link
from consort.vision.actions import dependencies as actions
from consort.vision.contexts import dependencies as contexts
from consort.vision.contracts import SETTLED, Side, Verb
from consort.vision.forms.dependencies import FORMS, AskForm, RestForm, initial
from consort.vision.models import Dependency, Objective
from consort.vision.policy.dependencies import is_on, may, may_ask
from consort.vision.queries.dependencies import dependencies_for
from consort.vision.where import dependency_verb_url
from consort.web.requests import MemberRequest
from consort.web.responses import see

PLAIN: dict[str, Callable[..., None]] = {
    Verb.ACCEPT: actions.accept,
    Verb.TAKE_COUNTER: actions.take_counter,
    Verb.WITHDRAW: actions.withdraw,
    Verb.DELIVER: actions.deliver,
    Verb.TAKE_BACK: actions.take_back,
    Verb.CONFIRM: actions.confirm,
}
WITH_WORDS: dict[str, Callable[..., None]] = {
    Verb.COUNTER: actions.counter,
    Verb.ASK_AGAIN: actions.ask_again,
    Verb.DECLINE: actions.decline,
    Verb.MOVE: actions.move,
    Verb.NOT_YET: actions.not_yet,
}
MOST_OFFERED = 200


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """Who needs what from whom."""
    return render(request, "vision/dependencies/list.html", contexts.listing(request.person))


@require_safe
def dependency(request: MemberRequest, id: UUID) -> HttpResponse:
    """One contract with its turns."""
    context = contexts.detail(fetch(request, id), request.person)
    return render(request, "vision/dependencies/dependency.html", context)


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask another department; `?objective=` names what it is for."""
    if not may_ask(request.person, None):
        raise Http404
    objectives = _objectives(request)
    form = AskForm(
        request.POST or None, person=request.person, objectives=objectives, initial={"objective": _wanted(request)}
    )
    if request.method == "POST" and form.is_valid():
        made = actions.ask_for(by=request.person, **form.cleaned_data)
        message = _("Asked. It waits on Today for those who lead in %(department)s.")
        return see(request, made, message % {"department": made.giving.name})
    return render(request, "vision/dependencies/form.html", {"form": form}, status=_status(request))


@require_POST
def move(request: MemberRequest, id: UUID, verb: str) -> HttpResponse:
    """What needs no words."""
    found = fetch(request, id)
    PLAIN[verb](dependency=found, by=request.person)
    undo = dependency_verb_url(found, Verb.TAKE_BACK) if verb == Verb.DELIVER else None
    return see(request, found, _done(verb, found), undo=undo)


@require_http_methods(["GET", "POST"])
def answer(request: MemberRequest, id: UUID, verb: str) -> HttpResponse:
    """A short page for what needs words."""
    found = fetch(request, id)
    if not may(Verb(verb), found, request.person):
        raise Http404
    form: Form = FORMS[verb](request.POST or None, initial=initial(found))
    if request.method == "POST" and form.is_valid():
        WITH_WORDS[verb](dependency=found, by=request.person, **form.cleaned_data)
        return see(request, found, _done(verb, found))
    context = {"form": form, "dependency": found, "label": contexts.LABELS[Verb(verb)]}
    return render(request, "vision/dependencies/answer.html", context, status=_status(request))


@require_http_methods(["GET", "POST"])
def rest(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say what the promise rests on."""
    found = fetch(request, id)
    if not is_on(Side.GIVING, found, request.person):
        raise Http404
    form = RestForm(request.POST or None, choices=_offered(request, found))
    if request.method == "POST" and form.is_valid():
        kind, key = form.cleaned_data["on"].split(":")
        actions.rest_on(dependency=found, thing=kinds.fetch(kind, UUID(key), request.person), by=request.person)
        return see(request, found, _("Noted. If that is late, this is late too."))
    context = {"form": form, "dependency": found, "label": _("It rests on this")}
    return render(request, "vision/dependencies/answer.html", context, status=_status(request))


@require_POST
def rest_no_more(request: MemberRequest, id: UUID, link: UUID) -> HttpResponse:
    """Take such a tie away."""
    found = fetch(request, id)
    tie = get_object_or_404(Link, pk=link, from_id=found.pk, kind=Link.Kind.DEPENDS_ON)
    actions.rest_no_more(dependency=found, link=tie, by=request.person)
    return see(request, found, _("It no longer rests on that."))


def fetch(request: MemberRequest, id: UUID) -> Dependency:
    """The dependency, or 404."""
    return get_object_or_404(dependencies_for(request.person), pk=id)


def _offered(request: MemberRequest, found: Dependency) -> list[tuple[str, str]]:
    """What a promise can rest on: open dependencies and objectives that the reader may see. Runs two queries."""
    others = dependencies_for(request.person).exclude(state__in=SETTLED).exclude(pk=found.pk)[:MOST_OFFERED]
    objectives = _objectives(request).exclude(pk=found.objective_id or found.pk)[:MOST_OFFERED]
    named = [(f"dependency:{each.pk}", f"{each.what} ({each.giving})") for each in others]
    return named + [(f"objective:{each.pk}", each.title) for each in objectives]


def _objectives(request: MemberRequest) -> Any:
    return Objective.objects.visible_to(request.person).exclude(state=Objective.State.CLOSED).order_by("title")


def _wanted(request: MemberRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("objective", ""))
    except ValueError:
        return None


def _done(verb: str, found: Dependency) -> str:
    known = {"asking": found.asking.name, "giving": found.giving.name}
    words = {
        Verb.ACCEPT: _("Promised. %(asking)s can count on it.") % known,
        Verb.COUNTER: _("Offered. %(asking)s answers next.") % known,
        Verb.TAKE_COUNTER: _("Taken. It is promised now."),
        Verb.ASK_AGAIN: _("Asked again. %(giving)s answers next.") % known,
        Verb.DECLINE: _("Declined. %(asking)s reads your reason.") % known,
        Verb.WITHDRAW: _("Withdrawn. Nobody waits for it now."),
        Verb.MOVE: _("Moved. Everything that rests on it shows it."),
        Verb.DELIVER: _("Said. %(asking)s confirms it.") % known,
        Verb.TAKE_BACK: _("It is open again."),
        Verb.NOT_YET: _("Said. It is with %(giving)s again.") % known,
        Verb.CONFIRM: _("Confirmed."),
    }
    return words[Verb(verb)]


def _status(request: MemberRequest) -> int:
    return 422 if request.method == "POST" else 200
