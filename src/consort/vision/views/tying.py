"""Tying things to the strategy and untying them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consort.core import kinds
from consort.core.errors import require
from consort.core.models import Partnership, Person
from consort.core.models.organization import Organization
from consort.vision.actions.tying import serve as tie
from consort.vision.actions.tying import unserve as untie
from consort.vision.contexts import tying as contexts
from consort.vision.models import Objective, Priority
from consort.web.requests import MemberRequest
from consort.web.responses import see

TARGETS = ("objective", "priority")


@require_safe
def add(request: MemberRequest, kind: str, id: UUID) -> HttpResponse:
    """Find what serves an objective or a priority, to tie it."""
    target = _target(request, kind, id)
    require(request.person.sees_leaders)
    return render(request, "vision/tying/add.html", contexts.add(target, request.person, _words(request)))


@require_safe
def serves(request: MemberRequest, kind: str, id: UUID) -> HttpResponse:
    """Find the objective or priority that a thing serves."""
    source = _source(request, kind, id)
    require(request.person.sees_leaders)
    return render(request, "vision/tying/serves.html", contexts.serves(source, request.person, _words(request)))


@require_POST
def serve(request: MemberRequest, from_kind: str, from_id: UUID, to_kind: str, to_id: UUID) -> HttpResponse:
    """Tie the two."""
    source, target = _source(request, from_kind, from_id), _target(request, to_kind, to_id)
    tie(source=source, target=target, by=request.person)
    undo = _address("unserve", request, source, target)
    return see(request, _back(request, source, target), _("Tied to “%s”.") % target, undo=undo)


@require_POST
def unserve(request: MemberRequest, from_kind: str, from_id: UUID, to_kind: str, to_id: UUID) -> HttpResponse:
    """Untie the two."""
    source, target = _source(request, from_kind, from_id), _target(request, to_kind, to_id)
    untie(source=source, target=target, by=request.person)
    undo = _address("serve", request, source, target)
    return see(request, _back(request, source, target), _("Untied from “%s”.") % target, undo=undo)


def _source(request: MemberRequest, kind: str, id: UUID) -> Any:
    """Anything that has an organization and can be seen. People, partnerships and the like serve nothing by a tie."""
    found = kinds.fetch(kind, id, request.person)
    if isinstance(found, Person | Partnership | Organization):
        raise Http404
    return found


def _target(request: MemberRequest, kind: str, id: UUID) -> Objective | Priority:
    if kind not in TARGETS:
        raise Http404
    found: Objective | Priority = kinds.fetch(kind, id, request.person)
    return found


def _address(name: str, request: MemberRequest, source: Any, target: Any) -> str:
    ends = [part for end in (source, target) for part in kinds.reference(end)]
    return reverse(f"vision:{name}", args=[request.organization.slug, *ends])


def _back(request: MemberRequest, source: Any, target: Any) -> Any:
    """The page it was done from: that of the thing when the address says so, else that of what it serves."""
    return source if request.GET.get("from") == "source" else target


def _words(request: MemberRequest) -> str:
    return request.GET.get("q", "")[:200]
