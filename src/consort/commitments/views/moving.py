"""What is done with a commitment: one address per verb."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from consort.commitments import actions, contexts, policy
from consort.commitments.forms import NewDateForm, ReasonForm
from consort.commitments.models import Commitment
from consort.commitments.states import Verb
from consort.commitments.words import done_words
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, part, see

PLAIN: dict[str, Callable[..., None]] = {
    Verb.ACCEPT: actions.accept,
    Verb.SAY_DONE: actions.say_done,
    Verb.TAKE_BACK: actions.take_back,
    Verb.CONFIRM_KEPT: actions.confirm_kept,
    Verb.AGREE_NEW_DATE: actions.agree_new_date,
    Verb.RELEASE: actions.release,
}
WITH_WORDS: dict[str, tuple[type[ReasonForm], Callable[..., Any]]] = {
    Verb.DECLINE: (ReasonForm, actions.decline),
    Verb.SAY_NOT_KEPT: (ReasonForm, actions.not_kept),
    Verb.ASK_NEW_DATE: (NewDateForm, actions.ask_new_date),
    Verb.REFUSE_NEW_DATE: (ReasonForm, actions.refuse_new_date),
}


@require_POST
def move(request: MemberRequest, id: UUID, verb: str) -> HttpResponse:
    """Do what needs no words. From a list, the row comes back; from elsewhere, the commitment's page."""
    commitment = _fetch(request, id)
    PLAIN[verb](commitment=commitment, by=request.person)
    message = done_words(Verb(verb), commitment)
    row = request.POST.get("row") or request.GET.get("row")
    undo = _undo(request, id, row) if verb == Verb.SAY_DONE else None
    if "row" in request.POST and is_htmx(request):
        context = {"row": contexts.row(commitment, request.person), "tab": row}
        return part(request, "commitments/_row.html", context, message, undo=undo)
    tab = row if row in set(contexts.Tab) else ""
    where = f"{reverse('commitments:list', args=[request.organization.slug])}?tab={tab}" if tab else commitment
    return see(request, where, message, undo=undo)


def _undo(request: MemberRequest, id: UUID, row: str | None) -> str:
    """Where "Undo" posts to; it leads back to the list it came from."""
    url = reverse("commitments:take_back", args=[request.organization.slug, id])
    return f"{url}?{urlencode({'row': row})}" if row else url


@require_http_methods(["GET", "POST"])
def answer(request: MemberRequest, id: UUID, verb: str) -> HttpResponse:
    """A short page for what needs a reason."""
    commitment = _fetch(request, id)
    if not policy.is_for(Verb(verb), commitment, request.person):
        raise Http404
    kind, action = WITH_WORDS[verb]
    form = kind(request.POST) if request.method == "POST" else kind()
    if request.method == "POST" and form.is_valid():
        action(commitment=commitment, by=request.person, **form.cleaned_data)
        return see(request, commitment, done_words(Verb(verb), commitment))
    status = 422 if request.method == "POST" else 200
    return render(request, "commitments/answer.html", contexts.answer(form, commitment, Verb(verb)), status=status)


def _fetch(request: MemberRequest, id: UUID) -> Commitment:
    return get_object_or_404(Commitment.objects.visible_to(request.person).with_people(), pk=id)
