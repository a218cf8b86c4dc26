"""Pages of rounds. What one may not see does not exist."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.rounds import actions, contexts, homes
from consort.rounds.answers import BadAnswers, read_answers
from consort.rounds.forms import MoveForm, ReceiptForm
from consort.rounds.models import Round
from consort.rounds.queries import is_listed
from consort.rounds.waits import PLACES
from consort.web.days import exact
from consort.web.requests import MemberRequest
from consort.web.responses import see


@never_cache
@require_GET
def round_page(request: MemberRequest, id: UUID) -> HttpResponse:
    """One round: its envelope while it asks, its result once it has opened."""
    round = _visible(request, id)
    if request.GET.get("part") == "who":
        return render(request, "rounds/_participation.html", {"who": contexts.who(round, request.person)})
    if home := homes.home_of(round, request.person):
        return redirect(home)
    return _page(request, round)


@require_POST
def draft(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keeps what is written, on its own (204) or because the reader asked for it."""
    round = _visible(request, id)
    actions.keep_draft(round=round, by=request.person, answers=read_answers(round, request.POST, partial=True))
    if request.headers.get("X-Requested-With") == "autosave":
        return HttpResponse(status=204)
    return see(request, _next(request, round), _("Kept as a draft. It counts only once you seal it."))


@never_cache
@require_POST
def seal(request: MemberRequest, id: UUID) -> HttpResponse:
    """Seals; a mistake brings the page back with every word that was written."""
    round = _visible(request, id)
    try:
        actions.seal_answers(round=round, by=request.person, answers=read_answers(round, request.POST))
    except BadAnswers as mistakes:
        round = _visible(request, id)
        written = read_answers(round, request.POST, partial=True)
        return _page(request, round, status=422, written=written, errors=mistakes.errors)
    return see(request, _next(request, round), _sealed_words(round))


@require_POST
def unseal(request: MemberRequest, id: UUID) -> HttpResponse:
    """Takes the sealed input back; it is a draft again."""
    round = _visible(request, id)
    actions.take_back(round=round, by=request.person)
    return see(request, _next(request, round), _("Taken back. It does not count until you seal it again."))


@require_POST
def decline(request: MemberRequest, id: UUID) -> HttpResponse:
    """The reader gives no input."""
    round = _visible(request, id)
    actions.decline(round=round, by=request.person)
    return see(request, _next(request, round), _("Nobody waits for you now. You can still give input until it opens."))


@never_cache
@require_http_methods(["GET", "POST"])
def receipt(request: MemberRequest, id: UUID) -> HttpResponse:
    """Is my receipt among those that were opened? It is sent by POST, so that no address holds it."""
    round = _visible(request, id)
    form = ReceiptForm(request.POST or None)
    context: dict[str, Any] = {"round": round, "form": form}
    if request.method == "POST" and form.is_valid():
        context["is_listed"] = is_listed(round, form.cleaned_data["receipt"])
    status = 422 if request.method == "POST" and not form.is_valid() else 200
    return render(request, "rounds/receipt.html", context, status=status)


@require_POST
def open_now(request: MemberRequest, id: UUID) -> HttpResponse:
    """Opens sooner, by hand."""
    round = _visible(request, id)
    actions.open_round(round, by=request.person)
    return see(request, _next(request, round), _("Opened. Everyone sees the same now."))


@require_POST
def move(request: MemberRequest, id: UUID) -> HttpResponse:
    """Moves the opening."""
    round = _visible(request, id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _page(request, round, status=422, move=form)
    actions.move_opening(round=round, opens_at=form.cleaned_data["opens_at"], by=request.person)
    words = _("Moved to %(when)s. Everyone who is asked can see that.") % {"when": exact(form.cleaned_data["opens_at"])}
    return see(request, _next(request, round), words)


@require_POST
def withdraw(request: MemberRequest, id: UUID) -> HttpResponse:
    """Ends it unopened."""
    round = _visible(request, id)
    actions.withdraw(round=round, by=request.person)
    return see(request, _next(request, round), _("Withdrawn. Nobody will read what was sealed."))


def _visible(request: MemberRequest, id: UUID) -> Round:
    return get_object_or_404(Round.objects.with_people().visible_to(request.person), pk=id)


def _page(
    request: MemberRequest, round: Round, *, status: int = 200, move: MoveForm | None = None, **sent: Any
) -> HttpResponse:
    request.place = PLACES.get(round.about_kind, "today")
    context = contexts.page(round, request.person, **sent)
    context["move"] = move or MoveForm(initial={"opens_at": round.opens_at})
    context["next"] = _next(request, round)
    return render(request, "rounds/round.html", context, status=status)


def _next(request: MemberRequest, round: Round) -> str:
    """Where the form came from, if that is a page of ours; else the page of the round."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if is_ours else round.get_absolute_url()


def _sealed_words(round: Round) -> str:
    if round.is_opened:
        return _("Sealed, and it was the last: all are open now.")
    if round.opens_at:
        return _("Sealed. You can change it until %(when)s.") % {"when": exact(round.opens_at)}
    return _("Sealed. You can change it until it opens.")
