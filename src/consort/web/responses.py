"""Answers that htmx and plain browsers both understand."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

UNDO = "undo:"


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def undo_address(tags: str) -> str:
    """The undo address that `tell` put into a message's extra tags."""
    return tags[len(UNDO) :] if tags.startswith(UNDO) else ""


def tell(request: HttpRequest, message: str, *, undo: str | None = None) -> None:
    """Show `message` as a toast with the next page; `undo` is an address that takes a POST."""
    messages.success(request, message, extra_tags=UNDO + undo if undo else "")


def see(request: HttpRequest, url: Any, message: str | None = None, *, undo: str | None = None) -> HttpResponse:
    """Go to `url`, a path or an object with `get_absolute_url`, and tell there what has happened."""
    if message:
        tell(request, message, undo=undo)
    answer = redirect(url)
    if is_htmx(request):
        return HttpResponse(status=204, headers=_way_to(request, answer.headers["Location"]))
    answer.status_code = 303
    return answer


def _way_to(request: HttpRequest, url: str) -> dict[str, str]:
    """A browser that is sent to a place on the page it shows loads nothing, so that page is loaded anew."""
    path, anchor, _name = url.partition("#")
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    is_here = bool(anchor) and path == shown.path + (f"?{shown.query}" if shown.query else "")
    return {"HX-Refresh": "true"} if is_here else {"HX-Redirect": url}


def part(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    message: str | None = None,
    *,
    undo: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """A fragment such as `decisions/list.html#row`, with a toast beside it when there is something to tell."""
    if message:
        tell(request, message, undo=undo)
    answer = render(request, template, context, status=status)
    if message:
        answer.content += render_to_string("web/parts/toasts_aside.html", {}, request).encode()
    return answer


def toast(request: HttpRequest, message: str, *, status: int, link: tuple[str, str] | None = None) -> HttpResponse:
    """Only a toast, whatever htmx wanted to swap: the page and what was typed into it stay. `link` is (url, words)."""
    answer = render(request, "web/parts/toast.html", {"message": message, "link": link}, status=status)
    answer.headers["HX-Retarget"] = "#toasts"
    answer.headers["HX-Reswap"] = "beforeend"
    return answer
