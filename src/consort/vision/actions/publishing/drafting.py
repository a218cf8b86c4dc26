"""Choosing what is published, to whom, and what is asked of them."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Level, Person
from consort.vision.facts.publishing import DraftChanged, DraftDropped, EditionDrafted
from consort.vision.models import Audience, Edition, Publication, Section
from consort.vision.policy import publishing as policy
from consort.vision.publishing import snapshots
from consort.vision.publishing.audience import Reach
from consort.vision.publishing.drafts import Draft
from consort.vision.publishing.snapshots import Snapshot, Thing
from consort.vision.queries.publishing import draft_of, key_of, shown_edition, things_in

WORDED = ("asks", "due", "every", "because")


@transaction.atomic
def draft_publication(*, by: Person, draft: Draft, id: UUID | None = None) -> Publication:
    """Begin a publication; only its publisher sees it until it is published."""
    require(policy.may_publish(by))
    if made := made_before(Publication.objects.filter(owner=by), id):
        return made
    _check(draft, by)
    publication = Publication(id=id or uuid4(), organization=by.organization, owner=by, visibility=Level.ME)
    _address(publication, draft)
    publication.save(force_insert=True)
    publication.departments.set(draft.departments)
    edition = Edition.objects.create(publication=publication, number=1, **_worded(draft))
    _word(edition, draft, {})
    record(EditionDrafted(1), on=publication, by=by)
    return publication


@transaction.atomic
def change_draft(*, edition: Edition, by: Person, draft: Draft) -> None:
    """Word a draft anew. Title and audience are settled with the first edition: other readers, other publication."""
    publication = edition.publication
    require(policy.publishes(publication, by))
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_unless(edition.state == Edition.State.DRAFT, _("This edition is out already. Nothing was changed."))
    _check(draft, by)
    earlier = _earlier(publication)
    if edition.number == 1 and _readdress(publication, draft):
        earlier = {}
    for name, value in _worded(draft).items():
        setattr(edition, name, value)
    edition.save(update_fields=list(WORDED))
    _word(edition, draft, earlier)
    record(DraftChanged(edition.number), on=publication, by=by)


@transaction.atomic
def begin_edition(*, publication: Publication, by: Person) -> Edition:
    """Draft the next edition from what is out now, in today's wording; a draft that stands is given back."""
    require(policy.publishes(publication, by))
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    refuse_unless(publication.state == Publication.State.OUT, _("Nothing of this is published. Nothing was drafted."))
    if standing := draft_of(publication):
        return standing
    shown = shown_edition(publication)
    assert shown is not None
    sections = list(shown.sections.all())
    draft = Draft(
        title=publication.title,
        things=list(things_in(sections, by).values()),
        words="\n\n".join(part["text"] for each in sections if not each.thing_kind for part in each.parts),
        published_to=Audience(publication.published_to),
    )
    edition = Edition.objects.create(
        publication=publication, number=shown.number + 1, asks=shown.asks, every=shown.every
    )
    _word(edition, draft, _earlier(publication))
    record(EditionDrafted(edition.number), on=publication, by=by)
    return edition


@transaction.atomic
def drop_draft(*, edition: Edition, by: Person) -> None:
    """Drop what was never published."""
    publication = edition.publication
    require(policy.publishes(publication, by))
    refuse_unless(edition.state == Edition.State.DRAFT, _("This edition is out already. Nothing was dropped."))
    record(DraftDropped(edition.number), on=publication, by=by)
    if edition.number == 1:
        publication.delete()
    else:
        edition.delete()


def _check(draft: Draft, by: Person) -> None:
    refuse_unless(bool(draft.title.strip()), _("It needs a title. Nothing was kept."))
    refuse_unless(bool(draft.things or draft.words.strip()), _("Nothing is chosen yet. Nothing was kept."))
    refuse_unless(
        draft.published_to != Audience.DEPARTMENTS or bool(draft.departments),
        _("Say to which departments. Nothing was kept."),
    )
    refuse_unless(
        draft.published_to != Audience.PARTNERSHIP or draft.partnership is not None,
        _("Say to which partnership. Nothing was kept."),
    )
    require(all(department.organization_id == by.organization_id for department in draft.departments))
    require(draft.partnership is None or draft.partnership.organization_id == by.organization_id)
    require(draft.partnership is None or draft.partnership.pk in by.partnership_ids or by.is_facilitator)
    refuse_unless(
        all(type(thing).objects.visible_to(by).filter(pk=thing.pk).exists() for thing in draft.things),
        _("You publish only what you see yourself. Nothing was kept."),
    )


def _address(publication: Publication, draft: Draft) -> None:
    publication.title, publication.published_to = draft.title.strip(), draft.published_to
    publication.partnership = draft.partnership if draft.published_to == Audience.PARTNERSHIP else None


def _worded(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in WORDED}


def _readdress(publication: Publication, draft: Draft) -> bool:
    """Set title and audience; gives whether the audience is another one now."""
    before = (publication.published_to, publication.partnership_id, set(publication.departments.all()))
    _address(publication, draft)
    publication.save(update_fields=["title", "published_to", "partnership"])
    publication.departments.set(draft.departments)
    return before != (publication.published_to, publication.partnership_id, set(draft.departments))


def _word(edition: Edition, draft: Draft, earlier: dict[str, Section]) -> None:
    """Take snapshots of what was chosen. What was permitted for the same words in `earlier` sections stays so."""
    reach = Reach(edition.publication)
    edition.sections.all().delete()
    chosen: list[tuple[Thing | None, Snapshot]] = [(thing, snapshots.of_thing(thing, reach)) for thing in draft.things]
    if draft.words.strip():
        chosen.insert(0, (None, snapshots.of_words(draft.words)))
    Section.objects.bulk_create(
        _section(edition, position, thing, snapshot, earlier.get(snapshot.digest), reach)
        for position, (thing, snapshot) in enumerate(chosen)
    )


def _earlier(publication: Publication) -> dict[str, Section]:
    """Sections of all editions by digest, the newest of equals."""
    rows = Section.objects.filter(edition__publication=publication).order_by("edition__number")
    return {section.digest: section for section in rows}


def _section(
    edition: Edition, position: int, thing: Thing | None, snapshot: Snapshot, same: Section | None, reach: Reach
) -> Section:
    kind, key = key_of(thing) if thing else ("", None)
    section = Section(
        edition=edition,
        position=position,
        thing_kind=kind,
        thing_id=key,
        title=snapshot.title,
        parts=snapshot.parts,
        digest=snapshot.digest,
        is_public=bool(same and same.is_public),
    )
    if thing is not None and not reach.is_within(thing):
        section.permission = Section.Permission.ASKED
        if same and same.thing == section.thing and same.permission:
            section.permission, section.permission_by = same.permission, same.permission_by
            section.permission_words = same.permission_words
    return section
