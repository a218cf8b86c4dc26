"""Beginning a document, keeping a version of it, signing one."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Level, Partnership, Person
from consort.documents import bringing, policy, queries, storage
from consort.documents.facts import DocumentBegun, DocumentSigned, VersionKept
from consort.documents.models import Document, Signature, Version


@transaction.atomic
def begin(
    *,
    by: Person,
    title: str,
    kind: str,
    text: str,
    visibility: str = Level.LEADERS,
    partnership: Partnership | None = None,
    id: UUID | None = None,
) -> Document:
    """Begin a document with `text`, which is Markdown. Later only the editor changes it."""
    require(policy.may_begin(by))
    if made := made_before(Document.objects.visible_to(by), id):
        return made
    refuse_unless(bool(title.strip()), _("A document needs a title. Nothing was kept."))
    require(partnership is None or partnership.id in by.partnership_ids)
    refuse_unless(
        visibility != Level.PARTNERSHIP or partnership is not None,
        _("Say which partnership can see it. Nothing was kept."),
    )
    what = {"title": title.strip(), "kind": kind, "visibility": visibility, "partnership": partnership}
    document = Document(id=id or uuid4(), organization=by.organization, owner=by, **what)
    document.save(force_insert=True)
    storage.append(document.pk, bringing.content_of(text))
    record(DocumentBegun(document.title), on=document, by=by)
    return document


@transaction.atomic
def keep_version(*, document: Document, by: Person, name: str = "", id: UUID | None = None) -> Version:
    """Keep the document as it stands now under the next number."""
    require(policy.may_write(document, by))
    if made := made_before(document.versions.all(), id):
        return made
    Document.objects.select_for_update().get(pk=document.pk)
    newest = queries.newest_version(document)
    content = storage.load(document.pk).content
    refuse_unless(
        newest is None or not queries.says_the_same(bytes(newest.content), content),
        _("Nothing has changed since the last version. None was kept."),
    )
    number = newest.number + 1 if newest else 1
    version = Version.objects.create(
        id=id or uuid4(), document=document, number=number, name=name.strip(), content=content, by=by
    )
    record(VersionKept(document.title, number), on=document, by=by)
    return version


@transaction.atomic
def sign(*, version: Version, by: Person, reservation: str = "") -> Signature:
    """Put one's name below the newest version. Signing it twice leaves the first signature as it is."""
    document = version.document
    require(policy.may_sign(document, by))
    newest = queries.newest_version(document)
    refuse_unless(newest == version, _("There is a newer version. Read what changed, then sign that one."))
    found, made = Signature.objects.get_or_create(
        version=version, person=by, defaults={"reservation": reservation.strip()}
    )
    if made:
        fact = DocumentSigned(document.title, version.number, found.reservation)
        record(fact, on=document, by=by)
    return found
