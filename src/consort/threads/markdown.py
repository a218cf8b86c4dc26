"""Markdown as comments use it: no raw HTML, no images, links that vouch for nothing."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_reader = (
    MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False}).enable("strikethrough").disable("image")
)
TAGS = {
    "p",
    "br",
    "em",
    "strong",
    "s",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
HEADINGS = {f"h{level}" for level in range(1, 7)}


def rendered(text: str) -> SafeString:
    """The HTML of a comment, cleaned. Headings become bold lines: the page's own headings stay in order."""
    tokens = _reader.parse(text)
    for token in tokens:
        if token.tag in HEADINGS:
            token.tag = "p"
            token.attrSet("class", "t")
    html = _reader.renderer.render(tokens, _reader.options, {})
    cleaned = nh3.clean(
        html,
        tags=TAGS - HEADINGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        allowed_classes={"p": {"t"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )
    return mark_safe(cleaned)
