"""A document as a printed sheet."""

from django.utils.translation import gettext as _

from consort.documents.models import Document, Signature
from consort.documents.tree import Node, Section, sections
from consort.web.days import exact
from consort.web.pdf import Block, Sheet


def sheet(document: Document, content: Node, signatures: list[Signature]) -> Sheet:
    """The whole document with the names below it."""
    blocks = [_block(section, document.title) for section in sections(content)]
    if signatures:
        rows = [
            (each.person.full_name, " · ".join(filter(None, [exact(each.at), each.reservation]))) for each in signatures
        ]
        blocks.append(Block(_("Signed"), rows=rows))
    return Sheet(document.title, document.get_kind_display(), "", blocks, exact(document.changed))


def _block(section: Section, title: str) -> Block:
    tables = [node for node in section.nodes if node.name == "table"]
    texts = [line for node in section.nodes if node.name != "table" for line in _lines(node)]
    return Block(section.title or title, texts=texts, table=_grid(tables))


def _lines(node: Node) -> list[str]:
    if node.name in ("bullet_list", "ordered_list"):
        marks = [f"{place}. " if node.name == "ordered_list" else "• " for place in range(1, len(node.nodes) + 1)]
        return [mark + item.text for mark, item in zip(marks, node.nodes, strict=True)]
    return [node.text] if node.text.strip() else []


def _grid(tables: list[Node]) -> list[list[str]]:
    """All rows below one another, made equally long."""
    rows = [[cell.text for cell in row.nodes] for table in tables for row in table.nodes]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
