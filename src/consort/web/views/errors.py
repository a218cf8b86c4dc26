"""Pages for what goes wrong. Each says first what happened to the reader's work."""

import logging
import secrets
import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from consort.web import responses

log = logging.getLogger("consort.errors")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when too much was sent at once."""
    if isinstance(exception, RequestDataTooBig):
        return _answer(request, "413.html", 413, _("That was too large to send. Nothing was changed."))
    return _answer(request, "400.html", 400, _("The server could not read that. Nothing was changed."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also for what the reader may not see: the two cannot be told apart."""
    return _answer(request, "404.html", 404, _("This is not here, or no longer. Nothing was changed."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500. The reader gets a short mark that the log carries too."""
    mark = f"{secrets.token_hex(2)}-{secrets.token_hex(2)}".upper()
    log.error("%s %s %s", mark, request.method, request.path, exc_info=sys.exc_info())
    if responses.is_htmx(request):
        words = _("Something went wrong on our side, so this was not saved. If you report it, mention %(mark)s.")
        return responses.toast(request, words % {"mark": mark}, status=500)
    return render(request, "500.html", {"mark": mark}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open in another session: the form has to be sent again from a fresh page."""
    words = _("This page has gone stale. Load it again, then send it once more.")
    return _answer(request, "web/stale.html", 403, words)


def _answer(request: HttpRequest, template: str, status: int, words: str) -> HttpResponse:
    if responses.is_htmx(request):
        return responses.toast(request, words, status=status)
    return render(request, template, status=status)
