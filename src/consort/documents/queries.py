"""Questions about documents."""

from django.db.models import QuerySet

from consort.core.models import Person
from consort.documents import tree
from consort.documents.models import Document, Signature, Version


def documents_for(person: Person) -> QuerySet[Document]:
    """The documents that `person` may see, newest change first."""
    return Document.objects.visible_to(person).select_related("organization", "owner", "partnership")


def newest_version(document: Document) -> Version | None:
    """The version with the highest number. Runs one query."""
    return document.versions.order_by("-number").first()


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether both contents read the same."""
    return tree.read(one) == tree.read(other)


def signatures_of(document: Document) -> list[Signature]:
    """Everyone's latest signature, oldest first, with person and version."""
    rows = Signature.objects.filter(version__document=document).select_related("person", "version")
    latest = {signature.person_id: signature for signature in rows.order_by("version__number")}
    return sorted(latest.values(), key=lambda signature: signature.at)
