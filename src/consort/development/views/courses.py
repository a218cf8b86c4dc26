"""A program under way: where it stands, its steps, what one tries, being away, leaving."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core import clock
from consort.development import queries
from consort.development.actions import programs as actions
from consort.development.contexts import programs as contexts
from consort.development.forms.programs import AimForm, StepForm, TryForm
from consort.development.models import Course, CoursePlace
from consort.web.requests import MemberRequest
from consort.web.responses import see


def _course(request: MemberRequest, id: UUID) -> Course:
    return get_object_or_404(queries.courses_of(request.person), pk=id)


def _place(request: MemberRequest, id: UUID) -> CoursePlace:
    """The reader's own place in it."""
    place = queries.place_of(_course(request, id), request.person)
    if place is None:
        raise Http404
    return place


@require_GET
def course(request: MemberRequest, id: UUID) -> HttpResponse:
    """Where the program stands, and what the reader does next."""
    return render(request, "development/programs/course.html", contexts.course(_course(request, id), request.person))


@require_http_methods(["GET", "POST"])
def step(request: MemberRequest, id: UUID, key: str) -> HttpResponse:
    """One thing to read or to do; saying that one has done it."""
    place = _place(request, id)
    found = place.course.plan.step(key)
    if found is None or place.course.opens(found.module) > clock.today():
        raise Http404
    form = StepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.finish_step(place=place, by=request.person, key=key, words=form.cleaned_data["words"])
        return see(request, place.course, _("Done. What you wrote is in your journal alone."))
    context = contexts.step(place, found, queries.places_in(place.course))
    context |= {"form": form, "is_done": place.marks.filter(step=key).exists()}
    return render(request, "development/programs/step.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def aim(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say what one tries."""
    place = _place(request, id)
    module = place.course.plan.modules[place.course.current(clock.today()) - 1]
    form = AimForm(request.POST or None, initial={"aim": place.aim or module.plan})
    if request.method == "POST" and form.is_valid():
        actions.aim_at(place=place, by=request.person, **form.cleaned_data)
        return see(request, place.course, _("Kept. Once a week you are asked whether you did it."))
    context = {"form": form, "course": place.course}
    return render(request, "development/programs/aim.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def attempt(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say whether one did what one tries."""
    place = _place(request, id)
    form = TryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        held, words = form.cleaned_data["held"] == "yes", form.cleaned_data["words"]
        actions.note_try(place=place, by=request.person, held=held, words=words)
        return see(request, place.course, _("Noted for today."))
    context = {"form": form, "course": place.course, "place": place}
    return render(request, "development/programs/try.html", context, status=422 if form.errors else 200)


@require_POST
def away(request: MemberRequest, id: UUID, number: int) -> HttpResponse:
    """Say that one cannot come to a module."""
    place = _place(request, id)
    actions.say_away(place=place, by=request.person, number=number)
    return see(request, place.course, _("The others practise without you. You can do its steps whenever you like."))


@require_POST
def leave(request: MemberRequest, id: UUID) -> HttpResponse:
    """Leave; the others go on."""
    place = _place(request, id)
    actions.leave_course(place=place, by=request.person)
    address = reverse("development:programs", args=[request.organization.slug])
    return see(request, address, _("You left. The others go on."))
