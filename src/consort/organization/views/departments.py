"""The tree of departments."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consort.core.errors import require
from consort.core.models import Department
from consort.organization import contexts
from consort.organization.actions.departments import add_department, change_department, remove_department
from consort.organization.forms.members import DepartmentForm
from consort.organization.policy import may_administer
from consort.web.requests import MemberRequest
from consort.web.responses import see


def _list(request: MemberRequest) -> str:
    return reverse("organization:departments", args=[request.organization.slug])


@require_http_methods(["GET", "POST"])
def departments(request: MemberRequest) -> HttpResponse:
    """All departments, and a new one."""
    require(may_administer(request.person))
    form = DepartmentForm(request.POST or None, organization=request.organization, initial={"id": uuid4()})
    if request.method == "POST" and form.is_valid():
        made = add_department(by=request.person, **form.cleaned_data)
        return see(request, _list(request), _("%(name)s was added.") % {"name": made.name})
    context = {"form": form, **contexts.departments(request.person)}
    return render(request, "organization/departments.html", context, status=422 if form.errors else 200)


def _fetch(request: MemberRequest, id: UUID) -> Department:
    require(may_administer(request.person))
    return get_object_or_404(Department, pk=id, organization=request.organization)


@require_http_methods(["GET", "POST"])
def department(request: MemberRequest, id: UUID) -> HttpResponse:
    """Rename or move a department."""
    found = _fetch(request, id)
    start = {"name": found.name, "parent": found.parent_id}
    form = DepartmentForm(request.POST or None, organization=request.organization, initial=start)
    if request.method == "POST" and form.is_valid():
        name, parent = form.cleaned_data["name"], form.cleaned_data["parent"]
        change_department(department=found, by=request.person, name=name, parent=parent)
        return see(request, _list(request), _("Saved."))
    context = {"form": form, "department": found, **contexts.common(request.person, "departments")}
    return render(request, "organization/department.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: MemberRequest, id: UUID) -> HttpResponse:
    """Remove an empty department."""
    found = _fetch(request, id)
    remove_department(department=found, by=request.person)
    return see(request, _list(request), _("%(name)s was removed.") % {"name": found.name})
