"""The thread of a thing on its own page: `{% load threads %}{% thread thing %}`. Also Markdown as comments use it."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

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
