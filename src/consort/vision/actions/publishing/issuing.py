"""Handing an edition to its readers, closing it, taking the publication back, and following who belongs to it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Level, Person
from consort.vision.facts.publishing import (
    AudienceMoved,
    EditionClosed,
    EditionPublished,
    PublicationTakenBack,
)
from consort.vision.models import Audience, Edition, Publication, Reader, Section
from consort.vision.policy import publishing as policy
from consort.vision.publishing import snapshots
from consort.vision.publishing.audience import Reach, people_of
from consort.vision.queries.publishing import confirmed_before, counted, things_in

State = Edition.State


@transaction.atomic
def publish(*, edition: Edition, by: Person) -> None:
    """Publish a draft, word for word as the publisher has seen it; the edition before it is closed."""
    publication = edition.publication
    require(policy.publishes(publication, by))
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    edition.refresh_from_db()
    refuse_unless(edition.state == State.DRAFT, _("This edition is out already. Nothing was published twice."))
    sections = list(edition.sections.all())
    _check(publication, sections, by)
    people = list(people_of(publication))
    refuse_unless(bool(people), _("Nobody belongs to this audience. Nothing was published."))
    for open_edition in publication.editions.filter(state=State.OPEN):
        _close(open_edition, by)
    edition.state, edition.published = State.OPEN, clock.now()
    edition.save(update_fields=["state", "published"])
    publication.state = Publication.State.OUT
    publication.visibility = Audience(publication.published_to).level
    publication.save(update_fields=["state", "visibility"])
    readers = _ask(edition, people, sections)
    asked = sum(reader.done is None for reader in readers)
    record(EditionPublished(edition.number, len(readers), asked), on=publication, by=by, concerning=[by, *people])


@transaction.atomic
def close_edition(*, edition: Edition, by: Person) -> None:
    """Take no more answers."""
    require(policy.publishes(edition.publication, by))
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_unless(edition.state == State.OPEN, _("This edition is not open. Nothing was changed."))
    _close(edition, by)


@transaction.atomic
def take_back(*, publication: Publication, by: Person) -> None:
    """End the publication: readers and the public see it no longer, what they answered stays with the publisher."""
    require(policy.publishes(publication, by))
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    refuse_unless(publication.state == Publication.State.OUT, _("This is not published. Nothing was changed."))
    for edition in publication.editions.filter(state=State.OPEN):
        _close(edition, by)
    publication.state, publication.visibility = Publication.State.TAKEN_BACK, Level.ME
    publication.opened = None
    publication.save(update_fields=["state", "visibility", "opened"])
    record(PublicationTakenBack(), on=publication, by=by)


@transaction.atomic
def follow_audience(*, edition: Edition) -> None:
    """Ask who has come to belong to the audience, ask no longer who has left it. Done by the clock."""
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    if edition.state != State.OPEN:
        return
    people = {person.pk: person for person in people_of(edition.publication)}
    rows = {reader.person_id: reader for reader in edition.readers.all()}
    come = [person for key, person in people.items() if key not in rows or rows[key].released]
    gone = [reader for key, reader in rows.items() if not reader.released and key not in people]
    _welcome_back([rows[person.pk] for person in come if person.pk in rows])
    _ask(edition, [person for person in come if person.pk not in rows], list(edition.sections.all()))
    edition.readers.filter(pk__in=[reader.pk for reader in gone]).update(released=clock.now())
    _move(rows, people)
    if come or gone:
        record(AudienceMoved(edition.number, len(come), len(gone)), on=edition.publication, by=None)


def _check(publication: Publication, sections: Sequence[Section], by: Person) -> None:
    refuse_unless(bool(sections), _("Nothing is chosen yet. Nothing was published."))
    waiting = [section.title for section in sections if section.permission in ("asked", "declined")]
    refuse_unless(
        not waiting,
        _("Fewer people see “%(title)s” than you publish to. Leave it out, or let who leads it agree first.")
        % {"title": ", ".join(waiting)},
    )
    things, reach = things_in(sections, by), Reach(publication)
    for section in sections:
        if section.thing_kind:
            thing = things.get(section.thing)
            is_same = thing is not None and snapshots.of_thing(thing, reach).digest == section.digest
            is_covered = thing is not None and (bool(section.permission) or reach.is_within(thing))
            refuse_unless(
                is_same and is_covered,
                _("“%(title)s” has changed since you chose it. Keep the draft again, read it, then publish.")
                % {"title": section.title},
            )


def _ask(edition: Edition, people: Iterable[Person], sections: Sequence[Section]) -> list[Reader]:
    """Enter `people` as readers. Who has confirmed every section before is not asked again."""
    before = confirmed_before(edition)
    known = _digests_by_edition(edition)
    now_asked = {section.digest for section in sections}
    by_thing = {section.thing: section for section in sections}
    readers = []
    for person in people:
        reader = Reader(edition=edition, person=person, department_id=person.department_id)
        answers = before.get(person.pk, [])
        confirmed = {digest for answer in answers for digest in known.get(answer.edition_id, ())}
        if answers and now_asked <= confirmed:
            _carry(reader, answers, by_thing)
        readers.append(reader)
    return Reader.objects.bulk_create(readers)


def _digests_by_edition(edition: Edition) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    rows = Section.objects.filter(edition__publication=edition.publication_id)
    for key, digest in rows.values_list("edition", "digest"):
        found.setdefault(key, set()).add(digest)
    return found


def _carry(reader: Reader, answers: Sequence[Reader], by_thing: dict[tuple[str, UUID | None], Section]) -> None:
    """The newest answer stands for this edition too."""
    newest = answers[-1]
    reader.carried, reader.done = True, newest.done
    reader.words, reader.reservation = newest.words, newest.reservation
    reader.mark, reader.note = newest.mark, newest.note
    reader.about = by_thing.get(newest.about.thing) if newest.about else None


def _welcome_back(readers: Sequence[Reader]) -> None:
    for reader in readers:
        reader.released = None
    Reader.objects.bulk_update(readers, ["released"])


def _move(rows: dict[UUID, Reader], people: dict[UUID, Person]) -> None:
    """Who changes the department before answering reads for the new one."""
    moved = []
    for key, reader in rows.items():
        person = people.get(key)
        if person and reader.done is None and reader.department_id != person.department_id:
            reader.department_id = person.department_id
            moved.append(reader)
    Reader.objects.bulk_update(moved, ["department"])


def _close(edition: Edition, by: Person) -> None:
    edition.state, edition.closed = State.CLOSED, clock.now()
    edition.save(update_fields=["state", "closed"])
    done, people = counted(edition)
    record(EditionClosed(edition.number, done, people), on=edition.publication, by=by)
