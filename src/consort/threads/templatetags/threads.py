"""The thread of a thing on its own page: `{% load threads %}{% thread thing %}`. Also Markdown as comments use it."""

from datetime import datetime
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.safestring import SafeString

from consort.core import clock
from consort.threads import contexts, markdown

register = template.Library()


@register.simple_tag(takes_context=True)
def thread(context: Context, thing: Any) -> SafeString:
    """What is said about `thing`, and where to say more. The view has checked that the reader may see the thing."""
    request = context["request"]
    shown = contexts.thread(thing, request.person, next=request.path)
    return render_to_string("threads/_thread.html", shown, request=request)


@register.filter(name="markdown")
def markdown_filter(text: str) -> SafeString:
    """Markdown as HTML, cleaned."""
    return markdown.rendered(text)


@register.filter
def moment(moment: datetime) -> str:
    """Thu 15 Oct, 14:05, with the year when it is another one."""
    local = timezone.localtime(moment)
    return formats.date_format(local, "D j M, H:i" if local.year == clock.today().year else "D j M Y, H:i")
