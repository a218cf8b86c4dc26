"""Who may do what with a document. Who may see it is the document's own visibility."""

from consort.core.models import Level, Person
from consort.documents.models import Document


def may_begin(person: Person) -> bool:
    return person.sees_leaders


def may_write(document: Document, person: Person) -> bool:
    """The one who began it, facilitators, the partnership it belongs to, or else all leaders it is open to."""
    if document.organization_id != person.organization_id:
        return False
    if person.pk == document.owner_id or document.partnership_id in person.partnership_ids:
        return True
    if document.visibility == Level.ME:
        return False
    if document.visibility == Level.PARTNERSHIP or document.partnership_id:
        return person.is_facilitator and document.visibility != Level.PARTNERSHIP
    return person.sees_leaders


def may_sign(document: Document, person: Person) -> bool:
    return may_write(document, person)
