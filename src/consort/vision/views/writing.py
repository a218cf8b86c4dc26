"""Writing checks: beside a form while somebody writes, of an objective as it stands, and what each looks for."""

from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consort.core import clock
from consort.vision import writing
from consort.vision.actions import findings as actions
from consort.vision.contexts import writing as contexts
from consort.vision.forms.findings import ReasonForm
from consort.vision.models import KeyResult, Objective
from consort.vision.models.key_result import Aim
from consort.vision.queries import objectives as queries
from consort.vision.writing import Draft
from consort.web.requests import MemberRequest
from consort.web.responses import see

LONGEST = 1000


@require_POST
def live(request: MemberRequest) -> HttpResponse:
    """What the checks ask of what stands in the form. Nothing is kept."""
    return render(request, "vision/writing/remarks.html", contexts.live(_draft(request.POST)))


@require_safe
def of_objective(request: MemberRequest, id: UUID) -> HttpResponse:
    """What the checks ask of an objective and its key results."""
    return _page(request, _objective(request, id))


@require_POST
def set_aside(request: MemberRequest, id: UUID, check: str, key_result: UUID | None = None) -> HttpResponse:
    """Leave the words as they are, with a reason."""
    objective = _objective(request, id)
    result = get_object_or_404(KeyResult, pk=key_result, objective=objective) if key_result else None
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, objective, refused=(check, key_result), form=form)
    made = actions.set_check_aside(
        check=_check(check), objective=objective, key_result=result, by=request.person, **form.cleaned_data
    )
    undo = reverse("vision:finding_take_back", args=[request.organization.slug, made.pk])
    there = reverse("vision:writing", args=[request.organization.slug, objective.pk])
    return see(request, there, _("Set aside. Other words are asked about again."), undo=undo)


@require_safe
def explained(request: MemberRequest) -> HttpResponse:
    """Every check, what it asks and on whose evidence."""
    return render(request, "vision/writing/checks.html", contexts.explained())


def _objective(request: MemberRequest, id: UUID) -> Objective:
    return get_object_or_404(queries.with_key_results(queries.visible(request.person)), pk=id)


def _check(name: str) -> writing.Check:
    try:
        return writing.named(name)
    except KeyError:
        raise Http404 from None


def _page(request: MemberRequest, objective: Objective, **more: object) -> HttpResponse:
    context = {"form": ReasonForm(), **contexts.page(objective, request.person), **more}
    return render(request, "vision/writing/page.html", context, status=422 if request.method == "POST" else 200)


def _draft(sent: QueryDict) -> Draft:
    """A key result is sent with the direction it takes; an objective has none."""
    aim = sent.get("aim")
    return Draft(
        sent.get("title", "")[:LONGEST],
        more=sent.get("why", "")[:LONGEST],
        is_measured=aim not in (None, "", Aim.MILESTONE),
        has_baseline=bool(sent.get("baseline") or sent.get("metric")) or aim in (Aim.KEEP_ABOVE, Aim.KEEP_BELOW),
        has_date=bool(sent.get("due")) or aim is not None,
        is_milestone=aim == Aim.MILESTONE,
        today=clock.today(),
    )
