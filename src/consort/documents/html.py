"""A document as HTML, for readers without scripts, for versions and for other programs."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from consort.documents.tree import Node, Run

TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "table_row": "tr",
    "table_cell": "td",
    "table_header": "th",
}
TABLE = '<div class="scroll-x" tabindex="0" role="group"><table class="table"><tbody>{}</tbody></table></div>'
SAFE = ("https://", "http://", "mailto:", "/", "#")


def is_safe(href: str) -> bool:
    """Whether an address may be followed from a document."""
    return href.startswith(SAFE) and not href.startswith("//")


def rendered(node: Node) -> SafeString:
    """Everything inside `node`. A kind of node that is not known gives its content."""
    return format_html_join(
        "", "{}", ((_run(each) if isinstance(each, Run) else _node(each),) for each in node.children)
    )


def _node(node: Node) -> SafeString:
    inside = rendered(node)
    if node.name == "hard_break":
        return format_html("<br>")
    if node.name == "heading":
        return format_html("<h{0}>{1}</h{0}>", max(node.level, 2), inside)
    if node.name == "table":
        return format_html(TABLE, inside)
    tag = TAGS.get(node.name)
    return format_html("<{0}>{1}</{0}>", tag, inside) if tag else inside


def _run(run: Run) -> SafeString:
    words = format_html("{}", run.text)
    if run.em:
        words = format_html("<em>{}</em>", words)
    if run.strong:
        words = format_html("<strong>{}</strong>", words)
    return format_html('<a href="{}" rel="noopener">{}</a>', run.href, words) if is_safe(run.href) else words
