"""Bringing plans and tables in, and taking the strategy out."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import Refused, require
from consort.core.foreign_files import Unreadable
from consort.core.foreign_files.tables.writing import CSV, XLSX
from consort.vision.actions.importing import Outcome, bring_in
from consort.vision.contexts import exchange as contexts
from consort.vision.exchange.bringing import plan_of
from consort.vision.exchange.gathering import Wish
from consort.vision.exchange.sheets import writing as sheets
from consort.vision.exchange.stratml.describing import take_out as describe
from consort.vision.exchange.upload import Upload
from consort.vision.forms.exchange import PlanFileForm, TakeOutForm
from consort.vision.models import Source
from consort.vision.policy import exchange as policy
from consort.web.bringing import AnswersForm, answers_in
from consort.web.requests import MemberRequest
from consort.web.responses import see

XML = "application/xml; charset=utf-8"


@require_safe
def home(request: MemberRequest) -> HttpResponse:
    """Import and export: what can be brought in, what can be taken out, what came."""
    context = contexts.home(request.person) | {"form": TakeOutForm(person=request.person)}
    return render(request, "vision/exchange/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: MemberRequest) -> HttpResponse:
    """Read a file and show what it would do, or ask what it does not show. Nothing is kept yet."""
    require(policy.may_bring_in_table(request.person))
    goes_on = "carried" in request.POST
    form = PlanFileForm(None if goes_on else request.POST or None, request.FILES or None, person=request.person)
    try:
        if goes_on:
            upload, _none = Upload.of(request.POST["carried"], request.person)
            upload.answers |= answers_in(request.POST)
            return _report(request, upload)
        if form.is_valid():
            file = form.cleaned_data.get("file")
            return _report(
                request, Upload(file.name if file else _("the pasted lines"), form.content(), form.choices())
            )
    except Unreadable as error:
        form = form if form.is_bound else PlanFileForm({}, person=request.person)
        form.add_error(None, _where(error))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "may_bring_in_plan": policy.may_bring_in_plan(request.person)}
    return render(request, "vision/exchange/bring_in.html", context, status=status)


def _where(error: Unreadable) -> str:
    return _("Line %(line)d: %(words)s") % {"line": error.line, "words": error.message} if error.line else error.message


def _report(request: MemberRequest, upload: Upload) -> HttpResponse:
    file, asks = upload.read()
    if not file.may_be_brought_in_by(request.person):
        raise Unreadable(_("A whole plan is brought in by those who keep the strategy. Nothing was read."))
    plan = plan_of(file, request.person, upload.choices)
    context: dict[str, Any] = contexts.report(plan, upload.name)
    if asks:
        context |= {"questions": AnswersForm(asks=asks), "carried": upload.ticket(request.person)}
    elif plan.does_something:
        context["ticket"] = upload.ticket(request.person, plan.fingerprint())
    return render(request, "vision/exchange/report.html", context)


@require_POST
def apply(request: MemberRequest) -> HttpResponse:
    """Keep exactly what the report showed, all of it or nothing."""
    require(policy.may_bring_in_table(request.person))
    upload, fingerprint = Upload.of(request.POST.get("ticket", ""), request.person)
    try:
        file, _asks = upload.read()
    except Unreadable as error:
        raise Refused(_where(error)) from error
    outcome = bring_in(by=request.person, file=file, choices=upload.choices, fingerprint=fingerprint, id=upload.id)
    target = outcome.source.get_absolute_url() if outcome.source else _objectives(request)
    return see(request, target, _said(outcome))


def _objectives(request: MemberRequest) -> str:
    return reverse("vision:objectives", args=[request.organization.slug])


def _said(outcome: Outcome) -> str:
    if outcome.was_there:
        return _("Everything in the file stood here already.")
    words = {"made": outcome.made, "changed": outcome.changed, "readings": outcome.readings}
    return _("Brought in: %(made)d new, %(changed)d changed, %(readings)d readings.") % words


@require_safe
def source(request: MemberRequest, id: UUID) -> HttpResponse:
    """A plan that was brought in, and what became of it."""
    found = get_object_or_404(Source.objects.visible_to(request.person).select_related("organization", "owner"), pk=id)
    return render(request, "vision/exchange/source.html", contexts.source(found))


@require_safe
def take_out(request: MemberRequest) -> HttpResponse:
    """What would leave and what could not, and the file itself when it is asked for."""
    require(policy.may_take_out(request.person))
    form = TakeOutForm(request.GET, person=request.person)
    if not form.is_valid():
        return render(request, "vision/exchange/home.html", contexts.home(request.person) | {"form": form}, status=422)
    written = describe(request.person, form.wish(), form.cleaned_data["part"])
    name = f"{slugify(request.organization.name) or 'strategy'}-part{form.cleaned_data['part']}.xml"
    if "file" in request.GET:
        return _file(written.content, XML, name)
    query = request.GET.copy()
    query["file"] = "1"
    context = {"losses": written.losses, "size": len(written.content), "name": name, "query": query.urlencode()}
    return render(request, "vision/exchange/take_out.html", context)


@require_safe
def table(request: MemberRequest) -> HttpResponse:
    """Objectives and key results as CSV or XLSX."""
    require(policy.may_take_out(request.person))
    if request.GET.get("as") == "xlsx":
        return _file(sheets.write_xlsx(request.person, Wish()), XLSX, "objectives.xlsx")
    return _file(sheets.write_csv(request.person, Wish()), CSV, "objectives.csv")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)
