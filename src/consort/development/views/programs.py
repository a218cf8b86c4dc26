"""Programs: the shelf, one program, taking it out and bringing one in, beginning it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consort.core.errors import Refused
from consort.development import policy, queries
from consort.development.actions import programs as actions
from consort.development.contexts import programs as contexts
from consort.development.forms.programs import BeginForm, BringInForm
from consort.development.programs import files
from consort.development.programs.plan import Plan
from consort.web.requests import MemberRequest
from consort.web.responses import see


def _plan(request: MemberRequest, key: str) -> Plan:
    plan = queries.plan_named(key, request.person)
    if plan is None:
        raise Http404
    return plan


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """What one is in, and what there is."""
    return render(request, "development/programs/list.html", contexts.listing(request.person))


@require_GET
def program(request: MemberRequest, key: str) -> HttpResponse:
    """A program in full, before it begins."""
    return render(request, "development/programs/program.html", contexts.program(key, _plan(request, key)))


@require_GET
def file(request: MemberRequest, key: str) -> HttpResponse:
    """The program as YAML."""
    plan = _plan(request, key)
    name = slugify(plan.name)[:60] or "program"
    headers = {"Content-Disposition": f'attachment; filename="{name}.yaml"'}
    return HttpResponse(files.write(plan), content_type="application/yaml; charset=utf-8", headers=headers)


@require_http_methods(["GET", "POST"])
def bring_in(request: MemberRequest) -> HttpResponse:
    """Keep a program of one's own."""
    if not policy.may_write_programs(request.person):
        raise Http404
    form = BringInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.bring_in(by=request.person, **form.cleaned_data)
        except Refused as error:
            form.add_error("text", error.message)
        else:
            address = reverse("development:program", args=[request.organization.slug, made.pk])
            return see(request, address, _("Brought in. All leaders can read and begin it."))
    return render(request, "development/programs/bring_in.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def begin(request: MemberRequest, key: str) -> HttpResponse:
    """Begin a program with somebody."""
    plan = _plan(request, key)
    if not policy.may_write_programs(request.person):
        raise Http404
    form = BeginForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        made = actions.begin_course(plan=plan, by=request.person, **form.given())
        return see(request, made, _("Begun. Each module opens on its day, whoever is away."))
    context = {"form": form, "plan": plan, "key": key}
    return render(request, "development/programs/begin.html", context, status=422 if form.errors else 200)
