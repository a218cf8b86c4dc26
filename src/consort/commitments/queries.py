"""Questions about commitments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import SETTLED, State
from consort.core.models import Partnership, Person
from consort.reckon.forecasts import wilson_interval

FEWEST = 3


@dataclass(frozen=True)
class Record:
    """How promises were kept. `of` counts those kept or missed; released, declined and open ones do not count.

    Where a date was renegotiated before it passed, the new date counts. `missed` ones stay missed, also when they were
    done later. `lower` and `upper` are the 95 % Wilson interval of the share kept, None for fewer than three.
    """

    kept: int
    of: int
    renegotiated: int
    missed: int
    lower: float | None = None
    upper: float | None = None

    @property
    def is_thin(self) -> bool:
        return self.of < FEWEST


@dataclass(frozen=True)
class Counted:
    """A record, and the (day, "up" or "down") of each commitment that counts in it."""

    record: Record
    events: list[tuple[date, Literal["up", "down"]]]


def counted(commitments: QuerySet[Commitment], since: date | None = None) -> Counted:
    """The record of some commitments, of those settled or missed since a day if one is given. Runs one query."""
    moved = Renegotiation.objects.filter(commitment=OuterRef("pk"), answer=Renegotiation.Answer.AGREED, in_time=True)
    known = commitments.filter(Q(state=State.KEPT) | Q(missed_on__isnull=False)).annotate(moved=Exists(moved))
    if since:
        known = known.filter(Q(missed_on__gte=since) | Q(settled__date__gte=since - timedelta(days=1)))
    events: list[tuple[date, Literal["up", "down"]]] = []
    renegotiated = 0
    for missed_on, settled, was_moved in known.values_list("missed_on", "settled", "moved"):
        day = missed_on or timezone.localdate(settled)
        if since is None or day >= since:
            events.append((day, "down" if missed_on else "up"))
            renegotiated += was_moved
    kept = sum(kind == "up" for _day, kind in events)
    return Counted(_record(kept, len(events), renegotiated), sorted(events))


def _record(kept: int, of: int, renegotiated: int) -> Record:
    if of < FEWEST:
        return Record(kept, of, renegotiated, of - kept)
    return Record(kept, of, renegotiated, of - kept, *wilson_interval(kept, of))


def record_between(one: Person, other: Person, since: date | None = None) -> Record:
    """How the two kept what they promised each other. For these two and their partnership only. Runs one query."""
    between = Q(giver=one, receiver=other) | Q(giver=other, receiver=one)
    return counted(Commitment.objects.filter(between), since).record


def counted_of_giver(giver: Person, since: date | None = None) -> Counted:
    """How a person kept what they promised to anybody. For that person only. Runs one query."""
    return counted(Commitment.objects.filter(giver=giver), since)


def given_by(person: Person) -> QuerySet[Commitment]:
    """What the person promised or was asked for, and is not settled: earliest date first."""
    return Commitment.objects.filter(giver=person).unsettled().with_people()


def promised_to(person: Person) -> QuerySet[Commitment]:
    """What others promised the person, and is not settled."""
    return Commitment.objects.filter(receiver=person).unsettled().with_people()


def of_teams(person: Person) -> QuerySet[Commitment]:
    """What is open in the person's teams, and what stands between others and the person may see."""
    shared = Q(partnership__name__gt="") | ~(Q(giver=person) | Q(receiver=person))
    return Commitment.objects.visible_to(person).filter(shared).unsettled().with_people()


def settled_of(person: Person) -> QuerySet[Commitment]:
    """What the person gave or received and is settled, newest first."""
    own = Commitment.objects.filter(Q(giver=person) | Q(receiver=person))
    return own.settled().with_people().order_by("-settled")


def about(things: Iterable[object], reader: Person) -> QuerySet[Commitment]:
    """The commitments that carry out the things with these ids, as far as the reader may see them."""
    return Commitment.objects.visible_to(reader).filter(about_id__in=list(things)).with_people()


def between(partnership: Partnership, reader: Person) -> QuerySet[Commitment]:
    """What is unsettled in a partnership, as far as the reader may see it."""
    found = Commitment.objects.visible_to(reader).filter(partnership=partnership)
    return found.unsettled().with_people()


def counts_for(person: Person) -> dict[str, int]:
    """How many rows each tab holds. Runs one query."""
    open_to_me = Commitment.objects.visible_to(person)
    unsettled = ~Q(state__in=SETTLED)
    mine, to_me = Q(giver=person), Q(receiver=person)
    return open_to_me.aggregate(
        yours=Count("pk", filter=unsettled & mine),
        received=Count("pk", filter=unsettled & to_me),
        settled=Count("pk", filter=~unsettled & (mine | to_me)),
        team=Count("pk", filter=unsettled & (Q(partnership__name__gt="") | ~(mine | to_me))),
    )


def waiting_on(person: Person, until: date) -> QuerySet[Commitment]:
    """What the person has to do something about: asked of them, due until a day or late, or said and asked to them."""
    as_giver = Q(giver=person) & (Q(state=State.PROPOSED) | Q(state__in=[State.ACCEPTED, State.MISSED], due__lte=until))
    as_receiver = Q(receiver=person, state__in=[State.SAID_DONE, State.RENEGOTIATED])
    return Commitment.objects.filter(as_giver | as_receiver).with_people()
