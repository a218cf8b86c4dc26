"""The purpose: the version in force, proposing another, agreeing, signing, what differs."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import require
from consort.vision.actions import purpose as actions
from consort.vision.contexts import purpose as contexts
from consort.vision.drafts import Draft
from consort.vision.forms.purpose import PurposePage, SigningForm
from consort.vision.models import Purpose
from consort.vision.policy import purpose as policy
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see

HIGHEST = 2**31 - 1


@require_safe
def now(request: MemberRequest) -> HttpResponse:
    """The version in force, else the newest proposal, else how to begin."""
    return _page(request, contexts.current(request.person))


@require_safe
def purpose(request: MemberRequest, version: int) -> HttpResponse:
    """One version."""
    return _page(request, _find(request, version))


@require_safe
def differences(request: MemberRequest, version: int, other: int) -> HttpResponse:
    """What the newer of two versions says differently."""
    older, newer = (_find(request, number) for number in sorted((version, other)))
    return render(request, "vision/purpose/differences.html", contexts.compared(older, newer))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Propose another version; it starts from the one in force."""
    require(policy.may_propose(request.person))
    if request.method != "POST":
        return _form(request, PurposePage(request.person, _start(request)))
    sent = PurposePage(request.person, _start(request), request.POST)
    if "more" in request.POST or not sent.is_valid():
        return _form(request, sent)
    made = actions.propose(by=request.person, draft=sent.draft(), id=sent.form.cleaned_data["id"])
    return see(request, made, _("Proposed as version %s. It is not in force yet.") % made.version)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, version: int) -> HttpResponse:
    """Change a draft."""
    found = _find_to_change(request, version)
    start = Draft.of(found)
    if request.method != "POST":
        return _form(request, PurposePage(request.person, start), purpose=found)
    sent = PurposePage(request.person, start, request.POST)
    if "more" in request.POST or not sent.is_valid():
        return _form(request, sent, purpose=found)
    actions.change(purpose=found, by=request.person, draft=sent.draft())
    return see(request, found, _("Changed. It is still a draft."))


@require_POST
def discard(request: MemberRequest, version: int) -> HttpResponse:
    """Take a draft back."""
    found = _find_to_change(request, version)
    actions.discard(purpose=found, by=request.person)
    return see(request, reverse("vision:purposes", args=[request.organization.slug]), _("Taken back."))


@require_POST
def agree(request: MemberRequest, version: int) -> HttpResponse:
    """Put a draft in force."""
    found = _find(request, version)
    actions.agree(purpose=found, by=request.person)
    return see(request, found, _("Version %s is in force. Those who answer for it are asked to sign.") % version)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: MemberRequest, version: int) -> HttpResponse:
    """Sign, with or without a reservation."""
    found = _find(request, version)
    require(policy.may_sign(found, request.person))
    form = SigningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.sign(purpose=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Signed."))
    title = _("Sign version %s") % found.version
    context = {"form": form, "thing": found, "title": title, "act": title, "lede": found.vision}
    return render(request, "vision/act.html", context, status=finding.status(request))


def _start(request: MemberRequest) -> Draft | None:
    current = contexts.visible(request.person).filter(state=Purpose.State.AGREED).first()
    return Draft.of(current).renewed() if current else None


def _find(request: MemberRequest, version: int) -> Purpose:
    found = contexts.visible(request.person).filter(version=version).first() if version <= HIGHEST else None
    if found is None:
        raise Http404
    return found


def _find_to_change(request: MemberRequest, version: int) -> Purpose:
    found = _find(request, version)
    require(policy.may_change(found, request.person))
    return found


def _page(request: MemberRequest, found: Purpose | None) -> HttpResponse:
    return render(request, "vision/purpose/purpose.html", contexts.page(found, request.person))


def _form(request: MemberRequest, page: PurposePage, **more: Any) -> HttpResponse:
    status = 200 if "more" in request.POST else finding.status(request)
    return render(request, "vision/purpose/form.html", {"page": page, "form": page.form, **more}, status=status)
