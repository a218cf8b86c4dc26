"""Questions about pulses."""

from dataclasses import dataclass

from django.db.models import QuerySet

from consort.core.models import Person
from consort.rounds.models import Asked, Round
from consort.rounds.queries import rounds_about
from consort.vision.alignment.pulses import KIND
from consort.vision.models import Pulse


@dataclass(frozen=True)
class Run:
    """A pulse with its rounds that were not withdrawn, oldest first: one, or one and then another."""

    pulse: Pulse
    rounds: tuple[Round, ...]

    @property
    def asking(self) -> Round | None:
        return next((each for each in self.rounds if each.is_asking), None)

    @property
    def opened(self) -> list[Round]:
        return [each for each in self.rounds if each.is_opened]

    @property
    def is_over(self) -> bool:
        """Both orders are open, it was left at the first, or it was withdrawn."""
        return len(self.opened) > 1 or self.pulse.ended is not None or not self.rounds

    @property
    def may_go_on(self) -> bool:
        """The first order has opened, and what comes next is not decided."""
        return len(self.opened) == 1 and self.asking is None and not self.is_over


def pulses_for(person: Person) -> QuerySet[Pulse]:
    """The pulses that `person` may see, newest first."""
    return Pulse.objects.visible_to(person).select_related("organization", "owner", "partnership")


def run_of(pulse: Pulse) -> Run:
    """Runs one query."""
    found = rounds_about(pulse).filter(kind=KIND).exclude(state=Round.State.WITHDRAWN)
    return Run(pulse, tuple(found.order_by("number", "asked_at")))


def runs_of(pulses: list[Pulse]) -> list[Run]:
    """Runs one query for all."""
    rows = Round.objects.filter(kind=KIND, about_id__in=[each.pk for each in pulses])
    by_pulse: dict[object, list[Round]] = {}
    for round in rows.exclude(state=Round.State.WITHDRAWN).order_by("number", "asked_at"):
        by_pulse.setdefault(round.about_id, []).append(round)
    return [Run(each, tuple(by_pulse.get(each.pk, []))) for each in pulses]


def people_of(round: Round) -> list[Person]:
    """Everyone who was asked and has not left. Runs one query."""
    asked = Asked.objects.filter(round=round, person__left=None).exclude(person=None).select_related("person")
    return [each.person for each in asked if each.person is not None]
