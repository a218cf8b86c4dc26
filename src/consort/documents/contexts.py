"""What the pages of documents show."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Partnership, Person
from consort.core.queries import with_members
from consort.documents import differences, html, policy, queries, storage, tree
from consort.documents.models import Document, Signature, Version


def listing(person: Person) -> dict[str, Any]:
    """The documents one may see. Runs one query."""
    return {"documents": queries.documents_for(person)[:200], "may_begin": policy.may_begin(person)}


def document(found: Document, person: Person) -> dict[str, Any]:
    """One document: its text, its versions, its signatures."""
    content = tree.read(storage.load(found.pk).content)
    versions = list(found.versions.select_related("by").defer("content").order_by("-number")[:12])
    newest = queries.newest_version(found)
    signed = queries.signatures_of(found)
    return {
        "document": found,
        "content": html.rendered(content),
        "outline": [section.title for section in tree.sections(content) if section.title],
        "lede": _lede(found, newest, signed),
        "versions": versions,
        "newest": newest,
        "is_changed": newest is not None and tree.read(bytes(newest.content)) != content,
        "may_write": policy.may_write(found, person),
        "signing": _signing(found, person, newest, signed),
    }


@dataclass(frozen=True)
class Signing:
    """Who signed what, and what the reader is asked. `changed`: titles of sections new since the reader's signature."""

    signatures: list[Signature]
    waiting: list[Person]
    may_sign: bool
    changed: list[str]


def _signing(found: Document, person: Person, newest: Version | None, signed: list[Signature]) -> Signing:
    members: list[Person] = []
    if found.partnership_id:
        members = list(with_members(Partnership.objects.filter(pk=found.partnership_id)).get().members)
    stands = {each.person_id for each in signed if newest and _still_holds(each, newest)}
    waiting = [member for member in members if newest and member.pk not in stands]
    mine = next((each for each in signed if each.person_id == person.pk), None)
    may_sign = newest is not None and policy.may_sign(found, person) and person.pk not in stands
    changed = [change.title for change in _changes(mine.version, newest)] if mine and newest and may_sign else []
    return Signing([each for each in signed if each.person_id in stands], waiting, may_sign, changed)


def _still_holds(signature: Signature, newest: Version) -> bool:
    """A signature holds for later versions as long as no section reads differently."""
    return signature.version_id == newest.pk or not _changes(signature.version, newest)


def _changes(before: Version, after: Version) -> list[differences.Change]:
    return differences.between(tree.read(bytes(before.content)), tree.read(bytes(after.content)))


def _lede(found: Document, newest: Version | None, signed: list[Signature]) -> str:
    if newest is None:
        return _("No version was kept yet: everything is still open.")
    holds = sum(_still_holds(each, newest) for each in signed)
    words = ngettext("One has signed it.", "%(n)s have signed it.", holds) % {"n": holds}
    return _("Version %(number)s. %(signed)s") % {"number": newest.number, "signed": words if holds else ""}


def version(found: Version, person: Person) -> dict[str, Any]:
    """A version as it was kept, and what it changed."""
    before = found.document.versions.filter(number__lt=found.number).order_by("-number").first()
    return {
        "document": found.document,
        "version": found,
        "content": html.rendered(tree.read(bytes(found.content))),
        "before": before,
        "changes": _changes(before, found) if before else [],
    }
