"""Scripts as files: brought in, and sent on."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consort.core.foreign_files import tickets
from consort.web.requests import MemberRequest
from consort.web.responses import see
from consort.workshops import policy
from consort.workshops.actions.scripting import script_of
from consort.workshops.contexts.pages import about_script
from consort.workshops.forms import PlanForm, ScriptFileForm
from consort.workshops.scripts import Script, UnreadableScript, read, write
from consort.workshops.scripts import reading as script_reading
from consort.workshops.scripts.ready import ready as ready_script
from consort.workshops.views.fetching import fetch
from consort.workshops.views.pages import plan_from

SCOPE = "workshop-script"


@require_http_methods(["GET", "POST"])
def bring(request: MemberRequest) -> HttpResponse:
    """Read a script from a file, show it, and plan a workshop with it. Nothing is kept before that."""
    if not policy.may_plan(request.person):
        raise Http404
    if "carried" in request.POST:
        content = tickets.unpacked(tickets.carried_by(request.POST["carried"], SCOPE, request.person))
        return _plan(request, content, read(content))
    form = ScriptFileForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read(script_reading.LARGEST + 1)
        try:
            return _shown(request, content, read(content))
        except UnreadableScript as error:
            problems = error.problems
    status = 422 if request.method == "POST" else 200
    return render(request, "workshops/bring.html", {"form": form, "problems": problems}, status=status)


def _shown(request: MemberRequest, content: bytes, script: Script, form: PlanForm | None = None) -> HttpResponse:
    initial = {"title": script.title, "purpose": script.purpose}
    context = {
        "form": form or PlanForm(person=request.person, initial=initial),
        "script": script,
        "about": about_script(script),
        "carried": tickets.issue(SCOPE, request.person, tickets.packed(content)),
    }
    return render(request, "workshops/new.html", context, status=422 if form else 200)


def _plan(request: MemberRequest, content: bytes, script: Script) -> HttpResponse:
    form = PlanForm(request.POST, person=request.person)
    if not form.is_valid():
        return _shown(request, content, script, form)
    return see(request, plan_from(request, form, script), _("Planned from the file. Its script can still be changed."))


@require_GET
def export(request: MemberRequest, id: UUID) -> HttpResponse:
    """The script of a workshop, without what anybody said."""
    return _file(script_of(fetch(request, id)))


@require_GET
def ready(request: MemberRequest, name: str) -> HttpResponse:
    """A ready script as a file."""
    script = ready_script(name)
    if script is None:
        raise Http404
    return _file(script)


def _file(script: Script) -> HttpResponse:
    name = f"{slugify(script.title) or 'workshop'}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(write(script), content_type="application/json", headers=headers)
