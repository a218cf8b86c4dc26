"""The pages: lists, one decision, its whole record."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consort.core.models import Partnership
from consort.decisions.contexts import lists
from consort.decisions.contexts.judgement import judgement as how_well
from consort.decisions.contexts.page import page
from consort.decisions.contexts.whole import whole
from consort.decisions.forms.register import RegisterForm
from consort.decisions.learning import learned_before
from consort.decisions.views.finding import find
from consort.web.requests import MemberRequest


@require_safe
def list_(request: MemberRequest) -> HttpResponse:
    """In progress."""
    context = lists.in_progress(request.person, _words(request), _partnership(request))
    return render(request, "decisions/list.html", context)


@require_safe
def record(request: MemberRequest) -> HttpResponse:
    """What has been decided."""
    form = RegisterForm(request.GET, person=request.person)
    page = min(int(said), 10_000) if (said := request.GET.get("page", "")).isascii() and said.isdecimal() else 1
    context = lists.record(request.person, _words(request), _partnership(request), form.wish(), max(page, 1))
    return render(request, "decisions/list.html", context | {"form": form, "query": _query(request)})


@require_safe
def reviews(request: MemberRequest) -> HttpResponse:
    """What is looked back on."""
    context = lists.reviews(request.person, _words(request), _partnership(request))
    return render(request, "decisions/reviews.html", context)


@require_safe
def judgement(request: MemberRequest) -> HttpResponse:
    """How well we decide."""
    return render(request, "decisions/judgement.html", {"tab": "judgement", **how_well(request.person)})


@require_safe
def learned(request: MemberRequest) -> HttpResponse:
    """Lessons of decisions like the one that is being framed: a part of the frame's page."""
    lessons = learned_before(request.GET.get("question", "")[:200], request.person)
    return render(request, "decisions/parts/learned.html", {"lessons": lessons})


@require_safe
def decision(request: MemberRequest, number: int) -> HttpResponse:
    """One decision, at its stage."""
    return render(request, "decisions/decision.html", page(find(request, number), request.person))


@require_safe
def part(request: MemberRequest, number: int) -> HttpResponse:
    """The live parts of the page: its stages, task and margin, as `?of=` says."""
    wanted = request.GET.get("of", "main")
    name = wanted if wanted in ("main", "margin", "stages") else "main"
    return render(request, f"decisions/decision.html#{name}", page(find(request, number), request.person))


@require_safe
def whole_record(request: MemberRequest, number: int) -> HttpResponse:
    """Everything about a decision on one sheet, for reading and printing."""
    return render(request, "decisions/whole.html", whole(find(request, number), request.person))


def _words(request: MemberRequest) -> str:
    return request.GET.get("q", "")[:200]


def _query(request: MemberRequest) -> str:
    """What the list is narrowed by, for the links to its other pages."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


def _partnership(request: MemberRequest) -> Partnership | None:
    """The partnership the list is narrowed to, if the reader may see it."""
    try:
        key = UUID(request.GET.get("partnership", ""))
    except ValueError:
        return None
    return Partnership.objects.visible_to(request.person).prefetch_related("seats__person").filter(pk=key).first()
