"""What changed between two versions: section by section, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from consort.documents.tree import Node, Section, sections

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """A section that reads differently. `words` marks what came (ins) and what went (del)."""

    title: str
    words: SafeString


def between(before: Node, after: Node) -> list[Change]:
    """The sections that changed, in the order in which they stand; those that went come last."""
    old, new = _keyed(before), _keyed(after)
    names = [*new, *(name for name in old if name not in new)]
    texts = [(name, old.get(name, ""), new.get(name, "")) for name in names]
    return [
        Change(name[0], _marked(was, now)) for name, was, now in texts if was != now or (name in old) != (name in new)
    ]


def _keyed(doc: Node) -> dict[tuple[str, int], str]:
    """The text of each section by its title, and by how often that title stood before."""
    found: dict[tuple[str, int], str] = {}
    for section in sections(doc):
        found[_free(found, section)] = section.text
    return found


def _free(found: dict[tuple[str, int], str], section: Section) -> tuple[str, int]:
    seen = 0
    while (section.title, seen) in found:
        seen += 1
    return section.title, seen


def _marked(was: str, now: str) -> SafeString:
    old, new = WORDS.findall(was), WORDS.findall(now)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return format_html_join(
        "", "{}", ((_step(name, "".join(old[a:b]), "".join(new[c:d])),) for name, a, b, c, d in steps)
    )


def _step(name: str, went: str, came: str) -> SafeString:
    if name == "equal":
        return format_html("{}", came)
    gone = format_html("<del>{}</del>", went) if went else SafeString()
    return gone + (format_html("<ins>{}</ins>", came) if came else SafeString())
