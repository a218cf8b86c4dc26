"""The record of a decision: as PDF, as it came, and what it takes the place of."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consort.core.errors import Refused
from consort.decisions.actions import superseding
from consort.decisions.contexts.sheet import sheet
from consort.decisions.contexts.whole import whole
from consort.decisions.exchange.ballots import BLT, PREFLIB, ballots_of
from consort.decisions.forms.register import SupersedeForm
from consort.decisions.models import Decision
from consort.decisions.views.downloading import downloaded
from consort.decisions.views.finding import find, find_bare
from consort.web.pdf import sent
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def pdf(request: MemberRequest, number: int) -> HttpResponse:
    """Everything about a decision on paper."""
    return sent(sheet(find(request, number), request.person), f"decision-{number}")


@require_safe
def ballots(request: MemberRequest, number: int) -> HttpResponse:
    """The opened ballots of a ranked decision as PrefLib, or `?as=blt`."""
    file = ballots_of(find(request, number), BLT if request.GET.get("as") == BLT else PREFLIB)
    return downloaded(file, "text/plain; charset=utf-8")


@require_POST
def supersede(request: MemberRequest, number: int) -> HttpResponse:
    """`number` names the earlier decision."""
    decision, form = find_bare(request, number), SupersedeForm(request.POST)
    if not form.is_valid():
        context = whole(find(request, number), request.person) | {"supersede": form}
        return render(request, "decisions/whole.html", context, status=422)
    earlier = _earlier(request, form.cleaned_data["number"])
    superseding.supersede(decision=decision, earlier=earlier, by=request.person)
    return see(request, _record_of(decision), _("%(label)s is superseded.") % {"label": earlier.label})


@require_POST
def stand_again(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    said = request.POST.get("number", "")
    earlier = _earlier(request, int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0)
    superseding.stand_again(decision=decision, earlier=earlier, by=request.person)
    return see(request, _record_of(decision), _("%(label)s stands again.") % {"label": earlier.label})


def _earlier(request: MemberRequest, number: int) -> Decision:
    found = Decision.objects.visible_to(request.person).filter(number=number).first()
    if found is None:
        raise Refused(_("There is no decision of that number that you may see. Nothing was changed."))
    return found


def _record_of(decision: Decision) -> str:
    return reverse("decisions:whole", args=[decision.organization.slug, decision.number])
