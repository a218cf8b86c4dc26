"""Who is in the organization, and what they may do in it."""

from copy import copy
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core.actions.people import change_roles, let_go
from consort.core.errors import require
from consort.core.models import Person
from consort.organization import contexts
from consort.organization.actions import members as actions
from consort.organization.actions.invitations import cancel_invitation, invite, send_again
from consort.organization.forms.members import EraseForm, InviteForm, MemberForm, RolesForm
from consort.organization.mail import deliver
from consort.organization.policy import may_administer
from consort.organization.words import told
from consort.web.requests import MemberRequest
from consort.web.responses import see


def _list(request: MemberRequest) -> str:
    return reverse("organization:members", args=[request.organization.slug])


def _page(request: MemberRequest, person: Person) -> str:
    return reverse("organization:member", args=[request.organization.slug, person.pk])


def _fetch(request: MemberRequest, id: UUID) -> Person:
    """Somebody of the organization, for an administrator; 404 for everybody else."""
    require(may_administer(request.person))
    people = Person.objects.visible_to(request.person).select_related(
        "organization", "user", "department", "invitation"
    )
    return get_object_or_404(people, pk=id)


@require_GET
def members(request: MemberRequest) -> HttpResponse:
    """Everybody; administrators see who is invited, and how people sign in."""
    asked = request.GET
    context = contexts.members(request.person, asked.get("show", ""), asked.get("q", "")[:100], asked.get("page", ""))
    return render(request, "organization/members.html", context)


@require_http_methods(["GET", "POST"])
def invite_people(request: MemberRequest) -> HttpResponse:
    """Invite one or several."""
    require(may_administer(request.person))
    form = InviteForm(request.POST or None, organization=request.organization, initial={"id": uuid4()})
    if request.method == "POST" and form.is_valid():
        invitations = invite(by=request.person, **form.sheet())
        return see(request, _list(request), told(len(invitations), deliver(invitations, by=request.person)))
    context = {"form": form, **contexts.invite(request.person)}
    return render(request, "organization/invite.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def member(request: MemberRequest, id: UUID) -> HttpResponse:
    """One member: name and place, roles, invitation, leaving."""
    found = _fetch(request, id)
    form = MemberForm(request.POST or None, instance=copy(found))
    if request.method == "POST" and form.is_valid():
        department = form.cleaned_data.pop("department")
        actions.place(person=found, by=request.person, department=department)
        actions.describe(person=found, by=request.person, **form.cleaned_data)
        return see(request, request.path, _("Saved."))
    context = {"form": form, **contexts.member(found, request.person)}
    return render(request, "organization/member.html", context, status=422 if form.errors else 200)


@require_POST
def roles(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change what somebody may do."""
    found = _fetch(request, id)
    form = RolesForm(request.POST)
    form.is_valid()
    change_roles(person=found, by=request.person, **form.roles())
    where = _page(request, found) if may_administer(request.person) and found != request.person else _list(request)
    return see(request, where, _("What %(name)s may do was changed.") % {"name": found.first_name})


@require_POST
def send_invitation_again(request: MemberRequest, id: UUID) -> HttpResponse:
    """Send the invitation once more."""
    found = _fetch(request, id)
    untold = deliver([send_again(person=found, by=request.person)], by=request.person)
    message = _("Sent to %(email)s.") % {"email": found.email}
    return see(request, _page(request, found), told(1, untold) if untold else message)


@require_POST
def cancel(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take an invitation back."""
    found = _fetch(request, id)
    cancel_invitation(person=found, by=request.person)
    undo = reverse("organization:let_back", args=[request.organization.slug, found.pk])
    return see(request, _list(request), _("The invitation was taken back. Its link is closed."), undo=undo)


@require_POST
def leave(request: MemberRequest, id: UUID) -> HttpResponse:
    """Somebody leaves."""
    found = _fetch(request, id)
    let_go(person=found, by=request.person)
    undo = reverse("organization:let_back", args=[request.organization.slug, found.pk])
    return see(request, _list(request), _("%(name)s has left.") % {"name": found.full_name}, undo=undo)


@require_POST
def come_back(request: MemberRequest, id: UUID) -> HttpResponse:
    """Somebody comes back; without a login here they are invited again."""
    found = _fetch(request, id)
    invitation = actions.let_back(person=found, by=request.person)
    message = _("%(name)s is back. Partnerships have to be joined anew.") % {"name": found.full_name}
    if invitation:
        message = told(1, deliver([invitation], by=request.person))
    return see(request, _page(request, found), message)


@require_http_methods(["GET", "POST"])
def erase_member(request: MemberRequest, id: UUID) -> HttpResponse:
    """What erasing removes, and erasing."""
    found = _fetch(request, id)
    form = EraseForm(request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        actions.erase(person=found, by=request.person)
        return see(request, _list(request) + "?show=left", _("Erased. The ledger says that something was, not what."))
    context = {"form": form, **contexts.erasing(found, request.person)}
    return render(request, "organization/erase.html", context, status=422 if form.errors else 200)
