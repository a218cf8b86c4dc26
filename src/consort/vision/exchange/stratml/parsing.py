"""From the bytes of a file to a tree: entities, document types and the network stay off."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from html.entities import html5

from django.utils.translation import gettext as _
from lxml import etree

from consort.core.foreign_files import Unreadable
from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.stratml.tree import Node

LARGEST_FILE = 10 * 1024 * 1024
MOST_NODES = 150_000
DEEPEST = 40
LONGEST_TEXT = 200_000
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.\-]+)["']""")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NAMED = re.compile(r"&(\w{2,31});")
BARE = re.compile(r"&(?!#\d+;|#[xX][0-9a-fA-F]+;|\w+;)")
XML_OWN = {"amp", "lt", "gt", "quot", "apos"}


def parse(content: bytes, remarks: Remarks) -> tuple[Node, set[str]]:
    """The tree, and the namespaces in it. Raises Unreadable; what was mended stands in `remarks`."""
    if len(content) > LARGEST_FILE:
        raise Unreadable(_("The file is larger than 10 MB. Nothing was read."))
    text = _well_formed(_decoded(content, remarks), remarks)
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise Unreadable(_("The file defines entities of its own, which are not read for safety. Nothing was read."))
    root = _root_of(text)
    namespaces: set[str] = set()
    return _node(root, namespaces, _Budget(MOST_NODES), 1), namespaces


def _decoded(content: bytes, remarks: Remarks) -> str:
    for encoding in _encodings(content):
        try:
            return content.decode(encoding).removeprefix("\ufeff")
        except (UnicodeError, LookupError):
            continue
    remarks.mend(1, _("The letters are not in the encoding that the file names; they were read as Western European."))
    return content.decode("cp1252", errors="replace")


def _encodings(content: bytes) -> list[str]:
    """What the bytes say themselves, what the file says of itself, and what XML says of a file that is silent."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ["utf-16"]
    if content.startswith(BOM_UTF8):
        return ["utf-8-sig"]
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if content.startswith(start):
            return [encoding]
    declared = DECLARED.match(content[:300])
    return [*([declared[1].decode("ascii")] if declared else []), "utf-8"]


def _well_formed(text: str, remarks: Remarks) -> str:
    """The same text without what no XML may hold, as far as its meaning is beyond doubt."""
    begin = text.find("<")
    if begin < 0:
        raise Unreadable(_("This is not an XML file. Nothing was read."))
    if text[:begin].strip():
        remarks.lose(1, _("Before the document stood “%s”.") % text[:begin].strip()[:80])
    text = DECLARATION.sub("", text[begin:], count=1)
    text, controls = CONTROL.subn("", text)
    if controls:
        remarks.mend(0, _("%d control characters were taken out.") % controls)
    text, bare = BARE.subn("&amp;", text)
    named = [name for name in NAMED.findall(text) if name not in XML_OWN and f"{name};" in html5]
    if bare or named:
        remarks.mend(0, _("%d characters were written as in web pages or left bare (such as &).") % (bare + len(named)))
    return NAMED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in XML_OWN else html5.get(f"{match[1]};", match[0])


def _root_of(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(
            _("The file is not well-formed XML: %s. It may have been cut off. Nothing was read.") % error.msg,
            error.lineno,
        ) from error


class _Budget:
    def __init__(self, nodes: int) -> None:
        self.nodes = nodes

    def spend(self, line: int) -> None:
        self.nodes -= 1
        if self.nodes < 0:
            raise Unreadable(_("The file holds more than 150,000 elements. Nothing was read."), line)


def _node(element: etree._Element, namespaces: set[str], budget: _Budget, depth: int) -> Node:
    line = element.sourceline or 0
    budget.spend(line)
    if depth > DEEPEST:
        raise Unreadable(_("Elements lie more than 40 deep in one another. Nothing was read."), line)
    name = etree.QName(element)
    namespaces.add(name.namespace or "")
    node = Node(name.localname, _text(element, line), line=line)
    node.attributes = {key: value for key, value in element.attrib.items() if not key.startswith("{")}
    node.children = [_node(child, namespaces, budget, depth + 1) for child in element if isinstance(child.tag, str)]
    return node


def _text(element: etree._Element, line: int) -> str:
    """The element's own text, and what stands between its children."""
    if any(child.tag is etree.Entity for child in element):
        raise Unreadable(_("The file uses an entity that is not defined. Nothing was read."), line)
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    is_leaf = not any(isinstance(child.tag, str) for child in element)
    text = "".join(pieces) if is_leaf else "\n".join(piece for piece in pieces if piece.strip())
    if len(text) > LONGEST_TEXT:
        raise Unreadable(_("One text is longer than 200,000 letters. Nothing was read."), line)
    return text
