"""What readers answer, and what the publisher makes of it."""

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision.facts.publishing import AnswerChanged, AnswerMarked, EditionConfirmed
from consort.vision.models import Ask, Edition, Reader, Section
from consort.vision.policy import publishing as policy

ANSWER = ["done", "carried", "words", "about", "reservation", "mark", "note"]


@transaction.atomic
def confirm(
    *, reader: Reader, by: Person, words: str = "", about: Section | None = None, reservation: str = ""
) -> None:
    """Answer what was asked, or answer it differently while the edition is open."""
    require(reader.person_id == by.pk and reader.released is None)
    reader.refresh_from_db(from_queryset=Reader.objects.select_for_update())
    edition = reader.edition
    refuse_unless(edition.state == Edition.State.OPEN, _("This edition is closed. Your answer was not kept."))
    require(about is None or about.edition_id == edition.pk)
    words = words.strip() if edition.asks == Ask.UNDERSTOOD else ""
    reservation = reservation.strip() if edition.asks == Ask.SIGNS else ""
    refuse_unless(edition.asks != Ask.UNDERSTOOD or bool(words), _("Say it in your own words. Nothing was kept."))
    said = (words, about if words else None, reservation)
    was_done = reader.done is not None
    if was_done and said == (reader.words, reader.about, reader.reservation):
        return
    if said[0] != reader.words:
        reader.mark, reader.note = Reader.Mark.NONE, ""
    reader.words, reader.about, reader.reservation = said
    reader.done, reader.carried = clock.now(), False
    reader.save(update_fields=ANSWER)
    publication = edition.publication
    concerned = [by, *([publication.owner] if publication.owner else [])]
    fact = AnswerChanged(edition.number) if was_done else EditionConfirmed(edition.number, edition.asks)
    record(fact, on=publication, by=by, concerning=concerned)


@transaction.atomic
def mark_answer(*, reader: Reader, by: Person, mark: Reader.Mark, note: str = "") -> None:
    """Say whether what somebody wrote fits the source. The one who wrote it sees the mark; nobody else does."""
    require(policy.publishes(reader.edition.publication, by))
    reader.refresh_from_db(from_queryset=Reader.objects.select_for_update())
    refuse_unless(bool(reader.words), _("Nothing was written here. Nothing was changed."))
    if (reader.mark, reader.note) == (mark, note.strip()):
        return
    reader.mark, reader.note = mark, note.strip()
    reader.save(update_fields=["mark", "note"])
    record(AnswerMarked(reader.mark), on=reader.edition.publication, by=by)
