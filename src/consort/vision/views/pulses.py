"""Pages of pulses, and the list of everything that asks how far people agree."""

from collections.abc import Mapping
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.rounds.answers import BadAnswers
from consort.vision.actions import pulses as actions
from consort.vision.contexts import pulses as contexts
from consort.vision.contexts.alignment import listing as listed
from consort.vision.forms.pulses import AgainForm, PulseForm, matches_in, places_in
from consort.vision.models import Pulse
from consort.vision.policy import alignment as policy
from consort.vision.queries.pulses import pulses_for
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """Every pulse, recall drill and culture map one may see."""
    return render(request, "vision/alignment/list.html", listed(request.person))


@require_GET
def methods(request: MemberRequest) -> HttpResponse:
    """How agreement, recall and culture are worked out."""
    return render(request, "vision/alignment/methods.html")


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask a group for its order."""
    if not policy.may_start(request.person):
        raise Http404
    form = PulseForm(request.POST or None, person=request.person, initial={"mode": Pulse.Mode.ATTRIBUTED})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = actions.start_pulse(
            by=request.person,
            title=given["title"],
            items=given["items"],
            asking=form.asking(),
            mode=given["mode"],
            id=given["id"],
        )
        return see(request, made, _("Asked. All orders open together."))
    context = {"form": form}
    return render(request, "vision/alignment/pulse_new.html", context, status=422 if request.method == "POST" else 200)


@never_cache
@require_GET
def pulse(request: MemberRequest, id: UUID) -> HttpResponse:
    """One pulse: what is asked now, or what opened."""
    return _page(request, _visible(request, id))


@require_POST
def remember(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keeps what came to mind and shows the list."""
    found = _visible(request, id)
    actions.remember(pulse=found, by=request.person, words=request.POST.getlist("words"))
    return see(request, f"{found.get_absolute_url()}#envelope", _("Kept as you wrote it. Now put the list in order."))


@require_POST
def keep(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keeps the order as a draft."""
    found = _visible(request, id)
    actions.keep_order(pulse=found, by=request.person, places=places_in(request.POST), matches=matches_in(request.POST))
    if request.headers.get("X-Requested-With") == "autosave":
        return HttpResponse(status=204)
    return see(request, found, _("Kept as a draft. It counts only once you seal it."))


@never_cache
@require_POST
def seal(request: MemberRequest, id: UUID) -> HttpResponse:
    """Seals the order; a mistake keeps every place that was given as a draft."""
    found = _visible(request, id)
    places, matches = places_in(request.POST), matches_in(request.POST)
    try:
        actions.give_order(pulse=found, by=request.person, places=places, matches=matches)
    except BadAnswers as mistakes:
        actions.keep_order(pulse=found, by=request.person, places=places, matches=matches)
        return _page(request, found, status=422, errors=mistakes.errors)
    return see(request, found, _("Sealed. Nobody reads it before all open together."))


@require_POST
def again(request: MemberRequest, id: UUID) -> HttpResponse:
    """Asks everyone for the order once more."""
    found = _visible(request, id)
    form = AgainForm(request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, form=form)
    given = form.cleaned_data
    actions.ask_again(pulse=found, by=request.person, opens_at=given["opens_at"], id=given["id"])
    return see(request, found, _("Asked a second time. Both orders are kept."))


@require_POST
def end(request: MemberRequest, id: UUID) -> HttpResponse:
    """Leaves it at the first order."""
    found = _visible(request, id)
    actions.end_pulse(pulse=found, by=request.person)
    return see(request, found, _("Left at the first order. It stays as it opened."))


def _visible(request: MemberRequest, id: UUID) -> Pulse:
    return get_object_or_404(pulses_for(request.person), pk=id)


def _page(
    request: MemberRequest,
    pulse: Pulse,
    *,
    status: int = 200,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> HttpResponse:
    context = contexts.page(pulse, request.person, form, errors)
    return render(request, "vision/alignment/pulse.html", context, status=status)
