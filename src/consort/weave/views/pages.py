"""Today, and finding anything."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from consort.core import search
from consort.core.queries import partnerships_of
from consort.weave import contexts
from consort.weave.finding import Found, found
from consort.web.frame import recalled, waiting_of
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx


@require_GET
def today(request: MemberRequest) -> HttpResponse:
    """The one list of what waits, and how the partnerships stand.

    The page shows what is known of the list; the part that follows it, and `?ask`, ask every package.
    """
    template = "weave/today.html#asked" if is_htmx(request) else "weave/today.html"
    asks = is_htmx(request) or "ask" in request.GET
    waiting = waiting_of(request) if asks else recalled(request).items
    return render(request, template, contexts.today.today(request.person, partnerships_of(request.person), waiting))


@require_GET
def counts(request: MemberRequest) -> HttpResponse:
    """How much waits at each place. A page asks for it once it is shown."""
    waiting_of(request)
    return render(request, "web/parts/counts.html")


@require_GET
def find(request: MemberRequest) -> HttpResponse:
    """Find or go to: a page of its own, and the list of the dialog."""
    words = request.GET.get("q", "")[:200]
    things: list[Found] = found(request.person, words, search.find(words, request.person))
    template = "weave/find.html#results" if is_htmx(request) else "weave/find.html"
    return render(request, template, {"words": words, "found": things})


@require_GET
def words(request: MemberRequest) -> HttpResponse:
    """How the words of the strands are chosen."""
    return render(request, "weave/words.html")
