"""The public page: opened on purpose, withdrawn at once."""

from collections.abc import Collection
from itertools import count

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Level, Person
from consort.vision.facts.publishing import PublicPageOpened, PublicPageWithdrawn
from consort.vision.models import Publication, Section
from consort.vision.policy import publishing as policy
from consort.vision.queries.publishing import shown_edition, things_in

LONGEST = 60


@transaction.atomic
def open_public_page(*, publication: Publication, by: Person, sections: Collection[Section], indexed: bool) -> None:
    """Show these sections of the newest edition to everybody in the world, without an account.

    A thing that not everyone in the organization sees is shown only if the publisher leads it.
    """
    require(policy.publishes(publication, by))
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    refuse_unless(publication.state == Publication.State.OUT, _("Nothing of this is published. Nothing was opened."))
    edition = shown_edition(publication)
    require(edition is not None and all(section.edition_id == edition.pk for section in sections))
    refuse_unless(bool(sections), _("Choose at least one section. Nothing was opened."))
    kept = [section.title for section in kept_inside(sections, by)]
    refuse_unless(
        not kept,
        _("Not everyone in the organization sees “%(title)s”. Nothing was opened.") % {"title": ", ".join(kept)},
    )
    assert edition is not None
    edition.sections.update(is_public=False)
    edition.sections.filter(pk__in=[section.pk for section in sections]).update(is_public=True)
    publication.address = publication.address or _free_address(publication)
    publication.opened, publication.indexed = publication.opened or clock.now(), indexed
    publication.save(update_fields=["address", "opened", "indexed"])
    record(PublicPageOpened(len(sections)), on=publication, by=by)


@transaction.atomic
def withdraw_public_page(*, publication: Publication, by: Person) -> None:
    """From now on the address answers 404. It is kept for the next time."""
    require(policy.publishes(publication, by))
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    if publication.opened is None:
        return
    publication.opened = None
    publication.save(update_fields=["opened"])
    record(PublicPageWithdrawn(), on=publication, by=by)


def kept_inside(sections: Collection[Section], by: Person) -> list[Section]:
    """Which of these `by` may not show to the world."""
    things = things_in(sections, by)
    return [each for each in sections if each.thing_kind and not _may_go_out(things.get(each.thing), by)]


def _may_go_out(thing: object, by: Person) -> bool:
    if thing is None:
        return False
    return getattr(thing, "visibility", "") == Level.ORGANIZATION or policy.may_permit(thing, by)  # type: ignore[arg-type]


def _free_address(publication: Publication) -> str:
    wanted = slugify(publication.title)[:LONGEST].strip("-") or "strategy"
    taken = set(
        Publication.objects.filter(organization=publication.organization_id, address__startswith=wanted).values_list(
            "address", flat=True
        )
    )
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(address for address in numbered if address not in taken)
