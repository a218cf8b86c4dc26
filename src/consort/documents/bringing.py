"""Markdown as the first content of a document. A document that exists is never written anew from text."""

from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from consort.documents.tree import ROOT

_read = MarkdownIt("commonmark", {"html": False}).enable("table")
NAMES = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "bullet_list_open": "bullet_list",
    "ordered_list_open": "ordered_list",
    "list_item_open": "list_item",
    "blockquote_open": "blockquote",
    "table_open": "table",
    "tr_open": "table_row",
    "th_open": "table_header",
    "td_open": "table_cell",
}
CELLS = ("table_header", "table_cell")
MARKS: dict[str, str] = {"strong": "strong", "em": "em"}


@dataclass
class _Writer:
    """Where the next node goes: the last of `open`."""

    open: list[XmlElement | XmlFragment]
    marks: dict[str, Any] = field(default_factory=dict)

    def block(self, token: Token) -> None:
        name = NAMES.get(token.type)
        if name:
            self._enter(name, {"level": min(max(int(token.tag[1:]), 2), 4)} if name == "heading" else {})
            if name in CELLS:
                self._enter("paragraph", {})
        elif token.type in ("th_close", "td_close"):
            del self.open[-2:]
        elif token.type.removesuffix("_close") + "_open" in NAMES and token.nesting < 0:
            self.open.pop()
        elif token.type == "inline":
            self._inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            self._enter("paragraph", {})
            self._text(token.content.strip())
            self.open.pop()

    def _enter(self, name: str, attributes: dict[str, Any]) -> None:
        self.open.append(self.open[-1].children.append(XmlElement(name, attributes)))

    def _inline(self, tokens: list[Token]) -> None:
        for token in tokens:
            mark = MARKS.get(token.type.rsplit("_", 1)[0]) or ("link" if token.type.startswith("link_") else "")
            if mark and token.nesting > 0:
                self.marks[mark] = {"href": str(token.attrGet("href"))} if mark == "link" else {}
            elif mark:
                self.marks.pop(mark, None)
            elif token.type == "hardbreak":
                self.open[-1].children.append(XmlElement("hard_break"))
            else:
                self._text(" " if token.type == "softbreak" else token.content)

    def _text(self, words: str) -> None:
        if not words:
            return
        children = self.open[-1].children
        last = children[len(children) - 1] if len(children) else None
        text = last if isinstance(last, XmlText) else children.append(XmlText(""))
        text.insert(_length(text), words, dict(self.marks))


def _length(text: XmlText) -> int:
    return sum(len(words.encode()) for words, _marks in text.diff() if isinstance(words, str))


def content_of(markdown: str) -> bytes:
    """The Yjs content that says what `markdown` says."""
    document: Doc[Any] = Doc()
    fragment = document.get(ROOT, type=XmlFragment)
    with document.transaction():
        writer = _Writer([fragment])
        for token in _read.parse(markdown):
            writer.block(token)
        if not len(fragment.children):
            fragment.children.append(XmlElement("paragraph"))
    return document.get_update()
