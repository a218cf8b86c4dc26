"""Questions about decisions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from consort.core import kinds, search
from consort.core.models import Department, Link, Partnership, Person
from consort.decisions.models import Decision, Estimate, Forecast, Part, Role, Stage

AHEAD = (Stage.FRAME, Stage.INPUT, Stage.DEBATE, Stage.RESOLVE, Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW)
RECORDED = (Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW, Stage.CLOSED)


def visible(person: Person) -> QuerySet[Decision]:
    """Every decision `person` may see, with what each page shows of it. One query."""
    return Decision.objects.visible_to(person).select_related("organization", "owner", "partnership", "outcome")


def with_roles(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """The same with their roles and the people who hold them. One more query."""
    return decisions.prefetch_related(Prefetch("roles", Role.objects.select_related("person__department")))


def complete(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """The same with roles, options, forecasts and review. Three more queries."""
    beside = ("review", "review__by", "message", "original", "matrix")
    return with_roles(decisions).prefetch_related("options", "forecasts").select_related(*beside)


def ahead(person: Person) -> QuerySet[Decision]:
    """In progress: from the frame to the review, newest first."""
    return with_roles(visible(person).filter(stage__in=AHEAD)).order_by("-number")


def recorded(person: Person) -> QuerySet[Decision]:
    """What has been decided, and what was dropped, newest first; records of elsewhere at their own day."""
    return with_roles(visible(person).filter(stage__in=RECORDED)).order_by("-created", "-number")


def reviews(person: Person) -> QuerySet[Decision]:
    """What is to be reviewed, earliest first, and what was."""
    found = visible(person).filter(outcome_text__gt="", stage__in=(Stage.EXECUTE, Stage.REVIEW, Stage.CLOSED))
    return with_roles(found).select_related("review").order_by("review_on", "number")


def matching(decisions: QuerySet[Decision], words: str, person: Person) -> QuerySet[Decision]:
    """Those that have `words` in what may be searched, or bear the number."""
    if not words.strip():
        return decisions
    number = words.strip().lower().removeprefix("no.").strip()
    if number.isdecimal():
        return decisions.filter(number=min(int(number), 2**31 - 1))
    hits = [thing.pk for thing in search.find(words, person, limit=200) if isinstance(thing, Decision)]
    return decisions.filter(Q(pk__in=hits) | Q(question__icontains=words.strip()))


def decisions_of(partnership: Partnership, reader: Person) -> QuerySet[Decision]:
    """What the partners decide together: theirs by audience, or with a part for every one of them. Newest first."""
    members = [seat.person_id for seat in partnership.seats.all() if seat.left is None]
    parts = Role.objects.filter(person__in=members).values("decision").annotate(n=Count("person", distinct=True))
    shared = parts.filter(n=len(members)).values("decision") if len(members) > 1 else Role.objects.none().values("pk")
    found = visible(reader).filter(Q(partnership=partnership) | Q(pk__in=shared))
    return with_roles(found).order_by("-number")


@dataclass(frozen=True)
class Ties:
    """What is evidence for a decision, what it serves, what it supersedes and what superseded it, as far as the
    reader may see it."""

    evidence: list[Any]
    serves: list[Any]
    supersedes: list[Any]
    superseded_by: list[Any]


def ties_of(decision: Decision, reader: Person) -> Ties:
    """Runs one query, and one for each kind of thing tied."""
    towards = Q(kind__in=(Link.Kind.EVIDENCE_FOR, Link.Kind.SUPERSEDES), to_id=decision.pk)
    away = Q(kind__in=(Link.Kind.SERVES, Link.Kind.SUPERSEDES), from_id=decision.pk)
    links = list(Link.objects.filter(towards | away))
    ends = [_other_end(link, decision) for link in links]
    found = kinds.fetch_many(set(ends), reader)
    wanted = [
        (Link.Kind.EVIDENCE_FOR, decision.pk),
        (Link.Kind.SERVES, None),
        (Link.Kind.SUPERSEDES, None),
        (Link.Kind.SUPERSEDES, decision.pk),
    ]
    seen = [(link, found[key]) for link, (_kind, key) in zip(links, ends, strict=True) if key in found]
    return Ties(*([thing for link, thing in seen if _is(link, kind, end, decision)] for kind, end in wanted))


def _is(link: Link, kind: str, end: UUID | None, decision: Decision) -> bool:
    """Whether the link is of that kind, and ends at the decision where `end` is one."""
    return link.kind == kind and (link.to_id == decision.pk) == (end is not None)


def superseding(decisions: Iterable[Decision], reader: Person) -> dict[UUID, Decision]:
    """What superseded each of them, by the id of the older one. Runs two queries."""
    rows = Link.objects.filter(kind=Link.Kind.SUPERSEDES, to_id__in=[each.pk for each in decisions])
    pairs = list(rows.values_list("to_id", "from_id"))
    newer = {each.pk: each for each in visible(reader).filter(pk__in=[key for _older, key in pairs])}
    return {older: newer[key] for older, key in pairs if key in newer}


@dataclass(frozen=True)
class Wish:
    """How the record is narrowed. Empty means everything."""

    state: str = ""
    method: str = ""
    decider: Person | None = None
    department: Department | None = None
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return any(vars(self).values())


EVERYTHING = Wish()


def narrowed(decisions: QuerySet[Decision], wish: Wish) -> QuerySet[Decision]:
    """Those that fit the wish; a day is that on which the question was framed."""
    deciders = Role.objects.filter(part=Part.DECIDES)
    if wish.state:
        decisions = decisions.filter(_STATES[wish.state]())
    if wish.method:
        decisions = decisions.filter(method=wish.method)
    if wish.decider:
        decisions = decisions.filter(pk__in=deciders.filter(person=wish.decider).values("decision"))
    if wish.department:
        decisions = decisions.filter(pk__in=deciders.filter(person__department=wish.department).values("decision"))
    if wish.since:
        decisions = decisions.filter(created__date__gte=wish.since)
    if wish.until:
        decisions = decisions.filter(created__date__lte=wish.until)
    return decisions


def _superseded() -> Q:
    return Q(pk__in=Link.objects.filter(kind=Link.Kind.SUPERSEDES).values("to_id"))


_STATES: dict[str, Callable[[], Q]] = {
    "standing": lambda: Q(outcome_text__gt="") & ~_superseded(),
    "carried_out": lambda: Q(stage__in=(Stage.EXECUTE, Stage.REVIEW)),
    "reviewed": lambda: Q(stage=Stage.CLOSED, review__isnull=False),
    "superseded": _superseded,
    "dropped": lambda: Q(stage=Stage.CLOSED, outcome_text=""),
}


def _other_end(link: Link, decision: Decision) -> tuple[str, UUID]:
    return (link.from_kind, link.from_id) if link.to_id == decision.pk else (link.to_kind, link.to_id)


@dataclass(frozen=True)
class Counts:
    """`days`: the median from question to commitment, None below three."""

    ahead: int
    recorded: int
    to_review: int
    days: int | None


def counts(person: Person) -> Counts:
    """For the tabs and the sentence of the list. Runs two queries."""
    numbers = Decision.objects.visible_to(person).aggregate(
        ahead=Count("pk", filter=Q(stage__in=AHEAD), distinct=True),
        recorded=Count("pk", filter=Q(stage__in=RECORDED), distinct=True),
        to_review=Count("pk", filter=Q(stage=Stage.REVIEW), distinct=True),
    )
    return Counts(**numbers, days=_median_days(person))


def _median_days(person: Person) -> int | None:
    """Of the newest hundred that were taken from a frame to carrying out."""
    begun = Decision.objects.visible_to(person).filter(stage__in=(Stage.EXECUTE, Stage.REVIEW, Stage.CLOSED))
    taken: list[timedelta] = []
    for decision in begun.filter(outcome_text__gt="").only("reached").order_by("-number")[:100]:
        start, end = decision.began(Stage.FRAME), decision.began(Stage.EXECUTE)
        if start and end:
            taken.append(end - start)
    return round(median(each / timedelta(days=1) for each in taken)) if len(taken) >= 3 else None


def estimates_of(forecasts: Iterable[Forecast]) -> list[Estimate]:
    """Every opened estimate of the forecasts, earlier rounds first. Runs one query."""
    found = Estimate.objects.filter(forecast__in=list(forecasts)).select_related("person")
    return list(found.order_by("round_number", "person__first_name"))


@dataclass(frozen=True)
class Judged:
    """The last estimate a person gave of a forecast that has been settled."""

    person_id: UUID
    forecast_id: UUID
    share: float
    happened: bool


def judged(reader: Person) -> list[Judged]:
    """Every settled forecast of the closed reviews the reader may see, once per person. Runs one query."""
    closed = Decision.objects.visible_to(reader).filter(stage=Stage.CLOSED).values("pk")
    rows = Estimate.objects.filter(forecast__happened__isnull=False, forecast__decision__in=closed)
    last: dict[tuple[UUID, UUID], Judged] = {}
    for person, forecast, percent, happened in rows.order_by("round_number").values_list(
        "person_id", "forecast_id", "percent", "forecast__happened"
    ):
        last[person, forecast] = Judged(person, forecast, percent / 100, bool(happened))
    return list(last.values())
