"""The reader's calendar addresses, and what is read under them."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.channels import contexts
from consort.channels.actions.feeds import close_feed, open_feed
from consort.channels.calendar.addresses import read_token
from consort.channels.calendar.writing import etag_of, write
from consort.channels.forms.feeds import FeedForm
from consort.channels.models import Feed
from consort.core.calendar import around_today, events_of
from consort.web.middleware import zone_of
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def feeds(request: MemberRequest) -> HttpResponse:
    """All addresses that are open, and a form for another."""
    form = FeedForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        open_feed(by=request.person, **form.sheet())
        return see(request, request.path, _("The address is open. Copy it into your calendar program."))
    context = {"form": form, **contexts.feeds(request.person)}
    return render(request, "channels/feeds.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: MemberRequest, id: UUID) -> HttpResponse:
    """Close an address for good."""
    feed = get_object_or_404(Feed, pk=id, person=request.person)
    close_feed(feed=feed, by=request.person)
    place = request.path.rsplit("/", 3)[0]
    return see(request, f"{place}/", _("The address is closed. Whoever has it reads nothing any more."))


@login_not_required
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar under its secret address, for programs that cannot sign in."""
    feed = read_token(token)
    if feed is None:
        raise Http404
    content = _content(feed)
    etag = etag_of(content)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={"ETag": etag})
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _content(feed: Feed) -> bytes:
    person, name = feed.person, str(feed.person.organization)
    with timezone.override(zone_of(person)):
        events = events_of(person, around_today())
        if feed.partnership is not None:
            name = feed.partnership.name_for(person)
            events = [event for event in events if event.partnership == feed.partnership_id]
        return write(name, events, busy_only=feed.busy_only)
