"""Pages that say how things are: confidentiality, email, backup."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from consort.core.errors import require
from consort.organization import contexts
from consort.organization.policy import may_administer
from consort.web.requests import MemberRequest


@require_GET
def confidentiality(request: MemberRequest) -> HttpResponse:
    """Who can see what."""
    context = {**contexts.common(request.person, "confidentiality"), **contexts.confidentiality(request.organization)}
    return render(request, "organization/confidentiality.html", context)


@require_GET
def email(request: MemberRequest) -> HttpResponse:
    """What mail is sent, when, to whom."""
    require(may_administer(request.person))
    return render(request, "organization/email.html", contexts.email(request.person))


@require_GET
def backup(request: MemberRequest) -> HttpResponse:
    """What a backup holds, and when the last ones were made."""
    require(may_administer(request.person))
    return render(request, "organization/backup.html", contexts.backup(request.person))
