"""Framing a question."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consort.core.errors import Refused, require
from consort.decisions import policy
from consort.decisions.actions import asking, framing
from consort.decisions.cases import Case
from consort.decisions.forms import FramePage
from consort.decisions.forms.frame import METHOD_DETAILS
from consort.decisions.models import Decision, Part, Stage
from consort.decisions.views.finding import done, find, find_bare
from consort.web import responses
from consort.web.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """A new question. Sent twice, it is made once: the form carries the decision's id."""
    require(policy.may_frame(request.person))
    if request.method != "POST":
        return _shown(request, FramePage(request.person), identity=uuid4())
    sent, identity = FramePage(request.person, data=request.POST), _identity(request)
    if again := _one_more_row(request, sent, identity=identity):
        return again
    if not sent.is_valid():
        return _shown(request, sent, identity=identity, status=422)
    decision = framing.frame_decision(by=request.person, frame=sent.frame(), id=identity)
    return _kept(request, decision)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    """Change a frame that nobody was asked about yet."""
    decision = find(request, number)
    require(policy.may_edit(Case(decision), request.person))
    if decision.stage != Stage.FRAME and request.method != "POST":
        return responses.see(request, decision, _("Input has been asked, so the frame stands."))
    if request.method != "POST":
        return _shown(request, FramePage(request.person, decision), decision=decision)
    sent = FramePage(request.person, decision, request.POST)
    if again := _one_more_row(request, sent, decision=decision):
        return again
    if not sent.is_valid():
        return _shown(request, sent, decision=decision, status=422)
    framing.change_frame(decision=decision, by=request.person, frame=sent.frame(), revision=_revision(request))
    return _kept(request, decision)


@require_POST
def drop(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    framing.drop(decision=decision, by=request.person)
    return done(request, decision, _("Dropped. It stays in the record."))


def _kept(request: MemberRequest, decision: Decision) -> HttpResponse:
    """Keep it as a draft, or ask at once when that was wanted and nothing is missing."""
    if "ask" not in request.POST or decision.stage != Stage.FRAME:
        return done(request, decision, _("Kept as a draft. Nobody was asked yet."))
    try:
        round = asking.ask_for_input(decision=decision, by=request.person)
    except Refused as refusal:
        return done(request, decision, _("Kept as a draft. %(missing)s") % {"missing": refusal.message})
    asked = round.asked.count()
    return done(request, decision, _("Asked: %(n)s people give their sealed input.") % {"n": asked})


def _one_more_row(request: MemberRequest, sent: FramePage, **more: Any) -> HttpResponse | None:
    """The page again with one more row, when a button asked for one; nothing is kept."""
    what = request.POST.get("add", "")
    if not what:
        return None
    sent.add(what)
    return _shown(request, sent, **more)


def _shown(request: MemberRequest, frame: FramePage, *, status: int = 200, **more: Any) -> HttpResponse:
    kept = frame.decision.revision if frame.decision else 1
    revision = request.POST.get("revision") or kept
    shown = {"frame": frame, "form": frame.form, "parts": Part.choices, "method_details": METHOD_DETAILS}
    context = shown | {"revision": revision, "decision": None, **more}
    return render(request, "decisions/frame.html", context, status=status)


def _identity(request: MemberRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError:
        return None


def _revision(request: MemberRequest) -> int:
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0
