"""Tags of the frame: blocks used twice, attributes passed on, icons, live topics."""

from typing import Any
from uuid import UUID

from django import template
from django.contrib.messages.storage.base import Message
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django_cotton.templatetags import Attrs

from consort.web import icons, responses, tabs, tickets
from consort.web.frame import title_of

register = template.Library()


@register.simple_tag(takes_context=True)
def block_of(context: Context, name: str) -> SafeString:
    """The text that a page put into its block `name`, empty when it has none. Lets a frame ask before it wraps."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return mark_safe(block.render(context).strip()) if block else SafeString()


@register.simple_tag
def rest(attributes: Attrs) -> SafeString:
    """The attributes a component did not ask for, escaped, each with a space before it. None and False leave none."""
    given = attributes.attrs_dict().items()
    return format_html_join(
        "", "{}", ((_attribute(name, value),) for name, value in given if value is not None and value is not False)
    )


def _attribute(name: str, value: Any) -> SafeString:
    if value is True:
        return format_html(" {}", name)
    return format_html(' {}="{}"', name, conditional_escape(value))


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.drawing(name)


@register.filter
def anchor(text: str | Promise) -> str:
    """A fragment identifier made of words, in any script."""
    return slugify(str(text), allow_unicode=True)


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and the last word: "Ingrid Maas" gives "IM"."""
    words = str(name).split()
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


@register.filter
def undo_of(message: Message) -> str:
    """The address that undoes what `message` tells of, or nothing."""
    return responses.undo_address(message.extra_tags or "")


@register.filter
def has(values: Any, value: Any) -> bool:
    """Whether `value` is among `values`, compared as text, as form values are."""
    return str(value) in {str(each) for each in values or ()}


@register.filter
def entry(mapping: dict[Any, Any] | None, key: Any) -> Any:
    """What `mapping` holds under `key`, or nothing."""
    return (mapping or {}).get(key, "")


@register.simple_tag(takes_context=True)
def live_topics(context: Context, *topics: str | UUID) -> SafeString:
    """An attribute for the page's `main`: the ticket for hearing of topics that the view has let the reader see."""
    request = context["request"]
    named = sorted({str(topic) for topic in topics if topic})
    if not named or not request.user.is_authenticated:
        return SafeString()
    return format_html(' data-listen="{}"', tickets.issue(request.user.pk, named))


@register.inclusion_tag("web/parts/place_tabs.html", takes_context=True)
def place_tabs(context: Context, place: str) -> dict[str, Any]:
    """The tabs that all pages of a rail item share; see `consort.web.tabs`."""
    request = context["request"]
    return {"request": request, "tabs": tabs.shown(place, request.person), "label": title_of(place)}
