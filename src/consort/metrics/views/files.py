"""Readings from and to files."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core import clock
from consort.metrics import actions, contexts, sheets, tickets
from consort.metrics.forms import FileForm
from consort.metrics.models import Metric
from consort.metrics.views.pages import fetch, fetch_to_keep
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def bring_in(request: MemberRequest, id: UUID) -> HttpResponse:
    """Read a file and show what it would do. Nothing is kept yet."""
    metric = fetch_to_keep(request, id)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            report = sheets.read(form.content(), clock.today())
            return render(request, "metrics/report.html", contexts.report(metric, request.person, report))
        except sheets.BadFile as error:
            form.add_error(None, str(error))
    status = 422 if request.method == "POST" else 200
    return render(request, "metrics/import.html", {"form": form, "metric": metric}, status=status)


@require_POST
def apply(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keep exactly what the report showed, all of it or nothing."""
    metric = fetch_to_keep(request, id)
    rows = tickets.rows_of(request.POST.get("ticket", ""), metric, request.person)
    added, corrected = actions.import_readings(
        metric=metric, by=request.person, rows=rows, replace="replace" in request.POST
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
    """All readings as a CSV file."""
    metric: Metric = fetch(request, id)
    content = sheets.write(metric.readings.select_related("by").order_by("at").iterator(), metric.decimals)
    name = slugify(metric.name) or "metric"
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
