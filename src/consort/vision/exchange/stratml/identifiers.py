"""Identifiers are names of XML and stand once: what is not is mended, and references with it."""

import re

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.stratml.grammar import NCNAME
from consort.vision.exchange.stratml.tree import Node

LONGEST = 120
FOREIGN = re.compile(r"[^\w.\-]+")


def mend_identifiers(root: Node, remarks: Remarks) -> None:
    """Give each identifier a name that is allowed and its own; an empty one is left out."""
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for node in root.walk():
        for each in node.all("Identifier"):
            given = each.text.strip()
            each.text = _free(allowed(given), taken) if given else ""
            if given and each.text != given:
                renamed.setdefault(given, each.text)
                words = {"given": given[:60], "kept": each.text}
                remarks.mend(each.line, _("The identifier “%(given)s” cannot stand so; it is %(kept)s now.") % words)
            taken.add(each.text)
        node.children = [child for child in node.children if child.name != "Identifier" or child.text]
    for node in root.walk():
        if node.name == "ReferentIdentifier":
            node.text = renamed.get(node.text.strip(), node.text)


def allowed(given: str) -> str:
    """The identifier as XML takes it: a UUID gets an underscore before it."""
    if len(given) <= LONGEST and NCNAME.fullmatch(given):
        return given
    name = FOREIGN.sub("_", given[:LONGEST])
    return name if NCNAME.fullmatch(name) else f"_{name}"


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
