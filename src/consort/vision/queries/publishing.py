"""Questions about what is published, who is asked, and what they have confirmed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from consort.core import clock
from consort.core.models import Person
from consort.vision.models import (
    Ask,
    Carrier,
    Edition,
    KeyResult,
    Objective,
    Priority,
    Publication,
    Purpose,
    Reader,
    Section,
)
from consort.vision.publishing.snapshots import Thing

OWES = Q(done=None, released=None, edition__state=Edition.State.OPEN)
KINDS: dict[str, type[Purpose] | type[Priority] | type[Objective]] = {
    "purpose": Purpose,
    "priority": Priority,
    "objective": Objective,
}


def publications_for(person: Person) -> QuerySet[Publication]:
    """What `person` publishes or may read, newest first."""
    return Publication.objects.visible_to(person).select_related("organization", "owner", "partnership")


def shown_edition(publication: Publication) -> Edition | None:
    """The edition that readers see: the newest that was published. Runs one query."""
    return publication.editions.exclude(state=Edition.State.DRAFT).order_by("-number").first()


def draft_of(publication: Publication) -> Edition | None:
    """The edition that its publisher is at work on. Runs one query."""
    return publication.editions.filter(state=Edition.State.DRAFT).first()


def wordable(person: Person) -> list[Thing]:
    """What `person` could publish today: the purpose in force, open priorities, agreed objectives. Runs ten queries."""
    purposes = Purpose.objects.visible_to(person).filter(state=Purpose.State.AGREED)
    priorities = Priority.objects.visible_to(person).filter(closed=None)
    objectives = Objective.objects.visible_to(person).filter(state=Objective.State.AGREED)
    return [
        *purposes.prefetch_related("values", "will_nots"),
        *priorities.prefetch_related("leads"),
        *_whole(objectives),
    ]


def things_in(sections: Iterable[Section], person: Person) -> dict[tuple[str, UUID | None], Thing]:
    """The things behind `sections` that could still be published by `person`."""
    wanted = {section.thing for section in sections}
    return {key: thing for thing in wordable(person) if (key := key_of(thing)) in wanted}


def key_of(thing: Thing) -> tuple[str, UUID | None]:
    """How a section points at `thing`."""
    return next(name for name, model in KINDS.items() if isinstance(thing, model)), thing.pk


def _whole(objectives: QuerySet[Objective]) -> QuerySet[Objective]:
    results = Prefetch("key_results", KeyResult.objects.select_related("metric"))
    carriers = Prefetch("carriers", Carrier.objects.select_related("department"))
    return objectives.prefetch_related("leads", results, carriers)


def asked_of(publication: Publication, person: Person) -> list[Reader]:
    """What `person` was asked in each edition, oldest first. Runs one query."""
    rows = Reader.objects.filter(edition__publication=publication, person=person, released=None)
    return list(rows.select_related("edition", "about").order_by("edition__number"))


def confirms(given: str, asked: str) -> bool:
    """Whether an answer to `given` also answers `asked`: whoever has said or signed anything has read it."""
    return given == asked or asked == Ask.READ


def confirmed_before(edition: Edition) -> dict[UUID, list[Reader]]:
    """By person, the answers to earlier editions that count for this one, oldest first. Runs one query."""
    asks = [ask for ask in Ask if confirms(ask, edition.asks)]
    rows = Reader.objects.filter(
        edition__publication=edition.publication_id,
        edition__number__lt=edition.number,
        edition__asks__in=asks,
        done__isnull=False,
    ).select_related("about")
    found: dict[UUID, list[Reader]] = defaultdict(list)
    for reader in rows.order_by("edition__number"):
        found[reader.person_id].append(reader)
    return dict(found)


def owed_by(person: Person) -> QuerySet[Reader]:
    """What `person` has not confirmed yet, in editions that are open."""
    owed = Reader.objects.filter(OWES, person=person, edition__publication__state=Publication.State.OUT)
    return owed.select_related("edition__publication__organization", "edition__publication__owner")


def to_be_permitted_by(person: Person) -> QuerySet[Section]:
    """Sections of drafts that wait for `person`, who leads or wrote the thing. Runs one query."""
    own = Q(thing_id__in=Objective.objects.filter(owner=person).values("pk"))
    own |= Q(thing_id__in=Priority.objects.filter(owner=person).values("pk"))
    own |= Q(thing_id__in=Purpose.objects.filter(owner=person).values("pk"))
    own |= Q(thing_id__in=person.objectives_led.values("pk"))
    own |= Q(thing_id__in=person.priorities_led.values("pk"))
    waiting = Section.objects.filter(own, permission=Section.Permission.ASKED, edition__state=Edition.State.DRAFT)
    return waiting.select_related("edition__publication__organization", "edition__publication__owner")


def counted(edition: Edition) -> tuple[int, int]:
    """(how many have confirmed, how many are asked), among those who are still there. Runs one query."""
    done = edition.readers.filter(released=None).values_list("done", flat=True)
    answers = list(done)
    return sum(each is not None for each in answers), len(answers)


def purpose_known(purpose: Purpose, person: Person) -> tuple[Publication, int, int] | None:
    """Where `purpose` was published last, how many have confirmed it, of how many; None when it never was.

    For the sentence under the vision: "41 of 46 leaders have confirmed that they know it". Runs two queries at most.
    """
    sections = Section.objects.filter(thing_id=purpose.pk).exclude(edition__state=Edition.State.DRAFT)
    visible = publications_for(person).filter(state=Publication.State.OUT)
    newest = sections.filter(edition__publication__in=visible).order_by("-edition__published")
    section = newest.select_related("edition__publication__organization").first()
    return (section.edition.publication, *counted(section.edition)) if section else None


def to_be_told(edition: Edition) -> QuerySet[Reader]:
    """Those who owe an answer and were never told, or last told a whole interval ago."""
    long_ago = Q(told=None)
    if edition.every:
        long_ago |= Q(told__lte=clock.now() - timedelta(days=edition.every))
    return edition.readers.filter(OWES, long_ago).filter(person__left=None).exclude(person__email="")
