"""Readings from and to files."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core import clock
from consort.core.foreign_files import Unreadable, tickets
from consort.core.foreign_files.tables.writing import CSV, XLSX
from consort.metrics import actions, contexts
from consort.metrics.models import Metric
from consort.metrics.sheets import reading, writing
from consort.metrics.views.pages import fetch, fetch_to_keep
from consort.web.bringing import FileForm, answers_in, carried
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def bring_in(request: MemberRequest, id: UUID) -> HttpResponse:
    """Read a file and show what it would do, or ask what it does not show. Nothing is kept yet."""
    metric = fetch_to_keep(request, id)
    goes_on = "carried" in request.POST
    form = FileForm(None if goes_on else request.POST or None, request.FILES or None)
    try:
        if goes_on:
            content, answers = carried(request.POST["carried"], contexts.scope_of(metric), request.person)
            return _report(request, metric, content, answers | answers_in(request.POST))
        if form.is_valid():
            return _report(request, metric, form.content(), {})
    except Unreadable as error:
        form = FileForm({})
        form.add_error(None, error.message)
    status = 422 if request.method == "POST" else 200
    return render(request, "metrics/import.html", {"form": form, "metric": metric}, status=status)


def _report(request: MemberRequest, metric: Metric, content: bytes, answers: dict[str, str]) -> HttpResponse:
    report = reading.bring(content, clock.today(), answers)
    context = contexts.report(metric, request.person, report)
    if report.asks:
        context |= contexts.questions(metric, request.person, report.asks, content, answers)
    return render(request, "metrics/report.html", context)


@require_POST
def apply(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keep exactly what the report showed, all of it or nothing."""
    metric = fetch_to_keep(request, id)
    kept = tickets.carried_by(request.POST.get("ticket", ""), contexts.scope_of(metric, "rows"), request.person)
    added, corrected = actions.import_readings(
        metric=metric, by=request.person, rows=reading.rows_from(kept), replace="replace" in request.POST
    )
    return see(request, metric, _brought_in(added, corrected))


def _brought_in(added: int, corrected: int) -> str:
    if not added and not corrected:
        return _("Everything in the file stood here already.")
    words = ngettext("One reading added", "%(n)d readings added", added) % {"n": added}
    if corrected:
        words += ngettext(", one corrected", ", %(n)d corrected", corrected) % {"n": corrected}
    return f"{words}."


@require_GET
def export(request: MemberRequest, id: UUID) -> HttpResponse:
    """All readings as a CSV file, or as a workbook."""
    metric: Metric = fetch(request, id)
    readings = metric.readings.select_related("by").order_by("at").iterator()
    name = slugify(metric.name) or "metric"
    if request.GET.get("as") == "xlsx":
        return _file(writing.write_workbook(metric, readings), XLSX, f"{name}.xlsx")
    return _file(writing.write(readings, metric.decimals), CSV, f"{name}.csv")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)
