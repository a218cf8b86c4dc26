"""Statement maps: their list, voting on one, what it shows once it is closed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import Refused, require
from consort.decisions import policy
from consort.decisions.actions import statements as actions
from consort.decisions.contexts import maps as contexts
from consort.decisions.forms.statements import MapForm, StatementForm
from consort.decisions.models import StatementMap
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see

VOTES = {"agree": 1, "pass": 0, "disagree": -1}


@require_safe
def maps(request: MemberRequest) -> HttpResponse:
    return render(request, "decisions/maps/list.html", contexts.listed(request.person))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask who agrees with what. Sent twice, it is opened once."""
    require(policy.may_frame(request.person))
    form = MapForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        made = actions.open_map(by=request.person, **form.cleaned_data)
        return see(request, made, _("Open. Everyone who may see it can vote; nobody sees how votes fall."))
    status = 422 if request.method == "POST" else 200
    return render(request, "decisions/maps/new.html", {"form": form}, status=status)


@require_safe
def map_(request: MemberRequest, id: UUID) -> HttpResponse:
    """The next statement to vote on; once it is closed, common ground and groups."""
    return _shown(request, _find(request, id), StatementForm())


@require_POST
def vote(request: MemberRequest, id: UUID) -> HttpResponse:
    """`number` and one of agree, pass, disagree. The page shows the next statement."""
    found = _find(request, id)
    number, said = request.POST.get("number", ""), request.POST.get("vote", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 8 and said in VOTES):
        raise Refused(_("Say whether you agree, disagree or pass. Nothing was kept."))
    actions.vote(map=found, by=request.person, number=int(number), vote=VOTES[said])
    if is_htmx(request):
        context = contexts.shown(found, request.person) | {"form": StatementForm()}
        return render(request, "decisions/maps/map.html#asking", context)
    return see(request, found.get_absolute_url())


@require_POST
def propose(request: MemberRequest, id: UUID) -> HttpResponse:
    found, form = _find(request, id), StatementForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    made = actions.propose_statement(map=found, by=request.person, **form.cleaned_data)
    shown = made.state == made.State.SHOWN
    return see(request, found, _("Added for everyone.") if shown else _("Handed in. It appears once it was read."))


@require_POST
def moderate(request: MemberRequest, id: UUID, statement: UUID) -> HttpResponse:
    """`show` or not: to everyone, or set aside."""
    found = _find(request, id)
    each = get_object_or_404(found.statements.select_related("map", "map__organization"), pk=statement)
    show = request.POST.get("show") == "yes"
    actions.moderate(statement=each, by=request.person, show=show)
    return see(request, found, _("It is shown to everyone.") if show else _("Set aside. Votes on it do not count."))


@require_POST
def close(request: MemberRequest, id: UUID) -> HttpResponse:
    found = _find(request, id)
    actions.close_map(map=found, by=request.person)
    return see(request, found, _("Closed. Who cast which vote is forgotten."))


def _find(request: MemberRequest, id: UUID) -> StatementMap:
    visible = StatementMap.objects.visible_to(request.person).select_related("organization", "seal", "owner")
    return get_object_or_404(visible, pk=id)


def _shown(request: MemberRequest, found: StatementMap, form: StatementForm, status: int = 200) -> HttpResponse:
    context = contexts.shown(found, request.person) | {"form": form}
    return render(request, "decisions/maps/map.html", context, status=status)
