"""The calibration exercise. Each page is its reader's alone."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.decisions.actions import exercising
from consort.decisions.contexts import exercise as contexts
from consort.decisions.forms.exercise import ExerciseForm
from consort.decisions.models import Exercise
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def home(request: MemberRequest) -> HttpResponse:
    """One's own curve over all sittings."""
    return render(request, "decisions/calibration/home.html", contexts.home(request.person) | {"id": uuid4()})


@require_POST
def begin(request: MemberRequest) -> HttpResponse:
    try:
        identity = UUID(request.POST.get("id", ""))
    except ValueError:
        identity = None
    made = exercising.begin_exercise(by=request.person, id=identity)
    return see(request, reverse("decisions:exercise", args=[request.organization.slug, made.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
def exercise(request: MemberRequest, id: UUID) -> HttpResponse:
    """The questions, and once they are answered what is true."""
    found = get_object_or_404(Exercise.objects.filter(person=request.person), pk=id)
    if found.finished and request.method != "POST":
        return render(request, "decisions/calibration/finished.html", contexts.finished(found))
    form = ExerciseForm(request.POST if request.method == "POST" else None, exercise=found)
    if form.is_bound and form.is_valid():
        exercising.finish_exercise(exercise=found, by=request.person, answers=form.answers())
        return see(request, request.path, _("Kept, for you alone."))
    context = {"form": form, "asked": list(form.asked()), "exercise": found}
    return render(request, "decisions/calibration/exercise.html", context, status=422 if form.is_bound else 200)
