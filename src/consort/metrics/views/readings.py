"""Adding a reading, correcting and removing one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consort.metrics import actions
from consort.metrics.forms import CorrectionForm, ReadingForm
from consort.metrics.models import Reading
from consort.metrics.values import in_words
from consort.metrics.views.pages import fetch_to_keep
from consort.web.days import short
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def add(request: MemberRequest, id: UUID) -> HttpResponse:
    """Write what the metric read on a day."""
    metric = fetch_to_keep(request, id)
    form = ReadingForm(request.POST or None, initial={"source": metric.source})
    if request.method == "POST" and form.is_valid():
        reading = actions.add_reading(metric=metric, by=request.person, **form.cleaned_data)
        words = {"value": in_words(reading.value, metric), "day": short(reading.at)}
        return see(request, metric, _("Added: %(value)s on %(day)s.") % words)
    status = 422 if request.method == "POST" else 200
    return render(request, "metrics/reading.html", {"form": form, "metric": metric}, status=status)


@require_http_methods(["GET", "POST"])
def correct(request: MemberRequest, id: UUID) -> HttpResponse:
    """Put another value in the place of a wrong one, or take it away."""
    reading = get_object_or_404(Reading.objects.select_related("metric"), pk=id)
    metric = reading.metric = fetch_to_keep(request, reading.metric_id)
    form = CorrectionForm(request.POST or None, initial={"value": reading.value, "note": reading.note})
    if request.method == "POST" and form.is_valid():
        return see(request, metric, _corrected(request, reading, form))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "metric": metric, "reading": reading, "value": in_words(reading.value, metric)}
    return render(request, "metrics/correct.html", context, status=status)


def _corrected(request: MemberRequest, reading: Reading, form: CorrectionForm) -> str:
    what = form.cleaned_data
    if "remove" in request.POST:
        actions.remove_reading(reading=reading, by=request.person, reason=what["reason"])
        return _("Removed. That it stood there is on record.")
    actions.correct_reading(
        reading=reading, by=request.person, value=what["value"], note=what["note"], reason=what["reason"]
    )
    return _("Corrected. What stood before is on record.")
