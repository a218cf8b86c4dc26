"""The list of metrics, one metric, defining and changing one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consort.core import clock
from consort.metrics import actions, contexts, policy, queries
from consort.metrics.forms import MetricForm
from consort.metrics.models import Metric
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """Every metric one may see, and how it stands."""
    return render(request, "metrics/list.html", contexts.listing(request.person, clock.today()))


@require_GET
def metric(request: MemberRequest, id: UUID) -> HttpResponse:
    """One metric: its line, its numbers, its rule."""
    context = contexts.metric(fetch(request, id), request.person, clock.today())
    return render(request, "metrics/metric.html#readings" if is_htmx(request) else "metrics/metric.html", context)


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Define a metric."""
    if not policy.may_define(request.person):
        raise Http404
    form = MetricForm(
        request.POST or None, person=request.person, initial={"owner": request.person, "visibility": "leaders"}
    )
    if request.method == "POST" and form.is_valid():
        made = actions.define_metric(by=request.person, **form.cleaned_data)
        return see(request, made, _("Defined. It waits for its first reading."))
    return render(request, "metrics/form.html", {"form": form}, status=_status(request))


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change what a metric says."""
    found = fetch_to_keep(request, id)
    form = MetricForm(request.POST or None, person=request.person, instance=Metric(**_columns(found)))
    if request.method == "POST" and form.is_valid():
        what = {name: value for name, value in form.cleaned_data.items() if name != "id"}
        actions.change_metric(metric=found, by=request.person, **what)
        return see(request, found, _("Changed. What stood before is on record."))
    return render(request, "metrics/form.html", {"form": form, "metric": found}, status=_status(request))


def _columns(metric: Metric) -> dict[str, object]:
    """A copy for the form to write on: the action compares with what stands."""
    return {field.attname: getattr(metric, field.attname) for field in Metric._meta.concrete_fields}


def _status(request: MemberRequest) -> int:
    return 422 if request.method == "POST" else 200


def fetch(request: MemberRequest, id: UUID) -> Metric:
    """The metric, or 404."""
    return get_object_or_404(queries.metrics_for(request.person), pk=id)


def fetch_to_keep(request: MemberRequest, id: UUID) -> Metric:
    """The metric for somebody who may change it, or 404."""
    found = fetch(request, id)
    if not policy.may_keep(found, request.person):
        raise Http404
    return found
