"""The list of commitments, one commitment, and making one."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consort.commitments import actions, contexts
from consort.commitments.forms import CommitmentForm, Making
from consort.commitments.models import Commitment
from consort.core import kinds
from consort.core.models import Partnership
from consort.core.queries import with_members
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """Four tabs; with `partnership` only what belongs to that partnership."""
    tab = contexts.Tab(request.GET["tab"]) if request.GET.get("tab") in set(contexts.Tab) else contexts.Tab.YOURS
    partnership = _partnership(request)
    context = contexts.listing(request.person, tab, partnership, request.GET.get("page", ""))
    return render(request, "commitments/list.html#rows" if is_htmx(request) else "commitments/list.html", context)


@require_GET
def commitment(request: MemberRequest, id: UUID) -> HttpResponse:
    """One commitment with its history."""
    found = get_object_or_404(Commitment.objects.visible_to(request.person).with_people(), pk=id)
    return render(request, "commitments/commitment.html", contexts.detail(found, request.person))


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Promise something, or ask somebody for it."""
    about = _about(request)
    if request.method == "POST":
        form = CommitmentForm(request.POST, person=request.person)
        if form.is_valid():
            return _make(request, form.cleaned_data, about)
        return render(request, "commitments/new.html", contexts.new(form, about), status=422)
    form = CommitmentForm(person=request.person, initial=_prefilled(request))
    return render(request, "commitments/new.html", contexts.new(form, about))


def _make(request: MemberRequest, what: dict[str, Any], about: Any) -> HttpResponse:
    making, other = what.pop("making"), what.pop("other")
    if making == Making.ASK:
        made = actions.propose(by=request.person, giver=other, about=about, **what)
        message = _("Asked. It binds once %(name)s takes it on.") % {"name": other.first_name}
    else:
        made = actions.promise(by=request.person, receiver=other, about=about, **what)
        message = _("Promised to %(name)s.") % {"name": other.first_name}
    return see(request, made, message)


def _prefilled(request: MemberRequest) -> dict[str, Any]:
    initial = {name: request.GET[name] for name in ("what", "due", "cue") if name in request.GET}
    if giver := request.GET.get("giver"):
        return {**initial, "making": Making.ASK, "other": giver}
    receiver = request.GET.get("receiver")
    partnership = _partnership(request)
    if not receiver and partnership:
        others = [member for member in partnership.members if member != request.person]
        receiver = str(others[0].pk) if len(others) == 1 else None
    return {**initial, "other": receiver}


def _partnership(request: MemberRequest) -> Partnership | None:
    given = request.GET.get("partnership")
    if not given:
        return None
    return get_object_or_404(with_members(Partnership.objects.visible_to(request.person)), pk=_identity(given))


def _about(request: MemberRequest) -> Any:
    """The thing named by `about=kind:id`, in the address or in the form."""
    given = request.POST.get("about") or request.GET.get("about")
    if not given:
        return None
    kind, _colon, identity = given.partition(":")
    return kinds.fetch(kind, _identity(identity), request.person)


def _identity(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
