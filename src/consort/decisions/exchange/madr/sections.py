"""The outline of a Markdown text: front matter, title, sections. Code and comments hold no headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ITEM = re.compile(r"( {0,3})(?:[-*+]|\d{1,3}[.)])\s+(.*)$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
LINK = re.compile(r"!?\[([^\]]*)\]\([^()]*\)")


@dataclass
class Section:
    """A heading with what stands below it, down to the next heading of the same or a higher level."""

    level: int
    title: str
    text: str = ""
    inner: list["Section"] = field(default_factory=list)

    def whole(self) -> str:
        """Its text with everything inside."""
        inside = (f"{'#' * each.level} {each.title}\n\n{each.whole()}" for each in self.inner)
        return "\n\n".join(part for part in (self.text, *inside) if part.strip()).strip()


def without_front_matter(text: str) -> tuple[str, str]:
    """(front matter, the rest)."""
    lines = text.lstrip("\n").splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return "", text
    for place, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return "".join(lines[1:place]), "".join(lines[place + 1 :])
    return "", text


def outline(text: str) -> Section:
    """The text as a tree; the root has level 0 and holds what stands above the first heading."""
    root = Section(0, "")
    path = [root]
    for heading, block in _blocks(text):
        if heading is not None:
            level, title = heading
            path = [each for each in path if each.level < level]
            section = Section(level, title)
            path[-1].inner.append(section)
            path.append(section)
        path[-1].text = block.strip("\n")
    return root


def _blocks(text: str) -> Iterator[tuple[tuple[int, str] | None, str]]:
    """(heading, the lines below it), the first without a heading."""
    heading: tuple[int, str] | None = None
    lines: list[str] = []
    for line, is_code in with_code(text):
        found = None if is_code else HEADING.match(line)
        if found:
            yield heading, "\n".join(lines)
            heading, lines = (len(found[1]), found[2]), []
        else:
            lines.append(line)
    yield heading, "\n".join(lines)


def with_code(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to a fenced block."""
    fence = ""
    for line in text.splitlines():
        found = FENCE.match(line)
        if fence:
            yield line, True
            if found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif found:
            fence = found[1]
            yield line, True
        else:
            yield line, False


def items(text: str) -> list[str]:
    """The outer items of the lists in a text, each with what belongs to it."""
    found: list[list[str]] = []
    for line, is_code in with_code(COMMENT.sub("", text)):
        item = None if is_code else ITEM.match(line)
        if item and len(item[1]) < 2:
            found.append([item[2]])
        elif found and (is_code or line.startswith(("  ", "\t"))):
            found[-1].append(line.strip() if not is_code else line)
        elif line.strip() and found:
            found[-1].append(line.strip())
    return [text for lines in found if (text := "\n".join(lines).strip())]


def plain(text: str) -> str:
    """A line without its marks: links, emphasis, code."""
    return re.sub(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", LINK.sub(r"\1", text)).strip()
