"""Everything that is published to a reader, and by them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, Subquery

from consort.core.models import Person
from consort.vision.models import Ask, Edition, Publication, Reader
from consort.vision.policy import publishing as policy
from consort.vision.queries.publishing import publications_for
from consort.vision.waiting.publishing import action_of

MOST = 200


@dataclass(frozen=True)
class Row:
    """A publication with the edition that counts. `reader` is what its reader was asked, None for the publisher."""

    publication: Publication
    edition: Edition
    reader: Reader | None
    done: int
    people: int

    @property
    def owes(self) -> bool:
        return self.reader is not None and self.reader.done is None and self.edition.state == Edition.State.OPEN

    @property
    def action(self) -> str:
        return action_of(Ask(self.edition.asks))


def listing(person: Person) -> dict[str, Any]:
    """What waits first, then what was confirmed, then what one publishes oneself. Runs four queries."""
    rows = _rows(person)
    read = [row for row in rows if row.publication.owner_id != person.pk]
    return {
        "waiting": [row for row in read if row.owes],
        "known": [row for row in read if not row.owes],
        "own": [row for row in rows if row.publication.owner_id == person.pk],
        "may_publish": policy.may_publish(person),
        "is_empty": not rows,
    }


def _rows(person: Person) -> list[Row]:
    newest = Edition.objects.filter(publication=OuterRef("pk")).order_by("-number").values("pk")
    out = newest.exclude(state=Edition.State.DRAFT)
    visible = publications_for(person).annotate(out=Subquery(out[:1]), newest=Subquery(newest[:1]))
    found = list(visible.order_by("-created")[:MOST])
    shown = {publication.pk: publication.out or publication.newest for publication in found}
    mine = Prefetch("readers", Reader.objects.filter(person=person, released=None), to_attr="mine")
    people = Count("readers", filter=Q(readers__released=None))
    answered = Count("readers", filter=Q(readers__released=None, readers__done__isnull=False))
    counted = Edition.objects.filter(pk__in=shown.values()).annotate(people=people, answered=answered)
    editions = {edition.pk: edition for edition in counted.prefetch_related(mine)}
    return [_row(publication, editions[shown[publication.pk]]) for publication in found]


def _row(publication: Publication, edition: Any) -> Row:
    return Row(publication, edition, edition.mine[0] if edition.mine else None, edition.answered, edition.people)
