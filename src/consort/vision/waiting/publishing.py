"""What was published and is not confirmed, and what waits to be published with one's leave."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.vision.models import Ask, Reader, Section
from consort.vision.queries.publishing import owed_by, to_be_permitted_by


def confirmations(person: Person) -> Iterable[Waiting]:
    """What `person` is asked to confirm. Runs one query."""
    for reader in owed_by(person):
        publication = reader.edition.publication
        yield Waiting(
            place="strategy",
            label=_("Published goals"),
            title=publication.title,
            url=publication.get_absolute_url(),
            meta=_meta(reader),
            action=action_of(Ask(reader.edition.asks)),
            since=reader.asked,
            due=clock.end_of(reader.edition.due) if reader.edition.due else None,
        )


def permissions(person: Person) -> Iterable[Waiting]:
    """What others want to publish more widely than it is seen, and `person` leads. Runs one query."""
    for section in to_be_permitted_by(person):
        yield _permission(section)


def action_of(ask: Ask) -> str:
    """What a reader is asked to do, on a button."""
    match ask:
        case Ask.READ:
            return _("Read it")
        case Ask.UNDERSTOOD:
            return _("Say what it asks of you")
        case Ask.SIGNS:
            return _("Read it and sign")


def _meta(reader: Reader) -> str:
    owner = reader.edition.publication.owner
    if owner is None:
        return _("Edition %(number)d") % {"number": reader.edition.number}
    return _("Edition %(number)d, from %(name)s") % {"number": reader.edition.number, "name": owner.full_name}


def _permission(section: Section) -> Waiting:
    publication = section.edition.publication
    by = publication.owner.full_name if publication.owner else ""
    return Waiting(
        place="strategy",
        label=_("Leave to publish"),
        title=section.title,
        url=reverse("vision:publication_permit", args=[publication.organization.slug, section.pk]),
        meta=_("%(name)s wants to publish it under “%(title)s”") % {"name": by, "title": publication.title},
        action=_("Agree or decline"),
        since=publication.created,
        holds_up=1,
    )
