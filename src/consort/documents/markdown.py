"""A document as Markdown."""

import re
from collections.abc import Iterator

from consort.documents.html import is_safe
from consort.documents.tree import Node, Run

MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|#])")
BEGINS_A_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def written(doc: Node) -> str:
    """The whole document."""
    return "\n\n".join(filter(None, _blocks(doc))) + "\n"


def _blocks(node: Node) -> Iterator[str]:
    for child in node.nodes:
        yield _block(child)


def _block(node: Node) -> str:
    match node.name:
        case "heading":
            return f"{'#' * max(node.level, 2)} {_inline(node)}"
        case "bullet_list":
            return "\n".join(_item("- ", item) for item in node.nodes)
        case "ordered_list":
            return "\n".join(_item(f"{number}. ", item) for number, item in enumerate(node.nodes, 1))
        case "blockquote":
            return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(node)).splitlines())
        case "table":
            return _table(node)
        case _:
            return BEGINS_A_LIST.sub(r"\1\\\2", _inline(node))


def _item(mark: str, item: Node) -> str:
    lines = "\n\n".join(_blocks(item)).splitlines() or [""]
    return "\n".join([mark + lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])])


def _table(table: Node) -> str:
    rows = [[" ".join(_inline(part) for part in cell.nodes) for cell in row.nodes] for row in table.nodes]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _inline(node: Node) -> str:
    return "".join(_run(each) if isinstance(each, Run) else "\\\n" for each in node.children).strip()


def _run(run: Run) -> str:
    words = run.text.strip()
    if not words:
        return run.text
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    marked = MEANS_SOMETHING.sub(r"\\\1", words)
    mark = "**" * run.strong + "*" * run.em
    marked = f"{mark}{marked}{mark[::-1]}"
    return before + (f"[{marked}](<{run.href}>)" if is_safe(run.href) else marked) + after
