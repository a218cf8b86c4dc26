"""Questions about commitments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import SETTLED, State
from consort.core.models import Partnership, Person
from consort.reckon.forecasts import wilson_interval

FEWEST = 3


@dataclass(frozen=True)
class Record:
    """How promises were kept. `of` counts those that were kept or missed; released, declined and open ones do not count.

    A date renegotiated before it passed counts as the date. `lower` and `upper` are the 95 % Wilson interval of the share
    kept, None for fewer than three.
    """

    kept: int
    of: int
    renegotiated: int
    silent: int
    lower: float | None = None
    upper: float | None = None

    @property
    def is_thin(self) -> bool:
        return self.of < FEWEST


def record_of(commitments: QuerySet[Commitment], since: date | None = None) -> Record:
    """The record of some commitments, of those settled or missed since a day if one is given. Runs one query."""
    if since:
        commitments = commitments.filter(Q(settled__date__gte=since) | Q(missed_on__gte=since))
    kept = Q(state=State.KEPT, missed_on=None)
    missed = Q(missed_on__isnull=False)
    in_time = Q(renegotiations__answer=Renegotiation.Answer.AGREED, renegotiations__in_time=True)
    counted = commitments.aggregate(
        kept=Count("pk", filter=kept, distinct=True),
        of=Count("pk", filter=kept | missed, distinct=True),
        renegotiated=Count("pk", filter=in_time, distinct=True),
        silent=Count("pk", filter=missed, distinct=True),
    )
    if counted["of"] < FEWEST:
        return Record(**counted)
    lower, upper = wilson_interval(counted["kept"], counted["of"])
    return Record(**counted, lower=lower, upper=upper)


def record_between(one: Person, other: Person, since: date | None = None) -> Record:
    """How the two kept what they promised each other. For these two and their partnership only. Runs one query."""
    between = Q(giver=one, receiver=other) | Q(giver=other, receiver=one)
    return record_of(Commitment.objects.filter(between), since)


def record_of_giver(giver: Person, since: date | None = None) -> Record:
    """How a person kept what they promised to anybody. For that person only. Runs one query."""
    return record_of(Commitment.objects.filter(giver=giver), since)


def settled_events(giver: Person, since: date) -> list[tuple[date, str]]:
    """(day, "up" or "down") for each commitment of the giver that was kept or missed since. Runs one query."""
    rows = Commitment.objects.filter(giver=giver).filter(Q(settled__date__gte=since) | Q(missed_on__gte=since))
    events = []
    for state, missed_on, settled in rows.values_list("state", "missed_on", "settled"):
        if missed_on and missed_on >= since:
            events.append((missed_on, "down"))
        elif state == State.KEPT and not missed_on:
            events.append((settled.date(), "up"))
    return sorted(events)


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
        team=Count("pk", filter=unsettled & (Q(partnership__name__gt="") | ~(mine | to_me))),
    )


def waiting_on(person: Person, until: date) -> QuerySet[Commitment]:
    """What the person has to do something about: asked of them, due until a day or late, or said and asked to them."""
    as_giver = Q(giver=person) & (Q(state=State.PROPOSED) | Q(state__in=[State.ACCEPTED, State.MISSED], due__lte=until))
    as_receiver = Q(receiver=person, state__in=[State.SAID_DONE, State.RENEGOTIATED])
    return Commitment.objects.filter(as_giver | as_receiver).with_people()
